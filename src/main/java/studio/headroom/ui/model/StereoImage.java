package studio.headroom.ui.model;

import java.util.Arrays;
import studio.headroom.concurrent.FrameRing;

/// The two sides of a sound against each other: the picture that a goniometer draws of them, and how alike they are.
///
/// The picture is a square raster of light. The middle of the sound is up and down, its difference to the sides: what
/// is in both channels alike lies on the vertical, what is in the left one alone on the diagonal to the upper left,
/// what
/// is opposite in them on the horizontal. Each frame of sound lights one point, which fades. The picture is scaled to
/// the highest peak of the last seconds, so that a soft sound has the size of a loud one.
///
/// Allocates nothing once the raster has its size, but for one buffer with the first ring. One thread.
public final class StereoImage {
    /// As long as the correlation meters of the field take: two thirds of a second.
    private static final double CORRELATION_SECONDS = 0.65;

    /// What is softer than -70 dB of both sides together tells nothing of them.
    private static final double SILENT_POWER = 1e-7;

    /// -60 dB: what is softer is drawn smaller.
    private static final double SMALLEST_REACH = 1e-3;

    /// How far the highest peak reaches towards the edge.
    private static final double MARGIN = 0.94;

    /// Light that is left when it counts as dark.
    private static final float DARK = 1f / 64;

    private static final int CHUNK = 2048;
    private static final double USUAL_RATE = 48_000;
    private static final double USUAL_SIZE = 110;

    private final int sampleRate;
    private double afterglow = 0.3;
    private int size;
    private float[] light = {};
    private float brightest;
    private boolean lit;
    private double reach = SMALLEST_REACH;
    private double leftPower;
    private double rightPower;
    private double product;
    private double heard;
    private float[][] chunk = {};

    /// @param sampleRate frames a second of what will be taken in
    public StereoImage(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    /// After how many seconds a point has faded to 37 %; above 0. 0.3 at the beginning.
    public void setAfterglow(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("an afterglow of " + seconds + " s");
        }
        afterglow = seconds;
    }

    /// Gives the raster a size; dark then, if it had another.
    ///
    /// @param pixels of a side, 0 for no picture
    public void resize(int pixels) {
        if (pixels != size) {
            size = pixels;
            light = new float[pixels * pixels];
            brightest = 0;
        }
    }

    /// Pixels of a side.
    public int size() {
        return size;
    }

    /// The light of each pixel, row by row from the top, 0 for dark; 1 is what a single frame leaves in a raster of 110
    /// pixels at 48 kHz. Read only; the same array until [#resize].
    public float[] light() {
        return light;
    }

    /// Takes in all frames that a ring holds.
    ///
    /// @param row of the left side; the right one follows
    public void take(FrameRing ring, int row) {
        if (chunk.length != ring.rows()) {
            chunk = new float[ring.rows()][CHUNK];
        }
        for (int n = ring.take(chunk, CHUNK); n > 0; n = ring.take(chunk, CHUNK)) {
            add(chunk[row], chunk[row + 1], n);
        }
    }

    /// Takes in frames.
    public void add(float[] left, float[] right, int frames) {
        correlate(left, right, frames);
        float highest = 0;
        for (int i = 0; i < frames; i++) {
            highest = Math.max(highest, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        if (highest > 0 && highest <= Float.MAX_VALUE) {
            reach = Math.max(reach, highest);
            if (size > 1) {
                draw(left, right, frames);
            }
        }
    }

    private void correlate(float[] left, float[] right, int frames) {
        double keep = Math.exp(-1 / (CORRELATION_SECONDS * sampleRate));
        double ll = leftPower;
        double rr = rightPower;
        double lr = product;
        double count = heard;
        for (int i = 0; i < frames; i++) {
            double l = left[i];
            double r = right[i];
            double power = l * l + r * r;
            if (power > SILENT_POWER && power <= Float.MAX_VALUE) {
                ll = ll * keep + l * l;
                rr = rr * keep + r * r;
                lr = lr * keep + l * r;
                count++;
            }
        }
        leftPower = ll;
        rightPower = rr;
        product = lr;
        heard = count;
    }

    /// Each frame lights the four pixels around its place.
    private void draw(float[] left, float[] right, int frames) {
        float[] into = light;
        int side = size;
        float middle = (side - 1) / 2f;
        float scale = (float) (MARGIN * middle / (2 * reach));
        float whole = (float) (USUAL_RATE / sampleRate * (side / USUAL_SIZE) * (side / USUAL_SIZE));
        float most = brightest;
        for (int i = 0; i < frames; i++) {
            float x = middle + (right[i] - left[i]) * scale;
            float y = middle - (left[i] + right[i]) * scale;
            int column = (int) x;
            int row = (int) y;
            float dx = x - column;
            float dy = y - row;
            int at = row * side + column;
            if (x >= 0 && y >= 0 && column + 1 < side && row + 1 < side) {
                most = Math.max(most, into[at] += whole * (1 - dx) * (1 - dy));
                most = Math.max(most, into[at + 1] += whole * dx * (1 - dy));
                most = Math.max(most, into[at + side] += whole * (1 - dx) * dy);
                most = Math.max(most, into[at + side + 1] += whole * dx * dy);
            }
        }
        brightest = most;
    }

    /// Lets time pass, once before what has sounded in it is taken in: points fade.
    ///
    /// @return whether there is, or was until now, anything but dark
    public boolean advance(double seconds) {
        boolean before = lit;
        float keep = (float) Math.exp(-seconds / afterglow);
        // The picture comes back to its size at 9 dB a second, after what was loud is gone.
        reach = Math.max(SMALLEST_REACH, reach * Math.exp(-seconds));
        brightest *= keep;
        lit = brightest > DARK;
        if (lit) {
            for (int i = 0; i < light.length; i++) {
                light[i] *= keep;
            }
        } else if (before || brightest > 0) {
            Arrays.fill(light, 0);
            brightest = 0;
        }
        return lit || before;
    }

    /// How alike both sides are, from -1 (opposite) over 0 (nothing in common) to 1 (the same), over the last two
    /// thirds of a second of sound; NaN before there was enough, or where a side is silent.
    public double correlation() {
        boolean sides = leftPower > 1e-12 && rightPower > 1e-12;
        return heard < 0.1 * sampleRate || !sides ? Double.NaN : product / Math.sqrt(leftPower * rightPower);
    }

    /// Forgets all that was taken in.
    public void clear() {
        Arrays.fill(light, 0);
        brightest = 0;
        reach = SMALLEST_REACH;
        leftPower = 0;
        rightPower = 0;
        product = 0;
        heard = 0;
    }
}
