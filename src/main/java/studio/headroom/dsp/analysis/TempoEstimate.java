package studio.headroom.dsp.analysis;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import studio.headroom.audio.SampleStream;

/// The tempo of a sound that has one. The period is where the onset envelope is most like itself, weighed toward usual
/// tempi as D. Ellis, *Beat Tracking by Dynamic Programming*, Journal of New Music Research 36, 2007, proposes; it is
/// then made exact by the Fourier transform of the envelope over the whole sound.
///
/// @param beatsPerMinute 40 to 240; without meaning where it is not [#isKnown()]
/// @param confidence 0 to 1
/// @param firstBeat in seconds from the beginning of the sound: the first beat of the grid on which something begins
/// @param alternatives what it is taken for most often: half, double, two thirds and three halves, where they lie
/// within
///     30 and 300
public record TempoEstimate(double beatsPerMinute, double confidence, double firstBeat, List<Double> alternatives) {
    static final double SLOWEST = 40;
    static final double FASTEST = 240;

    /// What is less sure than this is not an answer.
    private static final double KNOWN = 0.3;

    private static final TempoEstimate UNKNOWN = new TempoEstimate(120, 0, 0, List.of());
    private static final double USUAL = 120;
    private static final double OCTAVES = 1.0;
    private static final int LEAST_BEATS = 6;

    /// Likeness of an envelope to itself a period later: below the first it may be chance, from the second on it is
    /// sure.
    private static final double CHANCE = 0.12;

    private static final double SURE = 0.45;

    /// Longest part that is listened to, from the first onset on: within it a drifting band still has one tempo.
    private static final double MAX_SECONDS = 600;

    private static final int HARMONICS = 4;

    /// Beats after which music is like itself; bars of four most of all.
    private static final int[] MULTIPLES = {1, 2, 3, 4, 6, 8};

    private static final int LAST_MULTIPLE = 8;

    /// Whether this is an answer.
    public boolean isKnown() {
        return confidence >= KNOWN;
    }

    /// Listens to a whole stream; see [OnsetEnvelope#of].
    public static TempoEstimate of(SampleStream stream, BooleanSupplier canceled) throws IOException {
        return of(OnsetEnvelope.of(stream, canceled));
    }

    /// Finds the tempo of an envelope.
    public static TempoEstimate of(OnsetEnvelope envelope) {
        OnsetDetection.Onsets onsets = OnsetDetection.of(envelope);
        if (onsets.count() < LEAST_BEATS) {
            return UNKNOWN;
        }
        float[] pulses = pulses(envelope, onsets);
        double[] likeness = likeness(pulses, (int) Math.ceil(LAST_MULTIPLE * 60 / SLOWEST * envelope.rate()));
        double lag = bestLag(likeness, envelope.rate());
        double strength = around(likeness, lag);
        double confidence = Math.clamp((strength - CHANCE) / (SURE - CHANCE), 0, 1);
        double beats = pulses.length / lag;
        if (confidence == 0 || beats < LEAST_BEATS) {
            return UNKNOWN;
        }
        double period = exactPeriod(pulses, lag);
        double phase = phase(pulses, period);
        double tempo = 60 * envelope.rate() / period;
        double first = firstBeat(envelope.seconds(phase), period / envelope.rate(), onsets);
        List<Double> others = DoubleStream.of(tempo / 2, tempo * 2, tempo * 2 / 3, tempo * 3 / 2)
                .filter(other -> other >= 30 && other <= 300)
                .boxed()
                .toList();
        return new TempoEstimate(tempo, confidence, first, others);
    }

    /// The envelope with what stands above its mean of a fifth of a second, without the loudest strokes' excess.
    private static float[] pulses(OnsetEnvelope envelope, OnsetDetection.Onsets onsets) {
        int length = (int) Math.min(envelope.length(), MAX_SECONDS * envelope.rate());
        double[] sorted = onsets.strengths().clone();
        Arrays.sort(sorted);
        float most = (float) (1.5 * sorted[3 * sorted.length / 4]);
        int reach = (int) Math.round(0.1 * envelope.rate());
        double sum = 0;
        float[] pulses = new float[length];
        for (int i = -reach; i < length; i++) {
            sum += i + reach < length ? envelope.value(i + reach) : 0;
            if (i >= 0) {
                double mean = sum / (2 * reach + 1);
                pulses[i] = Math.min(most, Math.max(0, (float) (envelope.value(i) - mean)));
                sum -= i - reach >= 0 ? envelope.value(i - reach) : 0;
            }
        }
        return smooth(pulses);
    }

    /// Over 25 ms, as far as people are apart who play together.
    private static float[] smooth(float[] pulses) {
        float[] weights = {0.11f, 0.24f, 0.3f, 0.24f, 0.11f};
        float[] smooth = new float[pulses.length];
        for (int i = 2; i < pulses.length - 2; i++) {
            for (int k = 0; k < weights.length; k++) {
                smooth[i] += weights[k] * pulses[i + k - 2];
            }
        }
        return smooth;
    }

