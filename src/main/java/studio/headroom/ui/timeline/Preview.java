package studio.headroom.ui.timeline;

import java.util.List;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.song.SongHistory;

/// Edits that follow the hand: each replaces the one before, made anew of the song at the beginning of the gesture, and
/// all are one step of undo. Only what the gesture is about is taken from that song; what changes beside it meanwhile,
/// such as automation that is written while the song plays, stays. UI thread.
final class Preview {
    /// What the gesture is about.
    enum Part {
        CLIPS,
        /// Automation.
        LANES,
        CLIPS_AND_LANES,
        /// Markers and the loop.
        SONG,
        ALL
    }

    private final SongHistory history;
    private final Project start;
    private final Part part;
    private boolean open;

    Preview(SongHistory history, Part part) {
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
                        .map(before -> rewound(current, before))
                        .orElse(current))
                .toList();
        Project song = now.withMixer(strips, rewound(now.master(), start.master()));
        return part == Part.SONG || part == Part.ALL
                ? song.withMarkers(start.markers()).withLoop(start.loop())
                : song;
    }

    private Strip rewound(Strip now, Strip before) {
        return switch (part) {
            case CLIPS -> now.withClips(before.clips());
            case LANES -> now.withAutomation(before.automation());
            case CLIPS_AND_LANES, ALL -> now.withClips(before.clips()).withAutomation(before.automation());
            case SONG -> now;
        };
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
