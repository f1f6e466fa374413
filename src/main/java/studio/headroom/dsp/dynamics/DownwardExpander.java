package studio.headroom.dsp.dynamics;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;

/// A feed-forward downward expander without its gain stage ([SoftExpansion]): from one or two signals that it listens
/// to, to the gain reduction of as many channels. Level → logarithm → curve → link → ballistics, in passes over a part
/// of a sub-block.
///
/// The ballistics are those of a compressor ([GainBallistics]), of how far it is open rather than of how far it
/// reduces: attack is the time in which it goes 63 % of the way up when a sound comes, release that of the way down
/// when it goes, after a hold of [#HOLD_SECONDS] that bridges the gaps between the crests of low tones.
///
/// Controls hold for a sub-block, but those of the curve, which move in a straight line from its start to its end. The
/// range moves as a gain, and from nothing to all in [#FLOOR_SECONDS] at the fastest: a line of decibels would end in a
/// leap.
@RealTime
public final class DownwardExpander {
    /// The most that can be taken away, in dB.
    public static final double DEEPEST_DB = 60;

    public static final double HOLD_SECONDS = 0.010;
    public static final double FLOOR_SECONDS = 0.020;

    /// What the logarithm makes of nothing.
    private static final float SILENCE_DB = (float) (-127 * FastMath.DB_PER_LOG2);

    private static final float OPEN = (float) DEEPEST_DB;
    private static final float PER_FRAME = 1f / Timeline.SUB_BLOCK;

    private final int channels;
    private final GainBallistics[] ballistics;
    private final float[][] reduction;
    private final int[] bits = new int[Timeline.SUB_BLOCK];

    private double link = 1;
    private float threshold0;
    private float threshold1;
    private float steepness0;
    private float steepness1;
    private float knee0;
    private float knee1;
    private float range;
    /// The least gain: where it is going, and at the start and the end of the present sub-block.
    private float floorTarget;
    private float floorFrom;
    private float floorTo;
    private float floorStep;
    private final float[] most = new float[Timeline.SUB_BLOCK];
    private boolean fresh = true;
    private boolean floorless = true;
    private double deepestDb;

    /// @param channels 1 or 2
    public DownwardExpander(int channels) {
        this.channels = channels;
        ballistics = new GainBallistics[channels];
        for (int c = 0; c < channels; c++) {
            ballistics[c] = new GainBallistics();
        }
        reduction = new float[channels][Timeline.SUB_BLOCK];
    }

    /// As silence leaves it: what it takes from silence is taken from the next sound's beginning.
    public void clear() {
        fresh = true;
        floorless = true;
        deepestDb = 0;
    }

    /// As a loud sound leaves it.
    public void open() {
        fresh = false;
        floorless = true;
        deepestDb = 0;
        settle(DEEPEST_DB);
    }

    private void settle(double openness) {
        for (GainBallistics b : ballistics) {
            b.settle(openness);
        }
    }

    /// The curve at the start and the end of a sub-block.
    ///
    /// @param range at most [#DEEPEST_DB]
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
        steepness0 = (float) ExpansionCurve.steepness(ratio0);
        steepness1 = (float) ExpansionCurve.steepness(ratio1);
        this.knee0 = (float) knee0;
        this.knee1 = (float) knee1;
        if (floorTarget == 0 || this.range != (float) range) {
            this.range = (float) range;
            floorTarget = (float) Math.exp(-range * (Math.log(10) / 20));
        }
    }

    /// @param link 1: the louder channel rules both; 0: each for itself
    public void link(double link) {
        this.link = link;
    }

    /// @param attack seconds to 63 % of the way up
    /// @param release seconds to 63 % of the way down, after the hold
    /// @param automatic 1 for a release that is slower the longer the sound was, 0 for a plain one, or between
    public void times(double attack, double release, double automatic, int sampleRate) {
        for (GainBallistics b : ballistics) {
            b.set(attack, HOLD_SECONDS, release, automatic, sampleRate);
        }
        floorStep = (float) (Timeline.SUB_BLOCK / (FLOOR_SECONDS * sampleRate));
    }

    /// Listens to `x[channel][offset .. offset + n)`, a part of a sub-block of which `done` frames are past.
    public void process(float[][] x, int offset, int n, int done) {
        boolean linked = channels == 1 || link >= 1.0;
        if (fresh) {
            fresh = false;
            settle(DEEPEST_DB - Math.min(range, steepness1 * Math.max(0, threshold1 - SILENCE_DB)));
        }
        if (floorless) {
            floorless = false;
            floorFrom = floorTarget;
            floorTo = floorTarget;
        } else if (done == 0) {
            floorTo = Math.clamp(floorTarget, floorFrom - floorStep, floorFrom + floorStep);
        }
        limits(n, done);
        if (linked) {
            GainReducer.louderPeak(x[0], x[channels - 1], offset, reduction[0], n);
            aim(reduction[0], n, done);
        } else {
            for (int c = 0; c < channels; c++) {
                GainReducer.louderPeak(x[c], x[c], offset, reduction[c], n);
                aim(reduction[c], n, done);
            }
            GainReducer.lean(reduction[0], reduction[1], n, (float) link);
        }
        for (int c = 0; c < (linked ? 1 : channels); c++) {
            follow(c, n);
        }
        if (linked && channels == 2) {
            ballistics[1].copyFrom(ballistics[0]);
        }
        if (done + n == Timeline.SUB_BLOCK) {
            floorFrom = floorTo;
            for (GainBallistics b : ballistics) {
                b.flush();
            }
        }
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

    /// From levels to how far it should be open.
    private void aim(float[] level, int n, int done) {
        FastMath.log2(level, bits, level, n);
        SoftExpansion.reduce(
                level,
                n,
                done * PER_FRAME,
                PER_FRAME,
                threshold0,
                threshold1,
                steepness0,
                steepness1,
                knee0,
                knee1,
                range);
        for (int i = 0; i < n; i++) {
            level[i] = OPEN - level[i];
        }
    }

    /// The deepest reduction that each frame may have.
    private void limits(int n, int done) {
        if (floorFrom == floorTo) {
            Arrays.fill(most, 0, n, range);
            return;
        }
        float step = PER_FRAME * (floorTo - floorFrom);
        for (int i = 0; i < n; i++) {
            most[i] = floorFrom + (done + 1 + i) * step;
        }
        FastMath.log2(most, bits, most, n);
        for (int i = 0; i < n; i++) {
            most[i] *= (float) -FastMath.DB_PER_LOG2;
        }
    }

    private void follow(int channel, int n) {
        float[] row = reduction[channel];
        ballistics[channel].process(row, n);
        float deepest = 0;
        for (int i = 0; i < n; i++) {
            float taken = OPEN - row[i];
            taken = taken > most[i] ? most[i] : taken;
            deepest = taken > deepest ? taken : deepest;
            row[i] = taken;
        }
        deepestDb = deepest > deepestDb ? deepest : deepestDb;
    }
}
