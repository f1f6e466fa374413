package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.Cascade;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;

/// What a dynamics effect listens to: its input or a key, through a low cut and a high cut; and the way to hear that.
///
/// While nothing is filtered and nobody listens to it, the source is not copied.
@RealTime
final class KeyInput {
    private static final double SWITCH_SECONDS = 0.020;
    private static final double BUTTERWORTH_Q = Math.sqrt(0.5);
    /// Of each cut: up to 24 dB an octave.
    private static final int SECTIONS = 2;

    private final int channels;
    private final int sampleRate;
    private final Cascade filter;
    private final FilterBand design = new FilterBand();
    private final float[][] heard = new float[2][Timeline.SUB_BLOCK];
    private final float[][] doubled = new float[2][];
    private final double[] knownOrder = new double[2];
    private final double[] knownHertz = new double[2];
    private boolean started;
    private float[][] rows = heard;
    private int start;

    KeyInput(int channels, int sampleRate) {
        this.channels = channels;
        this.sampleRate = sampleRate;
        filter = new Cascade(2 * SECTIONS, channels);
    }

    /// Empties the filters; the next [#tune] is reached at once.
    void clear() {
        filter.clear();
        started = false;
    }

    /// Sets the cuts from the next sub-block on.
    ///
    /// @param lowSlope 0 for no low cut, 1 for 12 dB an octave, 2 for 24
    /// @param highSlope likewise of the high cut
    void tune(double lowSlope, double lowHertz, double highSlope, double highHertz) {
        tune(0, FilterShape.LOW_CUT, 2 * (int) lowSlope, lowHertz);
        tune(1, FilterShape.HIGH_CUT, 2 * (int) highSlope, highHertz);
        started = true;
    }

    private void tune(int cut, FilterShape shape, int order, double hertz) {
        if (started && knownOrder[cut] == order && knownHertz[cut] == hertz) {
            return;
        }
        int slow = (int) Math.ceil(SWITCH_SECONDS * sampleRate / Timeline.SUB_BLOCK);
        int subBlocks = !started ? 0 : knownOrder[cut] != order ? slow : 1;
        if (order > 0) {
            design.design(shape, hertz, 0, BUTTERWORTH_Q, order, sampleRate);
        }
        for (int i = 0; i < SECTIONS; i++) {
            int section = cut * SECTIONS + i;
            if (2 * i < order) {
                filter.aim(section, design.section(i), Placement.STEREO, subBlocks);
            } else {
                filter.aimFlat(section, subBlocks);
            }
        }
        knownOrder[cut] = order;
        knownHertz[cut] = hertz;
    }

    /// Takes a run in: from the key where there is one. One row of a key counts for both channels, two rows are mixed
    /// for a mono signal.
    ///
    /// @param keep whether [#play] will be called, after the input has been changed
    /// @param done frames of the present sub-block that are past
    void hear(float[][] io, float @Nullable [][] key, int offset, int frames, int done, boolean keep) {
        rows = key == null ? io : fit(key, offset, frames);
        start = rows == heard ? 0 : offset;
        boolean filtered = !filter.isFlat();
        if (rows != heard && (keep || filtered)) {
            for (int c = 0; c < channels; c++) {
                System.arraycopy(rows[c], offset, heard[c], 0, frames);
            }
            rows = heard;
            start = 0;
        }
        if (filtered) {
            filter.process(heard, 0, frames, done);
        }
    }

    /// What was heard, one row for each channel, from [#start] on; not to be changed.
    float[][] rows() {
        return rows;
    }

    int start() {
        return start;
    }

    /// Replaces a run by what was heard, which was kept.
    ///
    /// @param from 0 to 1: how much of it, at the start of the present sub-block
    /// @param to at its end
    void play(float[][] io, int offset, int n, int done, double from, double to) {
        double step = (to - from) / Timeline.SUB_BLOCK;
        for (int c = 0; c < channels; c++) {
            if (from == 1.0 && step == 0) {
                System.arraycopy(heard[c], 0, io[c], offset, n);
                continue;
            }
            for (int i = 0; i < n; i++) {
                double x = io[c][offset + i];
                io[c][offset + i] = (float) (x + (from + (done + i + 1) * step) * (heard[c][i] - x));
            }
        }
    }

    private float[][] fit(float[][] key, int offset, int frames) {
        if (key.length >= 2 && channels == 1) {
            for (int i = 0; i < frames; i++) {
                heard[0][i] = 0.5f * (key[0][offset + i] + key[1][offset + i]);
            }
            return heard;
        }
        doubled[0] = key[0];
        doubled[1] = key[key.length - 1];
        return doubled;
    }
}
