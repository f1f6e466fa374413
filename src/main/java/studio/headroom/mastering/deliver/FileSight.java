package studio.headroom.mastering.deliver;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.dsp.analysis.ProgramSpectrum;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.dither.BitDepthMeter;

/// How a file looks: its outline, its loudness over time, its spectrum, and the bits that it really uses.
///
/// @param bits the shortest integers that hold every sample, 1 to 24, or [BitDepthMeter#FLOATING_POINT]
/// @param low the lowest sample of each of [#COLUMNS] equal parts, over all channels; not to be changed
/// @param high the highest
/// @param stepSeconds between two entries of the loudness
/// @param shortTerm loudness of 3 s in LUFS, -∞ for silence; not to be changed
/// @param spectrum the mean over all that is not quiet
public record FileSight(
        int bits, float[] low, float[] high, double stepSeconds, float[] shortTerm, ThirdOctaves spectrum) {
    /// Parts of the outline.
    public static final int COLUMNS = 800;

    private static final int MOST_STEPS = 1200;
    private static final double SHORTEST_STEP = 0.1;

    /// Hears a file, and says how it looks when all of it was heard.
    static final class Looking implements SampleSink {
        private final AudioFormat format;
        private final long frames;
        private final BitDepthMeter bits = new BitDepthMeter();
        private final ProgramSpectrum spectrum;
        private final float[] low = new float[COLUMNS];
        private final float[] high = new float[COLUMNS];
        private final int stepFrames;
        private final float[] shortTerm;
        private int steps;
        private long done;

        /// @param frames that the file should have
        Looking(AudioFormat format, long frames) {
            this.format = format;
            this.frames = Math.max(1, frames);
            spectrum = new ProgramSpectrum(format);
            double seconds = (double) frames / format.sampleRate();
            double step = Math.max(SHORTEST_STEP, seconds / MOST_STEPS);
            stepFrames = (int) Math.ceil(step * format.sampleRate());
            shortTerm = new float[(int) (frames / stepFrames) + 1];
            Arrays.fill(shortTerm, Float.NEGATIVE_INFINITY);
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            bits.process(source, offset, count);
            outline(source, offset, count);
            history(source, offset, count);
            done += count;
        }

        @Override
        public void close() {}

        FileSight sight() {
            double stepSeconds = (double) stepFrames / format.sampleRate();
            float[] history = Arrays.copyOf(shortTerm, Math.min(steps, shortTerm.length));
            return new FileSight(bits.bits(), low, high, stepSeconds, history, spectrum.finish());
        }

        private void outline(float[][] block, int offset, int count) {
            for (float[] channel : block) {
                for (int i = 0; i < count; i++) {
                    int column = (int) Math.min(COLUMNS - 1, (done + i) * COLUMNS / frames);
                    low[column] = Math.min(low[column], channel[offset + i]);
                    high[column] = Math.max(high[column], channel[offset + i]);
                }
            }
        }

        /// Takes the sound in up to each step, where the loudness is read.
        private void history(float[][] block, int offset, int count) {
            for (int at = 0; at < count; ) {
                long next = (long) (steps + 1) * stepFrames;
                int run = (int) Math.min(count - at, next - done - at);
                spectrum.process(block, offset + at, run);
                at += run;
                if (done + at == next) {
                    if (steps < shortTerm.length) {
                        shortTerm[steps] = (float) spectrum.loudness().shortTermLufs();
                    }
                    steps++;
                }
            }
        }
    }
}
