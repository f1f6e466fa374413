package studio.headroom.dsp.analysis;

import java.util.Arrays;

/// Counts how much of each pitch there is, in steps of ten cents, over the peaks of spectra. A peak also counts, less,
/// for the notes of which it may be an overtone. One thread at a time.
final class PitchClasses {
    private static final double LOWEST_HZ = 60;
    private static final double HIGHEST_HZ = 2_500;
    private static final int STEPS = 120;
    private static final int STEPS_PER_SEMITONE = STEPS / 12;
    private static final int OVERTONES = 5;
    private static final double OVERTONE_WEIGHT = 0.6;
    /// A peak that is 40 dB under its frame's highest is noise or leakage.
    private static final float RANGE = 0.01f;
    /// A peak is the highest bin within this on both sides: the main lobe of a Hann window.
    private static final int LOBE = 2;
    /// Frames of pure noise have their peaks everywhere; in music few stand out.
    private static final int FEW_FRAMES = 20;

    private final double binHz;
    private final double[] all = new double[STEPS];
    private final double[] frame = new double[STEPS];
    private final double[] tuned = new double[STEPS_PER_SEMITONE];
    private int frames;

    PitchClasses(int size, int sampleRate) {
        binHz = (double) sampleRate / size;
    }

    /// Adds a spectrum; each counts the same, however loud it is.
    ///
    /// @param least magnitude of the highest peak; quieter frames are not counted
    void add(float[] magnitudes, float least) {
        int from = (int) Math.ceil(LOWEST_HZ / binHz);
        int to = (int) Math.min(magnitudes.length - LOBE - 1, HIGHEST_HZ / binHz);
        float most = 0;
        for (int bin = from; bin < to; bin++) {
            most = Math.max(most, magnitudes[bin]);
        }
        if (most < least) {
            return;
        }
        Arrays.fill(frame, 0);
        for (int bin = from; bin < to; bin++) {
            if (magnitudes[bin] > RANGE * most && isPeak(magnitudes, bin)) {
                addPeak(binHz * (bin + vertex(magnitudes, bin)), Math.sqrt(magnitudes[bin] / most));
            }
        }
        double sum = 0;
        for (double value : frame) {
            sum += value;
        }
        for (int i = 0; i < STEPS && sum > 0; i++) {
            all[i] += frame[i] / sum;
        }
        frames++;
    }

    private static boolean isPeak(float[] magnitudes, int bin) {
        for (int i = bin - LOBE; i <= bin + LOBE; i++) {
            if (magnitudes[i] > magnitudes[bin]) {
                return false;
            }
        }
        return true;
    }

    private static double vertex(float[] magnitudes, int bin) {
        double left = Math.log(magnitudes[bin - 1] + 1e-20);
        double middle = Math.log(magnitudes[bin] + 1e-20);
        double right = Math.log(magnitudes[bin + 1] + 1e-20);
        double curve = left - 2 * middle + right;
        return curve < 0 ? Math.clamp(0.5 * (left - right) / curve, -0.5, 0.5) : 0;
    }

    private void addPeak(double hz, double weight) {
        tuned[Math.floorMod(step(hz), STEPS_PER_SEMITONE)] += weight;
        double share = weight;
        for (int overtone = 1; overtone <= OVERTONES && hz / overtone >= LOWEST_HZ; overtone++) {
            frame[step(hz / overtone)] += share;
            share *= OVERTONE_WEIGHT;
        }
    }

    /// Tens of cents above a C, 0 to 119.
    private static int step(double hz) {
        double octaves = Math.log(hz / 440) / Math.log(2) + 0.75;
        return Math.floorMod((int) Math.rint(octaves * STEPS), STEPS);
    }

    /// How far the sound is from 440 Hz: the mean direction of all peaks within their semitone, -50 to 50 cents.
    double tuning() {
        double re = 0;
        double im = 0;
        for (int i = 0; i < STEPS_PER_SEMITONE; i++) {
            re += tuned[i] * Math.cos(2 * Math.PI * i / STEPS_PER_SEMITONE);
            im += tuned[i] * Math.sin(2 * Math.PI * i / STEPS_PER_SEMITONE);
        }
        return re == 0 && im == 0 ? 0 : 50 * Math.atan2(im, re) / Math.PI;
    }

    /// How much there is of C, C sharp, ... B in the sound's own tuning.
    double[] histogram() {
        double shift = tuning() / 100 * STEPS_PER_SEMITONE;
        double[] histogram = new double[12];
        for (int i = 0; i < STEPS; i++) {
            double semitones = (i - shift) / STEPS_PER_SEMITONE;
            int nearest = (int) Math.rint(semitones);
            double off = Math.cos(Math.PI * (semitones - nearest));
            histogram[Math.floorMod(nearest, 12)] += all[i] * off * off;
        }
        return histogram;
    }

    /// 0 without sound, 1 from two or three seconds on.
    double presence() {
        return Math.min(1, (double) frames / FEW_FRAMES);
    }
}
