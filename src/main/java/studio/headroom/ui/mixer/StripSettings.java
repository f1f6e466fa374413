package studio.headroom.ui.mixer;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.project.StripState;
import studio.headroom.project.edit.Scope;
import studio.headroom.project.edit.SnapshotEdits;
import studio.headroom.ui.song.SongSession;

/// What strips do to their sound, copied from one to others, also from one song to another: ways to strips that the
/// other song does not have are left out. UI thread.
public final class StripSettings {
    private static @Nullable StripState clipboard;

    /// What is taken of what was copied.
    public enum Part {
        ALL("All but mute and solo", Set.of(Scope.LEVEL, Scope.PAN, Scope.SENDS, Scope.EFFECTS, Scope.OUTPUT)),
        EFFECTS("Effects", Set.of(Scope.EFFECTS)),
        SENDS("Sends", Set.of(Scope.SENDS)),
        LEVEL("Level and pan", Set.of(Scope.LEVEL, Scope.PAN)),
        OUTPUT("Output", Set.of(Scope.OUTPUT));

        private final String words;
        private final Set<Scope> scopes;

        Part(String words, Set<Scope> scopes) {
            this.words = words;
            this.scopes = scopes;
        }

        public String words() {
            return words;
        }
    }

    private final SongSession session;
    private final MixerModel mixer;

    StripSettings(SongSession session, MixerModel mixer) {
        this.session = session;
        this.mixer = mixer;
    }

    /// What was copied last.
    public static Optional<StripState> copied() {
        return Optional.ofNullable(clipboard);
    }

    public void copy(String id) {
        mixer.strip(id).map(StripModel::strip).ifPresent(StripSettings::take);
    }

    private static void take(Strip strip) {
        clipboard = StripState.of(strip);
    }

    /// Gives a strip, and those selected with it, a part of what was copied.
    public void paste(String id, Part part) {
        StripState state = clipboard;
        if (state != null) {
            session.history().apply(SnapshotEdits.paste(state, mixer.movedWith(id, null), part.scopes));
        }
    }
}
