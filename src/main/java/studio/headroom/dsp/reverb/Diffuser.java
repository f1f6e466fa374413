package studio.headroom.dsp.reverb;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.BlockDelay;
import studio.headroom.dsp.delay.Crossfade;
import studio.headroom.dsp.delay.Ramp;

/// Turns every sound into a cloud of echoes on each of eight channels: three stages, each of which delays the
/// channels by unequal times and turns some of them over. After the first two a Hadamard matrix mixes them,
/// after the last the network's own. There is no feedback, so that nothing rings, and the energy is kept.
final class Diffuser {
    private static final int CHANNELS = Geometry.CHANNELS;
    private static final int STAGES = Geometry.STAGES;

    private static final int ROW = Timeline.SUB_BLOCK;

    /// One row for each channel.
    private final float[] channels = new float[CHANNELS * ROW];

    private final float[] gain = new float[CHANNELS];
    private final float[] gains = new float[CHANNELS * ROW];
    private final float[] other = new float[ROW];
    /// Between the stages; the first one reads the inputs' memory.
    private final BlockDelay[][] delays = new BlockDelay[STAGES][CHANNELS];

    private final Ramp diffused = new Ramp();
    private final Ramp plain = new Ramp();
    private double amount = 1;
    private double level = 1;

    Diffuser(double sampleRate) {
        for (int stage = 1; stage < STAGES; stage++) {
            for (int c = 0; c < CHANNELS; c++) {
                delays[stage][c] = new BlockDelay(Geometry.longestDiffuser(sampleRate, stage));
            }
        }
    }

    @RealTime
    void clear() {
        for (int stage = 1; stage < STAGES; stage++) {
            for (BlockDelay delay : delays[stage]) {
                delay.clear();
            }
        }
    }

    /// @param amount the share of the diffused sound in what comes out: 0, separate echoes, to 1
    @RealTime
    void amount(double amount) {
        this.amount = amount;
    }

    /// @param level gain of all that comes out
    @RealTime
    void level(double level) {
        this.level = level;
    }

    /// Begins a sub-block.
    ///
    /// @param fresh whether the amount is reached at once
    @RealTime
    void beginSubBlock(boolean fresh) {
        diffused.to(level * Math.sin(amount * Math.PI / 2));
        plain.to(amount == 1 ? 0 : level * Geometry.ENTRY * Math.cos(amount * Math.PI / 2));
        if (fresh) {
            diffused.jump();
            plain.jump();
        }
        diffused.begin();
        plain.begin();
    }

    /// Diffuses one run, half of the channels from each input, and adds it to `out`.
    ///
    /// @param now the space, or the one that is left while `fade` is active
    /// @param next the space that is entered
    @RealTime
    void addTo(float[] out, BlockDelay[] inputs, Geometry now, Geometry next, Crossfade fade, int phase, int frames) {
        if (frames < ROW) {
            // Loops over all rows at once would keep mixing what is left there.
            Arrays.fill(channels, 0f);
        }
        for (int stage = 0; stage < STAGES; stage++) {
            read(stage, inputs, now, next, fade, phase, frames);
            if (stage == 0) {
                addPlain(out, phase, frames);
            }
            if (stage == STAGES - 1) {
                Lanes.add(out, channels, gainRows(), CHANNELS * ROW);
            } else {
                mix(stage, frames);
            }
        }
        advance(frames);
    }

    /// Ends a run.
    @RealTime
    void advance(int frames) {
        for (int stage = 1; stage < STAGES; stage++) {
            for (BlockDelay delay : delays[stage]) {
                delay.advance(frames);
            }
        }
    }

    /// Fills the channels with what comes out of a stage's delays, and `gain` with what is to be applied to them.
    @RealTime
    private void read(
            int stage, BlockDelay[] inputs, Geometry now, Geometry next, Crossfade fade, int phase, int frames) {
        for (int c = 0; c < CHANNELS; c++) {
            BlockDelay from = stage == 0 ? inputs[c & 1] : delays[stage][c];
            System.arraycopy(from.data(), from.start(now.diffuser[stage][c]), channels, c * ROW, frames);
            float sign = Scatter.SIGNS[CHANNELS * stage + c];
            float before = now.diffuserBefore[stage][c];
            gain[c] = sign * before;
            if (now.moving) {
                Lanes.scaleTo(channels, c * ROW, now.diffuserGain[stage][c] / before, phase, frames);
            }
            if (fade.active()) {
                float change = next.diffuserBefore[stage][c] / before;
                System.arraycopy(from.data(), from.start(next.diffuser[stage][c]), other, 0, frames);
                Lanes.scale(other, change, frames);
                Lanes.scaleTo(other, 0, next.diffuserGain[stage][c] / next.diffuserBefore[stage][c], phase, frames);
                fade.blend(channels, c * ROW, other, phase, frames);
            }
        }
    }

    /// Adds what has only been delayed, and makes the rest as much softer.
    @RealTime
    private void addPlain(float[] out, int phase, int frames) {
        if (plain.silent() && !diffused.moves()) {
            for (int c = 0; c < CHANNELS; c++) {
                gain[c] *= diffused.from();
            }
            return;
        }
        for (int c = 0; c < CHANNELS; c++) {
            Lanes.split(channels, diffused, out, plain, c * ROW, Scatter.SIGNS[40 + c], phase, frames);
        }
    }

    /// The gains of the last stage, repeated over a row for each channel, so that one loop serves all rows.
    @RealTime
    private float[] gainRows() {
        for (int c = 0; c < CHANNELS; c++) {
            if (gains[c * ROW] != gain[c]) {
                Arrays.fill(gains, c * ROW, (c + 1) * ROW, gain[c]);
            }
        }
        return gains;
    }

    /// The Hadamard transform of all channels, into the delays of the next stage.
    @RealTime
    private void mix(int stage, int frames) {
        BlockDelay[] to = delays[stage + 1];
        Lanes.mixEight(channels, gain, frames);
        for (int c = 0; c < CHANNELS; c++) {
            to[c].write(channels, c * ROW, frames);
        }
    }
}
