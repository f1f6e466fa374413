package studio.headroom.ui.timeline;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;

/// What can be done on the timeline by key or by name. Keys that mean something else beside it, such as the arrows, are
/// its own only while it has the focus. UI thread.
public final class TimelineCommands {
    /// The area of the Mix place that the timeline is.
    public static final String AREA = "mix.timeline";

    private static final String PLACE = "mix";
    private static final String CLIPS = "Clips";
    private static final String TIMELINE = "Timeline";

    private final Commands commands;
    private final Supplier<@Nullable TimelineView> shown;

    private TimelineCommands(Commands commands, Supplier<@Nullable TimelineView> shown) {
        this.commands = commands;
        this.shown = shown;
    }

    /// Adds them for as long as the program runs.
    ///
    /// @param shown the timeline of the song that is open, or null
    public static void register(Commands commands, Supplier<@Nullable TimelineView> shown) {
        TimelineCommands made = new TimelineCommands(commands, shown);
        made.clips();
        made.moves();
        made.view();
        made.song();
    }

    private void add(
            String id,
            String group,
            String name,
            String keywords,
            String scope,
            Consumer<TimelineView> action,
            KeyChord... chords) {
        add(id, group, name, keywords, scope, () -> true, action, chords);
    }

    private void add(
            String id,
            String group,
            String name,
            String keywords,
            String scope,
            BooleanSupplier enabled,
            Consumer<TimelineView> action,
            KeyChord... chords) {
        Command command = Command.of("timeline." + id, group, name, keywords, () -> {
                    TimelineView view = shown.get();
                    if (view != null) {
                        action.accept(view);
                        view.refresh();
                    }
                })
                .in(scope)
                .when(() -> shown.get() != null && enabled.getAsBoolean());
        commands.add(command, chords);
    }

    private boolean chosen() {
        TimelineView view = shown.get();
        return view != null
                && !(view.model().selection().clips().get().isEmpty()
                        && view.model().points().isEmpty());
    }

    private boolean chosenClips() {
        TimelineView view = shown.get();
        return view != null && !view.model().selection().clips().get().isEmpty();
    }

    private void clips() {
        add(
                "split",
                CLIPS,
                "Split at the playhead",
                "cut razor",
                PLACE,
                view -> view.actions().split(),
                KeyChord.shortcut(KeyCode.E),
                KeyChord.shortcut(KeyCode.T));
        add("join", CLIPS, "Join", "glue consolidate", PLACE, this::chosenClips, view -> view.actions()
                .join(), KeyChord.shortcut(KeyCode.J));
        add("duplicate", CLIPS, "Duplicate", "repeat", AREA, this::chosenClips, view -> view.actions()
                .duplicate(), KeyChord.shortcut(KeyCode.D));
        add("mute", CLIPS, "Mute clips", "silence", AREA, this::chosenClips, view -> view.actions()
                .muteClips(), key(KeyCode.M).withShift());
        add("reverse", CLIPS, "Reverse", "backwards", PLACE, this::chosenClips, view -> view.actions()
                .reverse());
        add("copy", CLIPS, "Copy", "", AREA, this::chosen, view -> view.actions().copy(), KeyChord.shortcut(KeyCode.C));
        add("cut", CLIPS, "Cut", "", AREA, this::chosen, view -> view.actions().cut(), KeyChord.shortcut(KeyCode.X));
        add("paste", CLIPS, "Paste at the playhead", "", AREA, view -> view.actions()
                .paste(), KeyChord.shortcut(KeyCode.V));
        add(
                "delete",
                CLIPS,
                "Delete clips or points",
                "remove",
                AREA,
                this::chosen,
                view -> view.actions().delete(),
                key(KeyCode.DELETE),
                key(KeyCode.BACK_SPACE));
        add(
                "rippleDelete",
                CLIPS,
                "Delete and close the gap",
                "ripple remove",
                AREA,
                this::chosenClips,
                view -> view.actions().rippleDelete(),
                KeyChord.shortcut(KeyCode.DELETE),
                KeyChord.shortcut(KeyCode.BACK_SPACE));
        add("selectAll", CLIPS, "Select all clips", "", AREA, view -> view.actions()
                .selectAll(), KeyChord.shortcut(KeyCode.A));
        add(
                "selectNothing",
                CLIPS,
                "Give up, or select nothing",
                "escape deselect",
                AREA,
                TimelineView::giveUp,
                key(KeyCode.ESCAPE));
    }

