package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.Cascade;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;

/// Plays what one band of an equalizer acts on, and nothing else: a bell's surroundings, what lies below a low shelf or
/// is taken away by a low cut, and so on. Nobody listening, it costs nothing and leaves the samples as they are.
@RealTime
final class EqListen {
    private static final double BUTTERWORTH_Q = Math.sqrt(0.5);

    private final int channels;
    private final int sampleRate;
    private final FilterBand design = new FilterBand();
    private final Cascade filter;
    private final float[][] alone;
    private boolean running;
    private double from;
    private double to;

    EqListen(int channels, int sampleRate) {
        this.channels = channels;
        this.sampleRate = sampleRate;
        filter = new Cascade(1, channels);
        alone = new float[channels][Timeline.SUB_BLOCK];
    }

    void clear() {
        filter.clear();
        running = false;
        from = to = 0;
    }

    /// Sets where the coming sub-block goes.
    ///
    /// @param from 0 to 1: how much of the band alone is heard at its start
    /// @param to at its end
    /// @param subBlocks in which a filter that runs goes over to this one
    void aim(double from, double to, FilterShape bandShape, double hertz, double q, int subBlocks) {
        this.from = from;
        this.to = to;
        if (from == 0 && to == 0) {
            if (running) {
                clear();
            }
            return;
        }
        FilterShape shape = EqDynamics.listened(bandShape);
        design.design(shape, hertz, 0, shape == FilterShape.BAND_PASS ? q : BUTTERWORTH_Q, 2, sampleRate);
        filter.aim(0, design.section(0), Placement.STEREO, running ? subBlocks : 0);
        running = true;
    }

    void process(float[][] io, int offset, int n, int done) {
        if (!running) {
            return;
        }
        for (int c = 0; c < channels; c++) {
            System.arraycopy(io[c], offset, alone[c], 0, n);
        }
        filter.process(alone, 0, n, done);
        double step = (to - from) / Timeline.SUB_BLOCK;
        for (int c = 0; c < channels; c++) {
            float[] row = io[c];
            float[] only = alone[c];
            for (int i = 0; i < n; i++) {
                double x = row[offset + i];
                row[offset + i] = (float) (x + (from + (done + i + 1) * step) * (only[i] - x));
            }
        }
    }
}
