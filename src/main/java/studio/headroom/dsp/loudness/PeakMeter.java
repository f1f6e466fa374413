package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.RealTime;

/// Sample peaks, true peaks (ITU-R BS.1770-5 Annex 2) and clipped samples of each channel of a stream.
///
/// Samples that are NaN or infinite are counted and taken as 0. One thread processes; others may read the values
/// meanwhile. Results do not depend on how the stream is cut.
public final class PeakMeter {
    /// From this magnitude on a sample counts as clipped: the largest positive value of 16-bit audio.
    public static final double CLIPPED = 32767.0 / 32768.0;

    private static final int CHUNK = 512;

    private final int channels;
    private final TruePeakInterpolator interpolator;
    private final boolean includesSamples;
    private final float[] samplePeaks;
    private final float[] truePeaks;
    private final float[] chunkPeaks;
    private final float[][] repaired;
    private long clippedSamples;
    private long invalidSamples;
    /// The loudest true peak since the last [#takeRecentPeak()].
    private final float[] recent;
    private final boolean followsRecent;

    /// A meter for files: it looks for the largest peaks only, which lets it skip nearly everything.
    public PeakMeter(AudioFormat format, InterpolationKernel kernel) {
        this(format, kernel, false);
    }

    private PeakMeter(AudioFormat format, InterpolationKernel kernel, boolean followsRecent) {
        channels = format.channels();
        interpolator = new TruePeakInterpolator(kernel, channels);
        includesSamples = kernel.includesSamples();
        samplePeaks = new float[channels];
        truePeaks = new float[channels];
        recent = new float[channels];
        chunkPeaks = new float[channels];
        repaired = new float[channels][CHUNK];
        this.followsRecent = followsRecent;
    }

    /// A meter that also knows the latest peaks, see [#takeRecentPeak()].
    public static PeakMeter live(AudioFormat format, InterpolationKernel kernel) {
        return new PeakMeter(format, kernel, true);
    }

    /// Forgets everything.
    @RealTime
    public void reset() {
        interpolator.reset();
        restart();
    }

    /// Begins peaks and counts anew; the stream goes on, so that its cut makes no peak.
    @RealTime
    public void restart() {
        Arrays.fill(samplePeaks, 0);
        Arrays.fill(truePeaks, 0);
        Arrays.fill(recent, 0);
        clippedSamples = 0;
        invalidSamples = 0;
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        for (int done = 0; done < count; done += CHUNK) {
            processChunk(in, offset + done, Math.min(CHUNK, count - done));
        }
    }

    @RealTime
    private void processChunk(float[][] in, int offset, int count) {
        boolean valid = true;
        for (int channel = 0; channel < channels; channel++) {
            chunkPeaks[channel] = peak(in[channel], offset, count);
            valid &= chunkPeaks[channel] <= Float.MAX_VALUE;
        }
        float[][] source = in;
        int from = offset;
        if (!valid) {
            repair(in, offset, count);
            source = repaired;
            from = 0;
        }
        for (int channel = 0; channel < channels; channel++) {
            float peak = valid ? chunkPeaks[channel] : peak(source[channel], from, count);
            samplePeaks[channel] = Math.max(samplePeaks[channel], peak);
            if (peak >= CLIPPED) {
                countClipped(source[channel], from, count);
            }
        }
        if (followsRecent) {
            interpolator.raiseMaxima(source, from, count, recent);
            for (int channel = 0; channel < channels; channel++) {
                truePeaks[channel] = Math.max(truePeaks[channel], recent[channel]);
            }
        } else {
            interpolator.raiseMaxima(source, from, count, truePeaks);
        }
    }

    /// The largest magnitude; NaN where there is a NaN.
    @RealTime
    private static float peak(float[] in, int offset, int count) {
        float peak = 0;
        for (int i = offset; i < offset + count; i++) {
            peak = Math.max(peak, Math.abs(in[i]));
        }
        return peak;
    }

    @RealTime
    private void repair(float[][] in, int offset, int count) {
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < count; i++) {
                float x = in[channel][offset + i];
                boolean finite = Math.abs(x) <= Float.MAX_VALUE;
                repaired[channel][i] = finite ? x : 0;
                invalidSamples += finite ? 0 : 1;
            }
        }
    }

    @RealTime
    private void countClipped(float[] in, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (Math.abs(in[i]) >= CLIPPED) {
                clippedSamples++;
            }
        }
    }

    /// Lets the last samples pass the interpolator. Nothing may be processed after this until [#reset()].
    public void finish() {
        int latency = interpolator.latency();
        interpolator.raiseMaxima(new float[channels][latency], 0, latency, truePeaks);
    }

    /// The largest true peak over all channels since the last call, and starts the next search; 0 for silence. Only
    /// for a live meter, on the thread that processes.
    @RealTime
    public float takeRecentPeak() {
        float peak = 0;
        for (int channel = 0; channel < channels; channel++) {
            peak = Math.max(peak, recent[channel]);
            recent[channel] = 0;
        }
        return peak;
    }

    /// The largest sample of a channel in dBFS; -∞ for silence.
    public double samplePeakDbfs(int channel) {
        return Decibels.fromGain(samplePeaks[channel]);
    }

    /// The largest true peak of a channel in dBTP; -∞ for silence.
    @RealTime
    public double truePeakDbtp(int channel) {
        double peak = truePeaks[channel];
        return Decibels.fromGain(includesSamples ? Math.max(peak, samplePeaks[channel]) : peak);
    }

    /// The largest sample of all channels in dBFS.
    public double samplePeakDbfs() {
        double peak = Double.NEGATIVE_INFINITY;
        for (int channel = 0; channel < channels; channel++) {
            peak = Math.max(peak, samplePeakDbfs(channel));
        }
        return peak;
    }

    /// The largest true peak of all channels in dBTP.
    @RealTime
    public double truePeakDbtp() {
        double peak = Double.NEGATIVE_INFINITY;
        for (int channel = 0; channel < channels; channel++) {
            peak = Math.max(peak, truePeakDbtp(channel));
        }
        return peak;
    }

    /// Samples of all channels at or above [#CLIPPED].
    public long clippedSamples() {
        return clippedSamples;
    }

    /// Samples of all channels that were NaN or infinite.
    public long invalidSamples() {
        return invalidSamples;
    }
}
