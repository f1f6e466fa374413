package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.loudness.ChannelWeights;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.dsp.loudness.SignalStatistics;
import studio.headroom.engine.OfflineRender;

/// Measures whole sounds on two threads, with progress: the same figures as one
/// [studio.headroom.dsp.loudness.ProgramMeter]
/// gives.
public final class Measurement {
    private static final int BLOCK = 8192;

    private Measurement() {}

    /// Measures a stream from where it is to its end; does not close it.
    ///
    /// @param name what it is called in errors
    /// @param step what the progress is called
    /// @throws IOException when it cannot be read, or loudness is not defined for it
    public static LoudnessReport of(SampleStream stream, String name, String step, Progress progress)
            throws IOException {
        return of(
                stream,
                name,
                step,
                progress,
                ChannelWeights.standard(stream.format().channels()));
    }

    /// The same with other weights of the channels for loudness, such as [ChannelWeights#dualMono()].
    public static LoudnessReport of(SampleStream stream, String name, String step, Progress progress, double... weights)
            throws IOException {
        AudioFormat format = stream.format();
        require(format, name);
        LoudnessMeter loudness = new LoudnessMeter(format.sampleRate(), weights);
        Rest rest = new Rest(format);
        float[][] block = new float[format.channels()][BLOCK];
        long done = 0;
        double all = Math.max(1, stream.expectedFrames());
        try (Relay relay = new Relay(rest)) {
            for (int read = stream.read(block, 0, BLOCK); read >= 0; read = stream.read(block, 0, BLOCK)) {
                relay.write(block, 0, read);
                loudness.makeRoom();
                loudness.process(block, 0, read);
                done += read;
                progress.at(step, Math.min(1, done / all));
                if (progress.canceled()) {
                    throw new OfflineRender.Canceled();
                }
            }
        }
        if (done == 0) {
            throw noSound(name);
        }
        loudness.finish();
        rest.close();
        return LoudnessReport.of(loudness, rest.peaks, rest.statistics, format.channels(), done);
    }

    /// Measures a source from its beginning to its end.
    ///
    /// @param name what it is called in errors
    public static LoudnessReport of(SampleSource source, String name, Progress progress) throws IOException {
        return of(new SequentialReader(source), name, "Measuring", progress);
    }

    static IOException noSound(String name) {
        return new IOException("'" + name + "' holds no sound: its length is zero. Export it again.");
    }

    /// @throws IOException when there is no loudness at this rate
    static void require(AudioFormat format, String name) throws IOException {
        if (format.sampleRate() < LoudnessMeter.MIN_SAMPLE_RATE) {
            throw new IOException("'" + name + "' has a sample rate of " + format.sampleRate()
                    + " Hz; loudness is defined from " + LoudnessMeter.MIN_SAMPLE_RATE
                    + " Hz on. Convert it to a usual rate first.");
        }
    }

    /// What takes about as long as the loudness does.
    static final class Rest implements SampleSink {
        private final AudioFormat format;
        private final PeakMeter peaks;
        private final SignalStatistics statistics;

        Rest(AudioFormat format) {
            this.format = format;
            peaks = new PeakMeter(format, InterpolationKernel.KAISER_16);
            statistics = new SignalStatistics(format.sampleRate(), format.channels());
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            peaks.process(source, offset, count);
            statistics.process(source, offset, count);
        }

        PeakMeter peaks() {
            return peaks;
        }

        SignalStatistics statistics() {
            return statistics;
        }

        /// Ends the measurement.
        @Override
        public void close() {
            peaks.finish();
            statistics.finish();
        }
    }
}
