package studio.headroom.mastering.coded;

import studio.headroom.audio.Decibels;
import studio.headroom.dsp.analysis.FoldSpectrum;
import studio.headroom.dsp.analysis.ThirdOctaves;

/// The mean power spectrum of a whole sound, without any gate: so a sound, what was made of it and the difference of
/// both can be held against each other. One thread.
final class BandPowers {
    /// Lines of 2.7 to 3 Hz at 44.1 and 48 kHz: the third at 20 Hz, 4.6 Hz wide, has some of its own.
    private static final double WINDOW_SECONDS = 0.4;
    /// The half of a third of an octave, base ten (IEC 61260-1).
    private static final double HALF = Math.pow(10, 0.05);

    private final FoldSpectrum spectrum;
    private final double hertz;
    private final double[] powers;
    private long windows;

    /// @param channels one or two
    BandPowers(int sampleRate, int channels) {
        spectrum = FoldSpectrum.of(WINDOW_SECONDS, sampleRate, channels);
        hertz = (double) sampleRate / spectrum.size();
        powers = new double[spectrum.size() / 2];
    }

    void process(float[][] sound, int offset, int count) {
        spectrum.process(sound, offset, count, (total, mono, at) -> add(total));
    }

    private void add(float[] total) {
        for (int bin = 1; bin < powers.length; bin++) {
            powers[bin] += total[bin];
        }
        windows++;
    }

    /// Ends the sound; what was shorter than a window counts as if silence followed.
    ///
    /// @param channels of the sound
    void finish(int channels) {
        if (windows == 0) {
            process(new float[channels][spectrum.size()], 0, spectrum.size());
        }
    }

    /// The power between two frequencies; the mean square of all that lies there.
    double power(double fromHz, double toHz) {
        double sum = 0;
        int end = (int) Math.min(powers.length, Math.ceil(toHz / hertz - 0.5));
        for (int bin = (int) Math.max(1, Math.ceil(fromHz / hertz - 0.5)); bin < end; bin++) {
            sum += powers[bin];
        }
        return windows == 0 ? 0 : sum / windows;
    }

    /// Levels of the third octaves from 20 Hz to 20 kHz in dBFS (mean square); -∞ for silence.
    double[] thirdOctavesDb() {
        double[] levels = new double[ThirdOctaves.BANDS];
        for (int band = 0; band < levels.length; band++) {
            double middle = ThirdOctaves.hertz(band);
            levels[band] = Decibels.fromPower(power(middle / HALF, middle * HALF));
        }
        return levels;
    }

    /// Half of the sample rate.
    double highest() {
        return hertz * powers.length;
    }
}