    private void moves() {
        step("earlier", "Move earlier", KeyCode.LEFT, -1);
        step("later", "Move later", KeyCode.RIGHT, 1);
        lift("louder", "Louder, or points higher", KeyCode.UP, 1);
        lift("softer", "Softer, or points lower", KeyCode.DOWN, -1);
        add("previousClip", CLIPS, "To the clip before", "", AREA, view -> view.actions()
                .neighborClip(-1), key(KeyCode.LEFT).withAlt());
        add("nextClip", CLIPS, "To the next clip", "", AREA, view -> view.actions()
                .neighborClip(1), key(KeyCode.RIGHT).withAlt());
    }

    private void step(String id, String name, KeyCode code, int step) {
        add(id, CLIPS, name, "nudge", AREA, this::chosen, view -> view.actions().nudge(step, false), key(code));
        add(
                id + "Fine",
                CLIPS,
                name + " by a pixel",
                "nudge fine",
                AREA,
                this::chosen,
                view -> view.actions().nudge(step, true),
                key(code).withShift());
    }

    private void lift(String id, String name, KeyCode code, int step) {
        add(id, CLIPS, name, "gain", AREA, this::chosen, view -> view.actions().raise(step, false), key(code));
        add(
                id + "Fine",
                CLIPS,
                name + ", finely",
                "gain fine",
                AREA,
                this::chosen,
                view -> view.actions().raise(step, true),
                key(code).withShift());
    }

    private void view() {
        add(
                "zoomIn",
                TIMELINE,
                "Zoom in",
                "larger",
                PLACE,
                view -> view.actions().zoom(1),
                key(KeyCode.PLUS),
                key(KeyCode.EQUALS),
                key(KeyCode.EQUALS).withShift(),
                key(KeyCode.ADD),
                KeyChord.shortcut(KeyCode.PLUS),
                KeyChord.shortcut(KeyCode.EQUALS));
        add(
                "zoomOut",
                TIMELINE,
                "Zoom out",
                "smaller",
                PLACE,
                view -> view.actions().zoom(-1),
                key(KeyCode.MINUS),
                key(KeyCode.SUBTRACT),
                KeyChord.shortcut(KeyCode.MINUS));
        add("zoomToSelection", TIMELINE, "Zoom to what is selected", "fit", PLACE, view -> view.actions()
                .zoomToSelection(), key(KeyCode.Z));
        add("zoomToSong", TIMELINE, "Zoom to the song", "fit all", PLACE, view -> view.actions()
                .zoomToSong(), key(KeyCode.Z).withShift());
        add(
                "snap",
                TIMELINE,
                "Snap on or off",
                "grid magnet",
                PLACE,
                view -> view.model().snapping(!view.model().snapping()),
                key(KeyCode.N));
        tool("pointer", "Pointer", TimelineModel.Tool.POINTER, KeyCode.DIGIT1);
        tool("scissors", "Scissors", TimelineModel.Tool.SCISSORS, KeyCode.DIGIT2);
        tool("draw", "Draw automation", TimelineModel.Tool.DRAW, KeyCode.DIGIT3);
    }

    private void tool(String id, String name, TimelineModel.Tool tool, KeyCode code) {
        add(id, TIMELINE, name, "tool", PLACE, view -> view.model().tool(tool), key(code));
    }

    private void song() {
        add(
                "loopSelection",
                TIMELINE,
                "Loop what is selected",
                "cycle repeat range",
                PLACE,
                view -> view.actions().loop(),
                KeyChord.shortcut(KeyCode.L));
        add(
                "marker",
                TIMELINE,
                "Marker at the playhead",
                "section flag",
                PLACE,
                view -> view.actions().marker(),
                KeyChord.shortcut(KeyCode.M));
        add("previousMarker", TIMELINE, "To the marker before", "", PLACE, view -> view.actions()
                .toMarker(-1), KeyChord.shortcut(KeyCode.LEFT));
        add("nextMarker", TIMELINE, "To the next marker", "", PLACE, view -> view.actions()
                .toMarker(1), KeyChord.shortcut(KeyCode.RIGHT));
    }

    private static KeyChord key(KeyCode code) {
        return KeyChord.key(code);
    }
}
