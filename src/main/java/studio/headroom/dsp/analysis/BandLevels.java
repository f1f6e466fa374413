package studio.headroom.dsp.analysis;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.audio.Decibels;

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

    private final BandPowers powers;
    private final int windowFrames;
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
        powers = new BandPowers(sampleRate, CROSSOVERS);
        windowFrames = Math.max(1, (int) (WINDOW_SECONDS * sampleRate));
        passageFrames = (long) (PASSAGE_SECONDS * sampleRate);
    }

    /// The lower edge of a band in Hz; that of [#BANDS] is the upper edge of the last.
    public static double edge(int band) {
        return band == 0 ? 0 : band == BANDS ? 24_000 : CROSSOVERS[band - 1];
    }

    /// Takes in `count` frames of `in[channel][offset ..)`, one channel or two.
    public void process(float[][] in, int offset, int count) {
        int done = 0;
        while (done < count) {
            done += powers.fill(in, offset + done, count - done);
            if (powers.isFull()) {
                take();
            }
        }
    }

    /// Counts what has come last.
    public void finish() {
        take();
        // A few last tones are no passage, unless there is no other.
        if (powers.frames() - passageFrom > passageFrames / 2 || passages.isEmpty()) {
            endPassage();
        }
    }

    /// In the order of time; complete once it is finished.
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    private void endPassage() {
        long frames = powers.frames();
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
        float[] first = powers.row(0);
        float[] second = powers.row(1);
        for (int i = 0; i < powers.filled(); i++) {
            double one = first[i];
            double two = second[i];
            left += one * one;
            right += two * two;
            product += one * two;
            highest = Math.max(highest, Math.max(Math.abs(one), Math.abs(two)));
        }
    }

    private void take() {
        addToPassage();
        inWindow += powers.filled();
        powers.measure();
        for (int band = 0; band < BANDS; band++) {
            passageSquares[band] += powers.latest(band);
        }
        windowSquares += powers.latest(BANDS - 1);
        if (powers.frames() - passageFrom >= passageFrames) {
            endPassage();
        }
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
        return powers.crestDb(band);
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
