package studio.headroom.dsp.stereo;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.CrossoverPoint;

/// Splits mid and side into up to four bands and adds them up again, each with its own gain.
///
/// The split is a tree of Linkwitz-Riley crossovers of fourth order (Linkwitz, JAES 24(1) 1976) with the all-pass
/// of each missing crossover in the branches that do not have it (D'Appolito, 1987). All bands are so in phase with
/// each other and with the sum at unity, which is an all-pass: flat to rounding. Mid and side take the same tree,
/// therefore a band's width changes the image in that band and turns no phase between mid and side anywhere.
/// What a crossover is made of says [CrossoverPoint].
@RealTime
public final class SideBands {
    public static final int MOST_BANDS = 4;
    /// The longest run of [#process], in frames.
    public static final int BLOCK = Timeline.SUB_BLOCK;

    private static final double DAMPING = CrossoverPoint.DAMPING;
    /// Sections: two for each of three crossovers, one for the all-pass in each of the two branches.
    private static final int SECTIONS = 8;

    private final int sampleRate;
    private final int bands;
    private final CrossoverPoint[] points = new CrossoverPoint[MOST_BANDS - 1];
    /// Of mid and of side.
    private final double[][] state = new double[2][2 * SECTIONS];
    private final double[][] midBand = new double[MOST_BANDS][BLOCK];
    private final double[][] sideBand = new double[MOST_BANDS][BLOCK];

    /// @param bands 1 to 4
    public SideBands(int sampleRate, int bands) {
        this.sampleRate = sampleRate;
        this.bands = bands;
        for (int i = 0; i < points.length; i++) {
            points[i] = new CrossoverPoint();
            setCrossover(i, 1000);
        }
    }

    /// @param index of the crossover, from the lowest; frequencies must not fall from one to the next
    public void setCrossover(int index, double hertz) {
        points[index].set(sampleRate, hertz);
    }

    public void clear() {
        for (double[] row : state) {
            Arrays.fill(row, 0.0);
        }
    }

    /// Replaces mid and side by the sums of their bands.
    ///
    /// @param midGain of each band at frame 0 of a straight line
    /// @param midStep what the gain grows by per frame
    /// @param first the place of the first frame on those lines
    public void process(
            double[] mid,
            double[] side,
            int frames,
            double[] midGain,
            double[] midStep,
            double[] sideGain,
            double[] sideStep,
            int first) {
        split(mid, side, frames);
        mix(midBand, mid, frames, midGain, midStep, first);
        mix(sideBand, side, frames, sideGain, sideStep, first);
    }

    private void mix(double[][] band, double[] out, int frames, double[] gain, double[] step, int first) {
        Arrays.fill(out, 0, frames, 0.0);
        for (int b = 0; b < bands; b++) {
            add(band[b], out, frames, gain[b], step[b], first);
        }
    }

    private static void add(double[] band, double[] out, int frames, double gain, double step, int first) {
        for (int i = 0; i < frames; i++) {
            out[i] += band[i] * (gain + step * (first + i));
        }
    }

    private void split(double[] mid, double[] side, int frames) {
        double[][] m = midBand;
        double[][] s = sideBand;
        switch (bands) {
            case 1 -> {
                System.arraycopy(mid, 0, m[0], 0, frames);
                System.arraycopy(side, 0, s[0], 0, frames);
            }
            case 2 -> cross(0, 0, mid, side, m[0], s[0], m[1], s[1], frames);
            case 3 -> {
                cross(0, 1, mid, side, m[0], s[0], m[2], s[2], frames);
                cross(4, 0, m[0], s[0], m[0], s[0], m[1], s[1], frames);
                allPass(12, 0, m[2], s[2], frames);
            }
            default -> {
                cross(0, 1, mid, side, m[0], s[0], m[2], s[2], frames);
                allPass(12, 2, m[0], s[0], frames);
                cross(4, 0, m[0], s[0], m[0], s[0], m[1], s[1], frames);
                allPass(14, 0, m[2], s[2], frames);
                cross(8, 2, m[2], s[2], m[2], s[2], m[3], s[3], frames);
            }
        }
    }

