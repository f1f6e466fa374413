package studio.headroom.engine.plan;

import java.util.List;
import studio.headroom.audio.Decibels;
import studio.headroom.project.Insert;

/// What a listener hears beside the mix. A render to a file knows nothing of it.
///
/// @param solo what a strip's solo does
/// @param chain a mastering chain to listen through, or empty
/// @param frontDb how far [Solo#IN_FRONT] turns the others down, in dB, below 0
public record Listening(Solo solo, List<Insert> chain, double frontDb) {
    public static final double DEFAULT_FRONT_DB = -12;

    public enum Solo {
        /// Silences what does not pass a soloed strip; the mix itself changes.
        IN_PLACE,
        /// Turns down what does not pass a soloed strip.
        IN_FRONT,
        /// Leaves the mix alone and lets soloed strips be heard on their own, with fader and pan (AFL).
        AFTER_FADER,
        /// Leaves the mix alone and lets soloed strips be heard on their own, without fader, pan and mute (PFL).
        BEFORE_FADER;

        /// Whether soloed strips are heard beside the mix.
        public boolean beside() {
            return this == AFTER_FADER || this == BEFORE_FADER;
        }
    }

    public static final Listening TO_THE_MIX = new Listening(Solo.IN_PLACE, List.of());

    public Listening {
        chain = List.copyOf(chain);
    }

    public Listening(Solo solo, List<Insert> chain) {
        this(solo, chain, DEFAULT_FRONT_DB);
    }

    /// The gain of what solo does not let through.
    double rest() {
        return solo == Solo.IN_FRONT ? Decibels.toGain(frontDb) : 0;
    }
}
