package studio.headroom.engine.plan;

import java.util.List;
import studio.headroom.project.Insert;

/// What a listener hears beside the mix. A render to a file knows nothing of it.
///
/// @param solo what a strip's solo does
/// @param chain a mastering chain to listen through, or empty
public record Listening(Solo solo, List<Insert> chain) {
    public enum Solo {
        /// Silences what does not pass a soloed strip; the mix itself changes.
        IN_PLACE,
        /// Leaves the mix alone and lets soloed strips be heard on their own, with fader and pan (AFL).
        AFTER_FADER,
        /// Leaves the mix alone and lets soloed strips be heard on their own, without fader, pan and mute (PFL).
        BEFORE_FADER
    }

    public static final Listening TO_THE_MIX = new Listening(Solo.IN_PLACE, List.of());

    public Listening {
        chain = List.copyOf(chain);
    }
}
