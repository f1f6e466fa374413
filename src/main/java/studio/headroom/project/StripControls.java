package studio.headroom.project;

import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls that every strip, send and insert has, whatever is in it. How fast they move is the engine's: no
/// gain changes faster than a fade of 20 ms.
public final class StripControls {
    public static final Param TRIM =
            new Param("trim", "Trim", Unit.DECIBEL, new Range.Linear(-24, 24), 0, Smoothing.NONE, true);
    public static final Param POLARITY =
            new Param("polarity", "Polarity", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true);
    public static final Param VOLUME =
            new Param("volume", "Volume", Unit.DECIBEL, new Range.Fader(6), 0, Smoothing.NONE, true);
    /// Pan at -3 dB in the center for a mono signal, balance for a stereo one.
    public static final Param PAN =
            new Param("pan", "Pan", Unit.PAN, new Range.Linear(-100, 100), 0, Smoothing.NONE, true);
    /// 0 % is mono, 100 % as it is, 200 % twice the sides; a mono signal has no width.
    public static final Param WIDTH =
            new Param("width", "Width", Unit.PERCENT, new Range.Linear(0, 200), 100, Smoothing.NONE, true);
    public static final Param MUTE = new Param("mute", "Mute", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true);

    /// By how much later (or, below 0, earlier) a track plays than its clips lie on the timeline: for microphones at
    /// different distances, and for feel. Of tracks alone; automation stays where it is.
    public static final Param DELAY =
            new Param("delay", "Delay", Unit.MILLISECOND, new Range.Linear(-500, 500), 0, Smoothing.NONE, false);

    /// Of a strip.
    public static final ParamSet PARAMS = ParamSet.of(TRIM, POLARITY, VOLUME, PAN, WIDTH, MUTE, DELAY);

    public static final Param SEND_LEVEL =
            new Param("level", "Level", Unit.DECIBEL, new Range.Fader(6), 0, Smoothing.NONE, true);
    public static final Param SEND_MUTE =
            new Param("mute", "Mute", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true);
    /// Where a send lies in its return: balance of what is sent.
    public static final Param SEND_PAN =
            new Param("pan", "Pan", Unit.PAN, new Range.Linear(-100, 100), 0, Smoothing.NONE, true);

    /// Of a send.
    public static final ParamSet SEND_PARAMS = ParamSet.of(SEND_LEVEL, SEND_MUTE, SEND_PAN);

    /// Of an insert, beside its effect's own.
    public static final Param BYPASS =
            new Param("bypass", "Bypass", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true);

    private StripControls() {}
}
