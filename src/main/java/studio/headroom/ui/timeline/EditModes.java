package studio.headroom.ui.timeline;

import org.jspecify.annotations.Nullable;
import studio.headroom.project.edit.RippleEdits;

/// How edits of clips reach beyond what is selected. The window's, not the song's. UI thread.
public final class EditModes {
    /// What closes up or makes room when clips are moved and deleted.
    public enum Ripple {
        OFF("Off", null),
        TRACK("Track", RippleEdits.Reach.TRACK),
        ALL("All", RippleEdits.Reach.ALL);

        private final String word;
        private final RippleEdits.@Nullable Reach reach;

        Ripple(String word, RippleEdits.@Nullable Reach reach) {
            this.word = word;
            this.reach = reach;
        }

        public String word() {
            return word;
        }

        /// Null where nothing does.
        RippleEdits.@Nullable Reach reach() {
            return reach;
        }
    }

    private final Runnable changed;
    private Ripple ripple = Ripple.OFF;
    private boolean groupsTogether = true;
    private boolean automationFollows;

    EditModes(Runnable changed) {
        this.changed = changed;
    }

    public Ripple ripple() {
        return ripple;
    }

    public void ripple(Ripple next) {
        ripple = next;
        changed.run();
    }

    /// Off, the track, all, and off again.
    public void nextRipple() {
        ripple(Ripple.values()[(ripple.ordinal() + 1) % Ripple.values().length]);
    }

    /// Whether a clip of a grouped track is selected with those beside it on the group's other tracks, so that they
    /// are edited together.
    public boolean groupsTogether() {
        return groupsTogether;
    }

    public void groupsTogether(boolean on) {
        groupsTogether = on;
        changed.run();
    }

    /// Whether automation goes with clips that are moved, copied and duplicated.
    public boolean automationFollows() {
        return automationFollows;
    }

    public void automationFollows(boolean on) {
        automationFollows = on;
        changed.run();
    }
}
