package studio.headroom.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.Effect;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.live.Comparison;
import studio.headroom.engine.live.InsertTap;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.song.SongHistory;

/// A song with a voice that has one of every effect, and what it sounds like: phrases of a tone with overtones.
public final class EditorSong implements InsertLink {
    public static final int RATE = 48_000;
    private static final int CHUNK = 480;
    private static final float[] VOICE = phrases();

    public final List<String> refusals = new ArrayList<>();
    public final SongHistory history;
    private final Map<String, InsertTap> taps = new HashMap<>();
    private final Map<String, Double> reductions = new HashMap<>();
    private final Map<String, Effect> running = new HashMap<>();
    private final float[][] io = new float[2][CHUNK];
    private final Map<String, Integer> frames = new HashMap<>();
    public final Map<String, Comparison> comparisons = new HashMap<>();

    /// @param values of inserts by type; those that are not named are initial
    public EditorSong(Map<String, Values> values) {
        List<Insert> inserts = new ArrayList<>();
        for (EffectType type : Catalogue.types()) {
            inserts.add(new Insert(id(type), type.id(), values.getOrDefault(type.id(), Values.INITIAL), null));
        }
        Strip voice = Strip.create(Strip.Kind.TRACK, "s-1", "Lead Vox")
                .withColor("violet")
                .withInserts(inserts);
        Strip kick = Strip.create(Strip.Kind.TRACK, "s-2", "Kick").withColor("coral");
        Project song = Project.empty("Paper Lanterns", RATE).withStrips(List.of(voice, kick));
        song = song.withMastering(song.mastering().withChain(List.of(new Insert("m-1", "eq", Values.INITIAL, null))));
        history = new SongHistory(song, refusals::add);
    }

    public EditorSong() {
        this(Map.of());
    }

    public static String id(EffectType type) {
        return "i-" + type.id();
    }

    public static String id(String type) {
        return "i-" + type;
    }

    @Override
    public Optional<InsertTap> tap(String insertId) {
        return Optional.of(taps.computeIfAbsent(insertId, unused -> new InsertTap()));
    }

    @Override
    public double reductionDb(String insertId) {
        return reductions.getOrDefault(insertId, 0.0);
    }

    @Override
    public double bandGainDb(String insertId, int band) {
        return running.containsKey(insertId) ? running.get(insertId).bandGainDb(band) : 0;
    }

    @Override
    public void compare(String insertId, Comparison how) {
        comparisons.put(insertId, how);
    }

    /// Lets 10 ms of the voice run through an effect as it is set now.
    public void play(String insertId) {
        Insert insert = history.current().strip("s-1").orElseThrow().inserts().stream()
                .filter(each -> each.id().equals(insertId))
                .findFirst()
                .orElseThrow();
        EffectType type = Catalogue.find(insert.type()).orElseThrow();
        Effect effect = running.computeIfAbsent(insertId, unused -> {
            Effect made = type.factory().get();
            made.prepare(new Effect.Setup(RATE, 2, type.params().resolve(insert.values())));
            return made;
        });
        voice(insertId);
        InsertTap tap = tap(insertId).orElseThrow();
        tap.before(io, 2, CHUNK);
        boolean on = !insert.bypassed();
        if (on) {
            effect.process(io, null, 0, CHUNK);
        }
        double reduction = on ? effect.gainReductionDb() : 0;
        tap.after(io, 2, CHUNK, reduction, on ? 1 : 0);
        reductions.put(insertId, -reduction);
    }

    private void voice(String insertId) {
        int frame = frames.getOrDefault(insertId, 0);
        for (int i = 0; i < CHUNK; i++) {
            io[0][i] = VOICE[frame];
            io[1][i] = 0.9f * VOICE[frame];
            frame = (frame + 1) % VOICE.length;
        }
        frames.put(insertId, frame);
    }

    /// Two phrases of a second.
    private static float[] phrases() {
        Random random = new Random(5);
        float[] voice = new float[(int) (2.2 * RATE)];
        for (int i = 0; i < voice.length; i++) {
            double t = (double) i / RATE;
            double phrase = t % 1.1;
            double envelope = phrase < 0.75 ? Math.sin(Math.PI * phrase / 0.75) : 0.01;
            double turn = 2 * Math.PI * 220 * t + 0.4 * Math.sin(2 * Math.PI * 5 * t);
            double x = 0;
            for (int k = 1; k <= 30; k++) {
                double low = Math.exp(-Math.pow(Math.log(k * 220 / 700.0), 2));
                double high = 0.35 * Math.exp(-Math.pow(Math.log(k * 220 / 2900.0) * 1.6, 2));
                x += (low + high) * Math.sin(turn * k) / Math.sqrt(k);
            }
            double hiss = phrase > 0.6 && phrase < 0.75 ? 0.2 : 0.004;
            voice[i] = (float) (0.2 * envelope * x + hiss * (random.nextDouble() - 0.5));
        }
        return voice;
    }
}
