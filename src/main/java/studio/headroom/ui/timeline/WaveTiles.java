package studio.headroom.ui.timeline;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.files.peaks.Peaks;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Media;

/// Pictures of waveforms, 256 pixels of the device wide, kept while they are near to what is seen. One is drawn once
/// for a zoom and moved when the view scrolls. UI thread.
final class WaveTiles {
    static final int WIDTH = 256;
    /// What is kept: 48 MB of pixels.
    private static final long MAX_PIXELS = 12_000_000;
    /// Stereo is drawn as two waves in rows of at least so many pixels of the device.
    private static final int TWO_WAVES = 60;

    private final Waves waves;
    private final Map<Key, Tile> tiles = new LinkedHashMap<>(256, 0.75f, true);
    private final float[] min = new float[WIDTH];
    private final float[] max = new float[WIDTH];
    private final float[] otherMin = new float[WIDTH];
    private final float[] otherMax = new float[WIDTH];
    private int[] pixels = new int[0];
    private long kept;
    private long deadline;
    private boolean missed;

    /// @param index of the tile; tile 0 begins `phase` columns before the sound
    /// @param phase shifts the tiles of a row against those of others, so that not all are due in one frame
    private record Key(
            String media,
            double framesPerPixel,
            long index,
            int phase,
            int height,
            int packed,
            float gain,
            boolean reversed,
            Shape shape) {}

    /// An envelope, told from others by its identity: to compare all its points for each tile and frame is dear. It is
    /// immutable, so the same one is never another; one that was made anew has its tiles drawn anew.
    private record Shape(GainEnvelope envelope) {
        /// There are many empty ones, all alike.
        static Shape of(GainEnvelope envelope) {
            return new Shape(envelope.isEmpty() ? GainEnvelope.NONE : envelope);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // That is its purpose.
        public boolean equals(@Nullable Object other) {
            return other instanceof Shape(GainEnvelope others) && others == envelope;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(envelope);
        }
    }

    /// @param generation of the waves when it was drawn, or -1 when nothing of it was missing
    /// @param ready frames of peaks that were there
    private record Tile(WritableImage image, int generation, long ready) {}

    WaveTiles(Waves waves) {
        this.waves = waves;
    }

    /// What a clip's tiles have in common.
    ///
    /// @param framesPerPixel frames of a pixel of the device
    /// @param height in pixels of the device
    record Look(
            Media media,
            double framesPerPixel,
            int phase,
            int height,
            Color color,
            float gain,
            boolean reversed,
            GainEnvelope envelope) {}

    /// Begins a frame.
    ///
    /// @param nanos that drawing new tiles may take in it; what is due beyond it is drawn in the next ones
    void begin(long nanos) {
        deadline = System.nanoTime() + nanos;
        missed = false;
    }

    /// Whether something was left for the next frame.
    boolean missed() {
        return missed;
    }

    /// The number of the tile that a column of the sound lies in.
    static long index(long column, int phase) {
        return Math.floorDiv(column + phase, WIDTH);
    }

    /// The first column of a tile.
    static long column(long index, int phase) {
        return index * WIDTH - phase;
    }

    /// A tile, or null when there is nothing to draw yet.
    @Nullable
    Image get(Look look, long index) {
        Key key = new Key(
                look.media().id(),
                look.framesPerPixel(),
                index,
                look.phase(),
                look.height(),
                packed(look.color()),
                look.gain(),
                look.reversed(),
                Shape.of(look.envelope()));
        Tile tile = tiles.get(key);
        if (tile != null && (tile.generation() < 0 || !isStale(tile, look))) {
            return tile.image();
        }
        if (System.nanoTime() > deadline) {
            missed = true;
            return tile == null ? null : tile.image();
        }
        Tile drawn = draw(look, key, tile);
        if (tile == null) {
            kept += (long) WIDTH * look.height();
            forget();
        }
        tiles.put(key, drawn);
        return drawn.image();
    }

    private boolean isStale(Tile tile, Look look) {
        Peaks peaks = look.framesPerPixel() >= Peaks.FINEST ? waves.peaks(look.media()) : null;
        return tile.generation() != waves.generation() || peaks != null && peaks.readyFrames() != tile.ready();
    }

    private void forget() {
        Iterator<Map.Entry<Key, Tile>> eldest = tiles.entrySet().iterator();
        while (kept > MAX_PIXELS && eldest.hasNext()) {
            kept -= (long) WIDTH * eldest.next().getKey().height();
            eldest.remove();
        }
    }

