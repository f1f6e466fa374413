package studio.headroom.dsp.analysis;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.dsp.filter.BandSplitter;

/// Peak and root mean square of a program in four broad bands, as a whole and in passages of about three seconds, and
/// the noise that stays in its highest band when the music does not play there. Passages take 100 kB an hour. One
/// thread.
public final class BandLevels {
    public static final int BANDS = 4;
    private static final double[] CROSSOVERS = {120, 1_200, 6_000};
    private static final double LOWEST_DB = -150;
    private static final int CLASSES_PER_DB = 10;
    /// Digital silence is no noise floor.
    private static final double SILENT_DB = -115;
    private static final double WINDOW_SECONDS = 0.05;
    private static final double PASSAGE_SECONDS = 3;

    private final BandSplitter splitter;
    private final int windowFrames;
    private final float[][] run = new float[2][Timeline.SUB_BLOCK];
    private final double[] peak = new double[BANDS];
    private final double[] squares = new double[BANDS];
    private final long[] windows = new long[(int) (-LOWEST_DB * 2) * CLASSES_PER_DB];
    private final long passageFrames;
    private final List<Passage> passages = new ArrayList<>();
    private double[] passageSquares = new double[BANDS];
    private double left;
    private double right;
    private double product;
    private double highest;
    private long passageFrom;
    private double windowSquares;
    private int inWindow;
    private int filled;
    private long frames;

    /// A few seconds of the program.
    ///
    /// @param from first frame
    /// @param to frame after the last one
    /// @param bands mean square over both channels in each band; not to be changed
    /// @param left mean square of the first channel
    /// @param right of the second
    /// @param product mean of the product of both
    /// @param peak largest magnitude
    public record Passage(long from, long to, double[] bands, double left, double right, double product, double peak) {
        /// Mean square over both channels.
        public double power() {
            return (left + right) / 2;
        }
    }

    public BandLevels(int sampleRate) {
        splitter = new BandSplitter(sampleRate, BANDS, 2);
        for (int i = 0; i < CROSSOVERS.length; i++) {
            splitter.setCrossover(i, CROSSOVERS[i]);
        }
        windowFrames = Math.max(1, (int) (WINDOW_SECONDS * sampleRate));
        passageFrames = (long) (PASSAGE_SECONDS * sampleRate);
    }

    /// The lower edge of a band in Hz; that of [#BANDS] is the upper edge of the last.
    public static double edge(int band) {
        return band == 0 ? 0 : band == BANDS ? 24_000 : CROSSOVERS[band - 1];
    }

    /// Takes in `count` frames of `in[channel][offset ..)`, one channel or two.
    public void process(float[][] in, int offset, int count) {
        float[] second = in[in.length > 1 ? 1 : 0];
        int at = offset;
        while (at < offset + count) {
            int now = Math.min(offset + count - at, Timeline.SUB_BLOCK - filled);
            System.arraycopy(in[0], at, run[0], filled, now);
            System.arraycopy(second, at, run[1], filled, now);
            filled += now;
            at += now;
            if (filled == Timeline.SUB_BLOCK) {
                take();
            }
        }
    }

    /// Counts what has come last.
    public void finish() {
        take();
        // A few last tones are no passage, unless there is no other.
        if (frames - passageFrom > passageFrames / 2 || passages.isEmpty()) {
            endPassage();
        }
    }

    /// In the order of time; complete once it is finished.
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    private void endPassage() {
        double count = Math.max(1, frames - passageFrom);
        for (int band = 0; band < BANDS; band++) {
            passageSquares[band] /= 2 * count;
        }
        passages.add(new Passage(
                passageFrom, frames, passageSquares, left / count, right / count, product / count, highest));
        passageSquares = new double[BANDS];
        left = 0;
        right = 0;
        product = 0;
        highest = 0;
        passageFrom = frames;
    }

    private void addToPassage() {
        for (int i = 0; i < filled; i++) {
            double one = run[0][i];
            double two = run[1][i];
            left += one * one;
            right += two * two;
            product += one * two;
            highest = Math.max(highest, Math.max(Math.abs(one), Math.abs(two)));
        }
    }

    private void take() {
        addToPassage();
        splitter.split(run, 0, filled);
        for (int band = 0; band < BANDS; band++) {
            double most = peak[band];
            double sum = 0;
            for (float[] channel : splitter.band(band)) {
                for (int i = 0; i < filled; i++) {
                    double sample = channel[i];
                    most = Math.max(most, Math.abs(sample));
                    sum += sample * sample;
                }
            }
            peak[band] = most;
            squares[band] += sum;
            passageSquares[band] += sum;
            if (band == BANDS - 1) {
                windowSquares += sum;
            }
        }
        frames += filled;
        if (frames - passageFrom >= passageFrames) {
            endPassage();
        }
        inWindow += filled;
        filled = 0;
        if (inWindow >= windowFrames) {
            double db = Decibels.fromPower(windowSquares / (2.0 * inWindow));
            if (db > SILENT_DB) {
                windows[Math.min(windows.length - 1, (int) ((db - LOWEST_DB) * CLASSES_PER_DB))]++;
            }
            windowSquares = 0;
            inWindow = 0;
        }
    }

    /// Peak over root mean square of a band in dB; 0 for silence.
    public double crestDb(int band) {
        return squares[band] == 0
                ? 0
                : Decibels.fromGain(peak[band]) - Decibels.fromPower(squares[band] / (2.0 * frames));
    }

    /// The level above 6 kHz that some percent of the program stay below, in dBFS (root mean square over 50 ms); -∞
    /// where all of it is silent. The 5th percentile is what remains between the notes.
    public double trebleDbfs(double percent) {
        long all = 0;
        for (long count : windows) {
            all += count;
        }
        long rank = (long) Math.ceil(all * percent / 100);
        long seen = 0;
        for (int i = 0; i < windows.length && all > 0; i++) {
            seen += windows[i];
            if (seen >= Math.max(1, rank)) {
                return LOWEST_DB + (i + 0.5) / CLASSES_PER_DB;
            }
        }
        return Double.NEGATIVE_INFINITY;
    }
}
