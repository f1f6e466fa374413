package studio.headroom.ui.editor.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.editor.model.ControlSection;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The controls of a multiband compressor in a large editor: all of every band as a table, what is chosen once below
/// it, and what all bands share at its right; where it is narrow, below, and where it is narrower still, the times of
/// the band that is looked at are knobs. UI thread.
public final class MultibandPanel extends VBox {
    /// From these widths on, in units.
    private static final double BESIDE = 1000;

    private static final double FULL = 690;
    /// The reduction that fills a band's bar, in dB.
    private static final double DEEPEST = 12;

    private final Look look;
    private final HBox line;
    private final Region shared;
    private final Region full;
    private final Region brief;
    private final Region times;

    public MultibandPanel(Look look, MultibandModel model, EditorAnalysis analysis) {
        super(look.px(8));
        this.look = look;
        full = MultibandTable.full(look, model, analysis, DEEPEST);
        brief = MultibandTable.brief(look, model, analysis, DEEPEST);
        BandKnobs knobs = new BandKnobs(
                look,
                model.most(),
                model::control,
                model::selected,
                by -> model.select(Math.clamp(model.selected() + by, 0, model.count() - 1)),
                124,
                List.of("attack", "release", "range"));
        model.observe(knobs::follow);
        model.editor().observe(knobs::follow);
        times = new VBox(knobs);
        VBox bands = new VBox(look.px(6), full, brief, times, chosen(model));
        bands.setPadding(new Insets(look.px(8), look.px(12), look.px(10), look.px(8)));
        bands.setMinHeight(USE_PREF_SIZE);
        Panels.fill(look, bands, Token.BG_3, 5);
        HBox.setHgrow(bands, Priority.ALWAYS);
        shared = ControlSection.of(model.editor().type()).stream()
                .filter(section -> section.title().equals("All bands"))
                .map(new Sections(look, model.editor(), analysis)::card)
                .findFirst()
                .orElseThrow();
        line = new HBox(look.px(8), bands);
        getChildren().addAll(line, shared);
        widthProperty().addListener((_, _, width) -> arrange(width.doubleValue() / look.factor()));
        arrange(0);
    }

    private void arrange(double wide) {
        boolean beside = wide >= BESIDE;
        if (beside == getChildren().contains(shared)) {
            (beside ? this : line).getChildren().remove(shared);
            (beside ? line : this).getChildren().add(shared);
            shared.setPrefWidth(beside ? look.px(324) : USE_COMPUTED_SIZE);
            shared.setMinWidth(beside ? look.px(324) : 0);
        }
        show(full, wide >= FULL);
        show(brief, wide < FULL);
        show(times, wide < FULL);
    }

    private static void show(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    /// What is chosen once.
    private FlowPane chosen(MultibandModel model) {
        FlowPane flow = new FlowPane(look.px(16), look.px(4));
        flow.setPrefWrapLength(look.px(600));
        flow.setMinHeight(USE_PREF_SIZE);
        ControlModel count = model.editor().control("bands");
        ControlModel phase = model.editor().control("phase");
        int rate = model.editor().sampleRate();
        flow.getChildren()
                .addAll(
                        new SplitButtons(look, model),
                        pair(count, new ChoiceField(look, count, Names.options(count.param()), 56, 24)),
                        pair(phase, new ChoiceField(look, phase, MultibandModel.phaseWords(rate), 148, 24)));
        return flow;
    }

    private HBox pair(ControlModel control, Node field) {
        Words words = new Words(look, control.param().label(), TypeRole.LABEL, Token.FG_3);
        words.setMinWidth(USE_PREF_SIZE);
        HBox pair = new HBox(look.px(6), words, field);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setFillHeight(false);
        return pair;
    }
}
