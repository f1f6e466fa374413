package studio.headroom.ui.mixer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import studio.headroom.effects.Catalogue;
import studio.headroom.files.FileException;
import studio.headroom.files.project.StripPresets;
import studio.headroom.project.Insert;
import studio.headroom.project.StripState;
import studio.headroom.project.edit.Scope;
import studio.headroom.project.edit.SnapshotEdits;
import studio.headroom.ui.song.SongSession;

/// Strip presets of a person's own: effects with their values, and sends to returns of the same name. Level, pan,
/// mute and output stay those of the strip. UI thread; the files are small.
public final class PresetActions {
    private final StripPresets files;
    private final SongSession session;
    private final MixerModel mixer;
    private final Consumer<String> failures;

    /// @param failures hears what could not be written or read
    PresetActions(StripPresets files, SongSession session, MixerModel mixer, Consumer<String> failures) {
        this.files = files;
        this.session = session;
        this.mixer = mixer;
        this.failures = failures;
    }

    public List<String> names() {
        return files.names();
    }

    /// Keeps what a strip does under a name.
    public void save(String id, String name) {
        mixer.strip(id)
                .ifPresent(strip ->
                        attempt(() -> files.save(name, session.history().current(), strip.strip())));
    }

    /// Gives a strip, and those selected with it, the effects of a preset, and its sends where the song has returns of
    /// their names.
    public void load(String id, String name) {
        attempt(() -> {
            StripState state = known(files.read(name).in(session.history().current()));
            Set<Scope> scopes = EnumSet.of(Scope.EFFECTS);
            if (!state.sends().isEmpty()) {
                scopes.add(Scope.SENDS);
            }
            Set<String> ids = mixer.movedWith(id, null);
            session.history().apply(SnapshotEdits.paste(state, ids, scopes).named("Strip preset “" + name + "”"));
        });
    }

    /// Without effects that this version does not have, which are told.
    private StripState known(StripState state) {
        List<String> unknown = state.inserts().stream()
                .map(Insert::type)
                .filter(type -> Catalogue.find(type).isEmpty())
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return state;
        }
        failures.accept(
                "This version has no effect “" + String.join("”, “", unknown) + "”. The preset was loaded without it.");
        return new StripState(
                state.strip(),
                state.name(),
                state.controls(),
                state.solo(),
                state.soloSafe(),
                state.output(),
                state.inserts().stream()
                        .filter(insert -> !unknown.contains(insert.type()))
                        .toList(),
                state.sends(),
                state.read(),
                state.ignored());
    }

    public void delete(String name) {
        attempt(() -> files.delete(name));
    }

    private interface Attempt {
        void run() throws FileException;
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (FileException e) {
            failures.accept(String.valueOf(e.getMessage()));
        }
    }
}
