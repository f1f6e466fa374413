package studio.headroom.ui.timeline;

import static studio.headroom.ui.timeline.MenuItems.as;
import static studio.headroom.ui.timeline.MenuItems.checked;
import static studio.headroom.ui.timeline.MenuItems.enabled;
import static studio.headroom.ui.timeline.MenuItems.item;
import static studio.headroom.ui.timeline.MenuItems.menu;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Folder;
import studio.headroom.project.Lane;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.MenuKey;
import studio.headroom.ui.theme.Look;

/// What a right click on the timeline offers. UI thread.
final class TimelineMenus {
    private static final double WIDTH = 150;

    /// How far a menu bends a way of automation.
    private static final double BENT = 0.5;

    private final Look look;
    private final TimelineModel model;
    private final TimelineActions actions;
    private final RowActions rows;
    private @Nullable Commands commands;
    private final TimelinePanels panels;
    private final ClipMenu clips;
    private final Node lanes;

    /// @param lanes where clips and automation are shown
    TimelineMenus(
            Look look,
            TimelineModel model,
            TimelineActions actions,
            TimelinePanels panels,
            ClipMenu clips,
            Node lanes) {
        this.look = look;
        this.model = model;
        this.actions = actions;
        this.panels = panels;
        this.clips = clips;
        this.lanes = lanes;
        rows = new RowActions(model);
    }

    /// Shows the keys of these commands from now on.
    void keysOf(Commands all) {
        commands = all;
    }

    private ContextMenu keyed(ContextMenu menu) {
        Commands all = commands;
        if (all != null) {
            MenuKey.onAll(menu.getItems(), all, "timeline.");
        }
        return menu;
    }

    /// A field over a header to type its name.
    void rename(Row row, Node header) {
        String now = row.kind() == Row.Kind.FOLDER
                ? model.song().folder(row.id()).map(Folder::name).orElse("")
                : model.song().strip(row.id()).map(Strip::name).orElse("");
        double y = Math.max(0, (row.height() - 22) / 2);
        TextPrompt.open(look, header, 24, y, WIDTH, "Name of " + now, now, text -> rows.rename(row, text));
    }

    /// Lets a new folder be named, when the menu that made it has gone.
    ///
    /// @param header of another row
    private void nameNew(String folder, Node header) {
        Parent column = header.getParent();
        if (column == null) {
            return;
        }
        look.pulse().once(() -> {
            column.layout();
            column.getChildrenUnmodifiable().stream()
                    .filter(RowHeader.class::isInstance)
                    .map(RowHeader.class::cast)
                    .filter(each -> each.row().kind() == Row.Kind.FOLDER
                            && each.row().id().equals(folder))
                    .findFirst()
                    .ifPresent(each -> rename(each.row(), each));
        });
    }

    /// Of the header of a track, bus or folder.
    ContextMenu ofRow(Row row, Node header) {
        return keyed(row.kind() == Row.Kind.FOLDER ? ofFolder(row, header) : ofStrip(row, header));
    }

