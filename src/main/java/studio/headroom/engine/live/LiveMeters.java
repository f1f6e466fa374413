package studio.headroom.engine.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.InsertState;
import studio.headroom.engine.StripProbe;
import studio.headroom.engine.meter.LoadMeter;
import studio.headroom.engine.meter.StripLoudness;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.PlannedInsert;
import studio.headroom.engine.plan.PlannedStrip;

/// The meters of a song's strips and inserts, by their ids; the same from one graph to the next. The control thread
/// makes them, threads that render write them, any thread reads them.
public final class LiveMeters {
    private final int sampleRate;
    private volatile Map<String, Strip> strips = Map.of();
    private volatile Map<String, Insert> inserts = Map.of();
    private volatile Map<String, Integer> latencies = Map.of();
    private volatile boolean beforeFader;
    private volatile boolean loudness;

    LiveMeters(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    /// Of a strip.
    ///
    /// @param levels peaks, RMS and clipped samples of what leaves it, or, with [#tapBeforeFader], of what comes to
    /// its
    ///     fader
    /// @param loudness of what leaves it, while it is measured
    /// @param load the share of the time that rendering it takes, its inserts among it, as unit 0
    /// @param spoilt how often what left it held what is not a number, in slot 0
    /// @param tap what leaves it, while somebody looks at it
    public record Strip(
            String name, StripMeter levels, StripLoudness loudness, LoadMeter load, MeterSlots spoilt, StripTap tap) {}

    /// Of an insert.
    ///
    /// @param name of the effect and its strip, for people: `Reverb on 'Lead'`
    /// @param gainReduction in dB, 0 or negative, in slot 0; behind it, for each band of the effect, how far the
    /// sound
    ///     moves its gain, in dB
    /// @param load the share of the time that it takes, as unit 0
    /// @param tap its sound, while somebody looks at it
    public record Insert(String name, MeterSlots gainReduction, LoadMeter load, InsertTap tap) {}

    /// Whether levels are those before the faders, behind the effects: what the effects make, whatever fader, pan and
    /// mute do. UI thread.
    public void tapBeforeFader(boolean now) {
        beforeFader = now;
    }

    /// Begins or ends to measure the loudness of all strips, which costs time for each. UI thread.
    public void measureLoudness(boolean now) {
        loudness = now;
        strips.values().forEach(strip -> strip.loudness().measure(now));
    }

    /// The meters of a strip that is played.
    public Optional<Strip> strip(String id) {
        return Optional.ofNullable(strips.get(id));
    }

    /// The meters of an insert that is played.
    public Optional<Insert> insert(String id) {
        return Optional.ofNullable(inserts.get(id));
    }

    /// Frames by which a strip's effects make it late, which everything else is delayed by to meet it; 0 for a strip
    /// that is not played.
    ///
    /// @param id of a strip, or of an insert for what that effect alone makes of it
    public int latency(String id) {
        return latencies.getOrDefault(id, 0);
    }

    /// Control thread.
    void latencies(Map<String, Integer> frames) {
        latencies = Map.copyOf(frames);
    }

    /// All inserts that are played, by id.
    Map<String, Insert> inserts() {
        return inserts;
    }

    /// All strips that are played, by id.
    Map<String, Strip> strips() {
        return strips;
    }

    /// The insert that takes most of the time.
    public Optional<Insert> heaviest() {
        return inserts.values().stream()
                .max(Comparator.comparingDouble(insert -> insert.load().smoothed(0)));
    }

    /// Makes meters for what a plan has more than the one before, and forgets those of what it does not have. Control
    /// thread.
    void follow(MixPlan plan) {
        Map<String, Strip> stripsNow = new HashMap<>(strips);
        Map<String, Insert> insertsNow = new HashMap<>(inserts);
        Set<String> ids = new HashSet<>();
        for (PlannedStrip strip : plan.strips()) {
            if (strip.leaving()) {
                continue;
            }
            ids.add(strip.strip().id());
            Strip before = stripsNow.get(strip.strip().id());
            String stripName = strip.strip().name();
            Strip now = before == null
                    ? new Strip(
                            stripName,
                            new StripMeter(sampleRate),
                            new StripLoudness(sampleRate),
                            new LoadMeter(sampleRate, 1),
                            new MeterSlots(1, 0),
                            new StripTap())
                    : new Strip(stripName, before.levels, before.loudness, before.load, before.spoilt, before.tap);
            stripsNow.put(strip.strip().id(), now);
            for (PlannedInsert insert : strip.chain()) {
                if (!insert.leaving()) {
                    ids.add(insert.insert().id());
                    String name = insert.type().label() + " on '" + stripName + "'";
                    Insert known = insertsNow.get(insert.insert().id());
                    insertsNow.put(insert.insert().id(), meters(insert.type(), name, known));
                }
            }
        }
        stripsNow.keySet().retainAll(ids);
        insertsNow.keySet().retainAll(ids);
        strips = Map.copyOf(stripsNow);
        if (loudness) {
            strips.values().forEach(strip -> strip.loudness().measure(true));
        }
        inserts = Map.copyOf(insertsNow);
    }

    private Insert meters(EffectType type, String name, @Nullable Insert known) {
        int slots = 1 + type.factory().get().reductionBands();
        return known == null || known.gainReduction.size() != slots
                ? new Insert(name, new MeterSlots(slots, 0), new LoadMeter(sampleRate, 1), new InsertTap())
                : new Insert(name, known.gainReduction, known.load, known.tap);
    }

    /// Who watches a strip of the plan last followed. What leaves is not watched: what it measures belongs to what
    /// follows it.
    @Nullable
    StripProbe probe(PlannedStrip planned) {
        Strip meters = strips.get(planned.strip().id());
        if (planned.leaving() || meters == null) {
            return null;
        }
        List<@Nullable Insert> chain = new ArrayList<>();
        for (PlannedInsert insert : planned.chain()) {
            chain.add(insert.leaving() ? null : inserts.get(insert.insert().id()));
        }
        return new Probe(this, meters, chain.toArray(Insert[]::new));
    }

    @RealTime
    private record Probe(
            LiveMeters all, Strip meters, @Nullable Insert[] inserts) implements StripProbe {
        @Override
        public void before(int index, float[][] io, int channels, int frames) {
            Insert insert = inserts[index];
            if (insert != null) {
                insert.tap.before(io, channels, frames);
            }
        }

        @Override
        public void insert(int index, float[][] io, int channels, InsertState state, int frames, long nanos) {
            Insert insert = inserts[index];
            if (insert != null) {
                double reduction = state.gainReductionDb();
                insert.tap.after(io, channels, frames, reduction, state.wet());
                insert.gainReduction.set(0, reduction);
                for (int slot = 1; slot < insert.gainReduction.size(); slot++) {
                    insert.gainReduction.set(slot, state.bandGainDb(slot - 1));
                }
                insert.load.add(0, nanos, frames);
            }
        }

        @Override
        public void strip(float[][] pre, float[][] post, int frames, long nanos) {
            float sum = 0;
            for (int i = 0; i < frames; i++) {
                sum += post[0][i] * 0 + post[1][i] * 0;
            }
            if (sum == 0) {
                meters.levels.process(all.beforeFader ? pre : post, 0, frames);
                meters.loudness.process(post, 0, frames);
            } else {
                meters.spoilt.add(0, 1);
            }
            meters.tap.put(post, frames);
            meters.load.add(0, nanos, frames);
        }
    }
}
