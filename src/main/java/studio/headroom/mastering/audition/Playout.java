package studio.headroom.mastering.audition;

import java.util.List;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What lies between a finished master and a listener: a service that raises it, through its limiter where it has one,
/// and a band that is listened to alone.
/// Heard behind everything else and never written. Pure functions.
public final class Playout {
    /// What the one service that limits says of its limiter: it looks at samples, takes 5 ms to come and 100 ms to go.
    private static final double ATTACK_MS = 5;

    private static final double RELEASE_MS = 100;

    /// Places in the lists of choices of the equalizer.
    private static final double LOW_CUT = 3;

    private static final double HIGH_CUT = 4;
    private static final double SLOPE_24 = 3;
    private static final double LOWEST_HZ = 10;

    private Playout() {}

    /// The effects that the master is heard through.
    ///
    /// @param db by which it is raised or turned down
    /// @param ceilingDbfs above which samples are limited; NaN where nothing limits
    /// @return none where the listener's volume does all of it
    public static List<Insert> of(double db, double ceilingDbfs) {
        if (db > 0 && !Double.isNaN(ceilingDbfs)) {
            return List.of(limiter(db, ceilingDbfs));
        }
        return db > Levels.MOST ? List.of(gain(db)) : List.of();
    }

    /// Lets one band be heard alone, behind whatever else is heard: a low cut and a high cut of 24 dB per octave at its
    /// edges; the highest has no upper one. It is one equalizer for all bands, so that going from one to another is
    /// a
    /// glide.
    public static Insert band(ToneBand band) {
        EffectType type = Catalogue.find("eq").orElseThrow();
        Values values = Values.INITIAL;
        values = with(values, type, "band1.type", LOW_CUT);
        values = with(values, type, "band1.freq", band == ToneBand.SUB ? LOWEST_HZ : band.fromHz());
        values = with(values, type, "band1.slope", SLOPE_24);
        if (band != ToneBand.AIR) {
            values = with(values, type, "band8.type", HIGH_CUT);
            values = with(values, type, "band8.freq", band.toHz());
            values = with(values, type, "band8.slope", SLOPE_24);
        }
        return new Insert("playout.band", type.id(), values, null);
    }

    private static Insert limiter(double db, double ceilingDbfs) {
        EffectType type = Catalogue.find("limiter").orElseThrow();
        Values values = Values.INITIAL;
        values = with(values, type, "gain", db);
        values = with(values, type, "ceiling", ceilingDbfs);
        values = with(values, type, "lookahead", ATTACK_MS);
        values = with(values, type, "auto", 0);
        values = with(values, type, "release", RELEASE_MS);
        values = with(values, type, "truePeak", 0);
        return new Insert("playout.limiter", type.id(), values, null);
    }

    private static Insert gain(double db) {
        EffectType type = Catalogue.find("utility").orElseThrow();
        return new Insert("playout.gain", type.id(), with(Values.INITIAL, type, "gain", db), null);
    }

    private static Values with(Values values, EffectType type, String id, double plain) {
        ParamSet params = type.params();
        return values.with(params.get(params.indexOf(id)), plain);
    }
}
