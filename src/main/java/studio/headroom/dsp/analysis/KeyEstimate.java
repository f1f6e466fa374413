package studio.headroom.dsp.analysis;

import be.tarsos.dsp.util.fft.FFT;
import be.tarsos.dsp.util.fft.HannWindow;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.resample.ResampledStream;

/// The key of a sound that has one: how much there is of each of the twelve pitch classes (E. Gómez, *Tonal Description
/// of Polyphonic Audio for Music Content Processing*, INFORMS Journal on Computing 18, 2006), compared with what each
/// of the 24 keys has (profiles of D. Temperley, *Music and Probability*, 2007, after the examples of Kostka and
/// Payne).
///
/// @param key the likeliest; without meaning where it is not [#isKnown()]
/// @param confidence 0 to 1
/// @param tuning of the sound against 440 Hz, -50 to 50 cents
/// @param ranking all 24, the likeliest first
public record KeyEstimate(Key key, double confidence, double tuning, List<Candidate> ranking) {
    /// What is less sure than this is not an answer.
    private static final double KNOWN = 0.3;

    private static final int RATE = 11_025;
    private static final int SIZE = 4096;
    private static final int HOP = 2048;

    /// Quieter frames are silence: a sine of -70 dB.
    private static final float LEAST = 3e-4f;

    private static final double[] MAJOR = {
        0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400
    };
    private static final double[] MINOR = {
        0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330
    };

    /// Correlation with the best key: below the first it may be chance, from the second on it is sure. So with how much
    /// the pitch classes differ, as standard deviation over mean: noise has them all.
    private static final double[] CORRELATION = {0.45, 0.8};

    private static final double[] CONTRAST = {0.15, 0.45};

    /// So with how many pitch classes there are, as the inverse of the sum of the squares of their shares: a note and
    /// its overtones belong to many keys.
    private static final double[] CLASSES = {4, 6};

    /// @param tonic semitones above C, 0 to 11
    public record Key(int tonic, boolean minor) {
        private static final List<String> NAMES =
                List.of("C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B");
        private static final List<String> MINOR_NAMES =
                List.of("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "G♯", "A", "B♭", "B");

        /// The key of the other mode with the same notes.
        public Key relative() {
            return new Key((tonic + (minor ? 3 : 9)) % 12, !minor);
        }

        /// The key of the other mode on the same tonic.
        public Key parallel() {
            return new Key(tonic, !minor);
        }

        /// As musicians write it: `C major`, `F♯ minor`.
        public String text() {
            return minor ? MINOR_NAMES.get(tonic) + " minor" : NAMES.get(tonic) + " major";
        }
    }

    /// @param correlation of the sound's pitch classes with the key's, -1 to 1
    public record Candidate(Key key, double correlation) {}

    /// Whether this is an answer.
    public boolean isKnown() {
        return confidence >= KNOWN;
    }

    /// Listens to a whole stream.
    ///
    /// @param stream stays open
    /// @param canceled is asked often; work then ends with a [java.io.InterruptedIOException]
    public static KeyEstimate of(SampleStream stream, BooleanSupplier canceled) throws IOException {
        MonoFrames frames = new MonoFrames(ResampledStream.of(stream, RATE), SIZE, HOP, canceled);
        FFT fft = new FFT(SIZE, new HannWindow());
        PitchClasses classes = new PitchClasses(SIZE, RATE);
        float[] samples = new float[SIZE];
        float[] magnitudes = new float[SIZE / 2];
        while (frames.next(samples)) {
            fft.forwardTransform(samples);
            fft.modulus(samples, magnitudes);
            classes.add(magnitudes, LEAST * SIZE / 4);
        }
        return of(classes.histogram(), classes.tuning(), classes.presence());
    }

    private static KeyEstimate of(double[] histogram, double tuning, double presence) {
        List<Candidate> ranking = IntStream.range(0, 24)
                .mapToObj(i -> new Key(i % 12, i >= 12))
                .map(key -> new Candidate(key, correlation(histogram, key)))
                .sorted(Comparator.comparingDouble(Candidate::correlation).reversed())
                .toList();
        Candidate best = ranking.getFirst();
        double mean = 0;
        double square = 0;
        for (double value : histogram) {
            mean += value / 12;
            square += value * value / 12;
        }
        double contrast = mean > 0 ? Math.sqrt(Math.max(0, square - mean * mean)) / mean : 0;
        double classes = square > 0 ? 12 * mean * mean / square : 0;
        double confidence = presence
                * sureness(best.correlation(), CORRELATION)
                * sureness(contrast, CONTRAST)
                * sureness(classes, CLASSES);
        return new KeyEstimate(best.key(), confidence, tuning, ranking);
    }

    private static double sureness(double value, double[] limits) {
        return Math.clamp((value - limits[0]) / (limits[1] - limits[0]), 0, 1);
    }

    /// Pearson's correlation.
    private static double correlation(double[] histogram, Key key) {
        double[] profile = key.minor() ? MINOR : MAJOR;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (int i = 0; i < 12; i++) {
            double x = histogram[(key.tonic() + i) % 12];
            double y = profile[i];
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumYy += y * y;
            sumXy += x * y;
        }
        double varianceX = 12 * sumXx - sumX * sumX;
        double varianceY = 12 * sumYy - sumY * sumY;
        return varianceX <= 0 ? 0 : (12 * sumXy - sumX * sumY) / Math.sqrt(varianceX * varianceY);
    }
}
