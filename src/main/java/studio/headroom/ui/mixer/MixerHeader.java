package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Strip.Kind;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The bar above the strips: what they show, how they are heard, mixes to compare. In a narrow window words give way
/// first.
final class MixerHeader extends HBox {
    static final double HEIGHT = 28;
    /// Below these widths, in units, parts of the bar are left out.
    private static final double ALL = 1700;

    private static final double BUTTONS = 1500;
    private static final double WORDS = 1300;
    private static final double LEAST = 1100;
    /// What clips is looked for so often, in seconds.
    private static final double CLIPS = 0.2;

    private final Look look;
    private final MixerModel model;
    private final HeaderMenus menus;
    private final Button counts = small(Buttons.of("", Buttons.Kind.GHOST, () -> {}));
    private final Map<Block, ToggleButton> toggles = new EnumMap<>(Block.class);
    private final Button meters;
    private final ToggleButton bridge = new ToggleButton("Bridge");
    private final Button clips = small(Buttons.of("", Buttons.Kind.DANGER, () -> {}));
    private final Button onFaders;
    private final Button solo;
    private final Button find;
    private final TextField search = new TextField();
    private final SnapshotBar bar;
    private final ToggleButton equal;
    private final Button changed;
    private final List<Node> words = new ArrayList<>();
    private final FramePulse.Frame frame = this::followClips;
    /// Held here, since the model holds it weakly.
    private final ChangeListener<String> filtered = (observable, before, now) -> takeFilter(now);

    private double sinceClips = CLIPS;

