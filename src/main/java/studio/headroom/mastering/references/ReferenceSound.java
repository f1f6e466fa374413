package studio.headroom.mastering.references;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.BlockLoudness;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.project.Span;

/// What is known of a reference after it was listened to once: the loudness of any part of it, and its waveform as
/// small pictures show it. Bounded: some 300 kB an hour. Immutable, any thread.
public final class ReferenceSound {
    private static final int BLOCK = 8192;
    private static final int COLUMNS = 4096;

    private final AudioFormat format;
    private final long frames;
    private final BlockLoudness loudness;
    private final int step;
    private final float[] low;
    private final float[] high;

    private ReferenceSound(
            AudioFormat format, long frames, BlockLoudness loudness, int step, float[] low, float[] high) {
        this.format = format;
        this.frames = frames;
        this.loudness = loudness;
        this.step = step;
        this.low = low;
        this.high = high;
    }

    /// Listens to a file.
    ///
    /// @throws IOException that names the file and the cure
    public static ReferenceSound of(Path file, Progress progress) throws IOException {
        try (SampleStream stream = Sources.stream(file)) {
            AudioFormat format = stream.format();
            if (format.sampleRate() < LoudnessMeter.MIN_SAMPLE_RATE) {
                throw new IOException("'" + file + "' has a sample rate of " + format.sampleRate()
                        + " Hz; loudness is defined from " + LoudnessMeter.MIN_SAMPLE_RATE + " Hz on.");
            }
            // One channel is played by both loudspeakers.
            BlockLoudness.Listener loudness =
                    new BlockLoudness.Listener(new AudioFormat(format.sampleRate(), Math.max(2, format.channels())));
            Waveform waveform = new Waveform();
            float[][] block = new float[format.channels()][BLOCK];
            double all = Math.max(1, stream.expectedFrames());
            for (int read = stream.read(block, 0, BLOCK); read >= 0; read = stream.read(block, 0, BLOCK)) {
                loudness.process(block.length == 1 ? new float[][] {block[0], block[0]} : block, 0, read);
                waveform.process(block, read);
                progress.at("Listening", Math.min(1, waveform.frames / all));
                if (progress.canceled()) {
                    throw new OfflineRender.Canceled();
                }
            }
            int columns = waveform.columns();
            return new ReferenceSound(
                    format,
                    waveform.frames,
                    loudness.finish(),
                    waveform.step,
                    Arrays.copyOf(waveform.low, columns),
                    Arrays.copyOf(waveform.high, columns));
        }
    }

    public int sampleRate() {
        return format.sampleRate();
    }

    /// Its length.
    public long frames() {
        return frames;
    }

    /// Gated loudness of a part in LUFS, as both loudspeakers play it; -∞ for silence and for less than 400 ms.
    ///
    /// @param region in its frames; null for all of it
    public double lufs(@Nullable Span region) {
        return region == null ? loudness.lufs(0, frames) : loudness.lufs(region.start(), region.end());
    }

    /// The loudest stretch of so many seconds; all of it where it is not longer.
    public Span loudest(double seconds) {
        long length = Math.max(1, Math.round(seconds * sampleRate()));
        if (length >= frames) {
            return new Span(0, Math.max(1, frames));
        }
        long start = Math.min(loudness.loudest(length), frames - length);
        return new Span(start, start + length);
    }

    /// Fills columns of a picture of all of it: the lowest and the highest sample in each.
    ///
    /// @param max as long as `min`
    public void waveform(float[] min, float[] max) {
        for (int i = 0; i < min.length; i++) {
            int from = (int) (i * frames / min.length / step);
            int to = (int) (((i + 1) * frames / min.length + step - 1) / step);
            float lowest = 0;
            float highest = 0;
            for (int column = from; column < Math.min(to, low.length); column++) {
                lowest = Math.min(lowest, low[column]);
                highest = Math.max(highest, high[column]);
            }
            min[i] = lowest;
            max[i] = highest;
        }
    }

    /// Gathers extremes in columns that double their width whenever there are too many.
    private static final class Waveform {
        private final float[] low = new float[COLUMNS];
        private final float[] high = new float[COLUMNS];
        private int step = 64;
        private long frames;

        void process(float[][] block, int count) {
            while (frames + count > (long) step * COLUMNS) {
                halve();
            }
            for (float[] row : block) {
                for (int i = 0; i < count; i++) {
                    int column = (int) ((frames + i) / step);
                    low[column] = Math.min(low[column], row[i]);
                    high[column] = Math.max(high[column], row[i]);
                }
            }
            frames += count;
        }

        private void halve() {
            for (int i = 0; i < COLUMNS / 2; i++) {
                low[i] = Math.min(low[2 * i], low[2 * i + 1]);
                high[i] = Math.max(high[2 * i], high[2 * i + 1]);
            }
            Arrays.fill(low, COLUMNS / 2, COLUMNS, 0);
            Arrays.fill(high, COLUMNS / 2, COLUMNS, 0);
            step *= 2;
        }

        int columns() {
            return (int) ((frames + step - 1) / step);
        }
    }
}
