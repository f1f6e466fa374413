package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The bands of an equalizer as numbers: a card for each that is there, and one for the output.
public final class BandCards extends HBox {
    private static final double WIDTH = 182;

    private final Look look;
    private final EqModel model;
    private final EditorAnalysis analysis;
    private final HBox row;
    private List<Integer> shown = List.of();
    private int selected = -2;
    private String kinds = "";

    /// @param analysis tells when dynamic bands may have moved
    public BandCards(Look look, EqModel model, EditorAnalysis analysis) {
        super(look.px(4));
        this.look = look;
        this.model = model;
        this.analysis = analysis;
        row = new HBox(look.px(4));
        ScrollPane scroll = new ScrollPane(row);
        Viewports.uncached(scroll);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, output());
        setMinHeight(USE_PREF_SIZE);
        model.editor().observe(this::follow);
        model.observe(this::follow);
        follow();
    }

    /// Makes cards anew when other bands are there, or their kind has changed; never while one is held.
    private void follow() {
        List<Integer> now = model.bands();
        StringBuilder kind = new StringBuilder();
        for (int band : now) {
            kind.append(model.shape(band)).append(model.control(band, "dyn.on").isOn());
            kind.append(isIdle(band));
        }
        boolean held = now.stream()
                .anyMatch(band -> model.control(band, "freq").inGesture()
                        || model.control(band, "q").inGesture()
                        || model.control(band, "gain").inGesture());
        if (!now.equals(shown) && (!held || !shown.containsAll(now)) || !kinds.contentEquals(kind) && !held) {
            shown = now;
            kinds = kind.toString();
            selected = -2;
            row.getChildren().setAll(now.stream().map(this::card).toList());
        }
        if (selected != model.selected()) {
            selected = model.selected();
            for (int i = 0; i < shown.size(); i++) {
                dress((Region) row.getChildren().get(i), shown.get(i));
            }
        }
    }

    private void dress(Region card, int band) {
        boolean chosen = band == model.selected();
        Panels.fill(look, card, chosen ? Token.BG_4 : Token.BG_3, 5);
        Panels.outline(look, card, (chosen ? EqGraph.hue(band) : Token.BG_3).color(), 5);
    }

    private Node card(int band) {
        HBox head = new HBox(
                look.px(6),
                new BandNumber(look, model, band),
                new ChoiceField(
                        look,
                        model.control(band, "type"),
                        Names.options(model.control(band, "type").param()),
                        104,
                        24),
                Panels.gap(),
                new Switch(look, model.control(band, "on")));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFillHeight(false);
        boolean gain = model.hasGain(band);
        HBox knobs = new HBox(look.px(0), knob(band, "freq"));
        if (gain) {
            knobs.getChildren().add(knob(band, "gain"));
        }
        if (model.hasQ(band)) {
            knobs.getChildren().add(knob(band, "q"));
        }
        knobs.setAlignment(Pos.CENTER);
        ChoiceField place = choice(band, "place", 80);
        HBox below = new HBox(look.px(4), place, Panels.gap());
        below.setAlignment(Pos.CENTER_LEFT);
        if (model.shape(band).isCut()) {
            below.getChildren().add(choice(band, "slope", 56));
        }
        below.getChildren().add(new LetterButton(look, model.control(band, "listen"), "L", Token.SOLO, 24, 24));
        if (model.canMove(band)) {
            below.getChildren().add(new LetterButton(look, model.control(band, "dyn.on"), "D", Token.ACCENT, 24, 24));
        }
        VBox card = new VBox(look.px(8), head, knobs, below);
        if (model.canMove(band) && model.control(band, "dyn.on").isOn()) {
            HBox first = new HBox(knob(band, "dyn.threshold"), knob(band, "dyn.range"), knob(band, "dyn.release"));
            first.setAlignment(Pos.CENTER);
            card.getChildren().addAll(first, now(band));
        }
        if (isIdle(band)) {
            card.getChildren().add(new Words(look, "Does nothing in linear phase", TypeRole.LABEL, Token.FG_3));
        }
        card.setPadding(new Insets(look.px(10), look.px(4), look.px(8), look.px(4)));
        card.setMinWidth(look.px(WIDTH));
        card.setPrefWidth(look.px(WIDTH));
        card.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.select(band));
        dress(card, band);
        return card;
    }

    /// Whether the band does nothing: linear phase leaves an all-pass nothing to turn.
    private boolean isIdle(int band) {
        return model.isLinear() && model.shape(band) == FilterShape.ALL_PASS;
    }

    private Node now(int band) {
        BandMove now = new BandMove(
                look,
                analysis,
                () -> model.movedDb(band),
                () -> Math.abs(model.control(band, "dyn.range").value()),
                "Band " + (band + 1) + ", gain now");
        VBox.setMargin(now, new Insets(0, look.px(8), 0, look.px(8)));
        return now;
    }

    private ChoiceField choice(int band, String what, double width) {
        ControlModel control = model.control(band, what);
        return new ChoiceField(look, control, Names.options(control.param()), width, 24);
    }

    private Knob knob(int band, String what) {
        Knob knob = new Knob(look, model.control(band, what), Knob.Size.BAND);
        knob.setHue(EqGraph.hue(band));
        return knob;
    }

    private Node output() {
        List<Node> rows = new ArrayList<>();
        HBox knobs = new HBox(
                new Knob(look, model.editor().control("gain"), Knob.Size.BAND),
                new Knob(look, model.editor().control("scale"), Knob.Size.BAND));
        knobs.setAlignment(Pos.CENTER);
        rows.add(knobs);
        rows.add(Panels.row(look, "Auto gain", new Switch(look, model.editor().control("gain.auto"))));
        rows.add(Panels.row(
                look, "Times by freq", new Switch(look, model.editor().control("dyn.auto"))));
        rows.add(new PhaseChoice(look, model).below());
        VBox card = Panels.card(look, "Output", rows.toArray(Node[]::new));
        card.setMinWidth(look.px(176));
        return card;
    }
}
