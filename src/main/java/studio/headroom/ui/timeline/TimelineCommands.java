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

    static final String PLACE = "mix";
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
        new ClipCommands(made).register();
        made.view();
        made.song();
        made.playhead();
        made.lanes();
        made.modes();
    }

    void add(
            String id,
            String group,
            String name,
            String keywords,
            String scope,
            Consumer<TimelineView> action,
            KeyChord... chords) {
        add(id, group, name, keywords, scope, () -> true, action, chords);
    }

    void add(
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

    boolean chosen() {
        TimelineView view = shown.get();
        return view != null
                && !(view.model().selection().clips().get().isEmpty()
                        && view.model().points().isEmpty());
    }

    boolean chosenClips() {
        TimelineView view = shown.get();
        return view != null && !view.model().selection().clips().get().isEmpty();
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
        add(
                "zoomToSelection",
                TIMELINE,
                "Zoom to what is selected",
                "fit",
                PLACE,
                view -> view.actions().zoomToSelection(),
                key(KeyCode.Z));
        add(
                "zoomToSong",
                TIMELINE,
                "Zoom to the song",
                "fit all",
                PLACE,
                view -> view.actions().zoomToSong(),
                key(KeyCode.Z).withShift());
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
        add(
                "previousMarker",
                TIMELINE,
                "To the marker before",
                "",
                PLACE,
                view -> view.actions().toMarker(-1),
                KeyChord.shortcut(KeyCode.LEFT));
        add(
                "nextMarker",
                TIMELINE,
                "To the next marker",
                "",
                PLACE,
                view -> view.actions().toMarker(1),
                KeyChord.shortcut(KeyCode.RIGHT));
    }

    /// Moves of the playhead that are there in the whole place, since arrows are the mixer's while it has the focus.
    private void playhead() {
        nudge("playheadEarlier", "Playhead to the grid line before", false, -1, KeyCode.COMMA);
        nudge("playheadLater", "Playhead to the next grid line", false, 1, KeyCode.PERIOD);
        nudge("playheadEarlierFine", "Playhead a little earlier", true, -1, KeyCode.COMMA);
        nudge("playheadLaterFine", "Playhead a little later", true, 1, KeyCode.PERIOD);
    }

    private void nudge(String id, String name, boolean fine, int step, KeyCode code) {
        add(
                id,
                TIMELINE,
                name,
                "nudge locate cursor",
                PLACE,
                view -> view.actions().nudgePlayhead(step, fine),
                (fine ? KeyChord.shortcut(code) : key(code)).withShift());
    }

    private boolean chosenPoints() {
        TimelineView view = shown.get();
        return view != null && !view.model().points().isEmpty();
    }

    private void lanes() {
        add(
                "automated",
                TIMELINE,
                "Show what is automated",
                "lanes automation",
                PLACE,
                view -> view.actions().lanes().showAutomated(),
                key(KeyCode.A));
        add(
                "noLanes",
                TIMELINE,
                "Hide all automation",
                "lanes",
                PLACE,
                view -> view.actions().lanes().hideAll(),
                key(KeyCode.A).withShift());
        add("point", TIMELINE, "Point at the playhead", "automation", AREA, TimelineCommands::point, key(KeyCode.P));
        scale("pointsLarger", "Larger moves of points", 1.25, KeyCode.PAGE_UP);
        scale("pointsSmaller", "Smaller moves of points", 0.8, KeyCode.PAGE_DOWN);
    }

    /// Into the lane with selected points, or else the first lane of the selected strip.
    private static void point(TimelineView view) {
        TimelineModel model = view.model();
        LaneKey lane = model.pointLane();
        var strips = model.selection().strips().get();
        if (lane == null && !strips.isEmpty()) {
            lane = model.lanes(strips.getLast()).stream().findFirst().orElse(null);
        }
        if (lane != null) {
            view.actions().lanes().pointAtPlayhead(lane);
        }
    }

    private void scale(String id, String name, double factor, KeyCode code) {
        add(
                id,
                TIMELINE,
                name,
                "scale automation",
                AREA,
                this::chosenPoints,
                view -> view.actions().lanes().scale(factor),
                key(code).withShift());
    }

    private void modes() {
        add(
                "ripple",
                TIMELINE,
                "Ripple: off, track, all",
                "close gaps shuffle",
                PLACE,
                view -> view.model().modes().nextRipple(),
                key(KeyCode.Q));
        add("groupEdits", TIMELINE, "Edit grouped tracks together", "phase drums", PLACE, view -> {
            EditModes modes = view.model().modes();
            modes.groupsTogether(!modes.groupsTogether());
        });
        add("automationFollows", TIMELINE, "Automation follows clips", "move", PLACE, view -> {
            EditModes modes = view.model().modes();
            modes.automationFollows(!modes.automationFollows());
        });
        add(
                "follow",
                TIMELINE,
                "Follow the playhead: not, by pages, smoothly",
                "scroll",
                PLACE,
                view -> view.actions().nextFollow(),
                key(KeyCode.F));
        add(
                "tempo",
                TIMELINE,
                "Tempo and time signature…",
                "bpm beat tap",
                PLACE,
                view -> view.panels().tempo(),
                key(KeyCode.T));
        add(
                "loopSection",
                TIMELINE,
                "Loop the section at the playhead",
                "part verse",
                PLACE,
                view -> view.actions().loopSection(),
                KeyChord.shortcut(KeyCode.L).withShift());
        add(
                "higherTracks",
                TIMELINE,
                "Higher tracks",
                "zoom vertical",
                PLACE,
                view -> view.actions().higher(1),
                KeyChord.shortcut(KeyCode.UP));
        add(
                "lowerTracks",
                TIMELINE,
                "Lower tracks",
                "zoom vertical",
                PLACE,
                view -> view.actions().higher(-1),
                KeyChord.shortcut(KeyCode.DOWN));
        add(
                "higherWaves",
                TIMELINE,
                "Higher waveforms",
                "zoom amplitude",
                PLACE,
                view -> view.actions().taller(1),
                KeyChord.shortcut(KeyCode.UP).withShift());
        add(
                "lowerWaves",
                TIMELINE,
                "Lower waveforms",
                "zoom amplitude",
                PLACE,
                view -> view.actions().taller(-1),
                KeyChord.shortcut(KeyCode.DOWN).withShift());
    }

    static KeyChord key(KeyCode code) {
        return KeyChord.key(code);
    }
}
