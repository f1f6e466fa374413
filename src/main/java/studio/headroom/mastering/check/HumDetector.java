package studio.headroom.mastering.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.analysis.FoldSpectrum;

/// Mains hum: lines at multiples of 50 or 60 Hz that stand out of their neighborhood in nearly all passages of 2
/// seconds. The sound is brought to about 2 kHz by means of as many frames, which have their zeros where what is above
/// would fold onto the hum.
final class HumDetector implements Detector {
    private static final int LOW_RATE = 2000;
    private static final int LINES = 4;
    private static final int LEAST_LINES = 2;
    private static final int LEAST_PASSAGES = 3;
    /// In lines of the spectrum, about 1 Hz each: what belongs to the line, and its neighborhood.
    private static final int NEAR = 2;

    private static final int FAR = 9;
    private static final double LEAST_LEVEL = -100;

    private final int channels;
    private final int factor;
    private final double lowRate;
    private final int lowFrames;
    private final LowSpectrum spectrum;
    private final int[][] held = new int[2][LINES];
    private final double[][] weakest = new double[2][LINES];
    private final double[] neighborhood = new double[2 * (FAR - NEAR)];
    private int passages;
    private double sum;
    private int summed;

    /// The spectrum of the sound at the low rate.
    private static final class LowSpectrum {
        private final FoldSpectrum spectrum;
        private final float[][] block = new float[1][256];
        private int filled;

        LowSpectrum(double seconds, int lowRate) {
            spectrum = FoldSpectrum.of(seconds, lowRate, 1);
        }

        void add(float x, FoldSpectrum.Listener listener) {
            block[0][filled++] = x;
            if (filled == block[0].length) {
                spectrum.process(block, 0, filled, listener);
                filled = 0;
            }
        }
    }

    HumDetector(AudioFormat format) {
        channels = format.channels();
        factor = Math.max(1, format.sampleRate() / LOW_RATE);
        lowRate = (double) format.sampleRate() / factor;
        spectrum = new LowSpectrum(2.1, (int) Math.round(lowRate));
        lowFrames = spectrum.spectrum.size();
        for (double[] row : weakest) {
            Arrays.fill(row, Double.MAX_VALUE);
        }
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        float[] left = chunk[0];
        float[] right = chunk[channels - 1];
        double total = sum;
        int in = summed;
        for (int i = 0; i < count; i++) {
            total += left[i] + right[i];
            if (++in == factor) {
                spectrum.add((float) (total / (2 * factor)), this::passage);
                total = 0;
                in = 0;
            }
        }
        sum = total;
        summed = in;
    }

    private void passage(float[] powers, float[] mono, long at) {
        double level = 0;
        for (float power : powers) {
            level += power;
        }
        if (Decibels.fromPower(level) < LEAST_LEVEL) {
            return;
        }
        passages++;
        for (int mains = 0; mains < 2; mains++) {
            for (int line = 0; line < LINES; line++) {
                double hertz = (mains == 0 ? 50 : 60) * (line + 1.0);
                double power = standingOut(powers, (int) Math.round(hertz * lowFrames / lowRate));
                if (power > 0) {
                    held[mains][line]++;
                    weakest[mains][line] = Math.min(weakest[mains][line], power);
                }
            }
        }
    }

    /// The power of a line, or 0 where it does not stand out.
    private double standingOut(float[] powers, int bin) {
        if (bin + FAR >= powers.length) {
            return 0;
        }
        double line = 0;
        for (int k = bin - 1; k <= bin + 1; k++) {
            line += powers[k];
        }
        int n = 0;
        double highest = 0;
        for (int k = NEAR + 1; k <= FAR; k++) {
            neighborhood[n++] = powers[bin - k];
            neighborhood[n++] = powers[bin + k];
            highest = Math.max(highest, Math.max(powers[bin - k], powers[bin + k]));
        }
        Arrays.sort(neighborhood);
        double usual = neighborhood[n / 2] * 3;
        return line > highest && line > usual * Math.pow(10, Limits.HUM_LINE / 10) ? line : 0;
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        if (passages < LEAST_PASSAGES) {
            return;
        }
        for (int mains = 0; mains < 2; mains++) {
            int lines = 0;
            double power = 0;
            for (int line = 0; line < LINES; line++) {
                if (held[mains][line] >= Limits.HUM_SHARE * passages) {
                    lines++;
                    power += weakest[mains][line];
                }
            }
            double level = Decibels.fromPower(power);
            if (lines >= LEAST_LINES && level > Limits.HUM) {
                findings.add(Finding.at(
                        FindingKind.HUM,
                        Severity.WARNING,
                        new Place(0, frames, level),
                        Limits.HUM,
                        String.format(
                                Locale.ROOT,
                                "A hum of %d Hz and its multiples runs through the whole file at %.0f dBFS.",
                                mains == 0 ? 50 : 60,
                                level)));
                return;
            }
        }
    }
}