    private ContextMenu ofFolder(Row row, Node header) {
        boolean folded = model.song().folder(row.id()).map(Folder::folded).orElse(false);
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item(folded ? "Unfold" : "Fold", () -> model.apply(FolderEdits.fold(row.id(), !folded))),
                        item("Rename…", () -> rename(row, header)),
                        MenuItems.colors(look, "Color", color -> rows.color(row, color)),
                        item("Move up", () -> rows.move(row, -1)),
                        item("Move down", () -> rows.move(row, 1)),
                        new SeparatorMenuItem(),
                        item("New bus for its tracks", () -> rows.bus(row.id())),
                        item("Remove folder, keep tracks", () -> model.apply(FolderEdits.remove(row.id()))));
        return menu;
    }

    private ContextMenu ofStrip(Row row, Node header) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(automation(row.id()), heights(row), new SeparatorMenuItem());
        boolean master = row.id().equals(model.song().master().id());
        if (!master) {
            menu.getItems()
                    .addAll(
                            item("Rename…", () -> rename(row, header)),
                            MenuItems.colors(look, "Color", color -> rows.color(row, color)),
                            item("Move up", () -> rows.move(row, -1)),
                            item("Move down", () -> rows.move(row, 1)),
                            folders(row, header),
                            item("Hide", () -> rows.hide(row.id())));
        }
        boolean hidden =
                model.song().strips().stream().anyMatch(strip -> strip.look().hidden());
        menu.getItems()
                .addAll(
                        enabled(item("Show all that is hidden", rows::showAll), hidden),
                        item(
                                model.showsBuses() ? "Hide buses" : "Show buses",
                                () -> model.showBuses(!model.showsBuses())));
        if (row.kind() == Row.Kind.TRACK) {
            menu.getItems()
                    .addAll(
                            new SeparatorMenuItem(),
                            item("Detect tempo, beats and key…", () -> panels.detect(row.id())));
        }
        return menu;
    }

    private Menu heights(Row row) {
        Menu menu = menu("Height");
        for (RowHeight size : RowHeight.values()) {
            menu.getItems()
                    .add(checked(look, model.height(row.id()) == size, word(size), () -> model.height(row.id(), size)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (RowHeight size : RowHeight.values()) {
            menu.getItems()
                    .add(item("All " + word(size).toLowerCase(java.util.Locale.ROOT), () -> model.heightOfAll(size)));
        }
        return menu;
    }

    private static String word(RowHeight size) {
        return switch (size) {
            case S -> "Small";
            case M -> "Medium";
            case L -> "Large";
        };
    }

    private Menu folders(Row row, Node header) {
        Menu menu =
                menu("Folder", item("New folder", () -> rows.newFolder(row.id()).ifPresent(id -> nameNew(id, header))));
        String own =
                model.song().strip(row.id()).map(strip -> strip.look().folder()).orElse("");
        for (Folder folder : model.song().folders()) {
            if (!folder.id().equals(own)) {
                menu.getItems().add(item("Into '" + folder.name() + "'", () -> rows.into(row.id(), folder.id())));
            }
        }
        if (!own.isEmpty()) {
            menu.getItems().add(item("Out of the folder", () -> rows.out(row.id())));
        }
        return menu;
    }

    private Menu automation(String strip) {
        Menu menu = menu("Automation");
        List<LaneKey.Control> all = model.song()
                .strip(strip)
                .map(found -> LaneKey.of(model.song(), found))
                .orElse(List.of());
        for (LaneKey.Control control : all) {
            boolean shown = model.lanes(strip).contains(control.key());
            String mark = control.automated() ? " •" : "";
            menu.getItems().add(checked(look, shown, control.name() + mark, () -> {
                if (shown) {
                    model.hideLane(control.key());
                } else {
                    model.showLane(control.key());
                }
            }));
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        as("automated", item("Show what is automated, of all tracks", actions.lanes()::showAutomated)),
                        as("noLanes", item("Hide all lanes", actions.lanes()::hideAll)));
        return menu;
    }

    /// Of the header of an automation lane.
    ContextMenu ofLane(LaneKey lane) {
        ContextMenu menu = new ContextMenu();
        lane.in(model.song()).ifPresent(control -> menu.getItems().addAll(ofControl(lane, control)));
        menu.getItems().addAll(automation(lane.strip()), item("Hide the lane", () -> model.hideLane(lane)));
        return keyed(menu);
    }

    private List<MenuItem> ofControl(LaneKey lane, LaneKey.Control control) {
        boolean automated = control.automated();
        boolean enabled = control.lane().enabled();
        return List.of(
                item("Point at the playhead", () -> actions.lanes().pointAtPlayhead(lane)),
                enabled(
                        item("Paste at the playhead", () -> actions.lanes().paste(lane)),
                        actions.lanes().hasCopy()),
                enabled(
                        item(
                                model.time() == null ? "Select all points" : "Select points in the selected time",
                                () -> actions.lanes().select(lane)),
                        automated),
                checked(look, automated && enabled, "Read", () -> {
                    if (automated) {
                        model.apply(LaneEdits.enable(lane.owner(), control.param(), !enabled));
                    }
                }),
                enabled(
                        item("Thin out", () -> model.apply(LaneEdits.thin(lane.owner(), control.param(), 0.01))),
                        automated),
                enabled(
                        item("Delete all points", () -> {
                            model.points(null, Set.of());
                            model.apply(LaneEdits.set(lane.owner(), control.param(), List.of()));
                        }),
                        automated),
                new SeparatorMenuItem());
    }

    /// Of the selected points.
    private List<MenuItem> points() {
        LaneActions points = actions.lanes();
        return List.of(
                as("type", item("Type a value…", this::typeValue)),
                menu(
                        "Way to the next",
                        item("Straight", () -> actions.pointShape(Lane.Shape.LINEAR)),
                        item("Curved upward", () -> points.bend(BENT)),
                        item("Curved downward", () -> points.bend(-BENT)),
                        item("Hold", () -> actions.pointShape(Lane.Shape.HOLD))),
                menu(
                        "Moves",
                        item("Twice as large", () -> points.scale(2)),
                        item("A quarter larger", () -> points.scale(1.25)),
                        item("A quarter smaller", () -> points.scale(0.75)),
                        item("Half as large", () -> points.scale(0.5)),
                        item("Flat", () -> points.scale(0)),
                        item("Upside down", () -> points.scale(-1))),
                item("Cut", actions::cut),
                item("Copy", actions::copy),
                as("delete", item("Delete points", actions::delete)),
                new SeparatorMenuItem());
    }

    /// A field over the first of the selected points to type their value.
    void typeValue() {
        LaneKey lane = model.pointLane();
        Optional<String> now = actions.lanes().valueText();
        if (lane == null) {
            return;
        }
        Optional<LaneKey.Control> control = lane.in(model.song());
        if (now.isEmpty() || control.isEmpty()) {
            return;
        }
        int first = model.points().stream().min(Integer::compare).orElse(0);
        Lane.Point point = control.get().lane().points().get(first);
        Row row = model.rows().all().stream()
                .filter(each -> lane.equals(each.lane()))
                .findFirst()
                .orElse(null);
        double y = row == null ? 0 : row.y() - model.top() + 4;
        double x = Math.clamp(
                model.scale().x(point.frame()) + 8, 0, Math.max(0, model.scale().width() - WIDTH));
        TextPrompt.open(
                look,
                lanes,
                x,
                y,
                90,
                "Value of " + control.get().name(),
                now.get(),
                text -> actions.lanes().type(text));
    }

    /// Of the lanes.
    ContextMenu of(Hit hit) {
        ContextMenu menu = new ContextMenu();
        switch (hit) {
            case Hit.OnClip clip -> {
                menu.getItems().addAll(clips.ofPoint(clip));
                menu.getItems().addAll(clips.items());
            }
            case Hit.OnLane lane -> {
                if (!model.points().isEmpty()) {
                    menu.getItems().addAll(points());
                }
                menu.getItems().addAll(ofLane(lane.lane()).getItems());
            }
            case Hit.Empty _, Hit.Nothing _ -> menu.getItems().addAll(ofGround());
        }
        return keyed(menu);
    }

    private List<MenuItem> ofGround() {
        Menu modes = menu("Editing");
        modes.getItems().addAll(clips.modes());
        Menu follow = menu("Follow the playhead");
        for (TimeScale.Follow each : TimeScale.Follow.values()) {
            String words =
                    switch (each) {
                        case OFF -> "Not";
                        case PAGE -> "By pages";
                        case SMOOTH -> "Smoothly";
                    };
            follow.getItems().add(checked(look, model.follow() == each, words, () -> model.follow(each)));
        }
        return List.of(
                item("Paste at the playhead", actions::paste),
                item("Select all clips", actions::selectAll),
                item("Select what follows the playhead", actions.clips()::selectFollowing),
                new SeparatorMenuItem(),
                enabled(as("loopSelection", item("Loop the selected time", actions::loop)), model.time() != null),
                enabled(
                        item("Zoom to what is selected", actions::zoomToSelection),
                        model.time() != null || !model.selection().clips().get().isEmpty()),
                item("Zoom to the song", actions::zoomToSong),
                menu(
                        "Zoom upright",
                        item("Higher tracks", () -> actions.higher(1)),
                        item("Lower tracks", () -> actions.higher(-1)),
                        item("Higher waveforms", () -> actions.taller(1)),
                        item("Lower waveforms", () -> actions.taller(-1))),
                follow,
                new SeparatorMenuItem(),
                item("Marker at the playhead", actions::marker),
                item("Tempo and time signature…", panels::tempo),
                modes);
    }
}