    /// Splits two signals at a crossover. Both go through one loop, since each waits for its own last frame.
    private void cross(
            int at,
            int crossover,
            double[] mid,
            double[] side,
            double[] midLow,
            double[] sideLow,
            double[] midHigh,
            double[] sideHigh,
            int frames) {
        double ka = points[crossover].a();
        double kb = points[crossover].b();
        double kc = points[crossover].c();
        double[] ms = state[0];
        double[] ss = state[1];
        double m1 = ms[at];
        double m2 = ms[at + 1];
        double m3 = ms[at + 2];
        double m4 = ms[at + 3];
        double s1 = ss[at];
        double s2 = ss[at + 1];
        double s3 = ss[at + 2];
        double s4 = ss[at + 3];
        for (int i = 0; i < frames; i++) {
            double in = mid[i];
            double rest = in - m2;
            double next1 = ka * m1 + kb * rest;
            double next2 = m2 + (kb * m1 + kc * rest);
            double allPassed = in - DAMPING * (m1 + next1);
            double second = 0.5 * (m2 + next2);
            m1 = next1;
            m2 = next2;
            rest = second - m4;
            next1 = ka * m3 + kb * rest;
            next2 = m4 + (kb * m3 + kc * rest);
            double fourth = 0.5 * (m4 + next2);
            m3 = next1;
            m4 = next2;
            midLow[i] = fourth;
            midHigh[i] = allPassed - fourth;

            in = side[i];
            rest = in - s2;
            next1 = ka * s1 + kb * rest;
            next2 = s2 + (kb * s1 + kc * rest);
            allPassed = in - DAMPING * (s1 + next1);
            second = 0.5 * (s2 + next2);
            s1 = next1;
            s2 = next2;
            rest = second - s4;
            next1 = ka * s3 + kb * rest;
            next2 = s4 + (kb * s3 + kc * rest);
            fourth = 0.5 * (s4 + next2);
            s3 = next1;
            s4 = next2;
            sideLow[i] = fourth;
            sideHigh[i] = allPassed - fourth;
        }
        ms[at] = m1;
        ms[at + 1] = m2;
        ms[at + 2] = m3;
        ms[at + 3] = m4;
        ss[at] = s1;
        ss[at + 1] = s2;
        ss[at + 2] = s3;
        ss[at + 3] = s4;
    }

    private void allPass(int at, int crossover, double[] mid, double[] side, int frames) {
        double ka = points[crossover].a();
        double kb = points[crossover].b();
        double kc = points[crossover].c();
        double[] ms = state[0];
        double[] ss = state[1];
        double m1 = ms[at];
        double m2 = ms[at + 1];
        double s1 = ss[at];
        double s2 = ss[at + 1];
        for (int i = 0; i < frames; i++) {
            double rest = mid[i] - m2;
            double next = ka * m1 + kb * rest;
            m2 += kb * m1 + kc * rest;
            mid[i] -= DAMPING * (m1 + next);
            m1 = next;
            rest = side[i] - s2;
            next = ka * s1 + kb * rest;
            s2 += kb * s1 + kc * rest;
            side[i] -= DAMPING * (s1 + next);
            s1 = next;
        }
        ms[at] = m1;
        ms[at + 1] = m2;
        ss[at] = s1;
        ss[at + 1] = s2;
    }

    /// Clears what is too small to be heard or no number. To be called at the same frames whatever the block size
    /// is.
    public void tidy() {
        for (double[] row : state) {
            double size = 0;
            for (double v : row) {
                size += Math.abs(v);
            }
            if (!(size > 1e-15 && size < 1e40)) {
                Arrays.fill(row, 0.0);
            }
        }
    }
}
