package studio.headroom.dsp.analysis;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.dsp.filter.BandSplitter;

/// How far the peaks of a program stand above its root mean square in each [ToneBand]. Bands are split as
/// [BandSplitter] does. One thread. Results do not depend on how the stream is cut.
public final class BandCrest {
    private static final int BANDS = ToneBand.values().length;

    private final BandSplitter splitter;
    private final float[][] run = new float[2][Timeline.SUB_BLOCK];
    private final double[] peak = new double[BANDS];
    private final double[] squares = new double[BANDS];
    private int filled;
    private long frames;

    /// @param format one or two channels
    public BandCrest(AudioFormat format) {
        splitter = new BandSplitter(format.sampleRate(), BANDS, 2);
        for (int i = 0; i < BANDS - 1; i++) {
            splitter.setCrossover(i, ToneBand.values()[i].toHz());
        }
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    public void process(float[][] in, int offset, int count) {
        float[] second = in[in.length > 1 ? 1 : 0];
        int at = offset;
        while (at < offset + count) {
            int now = Math.min(offset + count - at, Timeline.SUB_BLOCK - filled);
            System.arraycopy(in[0], at, run[0], filled, now);
            System.arraycopy(second, at, run[1], filled, now);
            filled += now;
            at += now;
            if (filled == Timeline.SUB_BLOCK) {
                take();
            }
        }
    }

    private void take() {
        splitter.split(run, 0, filled);
        splitter.flush();
        for (int band = 0; band < BANDS; band++) {
            double sum = 0;
            float most = 0;
            for (float[] channel : splitter.band(band)) {
                for (int i = 0; i < filled; i++) {
                    float sample = channel[i];
                    most = Math.max(most, Math.abs(sample));
                    sum += (double) sample * sample;
                }
            }
            peak[band] = Math.max(peak[band], most);
            squares[band] += sum;
        }
        frames += filled;
        filled = 0;
    }

    /// Ends the program.
    ///
    /// @return in dB for each band in its order; 0 for silence
    public List<Double> finish() {
        take();
        List<Double> crest = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            double power = squares[band] / (2.0 * Math.max(1, frames));
            crest.add(power == 0 ? 0 : Decibels.fromGain(peak[band]) - Decibels.fromPower(power));
        }
        return List.copyOf(crest);
    }
}
