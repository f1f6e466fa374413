package studio.headroom.mastering.assist;

import java.util.List;
import java.util.Optional;

/// One thing that was changed, and why.
///
/// @param insert id of the effect in the advised chain
/// @param effect id of the effect's type
/// @param changes controls that were moved together; for the loudness of the master `lufs`, which is no control of the
///     limiter but what it is driven to
/// @param reason in plain words with numbers
/// @param figure what it is to change, measured before and after all moves up to the limiter; nothing where the
///     chain was not rendered
public record Move(
        Aspect aspect, String insert, String effect, List<Change> changes, String reason, Optional<Figure> figure) {
    public Move {
        changes = List.copyOf(changes);
    }

    /// What an amount belongs to.
    public enum Aspect {
        TONE,
        WIDTH,
        DYNAMICS,
        LOUDNESS
    }

    /// A control.
    ///
    /// @param param its id
    /// @param from plain value before
    /// @param to plain value after
    /// @param text both as people read them: `0.0 dB → -1.4 dB`
    /// @param scaled whether it goes only a part of the way where the move is taken in part; the others say how the
    ///     move is made
    public record Change(String param, double from, double to, String text, boolean scaled) {
        /// Where it stands when a share of the move is taken, 0..1.
        public double at(double share) {
            return scaled ? from + share * (to - from) : to;
        }
    }

    /// A figure of the sound.
    ///
    /// @param what it is, in a few words: `100 Hz–250 Hz beside pop`
    /// @param unit of both
    public record Figure(String what, double before, double after, String unit) {
        /// What is to be expected where a share of all is taken, 0..1.
        public double at(double share) {
            return before + share * (after - before);
        }
    }

    Move withFigure(Figure measured) {
        return new Move(aspect, insert, effect, changes, reason, Optional.of(measured));
    }
}
