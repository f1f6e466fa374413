package studio.headroom.dsp.delay;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Two echoes with feedback into themselves and each other, for one or two inputs.
///
/// Each side: delay, cut filters, out; and by `feedback` back into its own delay and, by the share `cross`,
/// into the other one. A time of whole frames is exact to the sample; between them [Interpolator] reads. A new
/// time is cross-faded to over 50 ms, so that it bends no pitch. Linear, and stable for every feedback below 1,
/// as nothing in the loop amplifies.
///
/// Setters take effect with the next sub-block of [Timeline#SUB_BLOCK] frames. Once the input is silent and the
/// echoes have died away the memories are emptied, and until the next sound nothing is computed and the wet
/// output is exactly 0.
public final class EchoLoop {
    /// The farthest that modulation strays.
    private static final double MAX_EXCURSION_SECONDS = 0.005;

    /// Frames per sub-block by which a moved control changes how far the time strays: 1.4 cents.
    private static final double CHANGE = 0.05;

    /// Frames at a time where a time is shorter than a sub-block.
    private static final int SHORT_RUN = 16;

    /// The shortest time, in frames: what a short run and an interpolator's window need.
    private static final int SHORTEST = SHORT_RUN + Interpolator.REACH;

    /// -240 dB: where the echoes end.
    private static final float OVER = 1e-12f;

    private final int sampleRate;
    private final WetInput input;
    private final WetOutput output = new WetOutput();
    private final BlockDelay[] lines = new BlockDelay[2];
    private final Interpolator[] readNow = {new Interpolator(), new Interpolator()};
    private final Interpolator[] readNext = {new Interpolator(), new Interpolator()};
    private final double[] now = new double[2];
    private final double[] next = new double[2];
    private final double[] goal = new double[2];
    private final Crossfade fade;
    private final CutFilters cuts;
    private final float[][] wet = new float[2][Timeline.SUB_BLOCK];
    private final float[] other = new float[Timeline.SUB_BLOCK];
    private final float[] feed = new float[Timeline.SUB_BLOCK];
    private final float[][] part = new float[2][Timeline.SUB_BLOCK];
    private final Ramp own = new Ramp();
    private final Ramp across = new Ramp();
    /// How much of the input goes into its own line, and how much of both goes into the left one.
    private final Ramp direct = new Ramp();

    private final Ramp summed = new Ramp();
    private double feedback;
    private double crossing;
    private double pong;
    private double pongGoal;
    private double rate = 1;
    private double depth;
    private double lfo;
    private double excursion;
    private boolean fresh = true;
    private boolean idle = true;
    private long quiet;

    /// @param inputs 1 or 2
    /// @param longestSeconds the longest time that will be set
    public EchoLoop(int sampleRate, int inputs, double longestSeconds) {
        this.sampleRate = sampleRate;
        input = new WetInput(inputs);
        double longest = (longestSeconds + MAX_EXCURSION_SECONDS) * sampleRate;
        for (int side = 0; side < 2; side++) {
            lines[side] = new BlockDelay((int) Math.ceil(longest) + Interpolator.REACH + SHORTEST);
            goal[side] = SHORTEST;
        }
        fade = new Crossfade(sampleRate);
        cuts = new CutFilters(sampleRate, 2);
    }

    /// Silence, and everything set is reached.
    @RealTime
    public void clear() {
        clearMemory();
        cuts.clear();
        fade.stop();
        lfo = 0;
        fresh = true;
        idle = true;
        quiet = 0;
    }

    @RealTime
    private void clearMemory() {
        lines[0].clear();
        lines[1].clear();
        cuts.clearMemory();
    }

    /// Times of both sides in seconds; what is shorter than 20 frames is 20 frames.
    @RealTime
    public void times(double left, double right) {
        goal[0] = frames(left);
        goal[1] = frames(right);
    }

    @RealTime
    private double frames(double seconds) {
        double frames = Math.max(SHORTEST, seconds * sampleRate);
        // 250 ms are whole frames at any usual rate, whatever the multiplication says.
        double whole = Math.rint(frames);
        return Math.abs(frames - whole) < 1e-6 ? whole : frames;
    }

    /// @param newFeedback 0 to less than 1
    /// @param cross the share of it that goes to the other side, 0 to 1
    /// @param pingPong whether the input goes, summed, into the left side alone and all feedback crosses
    @RealTime
    public void feedback(double newFeedback, double cross, boolean pingPong) {
        feedback = newFeedback;
        crossing = cross;
        pongGoal = pingPong ? 1 : 0;
    }

    /// The mode changes over 16 sub-blocks.
    @RealTime
    private void route() {
        pong = fresh ? pongGoal : pong + Math.clamp(pongGoal - pong, -0.0625, 0.0625);
        double share = crossing + pong * (1 - crossing);
        own.to(feedback * (1 - share));
        across.to(feedback * share);
        direct.to(1 - pong);
        summed.to(0.5 * pong);
    }

    /// Corners in Hz of the filters; off at [CutFilters#LOW_OFF] and [CutFilters#HIGH_OFF].
    @RealTime
    public void cut(double lowHz, double highHz) {
        cuts.tune(lowHz, highHz);
    }

    /// @param rateHz how fast the times sway, more than 0; a quarter of a turn apart on the two sides
    /// @param newDepth how far: 1 for 12 cents of detune, as far as 5 ms allow
    @RealTime
    public void modulate(double rateHz, double newDepth) {
        rate = rateHz;
        depth = newDepth;
    }

    /// @see WetOutput#to
    @RealTime
    public void levels(double width, double dryGain, double wetGain) {
        output.to(width, dryGain, wetGain);
    }

