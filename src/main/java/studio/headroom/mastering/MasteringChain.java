package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// The effects of the second stage in order, ending with the limiter that keeps the ceiling.
///
/// @param front what comes before the final limiter
/// @param limiter the last effect; where a chain does not end with one, one is added
/// @param own whether the chain ended with it
public record MasteringChain(List<Insert> front, Insert limiter, boolean own) {
    private static final String LIMITER = "limiter";

    public MasteringChain {
        front = List.copyOf(front);
    }

    static MasteringChain of(List<Insert> chain) {
        if (!chain.isEmpty()
                && chain.getLast().type().equals(LIMITER)
                && !chain.getLast().bypassed()) {
            return new MasteringChain(chain.subList(0, chain.size() - 1), chain.getLast(), true);
        }
        return new MasteringChain(chain, Insert.create("final-limiter", LIMITER), false);
    }

    /// A gentle start for a song that has no chain of its own: a flat EQ to begin from, a compressor whose threshold
    /// follows the mix's loudness so that it takes one or two dB off the loudest places, and three at most, a touch
    /// of
    /// saturation, and the limiter.
    public static List<Insert> gentle(LoudnessReport mix) {
        double loudness = Double.isFinite(mix.integratedLufs()) ? mix.integratedLufs() : -23;
        List<Insert> chain = new ArrayList<>();
        chain.add(Insert.create("eq", "eq"));
        chain.add(insert(
                "compressor",
                Map.of(
                        "threshold", loudness + 3,
                        "ratio", 1.5,
                        "knee", 12.0,
                        "attack", 30.0,
                        "release", 200.0,
                        "range", 3.0)));
        chain.add(insert("saturation", Map.of("drive", 2.0, "mix", 50.0)));
        chain.add(Insert.create(LIMITER, LIMITER));
        return chain;
    }

    /// All effects, the final limiter as it is set.
    List<Insert> all() {
        List<Insert> all = new ArrayList<>(front);
        all.add(limiter);
        return all;
    }

    /// The ceiling that a chain sets itself, in dBTP: that of the limiter at its end; 0 without one.
    static double ceiling(List<Insert> chain) {
        return of(chain).ceiling().orElse(0);
    }

    /// The ceiling of the chain's own limiter in dBTP; empty where it has none.
    OptionalDouble ceiling() {
        return own ? OptionalDouble.of(value("ceiling")) : OptionalDouble.empty();
    }

    /// By how much the final limiter makes the sound louder, in dB.
    double gain() {
        return value("gain");
    }

    private double value(String id) {
        return limiter.values().get(limiterParam(id));
    }

    /// The final limiter without gain of its own.
    Insert idleAt(double ceilingDbtp) {
        Insert limiter = limiterAt(ceilingDbtp);
        return limiter.withValues(limiter.values().with(limiterParam("gain"), 0));
    }

    /// The final limiter with its ceiling set.
    Insert limiterAt(double ceilingDbtp) {
        return limiter.withValues(limiter.values().with(limiterParam("ceiling"), ceilingDbtp));
    }

    /// The same with a limiter that lets go at once, for loudness beyond what a gentle one can give.
    MasteringChain faster() {
        Values values = limiter.values()
                .with(limiterParam("style"), limiterParam("style").parse("aggressive"))
                .with(limiterParam("auto"), 0)
                .with(limiterParam("release"), 20);
        return new MasteringChain(front, limiter.withValues(values), own);
    }

    private static Param limiterParam(String id) {
        EffectType type = Catalogue.find(LIMITER).orElseThrow();
        return type.params().get(type.params().indexOf(id));
    }

    private static Insert insert(String type, Map<String, Double> plain) {
        return new Insert(type, type, Values.of(new TreeMap<>(plain)), null);
    }
}
