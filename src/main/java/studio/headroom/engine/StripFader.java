package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Gain;
import studio.headroom.project.StripControls;

/// Fader, pan, width and mute of a strip: from its signal after the inserts to the stereo signal that leaves it.
final class StripFader {
    private static final int SUB = Timeline.SUB_BLOCK;

    private static final int VOLUME = StripControls.PARAMS.indexOf(StripControls.VOLUME.id());
    private static final int PAN = StripControls.PARAMS.indexOf(StripControls.PAN.id());
    private static final int WIDTH = StripControls.PARAMS.indexOf(StripControls.WIDTH.id());
    private static final int MUTE = StripControls.PARAMS.indexOf(StripControls.MUTE.id());

    private final Control volume;
    private final Control pan;
    private final Control width;
    private final Control mute;
    /// Those for what came into the strip, so that an insert that widens changes no level.
    private final PanGains sides;

    private final GainRamp leftToLeft;
    private final GainRamp rightToLeft;
    private final GainRamp leftToRight;
    private final GainRamp rightToRight;

    /// @param controls of [StripControls#PARAMS]
    /// @param previous the fader that this one follows, or null
    StripFader(Control[] controls, PanGains sides, @Nullable StripFader previous, int sampleRate) {
        volume = controls[VOLUME];
        pan = controls[PAN];
        width = controls[WIDTH];
        mute = controls[MUTE];
        this.sides = sides;
        leftToLeft = previous == null ? new GainRamp(sampleRate) : previous.leftToLeft;
        rightToLeft = previous == null ? new GainRamp(sampleRate) : previous.rightToLeft;
        leftToRight = previous == null ? new GainRamp(sampleRate) : previous.leftToRight;
        rightToRight = previous == null ? new GainRamp(sampleRate) : previous.rightToRight;
    }

    /// @param source one row or two
    /// @param target two rows, apart from `source`
    /// @param clock the clock of the signal here
    @RealTime
    void process(float[][] source, int channels, float[][] target, Playhead playhead, long clock, int subBlocks) {
        for (int s = 0; s < subBlocks; s++) {
            advance(playhead.timeline(clock + (long) (s + 1) * SUB), channels);
            int at = s * SUB;
            if (channels == 1) {
                // The cross gains are 0 but after a change from two channels, which were alike then.
                Gain.copy(
                        source[0],
                        target[0],
                        at,
                        SUB,
                        leftToLeft.from() + rightToLeft.from(),
                        leftToLeft.to() + rightToLeft.to());
                Gain.copy(
                        source[0],
                        target[1],
                        at,
                        SUB,
                        rightToRight.from() + leftToRight.from(),
                        rightToRight.to() + leftToRight.to());
            } else {
                Gain.copy(source[0], target[0], at, SUB, leftToLeft.from(), leftToLeft.to());
                Gain.copy(source[1], target[1], at, SUB, rightToRight.from(), rightToRight.to());
                Gain.add(source[1], target[0], at, SUB, rightToLeft.from(), rightToLeft.to());
                Gain.add(source[0], target[1], at, SUB, leftToRight.from(), leftToRight.to());
            }
        }
    }

    @RealTime
    private void advance(long time, int channels) {
        // Asked for although it is not heard: what glides goes on with time.
        double level = volume.at(time);
        double gain = mute.at(time) >= 0.5 ? 0 : Decibels.toGain(level);
        double place = pan.at(time);
        double left = gain * sides.left(place);
        double right = gain * sides.right(place);
        double spread = channels == 1 ? 1 : width.at(time) / 100;
        double same = (1 + spread) / 2;
        double cross = (1 - spread) / 2;
        leftToLeft.advance(left * same);
        rightToLeft.advance(left * cross);
        leftToRight.advance(right * cross);
        rightToRight.advance(right * same);
    }

    @RealTime
    void reset() {
        leftToLeft.reset();
        rightToLeft.reset();
        leftToRight.reset();
        rightToRight.reset();
    }
}
