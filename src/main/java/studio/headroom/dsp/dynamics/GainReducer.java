package studio.headroom.dsp.dynamics;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;

/// A feed-forward compressor without its gain stage: from one or two signals that it listens to, to the gain reduction
/// of as many channels. Level → logarithm → curve → link → ballistics, in passes over a part of a sub-block.
///
/// Controls hold for a sub-block, but those of the curve, which move in a straight line from its start to its end.
/// Below the curve's knee, with no reduction left, a part costs little more than a look at it.
@RealTime
public final class GainReducer {
    /// How far below the knee a level is certainly not compressed, whatever the logarithm's error: 0.001 dB.
    private static final double MARGIN_DB = 1e-3;

    private static final float PER_FRAME = 1f / Timeline.SUB_BLOCK;

    private final int channels;
    private final GainBallistics[] ballistics;
    private final LevelDetector[] detectors;
    private final float[][] reduction;
    private final int[] bits = new int[Timeline.SUB_BLOCK];

    private double rms;
    private double inertia;
    private double link = 1;
    private float threshold0;
    private float threshold1;
    private float slope0;
    private float slope1;
    private float knee0;
    private float knee1;
    private float range;
    private float idleBelow;
    private double deepestDb;

    /// @param channels 1 or 2
    public GainReducer(int channels) {
        this.channels = channels;
        ballistics = new GainBallistics[channels];
        detectors = new LevelDetector[channels];
        for (int c = 0; c < channels; c++) {
            ballistics[c] = new GainBallistics();
            detectors[c] = new LevelDetector();
        }
        reduction = new float[channels][Timeline.SUB_BLOCK];
    }

    public void clear() {
        for (int c = 0; c < channels; c++) {
            ballistics[c].clear();
            detectors[c].clear();
        }
        deepestDb = 0;
    }

    /// The curve at the start and the end of a sub-block.
    public void curve(
            double threshold0,
            double threshold1,
            double ratio0,
            double ratio1,
            double knee0,
            double knee1,
            double range) {
        this.threshold0 = (float) threshold0;
        this.threshold1 = (float) threshold1;
        slope0 = (float) CompressionCurve.slope(ratio0);
        slope1 = (float) CompressionCurve.slope(ratio1);
        this.knee0 = (float) knee0;
        this.knee1 = (float) knee1;
        this.range = (float) range;
        double lowest = Math.min(threshold0, threshold1) - 0.5 * Math.max(knee0, knee1) - MARGIN_DB;
        idleBelow = (float) FastMath.exp2(lowest * FastMath.LOG2_PER_DB);
    }

    /// @param rms 0 for peaks, 1 for the root mean square
    /// @param window of the mean, seconds
    public void detector(double rms, double window, int sampleRate) {
        this.rms = rms;
        inertia = Math.exp(-1.0 / (window * sampleRate));
    }

    /// @param link 1: the louder channel rules both; 0: each for itself
    public void link(double link) {
        this.link = link;
    }

    /// As [GainBallistics#set].
    public void times(double attack, double hold, double release, double automatic, int sampleRate) {
        for (GainBallistics b : ballistics) {
            b.set(attack, hold, release, automatic, sampleRate);
        }
    }

    /// Listens to `x[channel][offset .. offset + n)`, a part of a sub-block of which `done` frames are past.
    ///
    /// @return whether there is any reduction; if not, [#reduction] holds nothing of use
    public boolean process(float[][] x, int offset, int n, int done) {
        boolean linked = channels == 1 || link >= 1.0;
        listen(x, offset, n, linked);
        boolean active = !isIdle(linked ? 1 : channels, n);
        if (active) {
            if (linked) {
                reduce(0, n, done);
            } else {
                reduce(0, n, done);
                reduce(1, n, done);
                lean(reduction[0], reduction[1], n, (float) link);
            }
            follow(linked, n);
        }
        if (done + n == Timeline.SUB_BLOCK) {
            for (int c = 0; c < channels; c++) {
                ballistics[c].flush();
                detectors[c].flush();
            }
        }
        return active;
    }

    /// The reduction of each frame of the last part in dB, 0 or positive.
    public float[] reduction(int channel) {
        return reduction[link >= 1.0 ? 0 : channel];
    }

    /// The deepest reduction since the last call, in dB, 0 or positive.
    public double takeDeepestDb() {
        double deepest = deepestDb;
        deepestDb = 0;
        return deepest;
    }

    private void listen(float[][] x, int offset, int n, boolean linked) {
        if (linked && channels == 2 && rms <= 0) {
            louderPeak(x[0], x[1], offset, reduction[0], n);
            return;
        }
        for (int c = 0; c < channels; c++) {
            detectors[c].process(x[c], offset, reduction[c], n, rms, inertia);
        }
        if (linked && channels == 2) {
            louder(reduction[0], reduction[1], n);
        }
    }

    private boolean isIdle(int levels, int n) {
        for (GainBallistics b : ballistics) {
            if (!b.isIdle()) {
                return false;
            }
        }
        float limit = idleBelow;
        for (int c = 0; c < levels; c++) {
            float[] level = reduction[c];
            for (int i = 0; i < n; i++) {
                // Not true of NaN either.
                if (!(level[i] < limit)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void reduce(int channel, int n, int done) {
        float[] level = reduction[channel];
        FastMath.log2(level, bits, level, n);
        CompressionCurve.reduce(
                level,
                n,
                (float) FastMath.DB_PER_LOG2,
                done * PER_FRAME,
                PER_FRAME,
                threshold0,
                threshold1,
                slope0,
                slope1,
                knee0,
                knee1,
                range);
    }

    private void follow(boolean linked, int n) {
        deepestDb = Math.max(deepestDb, ballistics[0].process(reduction[0], n));
        if (channels == 2) {
            if (linked) {
                ballistics[1].copyFrom(ballistics[0]);
            } else {
                deepestDb = Math.max(deepestDb, ballistics[1].process(reduction[1], n));
            }
        }
    }

    static void louderPeak(float[] a, float[] b, int offset, float[] level, int n) {
        for (int i = 0; i < n; i++) {
            level[i] = Math.max(Math.abs(a[offset + i]), Math.abs(b[offset + i]));
        }
    }

    private static void louder(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(a[i], b[i]);
        }
    }

    /// Pulls both towards the greater.
    static void lean(float[] a, float[] b, int n, float link) {
        for (int i = 0; i < n; i++) {
            float most = Math.max(a[i], b[i]);
            a[i] += link * (most - a[i]);
            b[i] += link * (most - b[i]);
        }
    }
}
