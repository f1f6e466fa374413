package studio.headroom.ui.timeline;

import static studio.headroom.ui.timeline.TimelineCommands.AREA;
import static studio.headroom.ui.timeline.TimelineCommands.PLACE;
import static studio.headroom.ui.timeline.TimelineCommands.key;

import javafx.scene.input.KeyCode;
import studio.headroom.ui.command.KeyChord;

/// What can be done with clips and points that are selected, by key or by name. UI thread.
final class ClipCommands {
    private static final String CLIPS = "Clips";

    private final TimelineCommands all;

    ClipCommands(TimelineCommands all) {
        this.all = all;
    }

    void register() {
        clips();
        moves();
        sound();
    }

    private void clips() {
        all.add(
                "split",
                CLIPS,
                "Split at the playhead",
                "cut razor",
                PLACE,
                view -> view.actions().split(),
                KeyChord.shortcut(KeyCode.E),
                KeyChord.shortcut(KeyCode.T));
        all.add(
                "join",
                CLIPS,
                "Join",
                "glue consolidate",
                PLACE,
                all::chosenClips,
                view -> view.actions().join(),
                KeyChord.shortcut(KeyCode.J));
        all.add(
                "duplicate",
                CLIPS,
                "Duplicate",
                "repeat",
                AREA,
                all::chosenClips,
                view -> view.actions().duplicate(),
                KeyChord.shortcut(KeyCode.D));
        all.add(
                "mute",
                CLIPS,
                "Mute clips",
                "silence",
                AREA,
                all::chosenClips,
                view -> view.actions().muteClips(),
                key(KeyCode.M).withShift());
        all.add(
                "reverse",
                CLIPS,
                "Reverse",
                "backwards",
                PLACE,
                all::chosenClips,
                view -> view.actions().reverse());
        all.add(
                "copy",
                CLIPS,
                "Copy",
                "",
                AREA,
                all::chosen,
                view -> view.actions().copy(),
                KeyChord.shortcut(KeyCode.C));
        all.add(
                "cut",
                CLIPS,
                "Cut",
                "",
                AREA,
                all::chosen,
                view -> view.actions().cut(),
                KeyChord.shortcut(KeyCode.X));
        all.add(
                "paste",
                CLIPS,
                "Paste at the playhead",
                "",
                AREA,
                view -> view.actions().paste(),
                KeyChord.shortcut(KeyCode.V));
        all.add(
                "delete",
                CLIPS,
                "Delete clips or points",
                "remove",
                AREA,
                all::chosen,
                view -> view.actions().delete(),
                key(KeyCode.DELETE),
                key(KeyCode.BACK_SPACE));
        all.add(
                "rippleDelete",
                CLIPS,
                "Delete, close the gap",
                "ripple remove",
                AREA,
                all::chosenClips,
                view -> view.actions().rippleDelete(),
                KeyChord.shortcut(KeyCode.DELETE),
                KeyChord.shortcut(KeyCode.BACK_SPACE));
        all.add(
                "selectAll",
                CLIPS,
                "Select all clips",
                "",
                AREA,
                view -> view.actions().selectAll(),
                KeyChord.shortcut(KeyCode.A));
        all.add(
                "selectNothing",
                CLIPS,
                "Give up, or select nothing",
                "escape deselect",
                AREA,
                TimelineView::giveUp,
                key(KeyCode.ESCAPE));
    }

    private void moves() {
        step("earlier", "Move clips, points or the playhead earlier", KeyCode.LEFT, -1);
        step("later", "Move clips, points or the playhead later", KeyCode.RIGHT, 1);
        lift("louder", "Louder, or points higher", KeyCode.UP, 1);
        lift("softer", "Softer, or points lower", KeyCode.DOWN, -1);
        all.add(
                "previousClip",
                CLIPS,
                "To the clip before",
                "",
                AREA,
                view -> view.actions().neighborClip(-1),
                key(KeyCode.LEFT).withAlt());
        all.add(
                "nextClip",
                CLIPS,
                "To the next clip",
                "",
                AREA,
                view -> view.actions().neighborClip(1),
                key(KeyCode.RIGHT).withAlt());
    }

