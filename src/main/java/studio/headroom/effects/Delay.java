package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.EchoLoop;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Echoes in time with the song or in milliseconds ([EchoLoop]).
///
/// A new one is all wet, which is right on a return; as an insert on a track it is the `mix` that one turns down. The
/// mix is a
/// straight cross-fade: at 0 % the input comes out to the bit. A mono input comes out in stereo. The tempo is
/// that of the project: whoever holds the effect sets `bpm`.
public final class Delay extends ControlRateEffect {
    static final int SYNC = 0;
    static final int NOTE_LEFT = 1;
    static final int NOTE_RIGHT = 2;
    static final int TIME_LEFT = 3;
    static final int TIME_RIGHT = 4;
    static final int LINK = 5;
    static final int MODE = 6;
    static final int FEEDBACK = 7;
    static final int CROSS = 8;
    static final int LOW_CUT = 9;
    static final int HIGH_CUT = 10;
    static final int MOD_RATE = 11;
    static final int MOD_DEPTH = 12;
    static final int WIDTH = 13;
    static final int MIX = 14;
    static final int BPM = 15;

    /// Fall of the echoes that [#tail] promises, in dB.
    private static final double TAIL_DB = 90;

    /// A note that lasts longer is halved until it does not, which keeps the beat.
    static final double LONGEST_SECONDS = 8;

    private static final Smoothing GAIN = new Smoothing.Linear(20);
    private static final Smoothing GLIDE = new Smoothing.Taper(50);
    private static final Smoothing SLOW = new Smoothing.Taper(200);
    private static final Range NOTES = Range.Choice.of(
            "1/64t", "1/64", "1/64d", "1/32t", "1/32", "1/32d", "1/16t", "1/16", "1/16d", "1/8t", "1/8", "1/8d", "1/4t",
            "1/4", "1/4d", "1/2t", "1/2", "1/2d", "1/1t", "1/1", "1/1d");
    private static final int QUARTER = 13;

    public static final EffectType TYPE = new EffectType(
            "delay",
            "Delay",
            "Repeats the sound as echoes, free or in time with the song.",
            ParamSet.of(
                    new Param("sync", "Sync", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true),
                    // t: triplet, two thirds of the note; d: dotted, one and a half of it.
                    new Param("note.left", "Note left", Unit.NONE, NOTES, QUARTER, Smoothing.NONE, true),
                    new Param("note.right", "Note right", Unit.NONE, NOTES, QUARTER, Smoothing.NONE, true),
                    time("time.left", "Time left"),
                    time("time.right", "Time right"),
                    // The right side takes the left one's time.
                    new Param("link", "Link", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, true),
                    new Param(
                            "mode", "Mode", Unit.NONE, Range.Choice.of("stereo", "ping-pong"), 0, Smoothing.NONE, true),
                    new Param("feedback", "Feedback", Unit.PERCENT, new Range.Linear(0, 98), 35, GAIN, true),
                    new Param("cross", "Cross-feed", Unit.PERCENT, new Range.Linear(0, 100), 0, GAIN, true),
                    // Off at 20 Hz and at 20 kHz; each echo passes once more.
                    new Param("lowCut", "Low cut", Unit.HERTZ, new Range.Log(20, 2000), 100, SLOW, true),
                    new Param("highCut", "High cut", Unit.HERTZ, new Range.Log(500, 20_000), 8000, SLOW, true),
                    new Param("mod.rate", "Mod rate", Unit.HERTZ, new Range.Log(0.05, 5), 0.5, GLIDE, true),
                    // 100 %: each echo is detuned by up to 12 cents or strays by up to 5 ms, whichever is less.
                    new Param("mod.depth", "Mod depth", Unit.PERCENT, new Range.Linear(0, 100), 0, GAIN, true),
                    new Param("width", "Width", Unit.PERCENT, new Range.Linear(0, 100), 100, GAIN, true),
                    new Param("mix", "Mix", Unit.PERCENT, new Range.Linear(0, 100), 100, GAIN, true),
                    new Param("bpm", "Tempo", Unit.NONE, new Range.Log(20, 999), 120, Smoothing.NONE, true)),
            true,
            false,
            true,
            Delay::new);

    private @Nullable EchoLoop echo;

    public Delay() {
        super(TYPE.params());
    }

    private static Param time(String id, String label) {
        return new Param(id, label, Unit.MILLISECOND, new Range.Log(1, 2000), 375, Smoothing.NONE, true);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public long tail() {
        return echo == null ? 0 : echo.tail(TAIL_DB);
    }

    @Override
    void allocate() {
        echo = new EchoLoop(sampleRate(), channels(), LONGEST_SECONDS);
        update();
    }

    @Override
    @RealTime
    void clear() {
        update();
        if (echo != null) {
            echo.clear();
        }
    }

    @Override
    @RealTime
    void update() {
        EchoLoop loop = echo;
        if (loop == null) {
            return;
        }
        double left = seconds(NOTE_LEFT, TIME_LEFT);
        loop.times(left, isOn(LINK) ? left : seconds(NOTE_RIGHT, TIME_RIGHT));
        loop.feedback(to(FEEDBACK) * 0.01, to(CROSS) * 0.01, to(MODE) == 1);
        loop.cut(to(LOW_CUT), to(HIGH_CUT));
        loop.modulate(to(MOD_RATE), to(MOD_DEPTH) * 0.01);
        double wet = to(MIX) * 0.01;
        loop.levels(to(WIDTH) * 0.01, 1 - wet, wet);
    }

    @RealTime
    private double seconds(int note, int time) {
        return isOn(SYNC) ? noteSeconds((int) to(note), to(BPM)) : to(time) * 0.001;
    }

    /// How long a note of the list lasts, a quarter being one beat.
    @RealTime
    public static double noteSeconds(int note, double bpm) {
        double quarters = (1 << (note / 3)) / 16.0;
        int kind = note % 3;
        double length = quarters * (kind == 0 ? 2.0 / 3 : kind == 1 ? 1.0 : 1.5) * 60 / bpm;
        while (length > LONGEST_SECONDS) {
            length *= 0.5;
        }
        return length;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (echo != null) {
            echo.process(io, offset, frames, phase());
        }
    }
}