    MixerHeader(Look look, MixerModel model) {
        this.look = look;
        this.model = model;
        menus = new HeaderMenus(look, model);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(look.px(4));
        setStyle("-fx-background-color: " + Token.LINE_0.css() + ", " + Token.BG_3.css()
                + "; -fx-background-insets: 0, 0 0 1px 0; -fx-padding: 0 " + look.px(10) + "px 0 " + look.px(10)
                + "px;");
        Label title = new Label("Mixer", Icon.TUNE_VERTICAL.node(look, 16, Token.FG_2));
        title.setStyle("-fx-text-fill: " + Token.FG_1.css() + ";");
        title.setFont(look.font(TypeRole.NAME));
        title.setMinWidth(USE_PREF_SIZE);
        opens(counts, menus::strips, "Strips", "Which strips are shown. What is hidden sounds all the same.");
        Button add = small(Buttons.of(look, Icon.PLUS, "Add", Buttons.Kind.DEFAULT, () -> {}));
        opens(add, menus::add, "Add", "Adds a track, a bus or a return.");
        add.setAccessibleText("Add a track, bus or return");
        meters = small(Buttons.of("", Buttons.Kind.DEFAULT, () -> {}));
        opens(
                meters,
                menus::meters,
                "Meters",
                "What the meters of all strips show, before or behind the fader, and how fast they fall.");
        onFaders = small(Buttons.of("Off", Buttons.Kind.DEFAULT, () -> {}));
        opens(
                onFaders,
                menus::faders,
                "Sends on faders",
                "Lets all faders show what goes to one return, so that its mix is made like any other.");
        solo = small(Buttons.of("", Buttons.Kind.DEFAULT, () -> {}));
        opens(
                solo,
                menus::solo,
                "Solo",
                "In place, solo silences the others; in front, it turns them down. AFL and PFL leave the mix as it is and let you listen to the soloed"
                        + " strips by themselves, after or before their faders. Never in the mix itself.");
        find = small(Buttons.of(look, Icon.MAGNIFY, "", Buttons.Kind.GHOST, this::find));
        find.setAccessibleText("Find strips");
        Buttons.explain(find, "Find strips", "Shows only strips whose names have these words. Ctrl+F; Esc shows all.");
        bar = new SnapshotBar(look, model.snapshots());
        equal = new ToggleButton("Equal loudness", Icon.SCALE_BALANCE.node(look, 14, Token.FG_1));
        equal.getStyleClass().add("hr-small");
        changed = small(Buttons.of(look, Icon.COMPARE_HORIZONTAL, "What changed…", Buttons.Kind.DEFAULT, () -> {}));
        opens(changed, menus::changes, "What changed", "What is other than in the snapshot that was chosen last.");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, gap(2), counts, add, find, search, gap(6));
        addSearch();
        addBlocks();
        getChildren().addAll(gap(6), word("Meters"), meters);
        addBridge();
        getChildren().addAll(gap(6), word("Sends on faders"), onFaders, gap(6), word("Solo"), solo, space);
        getChildren().addAll(word("Mix snapshot"), bar, gap(2), equal, changed);
        equal.setOnAction(event -> model.snapshots().equalLoudness().set(equal.isSelected()));
        Buttons.explain(
                equal,
                "Equal loudness",
                "Lets you hear mixes at one loudness, since the louder one always seems better. Mixes are measured first,"
                        + " which takes a while. Turns down what you hear, never the mix.");
        widthProperty().addListener(observable -> fold());
        watch();
        refresh();
    }

    private void watch() {
        InvalidationListener settings = observable -> refresh();
        MeterSettings read = model.meters();
        sceneProperty().addListener((observable, before, scene) -> {
            look.pulse().remove(frame);
            read.reads().removeListener(settings);
            read.beforeFader().removeListener(settings);
            model.solos().mode().removeListener(settings);
            model.solos().frontDb().removeListener(settings);
            model.solos().exclusive().removeListener(settings);
            model.snapshots().equalLoudness().removeListener(settings);
            if (scene != null) {
                look.pulse().add(frame);
                read.reads().addListener(settings);
                read.beforeFader().addListener(settings);
                model.solos().mode().addListener(settings);
                model.solos().frontDb().addListener(settings);
                model.solos().exclusive().addListener(settings);
                model.snapshots().equalLoudness().addListener(settings);
                refresh();
            }
        });
    }

    private void opens(Button button, Supplier<ContextMenu> menu, String name, String explanation) {
        button.setOnAction(event -> menu.get().show(button, Side.BOTTOM, 0, look.px(2)));
        Buttons.explain(button, name, explanation);
    }

    private static Button small(Button button) {
        button.getStyleClass().add("hr-small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Region gap(double units) {
        Region gap = new Region();
        gap.setMinWidth(look.px(units));
        return gap;
    }

    private Label word(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-sub");
        label.setMinWidth(Region.USE_PREF_SIZE);
        words.add(label);
        return label;
    }

    private void addBlocks() {
        getChildren().add(word("Show"));
        for (Block block : Block.values()) {
            ToggleButton toggle = new ToggleButton(block.words());
            toggle.getStyleClass().add("hr-small");
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.setAccessibleText("Show " + block.words());
            toggle.setOnAction(event -> model.show(block, toggle.isSelected()));
            toggles.put(block, toggle);
            getChildren().add(toggle);
        }
    }

    private void addBridge() {
        bridge.getStyleClass().add("hr-small");
        bridge.setMinWidth(Region.USE_PREF_SIZE);
        bridge.setAccessibleText("Meter bridge");
        bridge.setOnAction(event -> model.bridge().set(bridge.isSelected()));
        Buttons.explain(
                bridge, "Meter bridge", "The meters of all strips in one row. A click goes to the strip. Key B.");
        clips.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.isAltDown()) {
                model.clearPeaks();
                event.consume();
            }
        });
        clips.setOnAction(event -> model.clips().showNext());
        Buttons.explainBy(
                clips,
                () -> "What clips",
                () -> model.clips().words() + " A click goes to the next one," + " Alt-click forgets all.");
        show(List.of(clips), false);
        getChildren().addAll(bridge, clips);
    }

    // ---- search ----

    private void addSearch() {
        search.setPromptText("Find strips");
        search.setAccessibleText("Find strips");
        search.getStyleClass().add("hr-small");
        search.setPrefWidth(look.px(132));
        search.setMinWidth(look.px(100));
        search.setText(model.filter().get());
        model.filter().addListener(new WeakChangeListener<>(filtered));
        search.textProperty()
                .addListener((observable, before, now) -> model.filter().set(now));
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                fold();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                model.selectFound();
                event.consume();
            }
        });
        search.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                fold();
            }
        });
        show(List.of(search), !search.getText().isEmpty());
    }

    private void takeFilter(String now) {
        if (!now.equals(search.getText())) {
            search.setText(now);
            fold();
        }
    }

    /// Opens the field to search in.
    void find() {
        show(List.of(search), true);
        show(List.of(find), false);
        search.requestFocus();
        search.selectAll();
    }

    // ---- what is shown ----

    private void fold() {
        double w = getWidth() / look.factor();
        boolean searching = search.isFocused() || !search.getText().isEmpty();
        show(List.of(search), searching);
        show(List.of(find), !searching);
        show(List.of(counts), w >= ALL);
        show(words, w >= WORDS);
        show(toggles.values(), w >= LEAST || !searching);
        show(List.of(bridge), w >= LEAST);
        boolean says = w >= BUTTONS;
        equal.setText(says ? equalWords() : "");
        changed.setText(says ? "What changed…" : "");
        equal.setAccessibleText("Equal loudness");
        changed.setAccessibleText("What changed since the snapshot");
        refresh();
    }

    /// While it measures, how far it is.
    private String equalWords() {
        String measuring = model.snapshots().measuring().get();
        return measuring.isEmpty() ? "Equal loudness" : measuring;
    }

    private static void show(Collection<? extends Node> nodes, boolean now) {
        for (Node node : nodes) {
            node.setVisible(now);
            node.setManaged(now);
        }
    }

    private void followClips(double seconds) {
        sinceClips += seconds;
        if (sinceClips < CLIPS) {
            return;
        }
        sinceClips = 0;
        int count = model.clips().all().size();
        String text = "CLIP " + count;
        if ((count > 0) != clips.isVisible() || count > 0 && !text.equals(clips.getText())) {
            clips.setText(text);
            clips.setAccessibleText(model.clips().words());
            show(List.of(clips), count > 0);
        }
    }

    /// Looks at the model again.
    void refresh() {
        counts.setText(
                number(Kind.TRACK, "track") + " · " + number(Kind.BUS, "bus") + " · " + number(Kind.RETURN, "return"));
        int hidden = model.hiddenCount();
        counts.setAccessibleText(counts.getText() + (hidden == 0 ? "" : ", " + hidden + " hidden"));
        toggles.forEach(
                (block, toggle) -> toggle.setSelected(model.blocks().get().contains(block)));
        boolean wordy = words.getFirst().isVisible();
        meters.setText(model.meters().words());
        meters.setAccessibleText("Meters, " + meters.getText());
        String target = model.sendsOnFaders().get();
        String shown = target == null
                ? "Off"
                : model.strip(target).map(StripModel::name).orElse("Off");
        onFaders.setText(wordy ? shown : "Sends: " + shown);
        onFaders.setAccessibleText("Sends on faders, " + shown);
        lit(onFaders, target != null);
        String soloed = Solos.words(model.solos().mode().get())
                + (model.solos().exclusive().get() ? ", one" : "");
        solo.setText(wordy ? soloed : "Solo: " + soloed);
        solo.setAccessibleText("Solo, " + soloed);
        lit(solo, model.solos().mode().get() != Listening.Solo.IN_PLACE);
        bridge.setSelected(model.bridge().get());
        equal.setSelected(model.snapshots().equalLoudness().get());
        equal.setDisable(!model.snapshots().notEqual().isEmpty());
        if (!equal.getText().isEmpty()) {
            equal.setText(equalWords());
        }
        changed.setDisable(model.snapshots().active().get().isEmpty());
        bar.refresh();
    }

    /// Lets a button look switched on: the mixer is not as usual then.
    private static void lit(Button button, boolean now) {
        button.getStyleClass().remove("hr-lit");
        if (now) {
            button.getStyleClass().add("hr-lit");
        }
    }

    private String number(Kind kind, String word) {
        int count = model.count(kind);
        return count + " " + (count == 1 ? word : word.endsWith("s") ? word + "es" : word + "s");
    }
}
