package studio.headroom.dsp.reverb;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.BlockDelay;
import studio.headroom.dsp.delay.Crossfade;
import studio.headroom.dsp.delay.CutFilters;
import studio.headroom.dsp.delay.Ramp;
import studio.headroom.dsp.delay.WetInput;
import studio.headroom.dsp.delay.WetOutput;

/// A reverberant space for one or two inputs and two outputs, without latency.
///
/// The cut filters come first, then the predelay; from there [EarlyReflections] and, by way of a [Diffuser], a
/// [FeedbackNetwork]. The late part's energy for a steady sound is that of its input whatever the decay, the size and
/// the shape, so that only the length changes with the length.
///
/// Setters take effect with the next sub-block of [Timeline#SUB_BLOCK] frames: gains in a straight line over
/// it, delays by a cross-fade of 50 ms. Once the input is silent and the sound has died away the memories are
/// emptied, and until the next sound nothing is computed and the output is exactly 0.
public final class Reverberator {
    /// -240 dB: where the tail ends.
    private static final float OVER = 1e-12f;

    private final int sampleRate;
    private final WetInput input;
    private final WetOutput output = new WetOutput();
    private final BlockDelay[] memory = new BlockDelay[2];
    private final CutFilters cuts;
    private final Diffuser diffuser;
    private final FeedbackNetwork network;
    private final Crossfade fade;
    private Geometry now;
    private Geometry next;
    private final double[][] early = new double[2][Timeline.SUB_BLOCK];
    private final double[][] late = new double[2][Timeline.SUB_BLOCK];
    private final double[][] other = new double[2][Timeline.SUB_BLOCK];
    private final double[][] third = new double[2][Timeline.SUB_BLOCK];
    private final float[][] wet = new float[2][Timeline.SUB_BLOCK];
    private final Ramp earlyGain = new Ramp();
    private final Ramp lateGain = new Ramp();
    private final long forgotten;

    private RoomShape shape = RoomShape.HALL;
    private double size = 1;
    private double predelayMs;
    private double decay = 2;
    private double lowRatio = 1;
    private double lowHz = 200;
    private double highRatio = 1;
    private double highHz = 5000;
    private boolean decayMoved = true;
    private boolean fresh = true;
    private boolean idle = true;
    private long quiet;

    /// @param inputs 1 or 2
    public Reverberator(int sampleRate, int inputs) {
        this.sampleRate = sampleRate;
        input = new WetInput(inputs);
        int longest = Geometry.longestInput(sampleRate);
        for (int c = 0; c < inputs; c++) {
            memory[c] = new BlockDelay(longest);
        }
        if (inputs == 1) {
            memory[1] = memory[0];
        }
        cuts = new CutFilters(sampleRate, inputs);
        diffuser = new Diffuser(sampleRate);
        network = new FeedbackNetwork(sampleRate);
        fade = new Crossfade(sampleRate);
        now = new Geometry(sampleRate);
        next = new Geometry(sampleRate);
        long most = longest + Geometry.longestLine(sampleRate);
        for (int stage = 0; stage < Geometry.STAGES; stage++) {
            most += Geometry.longestDiffuser(sampleRate, stage);
        }
        forgotten = most;
    }

    /// Silence, and everything set is reached.
    @RealTime
    public void clear() {
        clearMemory();
        cuts.clear();
        network.clear();
        fade.stop();
        fresh = true;
        idle = true;
        quiet = 0;
    }

    @RealTime
    private void clearMemory() {
        for (BlockDelay line : memory) {
            line.clear();
        }
        cuts.clearMemory();
        diffuser.clear();
        network.clearMemory();
    }

    /// @param newSize 0.2 to 2, 1 for the shape's own
    /// @param newPredelayMs 0 to 250
    @RealTime
    public void space(RoomShape newShape, double newSize, double newPredelayMs) {
        shape = newShape;
        size = newSize;
        predelayMs = newPredelayMs;
    }

    /// @param seconds in which the tail falls by 60 dB between the crossovers
    /// @param newLowRatio decay time below `newLowHz` relative to that; `newHighRatio` the same above `newHighHz`
    @RealTime
    public void decay(double seconds, double newLowRatio, double newLowHz, double newHighRatio, double newHighHz) {
        decay = seconds;
        lowRatio = newLowRatio;
        lowHz = newLowHz;
        highRatio = newHighRatio;
        highHz = newHighHz;
        decayMoved = true;
    }

    /// @param diffusion 0 to 1
    /// @param rateHz how fast the lines wander
    /// @param depth how far, 0 to 1
    @RealTime
    public void texture(double diffusion, double rateHz, double depth) {
        diffuser.amount(diffusion);
        network.modulate(rateHz, depth * shape.modulation());
    }

