package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.Effect;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.live.InsertTap;
import studio.headroom.engine.live.StripTap;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.editor.model.Strips;
import studio.headroom.ui.song.SongHistory;

/// Lets phrases of a voice run through the effects of a strip, so that there is something to look at.
final class VoiceLink implements InsertLink {
    private static final int CHUNK = 480;

    private final SongHistory history;
    private final Map<String, InsertTap> taps = new HashMap<>();
    private final Map<String, StripTap> stripTaps = new HashMap<>();
    private final Map<String, Double> reductions = new HashMap<>();
    private final Random random = new Random(5);
    private double level = 0.25;
    private double opposed;
    private long frame;

    VoiceLink(SongHistory history) {
        this.history = history;
    }

    /// @param gain of the voice, 1 being usual
    /// @param oppositeSide how much of it is upside down on the right, 0 to 1
    VoiceLink sounding(double gain, double oppositeSide) {
        level = 0.25 * gain;
        opposed = oppositeSide;
        return this;
    }

    @Override
    public Optional<InsertTap> tap(String insertId) {
        return Optional.of(taps.computeIfAbsent(insertId, unused -> new InsertTap()));
    }

    @Override
    public Optional<StripTap> stripTap(String stripId) {
        return Optional.of(stripTaps.computeIfAbsent(stripId, unused -> new StripTap()));
    }

    @Override
    public double reductionDb(String insertId) {
        return reductions.getOrDefault(insertId, 0.0);
    }

    /// Plays.
    ///
    /// @param hundredths of a second
    /// @param then runs after every fourth of them
    void play(String stripId, int hundredths, Runnable then) {
        Project song = history.current();
        List<Insert> inserts =
                Strips.byId(song, stripId).map(strip -> strip.inserts()).orElse(List.of());
        List<Effect> effects = new ArrayList<>();
        for (Insert insert : inserts) {
            EffectType type = Catalogue.find(insert.type()).orElseThrow();
            Effect made = type.factory().get();
            made.prepare(new Effect.Setup(song.sampleRate(), 2, type.params().resolve(insert.values())));
            effects.add(made);
        }
        float[][] io = new float[2][CHUNK];
        for (int i = 0; i < hundredths; i++) {
            voice(io, song.sampleRate());
            for (int k = 0; k < effects.size(); k++) {
                String id = inserts.get(k).id();
                InsertTap tap = tap(id).orElseThrow();
                tap.before(io, 2, CHUNK);
                effects.get(k).process(io, null, 0, CHUNK);
                tap.after(io, 2, CHUNK, effects.get(k).gainReductionDb(), 1);
                reductions.put(id, -effects.get(k).gainReductionDb());
            }
            stripTap(stripId).orElseThrow().put(io, CHUNK);
            if (i % 4 == 3) {
                then.run();
            }
        }
    }

    private void voice(float[][] io, int rate) {
        for (int i = 0; i < CHUNK; i++) {
            double t = (double) frame++ / rate;
            double phrase = t % 1.1;
            double envelope = phrase < 0.75 ? Math.sin(Math.PI * phrase / 0.75) : 0.01;
            double turn = 2 * Math.PI * 220 * t + 0.4 * Math.sin(2 * Math.PI * 5 * t);
            double x = 0;
            for (int k = 1; k <= 16; k++) {
                x += Math.sin(turn * k) / k;
            }
            double hiss = 0.05 * (random.nextDouble() - 0.5);
            io[0][i] = (float) (level * (envelope * x + hiss));
            io[1][i] = (float) (io[0][i] * (1 - 2 * opposed));
        }
    }
}
