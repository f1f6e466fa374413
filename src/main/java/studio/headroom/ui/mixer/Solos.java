package studio.headroom.ui.mixer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Group.Link;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.SongSession;

/// What is heard alone, and how. Clearing remembers what was soloed, so that it can be soloed again. How solo works
/// belongs to the listener and not to the song. UI thread.
public final class Solos {
    /// How far the others can be turned down, in dB.
    public static final List<Double> FRONTS = List.of(-6.0, -12.0, -18.0, -24.0);

    private final SongSession session;
    private final MixerModel mixer;
    private final BooleanProperty exclusive = new SimpleBooleanProperty();
    private Set<String> last = Set.of();

    Solos(SongSession session, MixerModel mixer) {
        this.session = session;
        this.mixer = mixer;
    }

    /// Whether solo silences the others, turns them down, or leaves the mix alone and lets the soloed strips be heard
    /// by themselves, after or before their faders.
    public ObjectProperty<Listening.Solo> mode() {
        return session.playback().listening().solo();
    }

    /// How far the others are turned down where the soloed are in front, in dB.
    public DoubleProperty frontDb() {
        return session.playback().listening().frontDb();
    }

    /// Whether a solo ends all others.
    public BooleanProperty exclusive() {
        return exclusive;
    }

    /// What a way of soloing is called: "In place", "AFL", "PFL".
    static String words(Listening.Solo solo) {
        return switch (solo) {
            case IN_PLACE -> "In place";
            case IN_FRONT -> "In front";
            case AFTER_FADER -> "AFL";
            case BEFORE_FADER -> "PFL";
        };
    }

    static String explanation(Listening.Solo solo) {
        return switch (solo) {
            case IN_PLACE -> "In place: the others are silent, effects and all";
            case IN_FRONT -> "In front: the others are turned down, and stay where they are in the mix";
            case AFTER_FADER -> "AFL: the soloed alone, with fader and pan";
            case BEFORE_FADER -> "PFL: the soloed alone, without fader, pan and mute";
        };
    }

    /// Solos a strip beside the others, or ends its solo; strips that move with it come along.
    void set(String id, boolean solo) {
        Set<String> moved = mixer.movedWith(id, Link.SOLO);
        session.history().apply(solo && exclusive.get() ? StripEdits.soloOnly(moved) : StripEdits.solo(moved, solo));
        remember();
    }

    /// Solos this strip and no other; once more ends it.
    public void only(String id) {
        Set<String> now = StripEdits.soloed(session.history().current());
        if (now.equals(Set.of(id))) {
            clear();
        } else {
            session.history().apply(StripEdits.soloOnly(Set.of(id)));
            remember();
        }
    }

    public boolean any() {
        return !StripEdits.soloed(session.history().current()).isEmpty();
    }

    public void clear() {
        remember();
        session.history().apply(StripEdits.clearSolo());
    }

    /// Whether there is something to solo again.
    public boolean canRepeat() {
        return !any()
                && last.stream()
                        .anyMatch(id -> session.history().current().strip(id).isPresent());
    }

    /// Solos again what was soloed before it was cleared.
    public void repeat() {
        Set<String> there = new HashSet<>(last);
        there.removeIf(id -> session.history().current().strip(id).isEmpty());
        if (!there.isEmpty()) {
            session.history().apply(StripEdits.soloOnly(there));
        }
    }

    /// Clears, or solos again what was cleared.
    public void toggle() {
        if (any()) {
            clear();
        } else {
            repeat();
        }
    }

    void remember() {
        Set<String> now = StripEdits.soloed(session.history().current());
        last = now.isEmpty() ? last : now;
    }
}
