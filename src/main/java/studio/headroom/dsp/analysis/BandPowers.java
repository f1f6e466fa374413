package studio.headroom.dsp.analysis;

import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.dsp.filter.BandSplitter;

/// Peaks and squares of a program in bands, which are split as [BandSplitter] does: first [#fill] until a run is full,
/// then [#measure], and so on; at the end with what is left. One channel counts twice. One thread.
final class BandPowers {
    private final int bands;
    private final BandSplitter splitter;
    private final float[][] run = new float[2][Timeline.SUB_BLOCK];
    private final double[] peak;
    private final double[] squares;
    private final double[] latest;
    private int filled;
    private long frames;

    /// @param crossovers in Hz, rising; one less than there are bands
    BandPowers(int sampleRate, double... crossovers) {
        bands = crossovers.length + 1;
        splitter = new BandSplitter(sampleRate, bands, 2);
        for (int i = 0; i < crossovers.length; i++) {
            splitter.setCrossover(i, crossovers[i]);
        }
        peak = new double[bands];
        squares = new double[bands];
        latest = new double[bands];
    }

    /// Takes in frames of `in[channel][offset ..)`, one channel or two, until the run is full.
    ///
    /// @return how many of `count`
    int fill(float[][] in, int offset, int count) {
        int now = Math.min(count, Timeline.SUB_BLOCK - filled);
        System.arraycopy(in[0], offset, run[0], filled, now);
        System.arraycopy(in[in.length > 1 ? 1 : 0], offset, run[1], filled, now);
        filled += now;
        return now;
    }

    boolean isFull() {
        return filled == Timeline.SUB_BLOCK;
    }

    /// The run's frames, until it is measured.
    int filled() {
        return filled;
    }

    /// A row of the run, of [#filled] frames.
    float[] row(int channel) {
        return run[channel];
    }

    /// Measures the run, and begins another.
    void measure() {
        splitter.split(run, 0, filled);
        splitter.flush();
        for (int band = 0; band < bands; band++) {
            float most = 0;
            double sum = 0;
            for (float[] channel : splitter.band(band)) {
                for (int i = 0; i < filled; i++) {
                    float sample = channel[i];
                    most = Math.max(most, Math.abs(sample));
                    sum += (double) sample * sample;
                }
            }
            peak[band] = Math.max(peak[band], most);
            squares[band] += sum;
            latest[band] = sum;
        }
        frames += filled;
        filled = 0;
    }

    /// The sum of squares of both channels in the run that was measured last.
    double latest(int band) {
        return latest[band];
    }

    /// Frames that are measured.
    long frames() {
        return frames;
    }

    /// Peak over root mean square of a band in dB; 0 for silence.
    double crestDb(int band) {
        return squares[band] == 0
                ? 0
                : Decibels.fromGain(peak[band]) - Decibels.fromPower(squares[band] / (2.0 * frames));
    }
}
