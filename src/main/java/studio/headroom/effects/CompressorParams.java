package studio.headroom.effects;

import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls of the compressor.
final class CompressorParams {
    /// The level that the automatic make-up gain leaves as loud as it came.
    static final double AUTO_MAKEUP_LEVEL = -12;

    private static final Smoothing LINE = new Smoothing.Linear(20);
    private static final Smoothing TAPER = new Smoothing.Taper(20);

    static final Param THRESHOLD =
            new Param("threshold", "Threshold", Unit.DECIBEL, new Range.Linear(-60, 0), -18, LINE, true);
    /// At the top of its travel the output stays where it is.
    static final Param RATIO = new Param("ratio", "Ratio", Unit.RATIO, new Range.Log(1, 100), 3, TAPER, true);

    static final Param KNEE = new Param("knee", "Knee", Unit.DECIBEL, new Range.Linear(0, 24), 6, LINE, true);
    static final Param ATTACK =
            new Param("attack", "Attack", Unit.MILLISECOND, new Range.Log(0.05, 250), 10, TAPER, true);
    static final Param RELEASE =
            new Param("release", "Release", Unit.MILLISECOND, new Range.Log(5, 5000), 120, TAPER, true);
    static final Param AUTO_RELEASE =
            new Param("release.auto", "Automatic release", Unit.NONE, new Range.Toggle(), 0, LINE, true);
    static final Param HOLD = new Param("hold", "Hold", Unit.MILLISECOND, new Range.Linear(0, 500), 0, LINE, true);
    /// At the top of its travel, more than any setting of the other controls takes away.
    static final Param RANGE =
            new Param("range", "Most reduction", Unit.DECIBEL, new Range.Linear(0, 60), 60, LINE, true);

    static final Param MAKEUP = new Param(
            "makeup", "Make-up gain", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Gain(20), true);
    static final Param AUTO_MAKEUP =
            new Param("makeup.auto", "Automatic make-up", Unit.NONE, new Range.Toggle(), 0, LINE, true);
    static final Param MIX = new Param("mix", "Mix", Unit.PERCENT, new Range.Linear(0, 100), 100, LINE, true);
    static final Param DETECTOR =
            new Param("detector", "Detector", Unit.NONE, Range.Choice.of("peak", "rms"), 0, LINE, true);
    static final Param WINDOW =
            new Param("detector.window", "RMS window", Unit.MILLISECOND, new Range.Log(1, 300), 10, TAPER, true);
    static final Param LINK = new Param("link", "Stereo link", Unit.PERCENT, new Range.Linear(0, 100), 100, LINE, true);
    static final Param LOOKAHEAD =
            new Param("lookahead", "Look-ahead", Unit.MILLISECOND, new Range.Linear(0, 10), 0, Smoothing.NONE, false);
    static final Param KEY_SLOPE = new Param(
            "key.slope",
            "Key low cut in dB/oct",
            Unit.NONE,
            Range.Choice.of("off", "12", "24"),
            0,
            Smoothing.NONE,
            true);
    static final Param KEY_FREQ =
            new Param("key.freq", "Key low cut", Unit.HERTZ, new Range.Log(20, 10_000), 100, TAPER, true);
    static final Param KEY_LISTEN =
            new Param("key.listen", "Listen to key", Unit.NONE, new Range.Toggle(), 0, LINE, true);

    static final Param KEY_HIGH_SLOPE = new Param(
            "key.high.slope",
            "Key high cut in dB/oct",
            Unit.NONE,
            Range.Choice.of("off", "12", "24"),
            0,
            Smoothing.NONE,
            true);
    static final Param KEY_HIGH_FREQ =
            new Param("key.high.freq", "Key high cut", Unit.HERTZ, new Range.Log(50, 20_000), 8000, TAPER, true);
    static final Param CHANNELS = StereoPart.PARAM;
    static final ParamSet ALL = ParamSet.of(
            THRESHOLD,
            RATIO,
            KNEE,
            ATTACK,
            RELEASE,
            AUTO_RELEASE,
            HOLD,
            RANGE,
            MAKEUP,
            AUTO_MAKEUP,
            MIX,
            DETECTOR,
            WINDOW,
            LINK,
            LOOKAHEAD,
            KEY_SLOPE,
            KEY_FREQ,
            KEY_LISTEN,
            KEY_HIGH_SLOPE,
            KEY_HIGH_FREQ,
            CHANNELS);

    private CompressorParams() {}
}
