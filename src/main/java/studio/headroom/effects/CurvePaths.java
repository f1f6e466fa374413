package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.saturation.Curve;
import studio.headroom.dsp.saturation.SaturationPath;

/// Ways through the curves of a saturation, and the change from one curve to another: the next one starts on a path of
/// its own, and fades in when that is full.
@RealTime
final class CurvePaths {
    /// Two for gentle curves, then two for sharp ones: the one that sounds and the one that comes next.
    private final SaturationPath[] paths = new SaturationPath[4];

    private final int channels;
    /// Sub-blocks after which the next path is full, and after which it has faded in.
    private final int fillAge;

    private final int fadeAge;
    private final float[] wet;
    private final float[] wetNext;
    private int path;
    private int nextPath;
    /// Sub-blocks since the next path was started.
    private int age;

    /// @param gentle oversampling of gentle curves
    /// @param sharp oversampling of sharp ones
    /// @param latency frames that all of them take
    CurvePaths(int sampleRate, int channels, int gentle, int sharp, int latency) {
        this.channels = channels;
        for (int p = 0; p < paths.length; p++) {
            paths[p] = new SaturationPath(sampleRate, channels, p < 2 ? gentle : sharp, latency);
        }
        wet = new float[channels * Timeline.SUB_BLOCK];
        wetNext = new float[channels * Timeline.SUB_BLOCK];
        fillAge = (2 * latency + sampleRate / 100) / Timeline.SUB_BLOCK + 1;
        fadeAge = fillAge + Math.max(1, sampleRate / 50 / Timeline.SUB_BLOCK);
    }

    /// Starts from silence with a curve.
    void clear(Curve curve) {
        path = nextPath = curve.isSharp() ? 2 : 0;
        paths[path].restart(curve);
    }

    /// Sets where the coming sub-block goes, as [SaturationPath#aim]; to be called at the beginning of each.
    void aim(Curve wanted, double driveDb, double asymmetry, double tiltDb, double level) {
        if (path != nextPath && ++age >= fadeAge) {
            path = nextPath;
        }
        if (path == nextPath && paths[path].curve() != wanted) {
            int first = wanted.isSharp() ? 2 : 0;
            nextPath = first == path ? first + 1 : first;
            paths[nextPath].restart(wanted);
            age = 0;
        }
        paths[path].aim(driveDb, asymmetry, tiltDb, level);
        if (nextPath != path) {
            paths[nextPath].aim(driveDb, asymmetry, tiltDb, level);
        }
    }

    /// Sends a run of samples through.
    ///
    /// @param done frames of the present sub-block that are past
    /// @return what comes out, interleaved
    float[] process(float[][] in, int offset, int frames, int done) {
        paths[path].process(in, offset, wet, frames, done);
        if (nextPath != path) {
            paths[nextPath].process(in, offset, wetNext, frames, done);
            if (age >= fillAge) {
                fade(frames, done);
            }
        }
        return wet;
    }

    private void fade(int frames, int done) {
        int stride = channels;
        float step = 1f / ((fadeAge - fillAge) * Timeline.SUB_BLOCK);
        int first = (age - fillAge) * Timeline.SUB_BLOCK + done + 1;
        for (int i = 0; i < frames * stride; i++) {
            wet[i] += (first + i / stride) * step * (wetNext[i] - wet[i]);
        }
    }
}
