package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.reverb.Reverberator;
import studio.headroom.dsp.reverb.RoomShape;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Reverberation: a room, hall, plate or chamber around the sound ([Reverberator]).
///
/// A new one is all wet, which is right on a return; as an insert on a track it is the `mix` that one turns down. The
/// mix is a
/// straight cross-fade: at 0 % the input comes out to the bit. A mono input comes out in stereo.
public final class Reverb extends ControlRateEffect {
    static final int SHAPE = 0;
    static final int DECAY = 1;
    static final int PREDELAY = 2;
    static final int SIZE = 3;
    static final int BALANCE = 4;
    static final int DIFFUSION = 5;
    static final int LOW_DECAY = 6;
    static final int LOW_FREQ = 7;
    static final int HIGH_DECAY = 8;
    static final int HIGH_FREQ = 9;
    static final int MOD_RATE = 10;
    static final int MOD_DEPTH = 11;
    static final int WIDTH = 12;
    static final int LOW_CUT = 13;
    static final int HIGH_CUT = 14;
    static final int MIX = 15;

    /// Fall of the tail that [#tail] promises, in dB.
    private static final double TAIL_DB = 90;

    private static final Smoothing GAIN = new Smoothing.Linear(20);
    private static final Smoothing GLIDE = new Smoothing.Taper(50);

    /// A decay that jumped would cut off or freeze what is in the air.
    private static final Smoothing SLOW = new Smoothing.Taper(200);

    public static final EffectType TYPE = new EffectType(
            "reverb",
            "Reverb",
            "Puts the sound into a space: room, hall, plate or chamber.",
            ParamSet.of(
                    new Param(
                            "type",
                            "Type",
                            Unit.NONE,
                            Range.Choice.of("room", "hall", "plate", "chamber"),
                            1,
                            Smoothing.NONE,
                            true),
                    // How long the middle frequencies take to fall by 60 dB.
                    new Param("decay", "Decay", Unit.MILLISECOND, new Range.Log(100, 20_000), 2000, SLOW, true),
                    new Param(
                            "predelay",
                            "Predelay",
                            Unit.MILLISECOND,
                            new Range.Skewed(0, 250, 40),
                            20,
                            Smoothing.NONE,
                            true),
                    new Param("size", "Size", Unit.PERCENT, new Range.Log(20, 200), 100, Smoothing.NONE, true),
                    // 0 % early reflections only, 50 % both in full, 100 % late reverberation only.
                    new Param("balance", "Early/late", Unit.PERCENT, new Range.Linear(0, 100), 65, GAIN, true),
                    new Param("diffusion", "Diffusion", Unit.PERCENT, new Range.Linear(0, 100), 100, GAIN, true),
                    // Decay time of the lows and of the highs relative to the middle.
                    new Param("low.decay", "Low decay", Unit.PERCENT, new Range.Log(20, 200), 100, SLOW, true),
                    new Param("low.freq", "Low crossover", Unit.HERTZ, new Range.Log(50, 1000), 200, SLOW, true),
                    new Param("high.decay", "High decay", Unit.PERCENT, new Range.Log(10, 100), 45, SLOW, true),
                    new Param("high.freq", "High crossover", Unit.HERTZ, new Range.Log(1000, 16_000), 5000, SLOW, true),
                    new Param("mod.rate", "Mod rate", Unit.HERTZ, new Range.Log(0.1, 4), 0.6, GLIDE, true),
                    // 100 %: each line strays by up to 2 ms or detunes by up to 12 cents, whichever is less.
                    new Param("mod.depth", "Mod depth", Unit.PERCENT, new Range.Linear(0, 100), 20, GAIN, true),
                    new Param("width", "Width", Unit.PERCENT, new Range.Linear(0, 100), 100, GAIN, true),
                    // Off at 20 Hz and at 20 kHz.
                    new Param("lowCut", "Low cut", Unit.HERTZ, new Range.Log(20, 1000), 80, GLIDE, true),
                    new Param("highCut", "High cut", Unit.HERTZ, new Range.Log(1000, 20_000), 14_000, GLIDE, true),
                    new Param("mix", "Mix", Unit.PERCENT, new Range.Linear(0, 100), 100, GAIN, true)),
            true,
            false,
            true,
            Reverb::new);

    private @Nullable Reverberator space;

    public Reverb() {
        super(TYPE.params());
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public long tail() {
        return space == null ? 0 : space.tail(TAIL_DB);
    }

    @Override
    void allocate() {
        space = new Reverberator(sampleRate(), channels());
        update();
    }

    @Override
    @RealTime
    void clear() {
        update();
        if (space != null) {
            space.clear();
        }
    }

    @Override
    @RealTime
    void update() {
        Reverberator reverb = space;
        if (reverb == null) {
            return;
        }
        reverb.space(RoomShape.of((int) to(SHAPE)), to(SIZE) * 0.01, to(PREDELAY));
        reverb.decay(to(DECAY) * 0.001, to(LOW_DECAY) * 0.01, to(LOW_FREQ), to(HIGH_DECAY) * 0.01, to(HIGH_FREQ));
        reverb.texture(to(DIFFUSION) * 0.01, to(MOD_RATE), to(MOD_DEPTH) * 0.01);
        reverb.cut(to(LOW_CUT), to(HIGH_CUT));
        double late = to(BALANCE) * 0.01;
        double wet = to(MIX) * 0.01;
        reverb.levels(Math.min(1, 2 - 2 * late), Math.min(1, 2 * late), to(WIDTH) * 0.01, 1 - wet, wet);
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (space != null) {
            space.process(io, offset, frames, phase());
        }
    }
}
