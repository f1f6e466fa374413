package studio.headroom.dsp.reverb;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.BlockDelay;
import studio.headroom.dsp.delay.Crossfade;

/// The late reverberation: a feedback delay network of 16 lines of prime lengths, mixed by a Hadamard matrix,
/// with absorption in every line. Half of the lines wander slowly in length, each on its own, so that no mode
/// stands still long enough to ring; nothing is lost by that ([AllPass]).
final class FeedbackNetwork {
    private static final int LINES = Geometry.LINES;
    private static final int MODULATED = 2 * Wander.LINES;

    /// The farthest that a line wanders.
    private static final double MAX_EXCURSION_SECONDS = 0.002;

    /// Of the walk below relative to one of its sines.
    private static final double STEEPNESS = 1.25;

    /// Frames per sub-block by which a moved control changes how far a line wanders: 1.4 cents.
    private static final double CHANGE = 0.05;

    /// Lines whose rows lie in one array.
    private static final int HALF = LINES / 2;

    private static final int ROW = Timeline.SUB_BLOCK;

    /// The steepest wandering, in frames per sub-block: what [Wander] allows and a moved control may add.
    private static final double STEEPEST = 0.45;

    /// The pace of each walk relative to the rate.
    private static final double[] SPREAD = new double[MODULATED];

    static {
        for (int i = 0; i < MODULATED; i++) {
            SPREAD[i] = 0.8 + 0.4 * ((i * 0.618034) % 1);
        }
    }

    private final double sampleRate;
    /// One row for each of the first and of the last eight lines, which take the input.
    private final float[] upper = new float[HALF * ROW];

    private final float[] lower = new float[HALF * ROW];
    private final float[] others = new float[HALF * ROW];
    private final float[] other = new float[ROW];
    private final BlockDelay[] lines = new BlockDelay[LINES];
    private final Absorption absorption;
    private final Wander[] readNow = new Wander[2];
    private final Wander[] readNext = new Wander[2];
    private final double[] walk = new double[2 * MODULATED];
    private final double[] excursion = new double[MODULATED];
    private final double[] excursionGoal = new double[MODULATED];
    /// By how much each line is longer than it is at rest.
    private final double[] strayed = new double[MODULATED];

    private double rate;

    FeedbackNetwork(double sampleRate) {
        this.sampleRate = sampleRate;
        absorption = new Absorption(sampleRate);
        int longest = Geometry.longestLine(sampleRate)
                + (int) Math.ceil(MAX_EXCURSION_SECONDS * sampleRate)
                + AllPass.WARM_UP
                + 2;
        for (int i = 0; i < LINES; i++) {
            lines[i] = new BlockDelay(longest);
        }
        for (int half = 0; half < 2; half++) {
            BlockDelay[] modulated = Arrays.copyOfRange(lines, half * HALF, half * HALF + Wander.LINES);
            readNow[half] = new Wander(modulated);
            readNext[half] = new Wander(modulated);
        }
    }

    @RealTime
    Absorption absorption() {
        return absorption;
    }

    @RealTime
    void clear() {
        clearMemory();
        for (int i = 0; i < walk.length; i++) {
            walk[i] = 2 * Scatter.unit(80, i) - 1;
        }
        for (int i = 0; i < MODULATED; i++) {
            excursion[i] = excursionGoal[i];
            strayed[i] = excursion[i] * wander(i);
        }
    }

    @RealTime
    void clearMemory() {
        for (BlockDelay line : lines) {
            line.clear();
        }
        for (int half = 0; half < 2; half++) {
            readNow[half].clear();
            readNext[half].clear();
        }
        absorption.clear();
    }

    /// @param newRate of the wandering, in Hz, more than 0
    /// @param newDepth 1 for a detune of up to 12 cents by one pass, as far as 2 ms allow
    @RealTime
    void modulate(double newRate, double newDepth) {
        rate = newRate;
        for (int i = 0; i < MODULATED; i++) {
            // Relative to the length, and at most so steep that the reading holds.
            double perSubBlock = 2 * Math.PI * rate * SPREAD[i] * ROW / sampleRate * STEEPNESS;
            excursionGoal[i] = newDepth * Math.min(STEEPEST / perSubBlock, MAX_EXCURSION_SECONDS * sampleRate);
        }
    }

    /// The line that wanders as the `i`th: the first four of each half, as many on either side.
    @RealTime
    private static int line(int i) {
        return i < Wander.LINES ? i : i + HALF - Wander.LINES;
    }

    /// Begins a sub-block: the lines wander on.
    @RealTime
    void beginSubBlock(Geometry now, Geometry next, Crossfade fade) {
        if (!fade.active()) {
            readNext[0].forget();
            readNext[1].forget();
        }
        double turn = 2 * rate * ROW / sampleRate;
        for (int i = 0; i < MODULATED; i++) {
            double from = strayed[i];
            double change = excursionGoal[i] - excursion[i];
            excursion[i] += Math.clamp(change, -CHANGE, CHANGE);
            walk[i] = wrap(walk[i] + turn * SPREAD[i]);
            walk[i + MODULATED] = wrap(walk[i + MODULATED] + turn * SPREAD[i] * 1.618034);
            double to = excursion[i] * wander(i);
            strayed[i] = to;
            glide(readNow, i, now.line[line(i)], from, to);
            if (fade.active()) {
                glide(readNext, i, next.line[line(i)], from, to);
            }
        }
    }

