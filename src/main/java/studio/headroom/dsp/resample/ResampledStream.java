package studio.headroom.dsp.resample;

import java.io.IOException;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;

/// A stream at another sample rate.
///
/// Linear phase and no shift: output frame 0 lies at the time of input frame 0, and n input frames give
/// [#frames(long, int, int)] output frames. Below 20/22.05 of the lower rate's Nyquist frequency the gain is 1 within
/// 0.001 dB, exactly 1 at 0 Hz; from that frequency on everything is at least 140 dB down. Before and after the
/// stream there is silence. Memory is bounded, and the sizes of reads change no bit of the result. A NaN or an
/// infinity spoils what lies within the filter's reach.
public final class ResampledStream implements SampleStream {
    /// Above this the exact phases of a ratio take too much room, and phases are interpolated.
    private static final int MAX_TERM = 2560;
    private static final int MAX_DECIMATION = 1000;
    private static final int BLOCK = 4096;

    private final SampleStream source;
    private final AudioFormat format;
    private final RateConverter converter;
    private final float[][] block;
    private long taken;
    private long given;
    private boolean ended;

    private ResampledStream(SampleStream source, int sampleRate) {
        this.source = source;
        int channels = source.format().channels();
        int from = source.format().sampleRate();
        if (from / sampleRate >= MAX_DECIMATION) {
            throw new IllegalArgumentException(
                    "cannot convert from " + from + " to " + sampleRate + " Hz: too far apart");
        }
        format = new AudioFormat(sampleRate, channels);
        converter = converter(from, sampleRate, channels);
        block = new float[channels][BLOCK];
    }

    /// The stream at `sampleRate`: itself when it has that rate already. Closing the result closes the source.
    ///
    /// @param sampleRate more than a thousandth of the source's
    public static SampleStream of(SampleStream source, int sampleRate) {
        return source.format().sampleRate() == sampleRate ? source : new ResampledStream(source, sampleRate);
    }

    /// The length after conversion: all output frames that lie before the end of the input, frames·to/from rounded
    /// up.
    public static long frames(long frames, int from, int to) {
        return Math.ceilDiv(Math.multiplyExact(frames, (long) to), (long) from);
    }

    private static RateConverter converter(int from, int to, int channels) {
        int divisor = greatestCommonDivisor(from, to);
        int up = to / divisor;
        int down = from / divisor;
        SincFilter filter = SincFilter.between(from, to);
        return up <= MAX_TERM && down <= MAX_TERM
                ? new PolyphaseConverter(filter, up, down, channels)
                : new InterpolatingConverter(filter, up, down, channels);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public long expectedFrames() {
        long frames = source.expectedFrames();
        return frames < 0 ? -1 : frames(frames, source.format().sampleRate(), format.sampleRate());
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        while (converter.ready() == 0 && !isAtEnd()) {
            fill();
        }
        long left = ended ? frames(taken, source.format().sampleRate(), format.sampleRate()) - given : Long.MAX_VALUE;
        if (left == 0) {
            return -1;
        }
        int frames = (int) Math.min(Math.min(count, converter.ready()), left);
        converter.take(target, offset, frames);
        given += frames;
        return frames;
    }

    private boolean isAtEnd() {
        return ended && given == frames(taken, source.format().sampleRate(), format.sampleRate());
    }

    /// Moves a block from the source, or from the silence behind its end, to the converter.
    private void fill() throws IOException {
        int frames = Math.min(BLOCK, converter.room());
        if (!ended) {
            int read = source.read(block, 0, frames);
            if (read > 0) {
                taken += read;
                converter.put(block, 0, read);
                return;
            }
            ended = true;
            for (float[] row : block) {
                Arrays.fill(row, 0);
            }
        }
        converter.put(block, 0, frames);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