    /// Correlation with itself for each lag; 1 at lag 0, about 0 for what has no period.
    private static double[] likeness(float[] pulses, int lags) {
        double mean = 0;
        for (float pulse : pulses) {
            mean += pulse;
        }
        mean /= pulses.length;
        double[] centered = new double[pulses.length];
        for (int i = 0; i < pulses.length; i++) {
            centered[i] = pulses[i] - mean;
        }
        double[] likeness = new double[lags + 2];
        for (int lag = 0; lag < Math.min(likeness.length, pulses.length); lag++) {
            double sum = 0;
            for (int i = lag; i < centered.length; i++) {
                sum += centered[i] * centered[i - lag];
            }
            likeness[lag] = sum * centered.length / (centered.length - lag);
        }
        double power = Math.max(1e-12, likeness[0]);
        for (int lag = 0; lag < likeness.length; lag++) {
            likeness[lag] /= power;
        }
        return likeness;
    }

    private static double bestLag(double[] likeness, double rate) {
        double best = 0;
        double bestLag = 60 * rate / USUAL;
        // A twentieth of a value: four periods later that is a fifth, less than the pulses are wide.
        for (double lag = 60 * rate / FASTEST; lag <= 60 * rate / SLOWEST; lag += 0.05) {
            double score = score(likeness, lag, rate);
            if (score > best) {
                best = score;
                bestLag = lag;
            }
        }
        return bestLag;
    }

    private static double score(double[] likeness, double lag, double rate) {
        double own = at(likeness, lag);
        double mean = 0;
        for (int multiple : MULTIPLES) {
            mean += at(likeness, multiple * lag) / MULTIPLES.length;
        }
        double octaves = Math.log(60 * rate / lag / USUAL) / Math.log(2) / OCTAVES;
        double usual = Math.exp(-0.5 * octaves * octaves);
        // Where the half or third of a period is as good as the whole, that may be the beat.
        double part = Math.max(around(likeness, lag / 2), around(likeness, lag / 3));
        double likePart = own > 0 ? Math.clamp(part / own, 0, 1) : 0;
        return (Math.min(own, mean) + mean) / 2 * usual * (1 - 0.25 * Math.pow(likePart, 12));
    }

    private static double at(double[] values, double index) {
        int i = (int) index;
        double fraction = index - i;
        return i + 1 < values.length ? values[i] + fraction * (values[i + 1] - values[i]) : 0;
    }

    private static double around(double[] likeness, double lag) {
        double most = 0;
        for (int i = (int) lag - 1; i <= (int) lag + 2; i++) {
            most = Math.max(most, i >= 0 && i < likeness.length ? likeness[i] : 0);
        }
        return most;
    }

    /// The period near `lag` at which the pulses' Fourier transform and its harmonics are largest.
    private static double exactPeriod(float[] pulses, double lag) {
        double frequency = 1 / lag;
        double width = Math.max(0.015 * frequency, 0.5 / pulses.length);
        for (int round = 0; round < 4; round++) {
            double step = width / 12;
            double center = frequency;
            double most = 0;
            for (int i = -12; i <= 12; i++) {
                double candidate = center + i * step;
                double sum = 0;
                for (int h = 1; h <= HARMONICS; h++) {
                    sum += magnitude(pulses, h * candidate);
                }
                if (sum > most) {
                    most = sum;
                    frequency = candidate;
                }
            }
            width = 2 * step;
        }
        return 1 / frequency;
    }

    /// @param frequency in periods a value
    private static double magnitude(float[] pulses, double frequency) {
        double turnRe = Math.cos(2 * Math.PI * frequency);
        double turnIm = -Math.sin(2 * Math.PI * frequency);
        double re = 1;
        double im = 0;
        double sumRe = 0;
        double sumIm = 0;
        for (float pulse : pulses) {
            sumRe += pulse * re;
            sumIm += pulse * im;
            double next = re * turnRe - im * turnIm;
            im = re * turnIm + im * turnRe;
            re = next;
        }
        return Math.hypot(sumRe, sumIm);
    }

    /// Where in a period the pulses are: the index of the first beat of the grid, 0 to the period.
    private static double phase(float[] pulses, double period) {
        double best = 0;
        double most = -1;
        for (double phase = 0; phase < period; phase += 0.25) {
            double sum = 0;
            for (double at = phase; at < pulses.length - 1; at += period) {
                int i = (int) at;
                sum += pulses[i] + (at - i) * (pulses[i + 1] - pulses[i]);
            }
            if (sum > most) {
                most = sum;
                best = phase;
            }
        }
        return best;
    }

    /// The first place of the grid at which there is an onset of usual strength.
    private static double firstBeat(double phase, double period, OnsetDetection.Onsets onsets) {
        double[] sorted = onsets.strengths().clone();
        Arrays.sort(sorted);
        double least = 0.3 * sorted[sorted.length / 2];
        for (int i = 0; i < onsets.count(); i++) {
            double beat = Math.rint((onsets.seconds()[i] - phase) / period);
            double place = phase + beat * period;
            if (onsets.strengths()[i] >= least && Math.abs(place - onsets.seconds()[i]) < 0.1 * period) {
                return Math.max(0, place);
            }
        }
        return Math.max(0, phase);
    }
}