    @RealTime
    private static void glide(Wander[] readers, int i, int length, double from, double to) {
        double room = length - ROW - 3;
        readers[i / Wander.LINES].glide(i % Wander.LINES, length + Math.max(-room, from), length + Math.max(-room, to));
    }

    /// -1 .. 1: two sines of unrelated rates.
    @RealTime
    private double wander(int i) {
        return 0.7 * sine(walk[i]) + 0.3 * sine(walk[i + MODULATED]);
    }

    /// sin(πx) for x in -1 .. 1, within 0.002.
    @RealTime
    private static double sine(double x) {
        double y = 4 * x * (1 - Math.abs(x));
        return y + 0.225 * (y * Math.abs(y) - y);
    }

    @RealTime
    private static double wrap(double x) {
        return x >= 1 ? x - 2 : x;
    }

    /// What comes out of the lines and goes back into them, while a run is rendered.
    ///
    /// @return eight rows to which the input is to be added before [#write]
    @RealTime
    float[] read(Geometry now, Geometry next, Crossfade fade, int phase, int frames) {
        if (frames < ROW) {
            // Loops over all rows at once would keep mixing what is left there.
            Arrays.fill(upper, 0f);
            Arrays.fill(lower, 0f);
        }
        read(readNow, now, upper, 0, phase, frames);
        read(readNow, now, lower, HALF, phase, frames);
        if (fade.active()) {
            read(readNext, next, others, 0, phase, frames);
            blend(upper, fade, phase, frames);
            read(readNext, next, others, HALF, phase, frames);
            blend(lower, fade, phase, frames);
        }
        absorption.process(0, upper, phase, frames);
        absorption.process(HALF, lower, phase, frames);
        return lower;
    }

    /// Reads half of the lines into rows.
    @RealTime
    private void read(Wander[] readers, Geometry space, float[] rows, int first, int phase, int frames) {
        readers[first / HALF].read(rows, phase, frames);
        for (int i = Wander.LINES; i < HALF; i++) {
            BlockDelay line = lines[first + i];
            System.arraycopy(line.data(), line.start(space.line[first + i]), rows, i * ROW, frames);
        }
    }

    /// Cross-fades half of the lines to where they are read next.
    @RealTime
    private void blend(float[] rows, Crossfade fade, int phase, int frames) {
        for (int i = 0; i < HALF; i++) {
            System.arraycopy(others, i * ROW, other, 0, frames);
            fade.blend(rows, i * ROW, other, phase, frames);
        }
    }

    /// Mixes what has come out with what has come in and puts it into the lines, and fills `out` with what both sides
    /// hear.
    ///
    /// @param otherOut room for as much again, as is `third`
    @RealTime
    void write(
            Geometry now,
            Geometry next,
            Crossfade fade,
            int phase,
            double[][] out,
            double[][] otherOut,
            double[][] third,
            int frames) {
        Lanes.mixTwo(upper, lower, HALF * ROW);
        Lanes.mixEight(upper, frames);
        Lanes.mixEight(lower, frames);
        for (int i = 0; i < HALF; i++) {
            lines[i].write(upper, i * ROW, frames);
            lines[HALF + i].write(lower, i * ROW, frames);
        }
        hear(now, out, third, phase, frames);
        if (fade.active()) {
            hear(next, otherOut, third, phase, frames);
            for (int side = 0; side < 2; side++) {
                fade.blend(out[side], otherOut[side], phase, frames);
            }
        }
        advance(frames);
    }

    /// Ends a run.
    @RealTime
    void advance(int frames) {
        for (BlockDelay line : lines) {
            line.advance(frames);
        }
    }

    @RealTime
    private void hear(Geometry space, double[][] out, double[][] other, int phase, int frames) {
        if (space.moving) {
            tap(space, space.tapBefore, out, frames);
            tap(space, space.tapGain, other, frames);
            Lanes.cross(out[0], other[0], phase, frames);
            Lanes.cross(out[1], other[1], phase, frames);
        } else {
            tap(space, space.tapGain, out, frames);
        }
    }

    @RealTime
    private void tap(Geometry space, float[] gain, double[][] out, int frames) {
        for (int side = 0; side < 2; side++) {
            int[] tap = space.tap;
            for (int i = side; i < LINES; i += 8) {
                Lanes.addFour(
                        out[side],
                        i == side,
                        frames,
                        lines[i].data(),
                        lines[i].start(tap[i]),
                        gain[i],
                        lines[i + 2].data(),
                        lines[i + 2].start(tap[i + 2]),
                        gain[i + 2],
                        lines[i + 4].data(),
                        lines[i + 4].start(tap[i + 4]),
                        gain[i + 4],
                        lines[i + 6].data(),
                        lines[i + 6].start(tap[i + 6]),
                        gain[i + 6]);
            }
        }
    }
}
