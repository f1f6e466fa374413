package studio.headroom.mastering;

import java.util.OptionalDouble;

/// How loud a mastered file becomes, and how high its true peaks may be, measured on the file as a player decodes it.
public sealed interface Level {
    /// The highest true peak in dBTP that is asked for; empty where the chain decides.
    OptionalDouble ceiling();

    /// The sound of the chain as it is set, its limiter too. Where no ceiling is asked for, that of the chain's own
    /// limiter holds; without one, full scale does, in files that end there.
    record AsSet(OptionalDouble ceiling) implements Level {}

    /// The chain exactly as it is set, at whatever loudness and peaks that gives; the file is measured and not judged.
    record Exactly() implements Level {
        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.empty();
        }
    }

    /// Brought to a loudness by the gain before the final limiter.
    ///
    /// @param lufs integrated loudness
    /// @param dbtp the ceiling
    record Loud(double lufs, double dbtp) implements Level {
        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.of(dbtp);
        }
    }

    /// The chain without the work of its final limiter: its loudest peak is brought to the ceiling by gain alone.
    ///
    /// @param dbtp the ceiling
    record Unlimited(double dbtp) implements Level {
        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.of(dbtp);
        }
    }

    /// What a master for a loudness is, or one without.
    static Level of(OptionalDouble lufs, double ceiling) {
        return lufs.isPresent() ? new Loud(lufs.getAsDouble(), ceiling) : new Unlimited(ceiling);
    }
}