    /// Reads one or two rows and fills two.
    ///
    /// @param phase frames of the present sub-block that are done; `phase + frames` is at most a sub-block
    @RealTime
    public void process(float[][] io, int offset, int frames, int phase) {
        boolean heard = input.take(io, offset, frames);
        if (phase == 0) {
            beginSubBlock();
        }
        if (heard) {
            if (idle) {
                // Sound that begins within a sub-block finds the empty lines where they would be by then.
                lines[0].advance(phase);
                lines[1].advance(phase);
            }
            idle = false;
            quiet = 0;
        }
        if (idle) {
            output.mixDry(io, offset, input, phase, frames);
            return;
        }
        int most = shortest() < 2 * Timeline.SUB_BLOCK ? SHORT_RUN : Timeline.SUB_BLOCK;
        int done = 0;
        while (done < frames) {
            // Whole runs end on the grid, as the lines want it.
            int run = Math.min(frames - done, most - (phase + done) % most);
            render(done, run, phase + done);
            done += run;
        }
        if (!heard) {
            quiet = peak(frames) < OVER ? quiet + frames : 0;
        }
        output.mix(io, offset, input, wet[0], wet[1], phase, frames);
    }

    @RealTime
    private void beginSubBlock() {
        if (!idle && quiet > lines[0].longest()) {
            clearMemory();
            idle = true;
        }
        route();
        if (fresh) {
            jump();
        } else if (fade.advance()) {
            System.arraycopy(next, 0, now, 0, 2);
        }
        if (!fade.active() && (now[0] != goal[0] || now[1] != goal[1])) {
            System.arraycopy(goal, 0, next, 0, 2);
            fade.start();
        }
        own.begin();
        across.begin();
        direct.begin();
        summed.begin();
        output.begin(fresh);
        fresh = false;
        cuts.beginSubBlock();
        sway();
    }

    @RealTime
    private void jump() {
        System.arraycopy(goal, 0, now, 0, 2);
        excursion = excursionGoal();
        own.jump();
        across.jump();
        direct.jump();
        summed.jump();
    }

    @RealTime
    private void sway() {
        double turn = 2 * Math.PI * rate * Timeline.SUB_BLOCK / sampleRate;
        double before = lfo;
        double was = excursion;
        lfo = (lfo + turn) % (2 * Math.PI);
        excursion += Math.clamp(excursionGoal() - excursion, -CHANGE, CHANGE);
        for (int side = 0; side < 2; side++) {
            double quarter = side * Math.PI / 2;
            double from = was == 0 ? 0 : was * Math.sin(before + quarter);
            double to = excursion == 0 ? 0 : excursion * Math.sin(lfo + quarter);
            glide(readNow[side], now[side], from, to);
            if (fade.active()) {
                glide(readNext[side], next[side], from, to);
            }
        }
    }

    @RealTime
    private double excursionGoal() {
        double steepest = 0.9 * Interpolator.STEEPEST * sampleRate / (2 * Math.PI * rate * Timeline.SUB_BLOCK);
        return depth * Math.min(steepest, MAX_EXCURSION_SECONDS * sampleRate);
    }

    @RealTime
    private static void glide(Interpolator reader, double time, double from, double to) {
        reader.glide(Math.max(SHORTEST, time + from), Math.max(SHORTEST, time + to));
    }

    @RealTime
    private double shortest() {
        double shortest = Math.min(now[0], now[1]);
        if (fade.active()) {
            shortest = Math.min(shortest, Math.min(next[0], next[1]));
        }
        return shortest - excursion - CHANGE;
    }

    @RealTime
    private void render(int at, int frames, int phase) {
        for (int side = 0; side < 2; side++) {
            readNow[side].read(lines[side], phase, part[side], frames);
            if (fade.active()) {
                readNext[side].read(lines[side], phase, other, frames);
                fade.blend(part[side], other, phase, frames);
            }
        }
        cuts.process(part, frames, phase);
        for (int side = 0; side < 2; side++) {
            feed(side, at, frames, phase);
            lines[side].write(feed, 0, frames);
            lines[side].advance(frames);
            System.arraycopy(part[side], 0, wet[side], at, frames);
        }
    }

    @RealTime
    private void feed(int side, int at, int frames, int phase) {
        float[] ramp = Ramp.FRAMES;
        float[] x = side == 0 ? input.left() : input.right();
        float[] y = part[side];
        float[] z = part[1 - side];
        float fy = own.from();
        float fz = across.from();
        float fx = direct.from();
        float dy = own.step();
        float dz = across.step();
        float dx = direct.step();
        for (int t = 0; t < frames; t++) {
            float m = ramp[phase + t];
            feed[t] = (fx + dx * m) * x[at + t] + ((fy + dy * m) * y[t] + (fz + dz * m) * z[t]);
        }
        if (side == 0 && !summed.silent()) {
            float[] l = input.left();
            float[] r = input.right();
            for (int t = 0; t < frames; t++) {
                feed[t] += (summed.from() + summed.step() * ramp[phase + t]) * (l[at + t] + r[at + t]);
            }
        }
    }

    @RealTime
    private float peak(int frames) {
        float peak = 0;
        for (int t = 0; t < frames; t++) {
            peak = Math.max(peak, Math.max(Math.abs(wet[0][t]), Math.abs(wet[1][t])));
        }
        return peak;
    }

    /// Frames until the echoes have fallen by `decibels` after the input has ended.
    public long tail(double decibels) {
        double time = Math.max(goal[0], goal[1]) + excursionGoal() + Interpolator.REACH;
        double repeats = feedback <= 0 ? 0 : Math.ceil(decibels / (-20 * Math.log10(feedback)));
        // The filters' own ringing, which lasts longest at 20 Hz, comes on top of each echo.
        return (long) Math.ceil(time * (1 + repeats) + 0.1 * sampleRate);
    }
}
