package studio.headroom.engine.meter;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.loudness.LoudnessMeter;

/// How loud one strip is, after ITU-R BS.1770-5, measured only while somebody looks: the weighting filters of a hundred
/// strips would cost more than what most of them do.
///
/// **Who writes:** one thread at a time processes. **Who reads and switches:** the UI thread.
public final class StripLoudness {
    private static final double SILENT = Double.NEGATIVE_INFINITY;

    private final int sampleRate;
    private volatile @Nullable LoudnessMeter meter;

    public StripLoudness(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    /// Begins or ends to measure; what is measured already goes on. Nothing at sample rates for which loudness is not
    /// defined.
    public void measure(boolean now) {
        if (!now) {
            meter = null;
        } else if (meter == null && sampleRate >= LoudnessMeter.MIN_SAMPLE_RATE) {
            LoudnessMeter made = new LoudnessMeter(new AudioFormat(sampleRate, 2));
            made.setIntegrating(false);
            meter = made;
        }
    }

    /// Takes in `count` frames of `in[2][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        LoudnessMeter now = meter;
        if (now != null) {
            now.process(in, offset, count);
        }
    }

    /// Loudness of the last 3 s in LUFS; -∞ for silence and while nothing is measured.
    public double shortTermLufs() {
        LoudnessMeter now = meter;
        return now == null ? SILENT : now.shortTermLufs();
    }

    /// Loudness of the last 400 ms in LUFS; -∞ for silence and while nothing is measured.
    public double momentaryLufs() {
        LoudnessMeter now = meter;
        return now == null ? SILENT : now.momentaryLufs();
    }
}
