package studio.headroom.mastering.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.Timeline;
import studio.headroom.dsp.filter.BandSplitter;

/// What a cutting house looks at. The limits are those that cutting houses publish (16kilohertz.com, x-disc.pl): bass
/// in mono
/// below 150 Hz, no hot sibilance, no loudness for its own sake.
///
/// @param bassSideDb level of the sides below 150 Hz against the middle there, over the whole file; -∞ where it is mono
/// @param worstBassSideDb the same in the second where it is most
/// @param worstBassSeconds where that is
/// @param sibilanceDb level of 5 to 10 kHz in the 50 ms where it is most, against the loudest 50 ms of the whole sound
/// @param sibilanceSeconds where that is
/// @param loudestDbfs root mean square of the loudest 3 s, in dBFS
public record VinylFigures(
        double bassSideDb,
        double worstBassSideDb,
        double worstBassSeconds,
        double sibilanceDb,
        double sibilanceSeconds,
        double loudestDbfs) {
    private static final double BASS = 150;
    private static final double SIBILANCE_FROM = 5_000;
    private static final double SIBILANCE_TO = 10_000;
    /// Wider bass than this throws the groove's depth about.
    private static final double BASS_SIDE_LIMIT = -12;

    private static final double SIBILANCE_LIMIT = -6;
    private static final double LOUDEST_LIMIT = -10;
    /// A passage whose bass is softer than this below the loudest is not looked at.
    private static final double BASS_MATTERS = 20;

    /// What should be mended before it is cut, each with its number.
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (worstBassSideDb > BASS_SIDE_LIMIT) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "the bass is wide: below %.0f Hz the sides come within %.1f dB of the middle at %s, and the needle may"
                            + " jump. Make the bass mono below %.0f to 300 Hz (imager, mono bass)",
                    BASS,
                    -worstBassSideDb,
                    time(worstBassSeconds),
                    BASS));
        }
        if (sibilanceDb > SIBILANCE_LIMIT) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "sibilance is hot: at %s, 5 to 10 kHz are only %.1f dB below the loudest moment, which vinyl plays"
                            + " back distorted. Use a de-esser on the voice and on the hi-hats",
                    time(sibilanceSeconds),
                    Math.abs(sibilanceDb)));
        }
        if (loudestDbfs > LOUDEST_LIMIT) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "the loudest 3 s are at %.1f dBFS RMS; cutting houses ask for %.0f at most, and cut more quietly what"
                            + " is louder",
                    loudestDbfs,
                    LOUDEST_LIMIT));
        }
        return remarks;
    }

    private static String time(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /// The largest power of windows, and where it was.
    private static final class Loudest {
        private final int window;
        private double sum;
        private int filled;
        private double most;
        private long at;

        Loudest(int window) {
            this.window = window;
        }

        void add(double power, int count, long end) {
            sum += power;
            filled += count;
            if (filled >= window) {
                if (sum / filled > most) {
                    most = sum / filled;
                    at = end - filled;
                }
                sum = 0;
                filled = 0;
            }
        }
    }

    /// Hears a file of one channel or two, and gives its figures when all of it was heard.
    static final class Listening implements SampleSink {
        private final AudioFormat format;
        private final float[][] block = new float[2][Timeline.SUB_BLOCK];
        private final int rate;
        private final BandSplitter bands;
        private final Loudest whole;
        private final Loudest sibilance;
        private final Loudest passage;
        private final List<double[]> seconds = new ArrayList<>();
        private double mid;
        private double side;
        private double midOfSecond;
        private double sideOfSecond;
        private int inSecond;
        private long frames;

        Listening(AudioFormat format) {
            this.format = format;
            rate = format.sampleRate();
            bands = new BandSplitter(rate, 4, 2);
            bands.setCrossover(0, BASS);
            bands.setCrossover(1, Math.min(SIBILANCE_FROM, rate * 0.4));
            bands.setCrossover(2, Math.min(SIBILANCE_TO, rate * 0.45));
            whole = new Loudest(rate / 20);
            sibilance = new Loudest(rate / 20);
            passage = new Loudest(3 * rate);
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            for (int done = 0; done < count; ) {
                int run = Math.min(Timeline.SUB_BLOCK, count - done);
                for (int c = 0; c < block.length; c++) {
                    System.arraycopy(source[Math.min(c, source.length - 1)], offset + done, block[c], 0, run);
                }
                take(run);
                done += run;
            }
        }

        @Override
        public void close() {}

        private void take(int count) {
            double all = power(block, count);
            bands.split(block, 0, count);
            frames += count;
            whole.add(all, count, frames);
            passage.add(all, count, frames);
            sibilance.add(power(bands.band(2), count), count, frames);
            float[][] bass = bands.band(0);
            for (int i = 0; i < count; i++) {
                double m = 0.5 * (bass[0][i] + bass[1][i]);
                double s = 0.5 * (bass[0][i] - bass[1][i]);
                midOfSecond += m * m;
                sideOfSecond += s * s;
            }
            inSecond += count;
            if (inSecond >= rate) {
                endSecond();
            }
        }

        private static double power(float[][] block, int count) {
            double sum = 0;
            for (int ch = 0; ch < 2; ch++) {
                for (int i = 0; i < count; i++) {
                    sum += (double) block[ch][i] * block[ch][i];
                }
            }
            return sum / 2;
        }

        private void endSecond() {
            mid += midOfSecond;
            side += sideOfSecond;
            seconds.add(new double[] {midOfSecond, sideOfSecond, frames - inSecond});
            midOfSecond = 0;
            sideOfSecond = 0;
            inSecond = 0;
        }

        /// Of two powers in dB; -∞ for nothing.
        private static double ratio(double power, double to) {
            return power == 0 ? Double.NEGATIVE_INFINITY : Decibels.fromPower(power) - Decibels.fromPower(to);
        }

        VinylFigures figures() {
            if (inSecond > 0) {
                endSecond();
            }
            double loudest = seconds.stream()
                    .mapToDouble(each -> each[0] + each[1])
                    .max()
                    .orElse(0);
            double least = loudest * Decibels.toGain(-2 * BASS_MATTERS);
            double worst = Double.NEGATIVE_INFINITY;
            double worstAt = 0;
            for (double[] second : seconds) {
                double ratio = ratio(second[1], second[0]);
                if (second[0] + second[1] > least && ratio > worst) {
                    worst = ratio;
                    worstAt = second[2] / rate;
                }
            }
            return new VinylFigures(
                    ratio(side, mid),
                    worst,
                    worstAt,
                    ratio(sibilance.most, whole.most),
                    (double) sibilance.at / rate,
                    Decibels.fromPower(passage.most));
        }
    }
}
