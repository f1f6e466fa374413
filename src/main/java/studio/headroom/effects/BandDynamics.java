package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.dynamics.DownwardExpander;
import studio.headroom.dsp.dynamics.GainReducer;

/// What one band does with its level: a compressor, a limiter, which is a compressor without end, or a downward
/// expander. From one to another it fades: the ratio from the compressor's to the limiter's, the reduction between
/// these and the expander's.
@RealTime
final class BandDynamics {
    private static final float PER_FRAME = 1f / Timeline.SUB_BLOCK;

    private final int channels;
    private final GainReducer compressor;
    private final DownwardExpander expander;
    private final float[][] between;
    private boolean fading;

    /// How far it is a limiter rather than a compressor, at the start and the end of the present sub-block.
    private double limiting0;

    private double limiting1;

    /// How far it is an expander, in the same way.
    private double expanding0;

    private double expanding1;
    private double deepestDb;

    /// @param channels 1 or 2
    BandDynamics(int channels) {
        this.channels = channels;
        compressor = new GainReducer(channels);
        expander = new DownwardExpander(channels);
        between = new float[channels][Timeline.SUB_BLOCK];
    }

    /// Starts from silence.
    ///
    /// @param mode of [MultibandParams]
    void clear(int mode) {
        compressor.clear();
        expander.clear();
        limiting0 = limiting1 = mode == MultibandParams.LIMIT ? 1 : 0;
        expanding0 = expanding1 = mode == MultibandParams.EXPAND ? 1 : 0;
        deepestDb = 0;
    }

    /// Forgets what was heard, and takes nothing away.
    void rest() {
        compressor.clear();
        expander.open();
        deepestDb = 0;
    }

    /// Goes on towards a mode; at the start of each sub-block.
    ///
    /// @param step what a sub-block adds
    /// @return whether anything moves, or has just come to rest
    boolean advance(int mode, double step) {
        boolean moved = limiting0 != limiting1 || expanding0 != expanding1;
        limiting0 = limiting1;
        expanding0 = expanding1;
        limiting1 = towards(limiting1, mode == MultibandParams.LIMIT ? 1 : 0, step);
        expanding1 = towards(expanding1, mode == MultibandParams.EXPAND ? 1 : 0, step);
        if (expanding0 == 0 && expanding1 > 0) {
            expander.open();
        }
        if (expanding0 == 1 && expanding1 < 1) {
            compressor.clear();
        }
        return moved || limiting0 != limiting1 || expanding0 != expanding1;
    }

    private static double towards(double from, double to, double step) {
        return from < to ? Math.min(to, from + step) : Math.max(to, from - step);
    }

    /// The curve at the start and the end of a sub-block.
    void curve(
            double threshold0,
            double threshold1,
            double ratio0,
            double ratio1,
            double knee0,
            double knee1,
            double range) {
        // 1 - 1 / ratio goes straight to 1.
        double steep0 = ratio0 / (1.0 - limiting0);
        double steep1 = ratio1 / (1.0 - limiting1);
        compressor.curve(threshold0, threshold1, steep0, steep1, knee0, knee1, range);
        expander.curve(threshold0, threshold1, ratio0, ratio1, knee0, knee1, range);
    }

    /// As [GainReducer#times], without a hold.
    void times(double attack, double release, double automatic, int sampleRate) {
        compressor.times(attack, 0, release, automatic, sampleRate);
        expander.times(attack, release, automatic, sampleRate);
    }

    void link(double link) {
        compressor.link(link);
        expander.link(link);
    }

    /// Listens to `x[channel][0 .. n)`, a part of a sub-block of which `done` frames are past.
    ///
    /// @return whether there is any reduction; if not, [#reduction] holds nothing of use
    boolean process(float[][] x, int n, int done) {
        fading = false;
        if (expanding0 + expanding1 == 0) {
            boolean any = compressor.process(x, 0, n, done);
            deepestDb = Math.max(deepestDb, compressor.takeDeepestDb());
            return any;
        }
        expander.process(x, 0, n, done);
        double deepest = expander.takeDeepestDb();
        if (expanding0 + expanding1 < 2) {
            fading = true;
            boolean any = compressor.process(x, 0, n, done);
            deepest = 0;
            for (int c = 0; c < channels; c++) {
                deepest = Math.max(deepest, mix(c, any, n, done));
            }
            compressor.takeDeepestDb();
        }
        deepestDb = Math.max(deepestDb, deepest);
        return true;
    }

    /// @return the deepest of the reductions
    private float mix(int channel, boolean compressed, int n, int done) {
        float[] out = between[channel];
        float[] expanded = expander.reduction(channel);
        float[] other = compressor.reduction(channel);
        float first = (float) expanding0;
        float step = PER_FRAME * (float) (expanding1 - expanding0);
        float deepest = 0;
        for (int i = 0; i < n; i++) {
            float from = compressed ? other[i] : 0f;
            float reduction = from + (first + (done + 1 + i) * step) * (expanded[i] - from);
            out[i] = reduction;
            deepest = reduction > deepest ? reduction : deepest;
        }
        return deepest;
    }

    /// The reduction of each frame of the last part in dB, 0 or positive.
    float[] reduction(int channel) {
        if (fading) {
            return between[channel];
        }
        return expanding0 + expanding1 == 0 ? compressor.reduction(channel) : expander.reduction(channel);
    }

    /// The deepest reduction since the last call, in dB, 0 or positive.
    double takeDeepestDb() {
        double deepest = deepestDb;
        deepestDb = 0;
        return deepest;
    }
}
