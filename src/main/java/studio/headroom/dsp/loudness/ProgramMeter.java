package studio.headroom.dsp.loudness;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.concurrent.RealTime;

/// Everything that is measured on a program, in one: for files.
///
/// Its parts, [LoudnessMeter], [PeakMeter] and [SignalStatistics], can also run by themselves, each on its own thread
/// over the same blocks; [LoudnessReport#of] puts their results together. One thread at a time.
public final class ProgramMeter {
    private static final int BLOCK = 4096;

    private final int channels;
    private final LoudnessMeter loudness;
    private final PeakMeter peaks;
    private final SignalStatistics statistics;
    private long frames;

    /// With the standard channel weights and the finest true-peak kernel.
    public ProgramMeter(AudioFormat format) {
        this(format, InterpolationKernel.KAISER_16, ChannelWeights.standard(format.channels()));
    }

    /// @param weights of the channels for loudness, such as [ChannelWeights#dualMono()]
    public ProgramMeter(AudioFormat format, InterpolationKernel kernel, double... weights) {
        if (weights.length != format.channels()) {
            throw new IllegalArgumentException(
                    weights.length + " weights do not fit " + format.channels() + " channels");
        }
        channels = format.channels();
        loudness = new LoudnessMeter(format.sampleRate(), weights);
        peaks = new PeakMeter(format, kernel);
        statistics = new SignalStatistics(format.sampleRate(), channels);
    }

    /// Measures a stream from where it is to its end; does not close it.
    public static LoudnessReport measure(SampleStream stream) throws IOException {
        ProgramMeter meter = new ProgramMeter(stream.format());
        float[][] block = new float[stream.format().channels()][BLOCK];
        for (int read = stream.read(block, 0, BLOCK); read >= 0; read = stream.read(block, 0, BLOCK)) {
            meter.makeRoom();
            meter.process(block, 0, read);
        }
        return meter.finish();
    }

    /// See [LoudnessMeter#makeRoom()]: to be called at least every ten minutes of the stream.
    public void makeRoom() {
        loudness.makeRoom();
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        loudness.process(in, offset, count);
        peaks.process(in, offset, count);
        statistics.process(in, offset, count);
        frames += count;
    }

    /// Ends the program. Nothing may be processed after this.
    public LoudnessReport finish() {
        loudness.finish();
        peaks.finish();
        statistics.finish();
        return LoudnessReport.of(loudness, peaks, statistics, channels, frames);
    }

    /// Measures a buffer in memory.
    ///
    /// @param signal `signal[channel][frame]`, all of one length
    public static LoudnessReport measure(int sampleRate, float[]... signal) {
        ProgramMeter meter = new ProgramMeter(new AudioFormat(sampleRate, signal.length));
        int frames = signal[0].length;
        for (int from = 0; from < frames; from += BLOCK) {
            meter.makeRoom();
            meter.process(signal, from, Math.min(BLOCK, frames - from));
        }
        return meter.finish();
    }
}
