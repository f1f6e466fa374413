package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The bar above the strips: what they show, what the faders move, mixes to compare. In a narrow window words give way
/// first.
final class MixerHeader extends HBox {
    static final double HEIGHT = 28;
    private static final Param METERS =
            new Param("meters", "Meters", Unit.NONE, Range.Choice.of("both", "peak", "rms"), 0, Smoothing.NONE, false);
    /// Below these widths, in units, parts of the bar are left out.
    private static final double ALL = 1500;

    private static final double BUTTONS = 1400;
    private static final double WORDS = 1200;
    private static final double LEAST = 1000;

    private final Look look;
    private final MixerModel model;
    private final Label counts = sub("");
    private final Map<Block, ToggleButton> toggles = new EnumMap<>(Block.class);
    private final Button onFaders;
    private final SnapshotBar bar;
    private final ToggleButton equal;
    private final Button changed;
    private final ToggleButton bridge = new ToggleButton("Bridge");
    private final List<Node> words = new ArrayList<>();
    private final List<Node> meters = new ArrayList<>();

    MixerHeader(Look look, MixerModel model) {
        this.look = look;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(look.px(4));
        setStyle("-fx-background-color: " + Token.LINE_0.css() + ", " + Token.BG_3.css()
                + "; -fx-background-insets: 0, 0 0 1px 0; -fx-padding: 0 " + look.px(10) + "px 0 " + look.px(10)
                + "px;");
        Label title = new Label("Mixer", Icon.TUNE_VERTICAL.node(look, 16, Token.FG_2));
        title.setStyle("-fx-text-fill: " + Token.FG_1.css() + ";");
        title.setFont(look.font(studio.headroom.ui.theme.TypeRole.NAME));
        Button add = small(Buttons.of(look, Icon.PLUS, "Add", Buttons.Kind.DEFAULT, () -> {}));
        add.setOnAction(event -> addMenu().show(add, Side.BOTTOM, 0, look.px(2)));
        add.setAccessibleText("Add a track, bus or return");
        onFaders = small(Buttons.of("Off", Buttons.Kind.DEFAULT, () -> {}));
        onFaders.setOnAction(event -> fadersMenu().show(onFaders, Side.BOTTOM, 0, look.px(2)));
        Buttons.explain(
                onFaders,
                "Sends on faders",
                "Lets all faders show what goes to one return, so that its mix is made like any other.");
        bar = new SnapshotBar(look, model.snapshots());
        equal = new ToggleButton("Equal loudness", Icon.SCALE_BALANCE.node(look, 14, Token.FG_1));
        equal.getStyleClass().add("hr-small");
        changed = small(Buttons.of(look, Icon.COMPARE_HORIZONTAL, "What changed…", Buttons.Kind.DEFAULT, () -> {}));
        changed.setOnAction(event -> changesMenu().show(changed, Side.BOTTOM, 0, look.px(2)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, gap(4), counts, gap(4), add, gap(8));
        addBlocks();
        addMeters();
        getChildren().addAll(gap(8), word("Sends on faders"), onFaders, space);
        getChildren().addAll(word("Mix snapshot"), bar, gap(2), equal, changed);
        equal.setOnAction(event -> model.snapshots().equalLoudness().set(equal.isSelected()));
        Buttons.explain(
                equal,
                "Equal loudness",
                "Lets you hear mixes at one loudness, since the louder one always seems better. Mixes are measured first,"
                        + " which takes a while. Turns down what you hear, never the mix.");
        widthProperty().addListener(observable -> fold());
        refresh();
    }

    private static Button small(Button button) {
        button.getStyleClass().add("hr-small");
        return button;
    }

    private Region gap(double units) {
        Region gap = new Region();
        gap.setMinWidth(look.px(units));
        return gap;
    }

    private static Label sub(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-sub");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label word(String text) {
        Label label = sub(text);
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

    private void addMeters() {
        ControlModel reads = new ControlModel(
                METERS,
                "What meters show",
                "Peaks tell what clips, the mean (RMS) how loud it seems. Both are taken after the fader.",
                value -> model.meterReadsProperty().set(MeterReads.values()[(int) Math.round(value)]));
        reads.show(model.meterReadsProperty().get().ordinal());
        List<String> options =
                Arrays.stream(MeterReads.values()).map(MeterReads::words).toList();
        bridge.getStyleClass().add("hr-small");
        bridge.setMinWidth(Region.USE_PREF_SIZE);
        bridge.setAccessibleText("Meter bridge");
        bridge.setOnAction(event -> model.bridge().set(bridge.isSelected()));
        Buttons.explain(
                bridge, "Meter bridge", "The meters of all strips in one row. A click goes to the strip. Key B.");
        Label label = word("Meters");
        ChoiceField field = new ChoiceField(look, reads, options, 156, 20);
        Region before = gap(8);
        meters.addAll(List.of(before, label, field));
        getChildren().addAll(meters);
        getChildren().add(bridge);
    }

    private ContextMenu addMenu() {
        ContextMenu menu = new ContextMenu();
        StripActions actions = model.actions();
        menu.getItems()
                .addAll(
                        Menus.item(look, Icon.PLUS, "Track", () -> actions.add(Kind.TRACK)),
                        Menus.item(look, Icon.PLUS, "Bus", () -> actions.add(Kind.BUS)),
                        Menus.item(look, Icon.PLUS, "Return", () -> actions.add(Kind.RETURN)));
        return menu;
    }

    private ContextMenu fadersMenu() {
        ContextMenu menu = new ContextMenu();
        String now = model.sendsOnFaders().get();
        menu.getItems().add(Menus.checked(look, now == null, "Off", () -> model.showSendsOnFaders(null)));
        Project song = model.session().history().current();
        for (Strip strip : song.strips()) {
            if (strip.kind() == Kind.RETURN) {
                menu.getItems()
                        .add(Menus.checked(
                                look,
                                strip.id().equals(now),
                                new Returns(song).letter(strip.id()) + "  " + strip.name(),
                                () -> model.showSendsOnFaders(strip.id())));
            }
        }
        return menu;
    }

    private ContextMenu changesMenu() {
        ContextMenu menu = new ContextMenu();
        List<String> changes = model.snapshots().changes();
        String active = model.snapshots().active().get();
        String nothing = active.isEmpty() ? "Choose a snapshot to compare with" : "Nothing since " + active;
        for (String text : changes.isEmpty() ? List.of(nothing) : changes.subList(0, Math.min(24, changes.size()))) {
            MenuItem item = new MenuItem(text);
            item.setMnemonicParsing(false);
            menu.getItems().add(item);
        }
        if (changes.size() > 24) {
            menu.getItems().add(new MenuItem("and " + (changes.size() - 24) + " more"));
        }
        return menu;
    }

    private void fold() {
        double w = getWidth() / look.factor();
        show(List.of(counts), w >= ALL);
        show(words, w >= WORDS);
        show(meters.subList(0, 1), w >= LEAST);
        show(meters.subList(2, 3), w >= LEAST);
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

    private static void show(List<Node> nodes, boolean now) {
        for (Node node : nodes) {
            node.setVisible(now);
            node.setManaged(now);
        }
    }

    /// Looks at the model again.
    void refresh() {
        counts.setText(
                number(Kind.TRACK, "track") + " · " + number(Kind.BUS, "bus") + " · " + number(Kind.RETURN, "return"));
        toggles.forEach(
                (block, toggle) -> toggle.setSelected(model.blocks().get().contains(block)));
        String target = model.sendsOnFaders().get();
        String shown = target == null
                ? "Off"
                : model.strip(target).map(StripModel::name).orElse("Off");
        onFaders.setText(words.getFirst().isVisible() ? shown : "Sends: " + shown);
        onFaders.setAccessibleText("Sends on faders, " + shown);
        bridge.setSelected(model.bridge().get());
        equal.setSelected(model.snapshots().equalLoudness().get());
        equal.setDisable(!model.snapshots().notEqual().isEmpty());
        if (!equal.getText().isEmpty()) {
            equal.setText(equalWords());
        }
        changed.setDisable(model.snapshots().active().get().isEmpty());
        bar.refresh();
    }

    private String number(Kind kind, String word) {
        int count = model.count(kind);
        return count + " " + (count == 1 ? word : word.endsWith("s") ? word + "es" : word + "s");
    }
}
