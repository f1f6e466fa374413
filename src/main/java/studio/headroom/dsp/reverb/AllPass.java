package studio.headroom.dsp.reverb;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.BlockDelay;

/// A delay line read between its samples by a first-order all-pass, the part of the delay that is not whole. At every
/// frequency it gives back all that went in, however often the sound comes around, which no interpolator without
/// feedback does.
///
/// T. I. Laakso et al., "Splitting the Unit Delay", IEEE Signal Processing Magazine 13 (1996).
@RealTime
final class AllPass {
    /// Frames of history from which a new reading makes its memory: what came before counts 0.6^24 at most, -106 dB.
    static final int WARM_UP = 24;

    private static final int ROW = Timeline.SUB_BLOCK;
    private static final float TINY = 1e-15f;

    /// Whole frames of the delay; the all-pass adds 0.25 to 1.75.
    private int whole;

    /// The delay at the end of the present glide, and the coefficient there.
    private double goal;

    private double end;
    private float coefficient;
    private float step;
    private float memory;

    int whole() {
        return whole;
    }

    void clear() {
        memory = 0;
    }

    /// Is nowhere near any delay.
    void forget() {
        whole = -2;
    }

    /// Goes on from where the other one is, and stands still.
    void holdLike(AllPass other) {
        whole = other.whole;
        coefficient = other.coefficient;
        memory = other.memory;
        step = 0;
    }

    /// Sets the glide of the coming sub-block.
    ///
    /// @param from delay in frames at its start, `to` at its end
    void glide(int newWhole, double from, double to, double perFrame) {
        double begin = whole == newWhole && goal == from ? end : coefficient(from - newWhole);
        whole = newWhole;
        goal = to;
        end = coefficient(to - newWhole);
        coefficient = (float) begin;
        step = (float) ((end - begin) * perFrame);
    }

    private static double coefficient(double delay) {
        return (1 - delay) / (1 + delay);
    }

    /// Fills the memory as if the line had been read like this before.
    void warmUp(BlockDelay line) {
        float[] x = line.data();
        int start = line.start(whole + 1 + WARM_UP);
        float y = 0;
        for (int t = 0; t < WARM_UP; t++) {
            y = coefficient * (x[start + t + 1] - y) + x[start + t];
        }
        memory = y;
    }

    /// Flushes what is left of a sound long gone.
    void flush() {
        memory = Math.abs(memory) < TINY ? 0 : memory;
    }

    /// Reads one run.
    void read(BlockDelay line, float[] dest, int frames) {
        float[] x = line.data();
        int start = line.start(whole + 1);
        float c = coefficient;
        float y = memory;
        for (int t = 0; t < frames; t++) {
            y = c * x[start + t + 1] + x[start + t] - c * y;
            dest[t] = y;
            c += step;
        }
        coefficient = c;
        memory = y;
    }

    /// Reads one run of four lines into its row each. Side by side, because each frame of a line has to wait for the
    /// one before it.
    ///
    /// @param rows a sub-block for each
    static void read(AllPass[] all, BlockDelay[] lines, float[] rows, int frames) {
        AllPass a = all[0];
        AllPass b = all[1];
        AllPass c = all[2];
        AllPass d = all[3];
        float[] xa = lines[0].data();
        float[] xb = lines[1].data();
        float[] xc = lines[2].data();
        float[] xd = lines[3].data();
        int sa = lines[0].start(a.whole + 1);
        int sb = lines[1].start(b.whole + 1);
        int sc = lines[2].start(c.whole + 1);
        int sd = lines[3].start(d.whole + 1);
        float ca = a.coefficient;
        float cb = b.coefficient;
        float cc = c.coefficient;
        float cd = d.coefficient;
        float ga = a.step;
        float gb = b.step;
        float gc = c.step;
        float gd = d.step;
        float ya = a.memory;
        float yb = b.memory;
        float yc = c.memory;
        float yd = d.memory;
        for (int t = 0; t < frames; t++) {
            ya = ca * xa[sa + t + 1] + xa[sa + t] - ca * ya;
            yb = cb * xb[sb + t + 1] + xb[sb + t] - cb * yb;
            yc = cc * xc[sc + t + 1] + xc[sc + t] - cc * yc;
            yd = cd * xd[sd + t + 1] + xd[sd + t] - cd * yd;
            rows[t] = ya;
            rows[t + ROW] = yb;
            rows[t + 2 * ROW] = yc;
            rows[t + 3 * ROW] = yd;
            ca += ga;
            cb += gb;
            cc += gc;
            cd += gd;
        }
        a.coefficient = ca;
        b.coefficient = cb;
        c.coefficient = cc;
        d.coefficient = cd;
        a.memory = ya;
        b.memory = yb;
        c.memory = yc;
        d.memory = yd;
    }
}
