package studio.headroom.ui.timeline;

import java.util.List;
import java.util.function.BinaryOperator;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.song.SongHistory;

/// Edits that follow the hand: each replaces the one before, made anew of the song at the beginning of the gesture, and
/// all are one step of undo. Only what the gesture is about is taken from that song; what changes beside it meanwhile,
/// such as automation that is written while the song plays, stays. UI thread.
final class Preview {
    /// Only clips are moved.
    static final BinaryOperator<Strip> CLIPS = (now, before) -> now.withClips(before.clips());
    /// Only automation is.
    static final BinaryOperator<Strip> LANES = (now, before) -> now.withAutomation(before.automation());
    /// Only what belongs to the whole song is.
    static final BinaryOperator<Strip> SONG = (now, before) -> now;

    private final SongHistory history;
    private final Project start;
    private final BinaryOperator<Strip> part;
    private boolean open;

    Preview(SongHistory history, BinaryOperator<Strip> part) {
        this.history = history;
        this.part = part;
        start = history.current();
    }

    /// The song as it was when the gesture began.
    Project start() {
        return start;
    }

    boolean isOpen() {
        return open;
    }

    /// Shows an edit of [#start()].
    void show(Edit edit) {
        if (!open) {
            open = true;
            history.begin(edit.nameIn(start));
        }
        history.apply(from(edit));
    }

    private Edit from(Edit edit) {
        return new Edit(edit.name(), now -> edit.apply(rewound(now)), _ -> edit.nameIn(start));
    }

    private Project rewound(Project now) {
        // All at once: a clip is never on two tracks, not even between two steps.
        List<Strip> strips = now.strips().stream()
                .map(current -> start.strip(current.id())
                        .map(before -> part.apply(current, before))
                        .orElse(current))
                .toList();
        Project song = now.withMixer(strips, part.apply(now.master(), start.master()));
        return part == SONG ? song.withMarkers(start.markers()).withLoop(start.loop()) : song;
    }

    void end() {
        if (open) {
            history.end();
        }
    }

    void cancel() {
        if (open) {
            history.cancel();
        }
    }
}
