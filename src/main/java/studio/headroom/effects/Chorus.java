package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.modulation.Lfo;
import studio.headroom.dsp.modulation.ModulatedDelay;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// One to four copies of a sound that are a little late and out of tune; with short delays and feedback, a flanger.
///
/// Each side has a [ModulatedDelay]; its voices are spread evenly over a turn of the [Lfo], the right side's ahead
/// by half of that at full spread. The voices' power stays the same whatever their number. At mix 0 the input comes
/// out to the bit. A mono input comes out in stereo.
final class Chorus extends ControlRateEffect {
    static final Param RATE = Modulation.rate(0.5, 10);
    static final Param DEPTH =
            new Param("depth", "Depth", Unit.MILLISECOND, new Range.Skewed(0, 10, 2), 2, Modulation.GAIN, true);
    static final Param VOICES =
            new Param("voices", "Voices", Unit.NONE, Range.Choice.of("1", "2", "3", "4"), 1, Smoothing.NONE, true);
    static final Param DELAY =
            new Param("delay", "Delay", Unit.MILLISECOND, new Range.Log(0.1, 30), 8, Modulation.GLIDE, true);
    static final Param FEEDBACK =
            new Param("feedback", "Feedback", Unit.PERCENT, new Range.Linear(-95, 95), 0, Modulation.GAIN, true);
    static final Param SPREAD = Modulation.percent("spread", "Stereo spread", 0, 50);
    static final Param MIX = Modulation.percent("mix", "Mix", 0, 50);

    static final ParamSet PARAMS = params();

    static final EffectType TYPE = new EffectType(
            "chorus",
            "Chorus and flanger",
            "Thickens a sound with copies that waver in pitch, or sweeps it like a jet.",
            PARAMS,
            true,
            false,
            true,
            Chorus::new);

    private static final int I_RATE = PARAMS.indexOf(RATE);
    private static final int I_DEPTH = PARAMS.indexOf(DEPTH);
    private static final int I_VOICES = PARAMS.indexOf(VOICES);
    private static final int I_DELAY = PARAMS.indexOf(DELAY);
    private static final int I_FEEDBACK = PARAMS.indexOf(FEEDBACK);
    private static final int I_SPREAD = PARAMS.indexOf(SPREAD);
    private static final int I_MIX = PARAMS.indexOf(MIX);
    private static final int I_SYNC = PARAMS.indexOf("sync");

    private static final double TAIL_DB = 90;
    private static final double LONGEST_SECONDS = 0.040;
    /// Sub-blocks that a change of the voices' number takes, at 48 kHz about 20 ms.
    private static final double VOICE_STEP = 1.0 / 16;
    /// Turns a second by which voices that sound move to new places: as much as a sweep of 1 Hz.
    private static final double TURNS_PER_SECOND = 1;

    private final Lfo lfo = new Lfo();
    private final float[][] wet = new float[2][Timeline.SUB_BLOCK];
    private final double[] level = new double[ModulatedDelay.MOST_VOICES];
    private final double[] place = new double[ModulatedDelay.MOST_VOICES];
    private ModulatedDelay[] lines = {};
    private boolean fresh;

    private Chorus() {
        super(PARAMS);
    }

    private static ParamSet params() {
        List<Param> params = new ArrayList<>(List.of(RATE, DEPTH, VOICES, DELAY, FEEDBACK, SPREAD, MIX));
        params.addAll(Modulation.tempo(19));
        return new ParamSet(params);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public long tail() {
        double once = 0.001 * (to(I_DELAY) + to(I_DEPTH)) * sampleRate() + 4;
        double share = 0.01 * Math.abs(to(I_FEEDBACK));
        double repeats = share > 0 ? Math.ceil(TAIL_DB / (-20 * Math.log10(share))) : 0;
        return (long) Math.ceil(once * (1 + repeats));
    }

    @Override
    void allocate() {
        int longest = (int) Math.ceil(LONGEST_SECONDS * sampleRate()) + 4;
        lines = new ModulatedDelay[] {new ModulatedDelay(longest), new ModulatedDelay(longest)};
    }

    @Override
    @RealTime
    void clear() {
        lfo.clear();
        for (ModulatedDelay line : lines) {
            line.clear();
        }
        fresh = true;
    }

    @Override
    @RealTime
    void update() {}

    @RealTime
    private void beginSubBlock() {
        double hertz = isOn(I_SYNC)
                ? Modulation.noteHertz((int) to(I_SYNC + Modulation.NOTE), to(I_SYNC + Modulation.TEMPO))
                : to(I_RATE);
        lfo.advance(hertz, sampleRate());
        int voices = (int) to(I_VOICES) + 1;
        for (int v = 0; v < level.length; v++) {
            moveVoice(v, voices);
        }
        fresh = false;
        double least = 0.001 * to(I_DELAY) * sampleRate();
        double sweep = 0.0005 * to(I_DEPTH) * sampleRate();
        double ahead = 0.005 * to(I_SPREAD);
        for (int side = 0; side < 2; side++) {
            for (int v = 0; v < level.length; v++) {
                double frames = least + sweep * (1.0 + lfo.sine(place[v] + side * ahead));
                lines[side].aim(v, Math.max(ModulatedDelay.SHORTEST, frames), level[v]);
            }
            lines[side].feedback(0.01 * to(I_FEEDBACK));
        }
    }

    /// Another number of voices spreads them anew. One that is silent goes to its place before it is heard, one that
    /// ends stays where it is, and the others glide: none may rush through its delays while it sounds.
    @RealTime
    private void moveVoice(int v, int voices) {
        double goal = v < voices ? 1.0 / Math.sqrt(voices) : 0;
        double there = (double) v / voices;
        if (fresh) {
            level[v] = goal;
            place[v] = there;
        } else if (level[v] == 0 && v < voices && place[v] != there) {
            place[v] = there;
        } else {
            double step = v < voices ? TURNS_PER_SECOND * Timeline.SUB_BLOCK / sampleRate() : 0;
            double way = there - place[v];
            place[v] = Math.abs(way) <= step ? there : place[v] + Math.copySign(step, way);
            level[v] += Math.max(-VOICE_STEP, Math.min(VOICE_STEP, goal - level[v]));
        }
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            beginSubBlock();
        }
        if (channels() == 1) {
            System.arraycopy(io[0], offset, io[1], offset, frames);
        }
        float first = (float) (0.01 * from(I_MIX));
        float step = ((float) (0.01 * to(I_MIX)) - first) / Timeline.SUB_BLOCK;
        for (int side = 0; side < 2; side++) {
            lines[side].process(io[side], offset, wet[side], frames, phase());
            if (first != 0 || step != 0) {
                mix(io[side], offset, wet[side], frames, first, step);
            }
        }
    }

    @RealTime
    private void mix(float[] row, int offset, float[] wet, int n, float first, float step) {
        int done = phase() + 1;
        for (int i = 0; i < n; i++) {
            float x = row[offset + i];
            row[offset + i] = x + (first + (done + i) * step) * (wet[i] - x);
        }
    }
}
