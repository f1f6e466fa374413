package studio.headroom.engine.live;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.automation.AutomationRecorder;
import studio.headroom.engine.automation.Outcome;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Hands on controls: what they do is heard at once, and comes back as edits that write it down. Control thread.
final class HandControl {
    private final LiveSong song;
    private final Consumer<Edit> edits;
    private final AutomationRecorder recorder;
    private Project latest;
    /// What plays in place of the song, or null.
    private @Nullable Project instead;

    /// @param edits takes what is to be applied to the song
    HandControl(LiveSong song, Project latest, Consumer<Edit> edits) {
        this.song = song;
        this.latest = latest;
        this.edits = edits;
        recorder = new AutomationRecorder(
                () -> this.latest, type -> Catalogue.find(type).map(EffectType::params));
    }

    /// The song is another one from now on.
    ///
    /// @param played what plays in its place, or null; moves of controls are still written into the song
    /// @throws IOException when a sound file cannot be opened
    void update(Project changed, @Nullable Project played) throws IOException {
        latest = changed;
        instead = played;
        follow();
    }

    private void follow() throws IOException {
        song.change(instead != null ? instead : recorder.heard());
    }

    void mode(String stripId, AutomationMode mode, long frame) throws IOException {
        apply(recorder.mode(stripId, mode, frame));
        follow();
    }

    void touch(Address address, long frame, double value) {
        apply(recorder.touch(address, frame, value));
    }

    void move(Address address, long frame, double value) {
        apply(recorder.move(address, frame, value));
    }

    void release(Address address, long frame) throws IOException {
        apply(recorder.release(address, frame));
        follow();
    }

    /// Playback begins.
    void started(long frame) {
        apply(recorder.started(frame));
    }

    /// Playback ends.
    void stopped(long frame) {
        apply(recorder.stopped(frame));
    }

    /// Playback has got to one frame and goes on at another.
    void jumped(long at, long to) throws IOException {
        recorder.looped(at, to);
        follow();
    }

    private void apply(Outcome outcome) {
        song.remember(recorder.overrides());
        song.override(outcome.changes());
        outcome.edit().ifPresent(edits);
    }
}
