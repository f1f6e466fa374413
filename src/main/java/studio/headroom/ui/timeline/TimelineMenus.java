package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.project.Fade;
import studio.headroom.project.Lane;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.StripEdits;

/// What a right click on the timeline offers. UI thread.
final class TimelineMenus {
    private final TimelineModel model;
    private final TimelineActions actions;

    TimelineMenus(TimelineModel model, TimelineActions actions) {
        this.model = model;
        this.actions = actions;
    }

    /// Of the header of a track, bus or folder.
    ContextMenu ofRow(Row row) {
        ContextMenu menu = new ContextMenu();
        if (row.kind() == Row.Kind.FOLDER) {
            boolean folded =
                    model.song().folder(row.id()).map(folder -> folder.folded()).orElse(false);
            menu.getItems()
                    .addAll(
                            item(folded ? "Unfold" : "Fold", () -> model.apply(FolderEdits.fold(row.id(), !folded))),
                            item("Remove folder, keep tracks", () -> model.apply(FolderEdits.remove(row.id()))));
            return menu;
        }
        Menu height = new Menu("Height");
        Menu all = new Menu("Height of all tracks");
        for (RowHeight size : RowHeight.values()) {
            String word =
                    switch (size) {
                        case S -> "Small";
                        case M -> "Medium";
                        case L -> "Large";
                    };
            height.getItems().add(item(word, () -> model.height(row.id(), size)));
            all.getItems().add(item(word, () -> model.heightOfAll(size)));
        }
        Set<String> chosen = model.selection().isSelected(row.id())
                ? Set.copyOf(model.selection().strips().get())
                : Set.of(row.id());
        menu.getItems().addAll(automation(row.id()), height, all, new SeparatorMenuItem());
        menu.getItems().add(item("New folder", () -> model.apply(FolderEdits.create("Folder", chosen))));
        boolean inFolder = row.indented();
        if (inFolder) {
            menu.getItems().add(item("Out of the folder", () -> model.apply(FolderEdits.takeOut(chosen))));
        }
        menu.getItems().add(item("Hide", () -> model.apply(StripEdits.hide(chosen, true))));
        menu.getItems()
                .add(item(
                        model.showsBuses() ? "Hide buses" : "Show buses", () -> model.showBuses(!model.showsBuses())));
        return menu;
    }

    private Menu automation(String strip) {
        Menu menu = new Menu("Automation");
        List<LaneKey.Control> all = model.song().strip(strip).map(LaneKey::of).orElse(List.of());
        for (LaneKey.Control control : all) {
            boolean shown = model.lanes(strip).contains(control.key());
            String mark = control.automated() ? " •" : "";
            menu.getItems().add(item(control.name() + mark, () -> {
                if (shown) {
                    model.hideLane(control.key());
                } else {
                    model.showLane(control.key());
                }
            }));
        }
        return menu;
    }

    /// Of the header of an automation lane.
    ContextMenu ofLane(LaneKey lane) {
        ContextMenu menu = new ContextMenu();
        lane.in(model.song()).ifPresent(control -> {
            if (control.automated()) {
                boolean enabled = control.lane().enabled();
                menu.getItems()
                        .add(item(
                                enabled ? "Do not read" : "Read",
                                () -> model.apply(LaneEdits.enable(lane.owner(), control.param(), !enabled))));
                menu.getItems()
                        .add(item("Thin out", () -> model.apply(LaneEdits.thin(lane.owner(), control.param(), 0.01))));
                menu.getItems()
                        .add(item(
                                "Delete all points",
                                () -> model.apply(LaneEdits.set(lane.owner(), control.param(), List.of()))));
            }
        });
        menu.getItems().addAll(automation(lane.strip()), item("Hide the lane", () -> model.hideLane(lane)));
        return menu;
    }

    /// Of the lanes.
    ContextMenu of(Hit hit) {
        ContextMenu menu = new ContextMenu();
        switch (hit) {
            case Hit.OnClip _ -> menu.getItems().addAll(clip());
            case Hit.OnLane lane -> {
                if (!model.points().isEmpty()) {
                    menu.getItems().add(item("Straight to the next", () -> actions.pointShape(Lane.Shape.LINEAR)));
                    menu.getItems().add(item("Hold to the next", () -> actions.pointShape(Lane.Shape.HOLD)));
                    menu.getItems().add(item("Delete points", actions::delete));
                    menu.getItems().add(new SeparatorMenuItem());
                }
                menu.getItems().addAll(ofLane(lane.lane()).getItems());
            }
            case Hit.Empty _, Hit.Nothing _ -> {
                menu.getItems().add(item("Paste", actions::paste));
                menu.getItems().add(item("Marker at the playhead", actions::marker));
                menu.getItems().add(item("Zoom to the song", actions::zoomToSong));
            }
        }
        return menu;
    }

    private List<MenuItem> clip() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("Split at the playhead", actions::split));
        items.add(item("Join", actions::join));
        items.add(item("Duplicate", actions::duplicate));
        items.add(item("Delete", actions::delete));
        items.add(item("Delete and close the gap", actions::rippleDelete));
        items.add(new SeparatorMenuItem());
        boolean muted = model.selectedClips().stream().allMatch(clip -> clip.muted());
        items.add(item(muted ? "Unmute clip" : "Mute clip", actions::muteClips));
        items.add(item("Reverse", actions::reverse));
        items.add(item("Clip gain to 0 dB", actions::resetGain));
        items.add(shapes("Fade-in shape", true));
        items.add(shapes("Fade-out shape", false));
        return items;
    }

    private Menu shapes(String name, boolean in) {
        Menu menu = new Menu(name);
        for (Fade.Shape shape : Fade.Shape.values()) {
            String word =
                    switch (shape) {
                        case LINEAR -> "Linear";
                        case EQUAL_POWER -> "Equal power";
                        case S_CURVE -> "S-curve";
                        case SLOW -> "Slow";
                    };
            menu.getItems().add(item(word, () -> actions.fadeShape(shape, in, !in)));
        }
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