    private Tile draw(Look look, Key key, @Nullable Tile old) {
        int height = look.height();
        if (pixels.length < WIDTH * height) {
            pixels = new int[WIDTH * height];
        }
        Arrays.fill(pixels, 0, WIDTH * height, 0);
        long first = column(key.index(), key.phase());
        double from = look.reversed()
                ? look.media().frames() - (first + WIDTH) * look.framesPerPixel()
                : first * look.framesPerPixel();
        boolean stereo = look.media().channels() == 2;
        boolean complete = read(look, 0, from, min, max);
        if (stereo) {
            complete &= read(look, 1, from, otherMin, otherMax);
        }
        if (stereo && height >= TWO_WAVES) {
            paint(key, 0, height / 2, min, max);
            paint(key, height / 2, height - height / 2, otherMin, otherMax);
        } else {
            for (int i = 0; stereo && i < WIDTH; i++) {
                min[i] = Math.min(min[i], otherMin[i]);
                max[i] = Math.max(max[i], otherMax[i]);
            }
            paint(key, 0, height, min, max);
        }
        WritableImage image = old == null ? new WritableImage(WIDTH, height) : old.image();
        image.getPixelWriter().setPixels(0, 0, WIDTH, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, WIDTH);
        Peaks peaks = waves.peaks(look.media());
        return new Tile(image, complete ? -1 : waves.generation(), peaks == null ? 0 : peaks.readyFrames());
    }

    /// @return whether all of it was there
    private boolean read(Look look, int channel, double from, float[] low, float[] high) {
        boolean complete;
        if (look.framesPerPixel() >= Peaks.FINEST) {
            Peaks peaks = waves.peaks(look.media());
            complete = peaks != null && peaks.isComplete();
            if (peaks != null && channel < peaks.channels()) {
                peaks.read(channel, from, look.framesPerPixel(), low, high, null);
            } else {
                Arrays.fill(low, 0);
                Arrays.fill(high, 0);
            }
        } else {
            complete = waves.window(look.media()).read(channel, from, look.framesPerPixel(), low, high, null);
        }
        if (!look.envelope().isEmpty()) {
            shape(look, from, low, high);
        }
        if (look.reversed()) {
            reverse(low);
            reverse(high);
        }
        return complete;
    }

    /// Gives each column the gain that the envelope has in its middle.
    private static void shape(Look look, double from, float[] low, float[] high) {
        for (int i = 0; i < WIDTH; i++) {
            float gain = (float) Decibels.toGain(look.envelope().db(from + (i + 0.5) * look.framesPerPixel()));
            low[i] *= gain;
            high[i] *= gain;
        }
    }

    private static void reverse(float[] values) {
        for (int i = 0, j = values.length - 1; i < j; i++, j--) {
            float value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /// One wave into the rows from `top` on. The pixels at its ends are as strong as much of them it covers.
    private void paint(Key key, int top, int height, float[] low, float[] high) {
        float middle = top + height / 2f;
        float half = height / 2f;
        int alpha = key.packed() >>> 24;
        int red = key.packed() >> 16 & 255;
        int green = key.packed() >> 8 & 255;
        int blue = key.packed() & 255;
        int solid = premultiplied(alpha, red, green, blue);
        for (int x = 0; x < WIDTH; x++) {
            float upper = middle - reach(high[x] * key.gain()) * half;
            float lower = middle - reach(low[x] * key.gain()) * half;
            // Silence is a line too.
            float missing = 1 - (lower - upper);
            if (missing > 0) {
                upper -= missing / 2;
                lower += missing / 2;
            }
            int from = Math.clamp((int) Math.floor(upper), top, top + height - 1);
            int to = Math.clamp((int) Math.ceil(lower), from + 1, top + height);
            for (int y = from; y < to; y++) {
                float covered = Math.min(lower, y + 1) - Math.max(upper, y);
                pixels[y * WIDTH + x] = covered >= 1
                        ? solid
                        : premultiplied((int) (alpha * Math.max(0, covered) + 0.5f), red, green, blue);
            }
        }
    }

    /// The height of a sample, -1..1: its power of 5/8, so that a track that peaks at -24 dB is still seen in a low row
    /// and one at -6 dB has room above it.
    private static float reach(float sample) {
        float size = Math.min(1, Math.abs(sample));
        float root = (float) Math.sqrt(size * Math.sqrt(Math.sqrt(size)));
        return sample < 0 ? -root : root;
    }

    private static int premultiplied(int alpha, int red, int green, int blue) {
        return alpha << 24 | red * alpha / 255 << 16 | green * alpha / 255 << 8 | blue * alpha / 255;
    }

    private static int packed(Color color) {
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
