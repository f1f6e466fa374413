package studio.headroom.dsp.analysis;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/// The spectrum of a running signal, for the eye: levels in bands of equal ratio, which fall back slowly, and the
/// highest of them for a while. Pink noise is level, a sine reads its level wherever it is: 0 dB at full scale.
///
/// Hann windows of about 170 ms that overlap by three quarters. One thread.
public final class LiveSpectrum {
    public static final double LOWEST_HZ = 20;
    public static final double HIGHEST_HZ = 20_000;
    public static final double FLOOR_DB = -120;

    private static final int OVERLAP = 4;
    /// How fast bands fall towards what is there now.
    public static final double FALL_SECONDS = 0.25;

    public static final double HOLD_SECONDS = 2.0;
    private static final double HOLD_FALL_DB_PER_SECOND = 12;

    private final int size;
    private final int hop;
    private final double hopSeconds;
    private final FloatFFT_1D fft;
    private final float[] window;
    private final float[] recent;
    private final float[] work;
    private final double[] powers;
    private final double[] binFrom;
    private final double[] binTo;
    private final double[] smooth;
    private final double[] held;
    private final double[] heldFor;
    private int at;
    private int fresh;
    private double fallSeconds = FALL_SECONDS;
    private double holdSeconds = HOLD_SECONDS;

    /// @param bands how many points from [#LOWEST_HZ] to [#HIGHEST_HZ], both included, evenly spaced by ratio
    public LiveSpectrum(int sampleRate, int bands) {
        size = Integer.highestOneBit((int) (sampleRate * 0.25));
        hop = size / OVERLAP;
        hopSeconds = (double) hop / sampleRate;
        fft = new FloatFFT_1D(size);
        window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
        recent = new float[size];
        work = new float[size];
        powers = new double[size / 2 + 1];
        binFrom = new double[bands];
        binTo = new double[bands];
        double half = Math.pow(HIGHEST_HZ / LOWEST_HZ, 0.5 / (bands - 1));
        for (int i = 0; i < bands; i++) {
            double bin = hertz(i, bands) * size / sampleRate;
            binFrom[i] = Math.min(bin / half, size / 2.0);
            binTo[i] = Math.min(bin * half, size / 2.0);
        }
        smooth = new double[bands];
        held = new double[bands];
        heldFor = new double[bands];
        clear();
    }

    /// The middle of a band.
    public static double hertz(int band, int bands) {
        return LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) band / (bands - 1));
    }

    /// How fast bands fall: to a third in this time, 0.01 or more.
    public void setFall(double seconds) {
        fallSeconds = Math.max(0.01, seconds);
    }

    /// For how long the highest level of a band stays; infinity for good.
    public void setHold(double seconds) {
        holdSeconds = seconds;
    }

    /// Forgets the highest levels.
    public void releaseHeld() {
        Arrays.fill(held, FLOOR_DB);
    }

    public int bands() {
        return smooth.length;
    }

    /// Takes in the mean of two channels. What is no number counts as silence.
    ///
    /// @return whether the levels have changed
    public boolean add(float[] left, float[] right, int frames) {
        boolean changed = false;
        for (int i = 0; i < frames; i++) {
            float x = 0.5f * (left[i] + right[i]);
            recent[at] = Float.isFinite(x) ? x : 0;
            at = (at + 1) % size;
            if (++fresh == hop) {
                fresh = 0;
                analyze();
                changed = true;
            }
        }
        return changed;
    }

    /// Lets levels fall while nothing comes.
    public void rest(double seconds) {
        double keep = Math.exp(-seconds / fallSeconds);
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] *= keep;
        }
        fallHeld(seconds);
    }

    /// The level of a band in dB, at least [#FLOOR_DB].
    public double db(int band) {
        return toDb(smooth[band]);
    }

    /// The highest recent level of a band in dB.
    public double heldDb(int band) {
        return held[band];
    }

    public void clear() {
        Arrays.fill(recent, 0f);
        Arrays.fill(smooth, 0);
        Arrays.fill(held, FLOOR_DB);
    }

    private void analyze() {
        for (int i = 0; i < size; i++) {
            work[i] = recent[(at + i) % size] * window[i];
        }
        fft.realForward(work);
        // A sine of amplitude 1 has a peak of size / 4 behind the window.
        double scale = 16.0 / ((double) size * size);
        powers[0] = 0;
        powers[size / 2] = work[1] * work[1] * scale;
        for (int k = 1; k < size / 2; k++) {
            powers[k] = (work[2 * k] * work[2 * k] + work[2 * k + 1] * work[2 * k + 1]) * scale;
        }
        double keep = Math.exp(-hopSeconds / fallSeconds);
        for (int i = 0; i < smooth.length; i++) {
            double now = power(binFrom[i], binTo[i]);
            smooth[i] = Math.max(now, now + (smooth[i] - now) * keep);
            double db = toDb(now);
            if (db >= held[i]) {
                held[i] = db;
                heldFor[i] = 0;
            }
        }
        fallHeld(hopSeconds);
    }

    private void fallHeld(double seconds) {
        for (int i = 0; i < held.length; i++) {
            heldFor[i] += seconds;
            if (heldFor[i] > holdSeconds) {
                held[i] = Math.max(FLOOR_DB, held[i] - HOLD_FALL_DB_PER_SECOND * seconds);
            }
        }
    }

    /// The power between two places among the bins: the sum where there are several (a sine lies in one and a half of
    /// them), at least the highest; what lies there where there is none.
    private double power(double from, double to) {
        int last = powers.length - 1;
        if (from >= last) {
            return 0;
        }
        int first = (int) from;
        int end = Math.min(last, (int) Math.ceil(to));
        double highest = 0;
        double sum = 0;
        for (int k = first; k <= end; k++) {
            highest = Math.max(highest, powers[k]);
            sum += k >= from && k <= to ? powers[k] : 0;
        }
        if (to - from >= 1) {
            return Math.max(highest, sum / 1.5);
        }
        double middle = 0.5 * (from + to);
        int below = Math.min(last - 1, (int) middle);
        return powers[below] + (powers[below + 1] - powers[below]) * (middle - below);
    }

    private static double toDb(double power) {
        return power <= 1e-12 ? FLOOR_DB : 10 * Math.log10(power);
    }
}
