package studio.headroom.ui.mixer;

import java.util.Set;
import studio.headroom.project.Group.Link;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.SongHistory;

/// What is heard alone. Clearing remembers what was soloed, so that it can be soloed again. UI thread.
public final class Solos {
    private final SongHistory history;
    private final MixerModel mixer;
    private Set<String> last = Set.of();

    Solos(SongHistory history, MixerModel mixer) {
        this.history = history;
        this.mixer = mixer;
    }

    /// Solos a strip beside the others, or ends its solo; strips that move with it come along.
    void set(String id, boolean solo) {
        history.apply(StripEdits.solo(mixer.movedWith(id, Link.SOLO), solo));
        remember();
    }

    /// Solos this strip and no other; once more ends it.
    public void only(String id) {
        Set<String> now = StripEdits.soloed(history.current());
        if (now.equals(Set.of(id))) {
            clear();
        } else {
            history.apply(StripEdits.soloOnly(Set.of(id)));
            remember();
        }
    }

    public boolean any() {
        return !StripEdits.soloed(history.current()).isEmpty();
    }

    public void clear() {
        remember();
        history.apply(StripEdits.clearSolo());
    }

    /// Whether there is something to solo again.
    public boolean canRepeat() {
        return !any()
                && last.stream().anyMatch(id -> history.current().strip(id).isPresent());
    }

    /// Solos again what was soloed before it was cleared.
    public void repeat() {
        Set<String> there = new java.util.HashSet<>(last);
        there.removeIf(id -> history.current().strip(id).isEmpty());
        if (!there.isEmpty()) {
            history.apply(StripEdits.soloOnly(there));
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

    private void remember() {
        Set<String> now = StripEdits.soloed(history.current());
        last = now.isEmpty() ? last : now;
    }
}
