package studio.headroom.ui.master.advise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.mixer.TextEntry;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The references in one bar: which there are, the region of the chosen one that is compared, and the flip from the
/// master to it and back. UI thread.
public final class ReferenceBar extends HBox implements AutoCloseable {
    /// How high it is, in units.
    public static final double HEIGHT = 40;

    /// Chips that are seen at once; more are scrolled to.
    private static final int CHIPS = 2;

    private final Look look;
    private final ReferencesModel model;
    private final Hearing hearing;
    private final Choosers choosers;
    private final Path home;
    private final Commands commands;
    private final HBox chips = new HBox();
    private final ScrollPane scroll = new ScrollPane(chips);
    private final HBox middle = new HBox();
    private final RegionWave wave;
    private final Button flip;
    private final Button more;
    private final ToggleButton overlay;
    private final InvalidationListener heard = observable -> update();
    private List<String> shown = List.of();
    private @Nullable ProgressBox progress;
    private List<Node> head = List.of();

    /// @param model stays open when this is closed
    /// @param hearing whose reference is flipped
    /// @param home where to look for files first
    /// @param commands tell the key that flips
    public ReferenceBar(
            Look look, ReferencesModel model, Hearing hearing, Choosers choosers, Path home, Commands commands) {
        super(look.px(8));
        this.look = look;
        this.model = model;
        this.hearing = hearing;
        this.choosers = choosers;
        this.home = home;
        this.commands = commands;
        getStyleClass().add("hr-panel");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("References");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(look.px(4), look.px(8), look.px(4), look.px(12)));
        setMinHeight(look.px(HEIGHT));
        setPrefHeight(look.px(HEIGHT));
        wave = new RegionWave(look, model);
        Buttons.explain(
                wave,
                "Region that is compared",
                "Drag to choose a part: its loudness is what the reference is matched by, and it plays over and over."
                        + " Double-click for all of it.");
        flip = Buttons.of(look, Icon.COMPARE_HORIZONTAL, "Hear it", Buttons.Kind.DEFAULT, model::flip);
        flip.setMinWidth(Region.USE_PREF_SIZE);
        Buttons.explainBy(flip, () -> "Flip between master and reference", () -> {
            String key = commands.keys().shown(AdviseCommands.FLIP);
            return "Both at one loudness, without a gap." + (key.isEmpty() ? "" : " Key: " + key + ".");
        });
        more = Buttons.icon(look, Icon.DOTS_VERTICAL, "More about this reference", "", this::showMore);
        more.getStyleClass().add("hr-icon-small");
        overlay = Buttons.toggle(
                look,
                Icon.CHART_LINE,
                "Reference over the spectrum",
                "Draws the average spectrum of the region over that of the master.");
        overlay.getStyleClass().add("hr-icon-small");
        overlay.setOnAction(event -> model.overlaid().set(overlay.isSelected()));
        chips.setSpacing(look.px(4));
        chips.setFillHeight(false);
        chips.setAlignment(Pos.CENTER_LEFT);
        scroll.getStyleClass().add("hr-scroll");
        Viewports.uncached(scroll);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(look.px(ReferenceChip.WIDTH));
        scroll.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        middle.setSpacing(look.px(8));
        middle.setAlignment(Pos.CENTER_LEFT);
        Kit.grown(middle);
        model.items().addListener(heard);
        model.chosen().addListener(heard);
        model.adding().addListener(heard);
        model.overlaid().addListener(heard);
        hearing.reference().addListener(heard);
        update();
    }

    /// Lets a person choose files to take over.
    public void add() {
        List<Path> files = choosers.sounds("Finished music to compare with", home);
        model.add(files);
    }

    private void scrolled(ScrollEvent event) {
        double hidden = chips.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            scroll.setHvalue(scroll.getHvalue() - (event.getDeltaY() + event.getDeltaX()) / hidden);
        }
        event.consume();
    }

    private void update() {
        List<ReferencesModel.Item> items = model.items().get();
        overlay.setSelected(model.overlaid().get());
        List<Node> all = new ArrayList<>(head());
        if (!items.isEmpty()) {
            showChips(items);
            all.add(scroll);
        }
        showMiddle();
        all.add(middle);
        if (model.chosen().get() != null) {
            all.addAll(List.of(flip, overlay, more));
        }
        if (!getChildren().equals(all)) {
            getChildren().setAll(all);
        }
    }

    private List<Node> head() {
        List<Node> made = head;
        if (made.isEmpty()) {
            Label title = Kit.label("References", "hr-title");
            title.setMinWidth(USE_PREF_SIZE);
            made = List.of(title, Kit.small(look, Icon.PLUS, "Add…", "Add references", this::add));
            head = made;
        }
        return made;
    }

    private void showChips(List<ReferencesModel.Item> items) {
        List<String> ids = items.stream().map(ReferencesModel.Item::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            chips.getChildren()
                    .setAll(items.stream()
                            .map(item -> (Node)
                                    new ReferenceChip(look, item, () -> model.choose(item.id()), () -> menu(item.id())))
                            .toList());
            double width = Math.min(CHIPS, ids.size()) * (look.px(ReferenceChip.WIDTH) + chips.getSpacing());
            scroll.setPrefViewportWidth(width - chips.getSpacing());
            scroll.setPrefWidth(width - chips.getSpacing());
        }
        ReferencesModel.Item chosen = model.chosen().get();
        String now = hearing.reference().get();
        for (int i = 0; i < items.size(); i++) {
            ReferencesModel.Item item = items.get(i);
            boolean isChosen = chosen != null && chosen.id().equals(item.id());
            ((ReferenceChip) chips.getChildren().get(i)).show(item, isChosen, now.equals(item.id()));
            if (isChosen && items.size() > 1) {
                scroll.setHvalue((double) i / (items.size() - 1));
            }
        }
    }

    private void showMiddle() {
        ReferencesModel.Adding adding = model.adding().get();
        ReferencesModel.Item item = model.chosen().get();
        boolean on = model.isHeard();
        flip.setText(on ? "Hear the master" : "Hear it");
        flip.getStyleClass().remove("hr-soft");
        if (on) {
            flip.getStyleClass().add("hr-soft");
        }
        if (adding != null) {
            showAdding(adding);
            return;
        }
        progress = null;
        if (item == null) {
            Label empty = Kit.label(
                    "Finished music that you know well, to flip to at the same loudness while you master.", "hr-sub");
            middle.getChildren().setAll(Kit.grown(empty));
            return;
        }
        flip.setDisable(!item.trouble().isEmpty());
        if (!item.trouble().isEmpty()) {
            showTrouble(item);
            return;
        }
        if (!middle.getChildren().equals(List.of(wave))) {
            middle.getChildren().setAll(Kit.grown(wave));
        }
        wave.update();
    }

    private void showAdding(ReferencesModel.Adding adding) {
        ProgressBox box = progress;
        if (box == null) {
            box = new ProgressBox(look);
            progress = box;
            Button cancel = Kit.small(look, Icon.CLOSE, "Cancel", "Cancel adding", model::cancelAdding);
            middle.getChildren().setAll(Kit.grown(box), cancel);
        }
        box.show("Adding “" + adding.file() + "”", adding.share());
    }

    private void showTrouble(ReferencesModel.Item item) {
        Label words = Kit.label(item.trouble(), "hr-sub");
        words.setGraphic(Icon.ALERT_OUTLINE.node(look, 16, Token.WARN));
        Buttons.explain(words, item.reference().name(), item.trouble());
        Button find = Kit.small(
                look, Icon.FOLDER_OPEN_OUTLINE, "Look in a folder…", "Look in a folder", () -> find(item.id()));
        Button remove = Kit.small(look, Icon.CLOSE, "Remove", "Remove this reference", () -> model.remove(item.id()));
        middle.getChildren().setAll(Kit.grown(words), find, remove);
    }

    private void find(String id) {
        choosers.folder("Where may the reference be?", home).ifPresent(folder -> model.find(id, folder));
    }

    private void showMore() {
        ReferencesModel.Item item = model.chosen().get();
        if (item != null) {
            var at = more.localToScreen(more.getLayoutBounds());
            menu(item.id()).show(more, at.getMinX(), at.getMaxY());
        }
    }

    /// What can be done with a reference.
    private ContextMenu menu(String id) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        entry("Rename…", () -> rename(id)),
                        new SeparatorMenuItem(),
                        entry("Compare all of it", () -> model.region(id, null)),
                        entry("Compare its loudest 15 seconds", () -> model.loudest(id, 15)),
                        entry("Compare its loudest 30 seconds", () -> model.loudest(id, 30)));
        model.loopSeconds()
                .ifPresent(seconds -> menu.getItems()
                        .add(entry("Compare its loudest part as long as the loop", () -> model.loudest(id, seconds))));
        if (model.items().get().size() > 1) {
            CheckMenuItem average = new CheckMenuItem("Bands: compare with the mean of all");
            average.setMnemonicParsing(false);
            average.setSelected(model.compared().averaged().get());
            average.setOnAction(event -> model.compared().averaged().set(average.isSelected()));
            menu.getItems().addAll(new SeparatorMenuItem(), average);
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        entry("Look for its file…", () -> find(id)),
                        entry("Remove", () -> model.remove(id)));
        return menu;
    }

    private static MenuItem entry(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void rename(String id) {
        int index = shown.indexOf(id);
        model.items().get().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .ifPresent(item -> TextEntry.open(
                        look,
                        chips.getChildren().get(index),
                        item.reference().name(),
                        "Name of the reference",
                        name -> model.rename(id, name)));
    }

    @Override
    public void close() {
        model.items().removeListener(heard);
        model.chosen().removeListener(heard);
        model.adding().removeListener(heard);
        model.overlaid().removeListener(heard);
        hearing.reference().removeListener(heard);
    }
}
