package studio.headroom.ui.master.rack;

import java.util.Optional;
import studio.headroom.mastering.sight.Reduction;

/// What the rack likes to know of the print's render through the chain. Whoever renders it answers; with [#NONE] the
/// rack goes by what it hears while the song plays. UI thread.
public interface ChainSight {
    /// Nothing is known.
    ChainSight NONE = new ChainSight() {};

    /// How far an effect turns down over the whole print, with its present settings; empty while that is not known, or
    /// for one that turns nothing down.
    default Optional<Reduction> reduction(String insertId) {
        return Optional.empty();
    }

    /// By how much the chain makes the print louder, in LU; NaN while that is not known.
    default double addsLu() {
        return Double.NaN;
    }

    /// Runs `observer` on the UI thread when any answer has changed.
    ///
    /// @return ends it
    default Runnable observe(Runnable observer) {
        return () -> {};
    }
}