    /// Corners in Hz of the filters before everything; off at [CutFilters#LOW_OFF] and [CutFilters#HIGH_OFF].
    @RealTime
    public void cut(double newLowHz, double newHighHz) {
        cuts.tune(newLowHz, newHighHz);
    }

    /// @param newEarly gain of the early reflections, `newLate` of the late reverberation
    /// @param width 0 for mono, 1 for the space's own
    /// @param dry gain of the input in the output, `wet` of the reverb
    @RealTime
    public void levels(double newEarly, double newLate, double width, double dry, double wet) {
        earlyGain.to(newEarly);
        lateGain.to(newLate);
        output.to(width, dry, wet);
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
                align(phase);
            }
            idle = false;
            quiet = 0;
        }
        if (!idle) {
            render(frames, phase);
            if (!heard) {
                quiet = peak(frames) < OVER ? quiet + frames : 0;
            }
        }
        if (idle) {
            output.mixDry(io, offset, input, phase, frames);
        } else {
            output.mix(io, offset, input, wet[0], wet[1], phase, frames);
        }
    }

    /// Sound that begins within a sub-block finds the empty lines where they would be by then.
    @RealTime
    private void align(int phase) {
        for (int c = 0; c < input.rows().length; c++) {
            memory[c].advance(phase);
        }
        diffuser.advance(phase);
        network.advance(phase);
    }

    @RealTime
    private void beginSubBlock() {
        if (!idle && quiet >= forgotten) {
            clearMemory();
            idle = true;
        }
        if (fresh) {
            now.lay(shape, size, predelayMs);
        } else if (fade.advance()) {
            Geometry left = now;
            now = next;
            next = left;
            decayMoved = true;
        }
        if (!fade.active() && !now.is(shape, size, predelayMs)) {
            next.lay(shape, size, predelayMs);
            fade.start();
        }
        now.settle();
        next.settle();
        if (decayMoved || fresh || fade.active()) {
            decayMoved = false;
            retune();
        }
        output.begin(fresh);
        begin(earlyGain);
        begin(lateGain);
        diffuser.beginSubBlock(fresh);
        network.absorption().beginSubBlock(fresh);
        fresh = false;
        cuts.beginSubBlock();
        network.beginSubBlock(now, next, fade);
    }

    @RealTime
    private void begin(Ramp gain) {
        if (fresh) {
            gain.jump();
        }
        gain.begin();
    }

    @RealTime
    private void retune() {
        double share = fade.share();
        double lateNormal = now.attenuate(decay);
        if (fade.active()) {
            lateNormal += share * (next.attenuate(decay) - lateNormal);
        }
        // On the way in, so that a shorter decay does not lift what a longer one has left behind.
        diffuser.level(lateNormal);
        network.absorption().tune(now.line, next.line, share, decay, lowRatio, lowHz, highRatio, highHz);
    }

    @RealTime
    private void render(int frames, int phase) {
        for (int c = 0; c < input.rows().length; c++) {
            System.arraycopy(input.rows()[c], 0, wet[c], 0, frames);
        }
        cuts.process(wet, frames, phase);
        for (int c = 0; c < input.rows().length; c++) {
            memory[c].write(wet[c], 0, frames);
        }
        reflect(now, early, phase, frames);
        if (fade.active()) {
            reflect(next, other, phase, frames);
            fade.blend(early[0], other[0], phase, frames);
            fade.blend(early[1], other[1], phase, frames);
        }
        float[] entry = network.read(now, next, fade, phase, frames);
        diffuser.addTo(entry, memory, now, next, fade, phase, frames);
        for (int c = 0; c < input.rows().length; c++) {
            memory[c].advance(frames);
        }
        network.write(now, next, fade, phase, late, other, third, frames);
        Lanes.combine(early[0], earlyGain, late[0], lateGain, wet[0], phase, frames);
        Lanes.combine(early[1], earlyGain, late[1], lateGain, wet[1], phase, frames);
    }

    @RealTime
    private void reflect(Geometry space, double[][] out, int phase, int frames) {
        if (space.moving) {
            EarlyReflections.render(memory, space, space.earlyBefore, out, frames);
            EarlyReflections.render(memory, space, space.earlyGain, third, frames);
            Lanes.cross(out[0], third[0], phase, frames);
            Lanes.cross(out[1], third[1], phase, frames);
        } else {
            EarlyReflections.render(memory, space, space.earlyGain, out, frames);
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

    /// Frames until the tail has fallen by `decibels` after the input has ended.
    public long tail(double decibels) {
        double longest = decay * Math.max(1, Math.max(lowRatio, highRatio));
        Geometry space = new Geometry(sampleRate);
        space.lay(shape, size, predelayMs);
        // The build-up and the filters' own ringing, which lasts longest at 20 Hz, come before the decay.
        return (long) Math.ceil(space.longestPath() + (decibels / 60 * longest + 0.1) * sampleRate);
    }
}
