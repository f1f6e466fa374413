package studio.headroom.mastering;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.PeakMeter;

/// Measures loudness and, where asked, true peak of what passes on to another sink.
final class MeteredSink implements SampleSink {
    private final SampleSink next;
    private final LoudnessMeter loudness;
    private final @Nullable PeakMeter peaks;

    MeteredSink(SampleSink next, boolean truePeak) {
        this.next = next;
        loudness = new LoudnessMeter(next.format());
        peaks = truePeak ? new PeakMeter(next.format(), InterpolationKernel.KAISER_16) : null;
    }

    @Override
    public AudioFormat format() {
        return next.format();
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        loudness.makeRoom();
        loudness.process(source, offset, count);
        if (peaks != null) {
            peaks.process(source, offset, count);
        }
        next.write(source, offset, count);
    }

    /// Ends the measurement.
    void finish() {
        loudness.finish();
        if (peaks != null) {
            peaks.finish();
        }
    }

    double integratedLufs() {
        return loudness.integratedLufs();
    }

    double truePeakDbtp() {
        return peaks == null ? Double.NaN : peaks.truePeakDbtp();
    }

    /// Ends the measurement; whoever gave the next sink closes that.
    @Override
    public void close() {
        finish();
    }
}