    /// Without clips or points that are selected it is the playhead that moves.
    private void step(String id, String name, KeyCode code, int step) {
        all.add(id, CLIPS, name, "nudge playhead", AREA, view -> nudge(view, step, false), key(code));
        all.add(
                id + "Fine",
                CLIPS,
                name + " by a pixel",
                "nudge fine playhead",
                AREA,
                view -> nudge(view, step, true),
                key(code).withShift());
    }

    private void nudge(TimelineView view, int step, boolean fine) {
        if (all.chosen()) {
            view.actions().nudge(step, fine);
        } else {
            view.actions().nudgePlayhead(step, fine);
        }
    }

    private void lift(String id, String name, KeyCode code, int step) {
        all.add(
                id,
                CLIPS,
                name,
                "gain",
                AREA,
                all::chosen,
                view -> view.actions().raise(step, false),
                key(code));
        all.add(
                id + "Fine",
                CLIPS,
                name + ", finely",
                "gain fine",
                AREA,
                all::chosen,
                view -> view.actions().raise(step, true),
                key(code).withShift());
    }

    /// What is done with the sound of clips.
    private void sound() {
        all.add(
                "splitTime",
                CLIPS,
                "Split at the selected time",
                "cut range",
                PLACE,
                view -> view.actions().clips().splitAtTime(),
                KeyChord.shortcut(KeyCode.E).withShift());
        all.add(
                "type",
                CLIPS,
                "Type a gain or value…",
                "gain number",
                AREA,
                all::chosen,
                TimelineView::type,
                key(KeyCode.G));
        all.add(
                "gainPoint",
                CLIPS,
                "Gain point at the playhead",
                "envelope level ride volume",
                AREA,
                all::chosenClips,
                view -> view.actions().clips().gainPoint(),
                key(KeyCode.G).withShift());
        all.add(
                "renameClip",
                CLIPS,
                "Rename clips…",
                "name",
                AREA,
                all::chosenClips,
                TimelineView::rename,
                key(KeyCode.F2).withShift());
        all.add(
                "normalize",
                CLIPS,
                "Normalize…",
                "peak loudness level",
                PLACE,
                all::chosenClips,
                view -> view.panels().normalize());
        all.add(
                "stripSilence",
                CLIPS,
                "Strip silence…",
                "gaps gate",
                PLACE,
                all::chosenClips,
                view -> view.panels().silence());
        all.add(
                "detect",
                CLIPS,
                "Detect tempo, beats and key…",
                "bpm onset transient",
                PLACE,
                view -> view.panels().detect());
        all.add(
                "crossFade",
                CLIPS,
                "Cross-fade neighbors",
                "blend",
                AREA,
                all::chosenClips,
                view -> view.actions().clips().crossFade(),
                key(KeyCode.X));
        all.add(
                "fadeIn",
                CLIPS,
                "Fade in up to the playhead",
                "",
                AREA,
                all::chosenClips,
                view -> view.actions().clips().fadeToPlayhead(true),
                key(KeyCode.OPEN_BRACKET));
        all.add(
                "fadeOut",
                CLIPS,
                "Fade out from the playhead",
                "",
                AREA,
                all::chosenClips,
                view -> view.actions().clips().fadeToPlayhead(false),
                key(KeyCode.CLOSE_BRACKET));
        slip("slipEarlier", "Move the sound in clips earlier", KeyCode.COMMA, -1);
        slip("slipLater", "Move the sound in clips later", KeyCode.PERIOD, 1);
        all.add(
                "selectFollowing",
                CLIPS,
                "Select what follows the playhead",
                "rest",
                AREA,
                view -> view.actions().clips().selectFollowing(),
                key(KeyCode.F).withShift());
    }

    private void slip(String id, String name, KeyCode code, int step) {
        all.add(
                id,
                CLIPS,
                name,
                "slip",
                AREA,
                all::chosenClips,
                view -> view.actions().slip(step),
                key(code).withAlt());
    }
}
