package studio.headroom.engine.monitor;

import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls of the monitor path, in the order of the signal: polarity, listen, mono, volume, level, dim,
/// mute, and the noise that takes the place of all of it. None of
/// them is automatable: they belong to the listener and the room, not to the song.
public final class MonitorControls {
    /// How the two loudspeakers are fed; the plain value of [#LISTEN] is the ordinal.
    public enum Listen {
        /// Each side on its own loudspeaker.
        STEREO,
        /// The left side on the left loudspeaker, the other one silent, as if it were switched off; on both with
        /// [#MONO].
        LEFT,
        /// The right side on the right loudspeaker, the other one silent; on both with [#MONO].
        RIGHT,
        /// Half the sum of both sides, on both loudspeakers.
        MID,
        /// Half the difference, left less right, on both loudspeakers with the same polarity, so that it is heard in
        /// the middle and [#MONO] changes nothing.
        SIDE,
        /// Each side on the other loudspeaker.
        SWAP
    }

    /// Which loudspeaker the noise comes from; the plain value of [#NOISE] is the ordinal.
    public enum NoiseFrom {
        OFF,
        LEFT,
        RIGHT,
        /// Both, each with noise of its own.
        BOTH
    }

    public static final Param POLARITY_LEFT = toggle("polarity.left", "Invert left");
    public static final Param POLARITY_RIGHT = toggle("polarity.right", "Invert right");
    public static final Param LISTEN = new Param(
            "listen",
            "Listen",
            Unit.NONE,
            Range.Choice.of("stereo", "left", "right", "mid", "side", "swap"),
            0,
            Smoothing.NONE,
            false);
    /// Half the sum of what [#LISTEN] lets through, on both loudspeakers: what is equal on both sides, and what comes
    /// from one loudspeaker and reaches the ear from both, stays as loud as it is.
    public static final Param MONO = toggle("mono", "Mono");
    /// Above 0 dB there is room for quiet mixes; what it lifts over full scale is counted, see [Monitor#CLIPPED].
    public static final Param VOLUME =
            new Param("volume", "Volume", Unit.DECIBEL, new Range.Fader(6), 0, Smoothing.NONE, false);
    public static final Param DIM = toggle("dim", "Dim");
    /// By how much [#DIM] changes the level.
    public static final Param DIM_LEVEL =
            new Param("dim.level", "Dim level", Unit.DECIBEL, new Range.Linear(-40, 0), -20, Smoothing.NONE, false);
    public static final Param MUTE = toggle("mute", "Mute");
    /// The knob that a person turns: what a loudness match does with [#VOLUME] leaves it alone. It lifts nothing over
    /// full scale.
    public static final Param LEVEL =
            new Param("level", "Level", Unit.DECIBEL, new Range.Linear(-60, 0), 0, Smoothing.NONE, false);
    /// Pink noise in place of what is played, to measure how loud a room is: see [ReferenceNoise].
    public static final Param NOISE = new Param(
            "noise", "Noise", Unit.NONE, Range.Choice.of("off", "left", "right", "both"), 0, Smoothing.NONE, false);

    public static final ParamSet PARAMS =
            ParamSet.of(POLARITY_LEFT, POLARITY_RIGHT, LISTEN, MONO, VOLUME, DIM, DIM_LEVEL, MUTE, LEVEL, NOISE);

    private MonitorControls() {}

    private static Param toggle(String id, String label) {
        return new Param(id, label, Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
    }
}
