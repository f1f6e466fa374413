package studio.headroom.engine.plan;

import org.jspecify.annotations.Nullable;
import studio.headroom.project.Send;

/// A way from one planned strip to another.
///
/// @param key what it is, the same from one plan to the next
/// @param from index of the strip in the plan
/// @param to index of the strip in the plan
/// @param send whose level it has, or null
/// @param heard its gain when nothing fades, 0 to 1: what solo, or being on its way out, leaves of it
/// @param leaving is fading out and then gone
public record PlannedLink(
        Key key, int from, int to, @Nullable Send send, double heard, boolean leaving) {
    /// What a link is for.
    public enum Kind {
        OUTPUT,
        POST_FADER_SEND,
        PRE_FADER_SEND,
        /// Listened to by an insert; carries no sound.
        SIDECHAIN,
        /// To those who listen to a strip alone, after its fader.
        LISTEN_AFTER_FADER,
        /// The same before fader and mute.
        LISTEN_BEFORE_FADER
    }

    /// @param of id of the send or the insert, or empty
    public record Key(PlannedStrip.Key from, PlannedStrip.Key to, Kind kind, String of) {}

    public boolean carriesSound() {
        return key.kind != Kind.SIDECHAIN;
    }

    /// Whether it takes the signal before fader, pan and width.
    public boolean pre() {
        return key.kind == Kind.PRE_FADER_SEND || key.kind == Kind.LISTEN_BEFORE_FADER;
    }

    /// Whether the mute of the strip it comes from silences it.
    public boolean muted() {
        return key.kind != Kind.LISTEN_BEFORE_FADER;
    }

    PlannedLink between(PlannedStrip.Key fromKey, int newFrom, PlannedStrip.Key toKey, int newTo) {
        return new PlannedLink(new Key(fromKey, toKey, key.kind, key.of), newFrom, newTo, send, heard, leaving);
    }

    /// The same, heard as another is.
    PlannedLink like(PlannedLink other) {
        return new PlannedLink(key, from, to, other.send, other.heard, leaving);
    }

    PlannedLink onItsWayOut() {
        return new PlannedLink(key, from, to, send, 0, true);
    }
}
