package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.resample.ResampledStream;
import studio.headroom.engine.OfflineRender;

/// Sound from a stream into a sink, at the sink's rate.
final class Conversion {
    private static final int BLOCK = 4096;

    private Conversion() {}

    static void resample(SampleSource source, SampleSink sink, Progress progress) throws IOException {
        SampleStream converted =
                ResampledStream.of(new SequentialReader(source), sink.format().sampleRate());
        double all = Math.max(
                1,
                (double) source.frames()
                        * sink.format().sampleRate()
                        / source.format().sampleRate());
        copy(converted, sink, "Converting the rate", all, progress);
    }

    /// @param expected frames, for the progress alone
    static void copy(SampleStream stream, SampleSink sink, String step, double expected, Progress progress)
            throws IOException {
        float[][] block = new float[stream.format().channels()][BLOCK];
        long done = 0;
        for (int read = stream.read(block, 0, BLOCK); read >= 0; read = stream.read(block, 0, BLOCK)) {
            sink.write(block, 0, read);
            done += read;
            progress.at(step, Math.min(1, done / expected));
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
    }
}
