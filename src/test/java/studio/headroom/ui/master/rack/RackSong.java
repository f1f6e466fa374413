package studio.headroom.ui.master.rack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.Effect;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.live.Comparison;
import studio.headroom.engine.live.InsertTap;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Marker;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.song.SongHistory;

/// A song with a mastering chain, and beats and chords that run through it.
final class RackSong implements InsertLink {
    static final int RATE = 48_000;
    private static final int CHUNK = 480;

    final List<String> refusals = new ArrayList<>();
    final SongHistory history;
    final Map<String, Comparison> comparisons = new HashMap<>();
    private final Map<String, InsertTap> taps = new HashMap<>();
    private final Map<String, Effect> running = new HashMap<>();
    private final Map<String, Double> reductions = new HashMap<>();
    private final float[][] io = new float[2][CHUNK];
    private final SplittableRandom random = new SplittableRandom(7);
    private final double[] sides = new double[2];
    private long frame;

    RackSong(List<Insert> chain) {
        Project song = Project.empty("Paper Lanterns", RATE)
                .withMarkers(List.of(
                        new Marker("mk-1", 0, "Verse 1", "grey", true),
                        new Marker("mk-2", 60L * RATE, "Chorus 3", "grey", true)));
        song = song.withMastering(song.mastering().withChain(chain));
        history = new SongHistory(song, refusals::add);
    }

    static Insert insert(String type, Map<String, Double> values) {
        return new Insert("m-" + type, type, Values.of(values), null);
    }

    /// The chain of the design's picture.
    static List<Insert> designed() {
        return List.of(
                insert(
                        "eq",
                        Map.ofEntries(
                                Map.entry("band1.type", 3.0),
                                Map.entry("band1.freq", 24.0),
                                Map.entry("band2.freq", 60.0),
                                Map.entry("band2.gain", 0.9),
                                Map.entry("band2.q", 0.9),
                                Map.entry("band3.freq", 240.0),
                                Map.entry("band3.gain", -0.4),
                                Map.entry("band3.q", 0.8),
                                Map.entry("band3.place", 1.0),
                                Map.entry("band4.freq", 718.0),
                                Map.entry("band4.gain", -0.6),
                                Map.entry("band4.q", 0.9),
                                Map.entry("band5.freq", 3100.0),
                                Map.entry("band5.gain", 0.4),
                                Map.entry("band5.place", 1.0),
                                Map.entry("band8.freq", 11_500.0),
                                Map.entry("band8.gain", 0.7),
                                Map.entry("band8.place", 2.0))),
                insert(
                        "compressor",
                        Map.of(
                                "threshold",
                                -18.0,
                                "ratio",
                                1.6,
                                "knee",
                                10.0,
                                "attack",
                                30.0,
                                "release",
                                160.0,
                                "makeup",
                                1.2,
                                "detector",
                                1.0,
                                "key.slope",
                                1.0,
                                "key.freq",
                                120.0)),
                insert("saturation", Map.of("drive", 3.0, "mix", 12.0)),
                insert("limiter", Map.of("gain", 6.0, "link", 90.0)));
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

    /// Lets 10 ms run through the whole chain as it is set now.
    void play() {
        music();
        for (Insert insert : history.current().mastering().chain()) {
            EffectType type = Catalogue.find(insert.type()).orElseThrow();
            Effect effect = running.computeIfAbsent(insert.id(), unused -> {
                Effect made = type.factory().get();
                made.prepare(new Effect.Setup(RATE, 2, type.params().resolve(insert.values())));
                return made;
            });
            InsertTap tap = tap(insert.id()).orElseThrow();
            tap.before(io, 2, CHUNK);
            if (!insert.bypassed()) {
                effect.process(io, null, 0, CHUNK);
            }
            double reduction = insert.bypassed() ? 0 : effect.gainReductionDb();
            tap.after(io, 2, CHUNK, reduction, insert.bypassed() ? 0 : 1);
            reductions.put(insert.id(), -reduction);
        }
    }

    private void music() {
        for (int i = 0; i < CHUNK; i++, frame++) {
            double t = (double) frame / RATE;
            double hit = Math.exp(-(t % 0.5) * 14);
            double tone = 0;
            double[] chord = {55, 110, 164.81, 220, 329.63, 660};
            for (int n = 0; n < chord.length; n++) {
                tone += Math.sin(2 * Math.PI * chord[n] * t + n) / (n + 1.5);
            }
            double kick = Math.exp(-(t % 1) * 9) * Math.sin(2 * Math.PI * 58 * t);
            for (int c = 0; c < 2; c++) {
                sides[c] += 0.3 * (random.nextDouble() * 2 - 1 - sides[c]);
                double wide = 0.05 * Math.sin(2 * Math.PI * 523 * t + 1.3 * c);
                io[c][i] = (float) (0.14 * tone + 0.35 * kick + 0.35 * hit * sides[c] + 0.03 * sides[c] + wide);
            }
        }
    }
}
