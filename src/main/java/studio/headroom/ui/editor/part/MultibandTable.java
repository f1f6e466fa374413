package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.HBox;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.graph.MultibandMenu;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The bands of a multiband compressor as a table: number, upper crossover, what it does, threshold, ratio, gain, how
/// far it is turned down now, solo and power of each, where there is room all times too; a right-click beside these has
/// its menu. UI thread.
public final class MultibandTable extends BandTable {
    private static final Size SIZE = new Size(440, 18, 26, 22);

    private final MultibandModel model;

    private MultibandTable(Look look, MultibandModel model, List<Column> columns) {
        super(look, SIZE, columns);
        this.model = model;
        model.editor().observe(this::follow);
        model.observe(this::follow);
        follow();
    }

    /// What is turned most.
    ///
    /// @param analysis tells when bands may have moved
    /// @param deepestDb the reduction that fills a band's bar
    public static MultibandTable brief(Look look, MultibandModel model, EditorAnalysis analysis, double deepestDb) {
        return new MultibandTable(look, model, columns(look, model, analysis, deepestDb, List.of()));
    }

    /// Everything of each band.
    public static MultibandTable full(Look look, MultibandModel model, EditorAnalysis analysis, double deepestDb) {
        List<Column> times = List.of(
                Column.right("Attack", 64, band -> value(look, model.control(band, "attack"))),
                Column.right("Release", 64, band -> value(look, model.control(band, "release"))),
                Column.right("Range", 60, band -> value(look, model.control(band, "range"))));
        return new MultibandTable(look, model, columns(look, model, analysis, deepestDb, times));
    }

    private static List<Column> columns(
            Look look, MultibandModel model, EditorAnalysis analysis, double deepestDb, List<Column> times) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.sign(30, band -> number(look, model, band)),
                Column.right("Up to", 74, band -> upper(look, model, band)),
                Column.gap(8),
                Column.left("Mode", 68, band -> mode(look, model.control(band, "mode"))),
                Column.right("Threshold", 68, band -> value(look, model.control(band, "threshold"))),
                Column.right("Ratio", 60, band -> value(look, model.control(band, "ratio")))));
        columns.addAll(times);
        columns.addAll(List.of(
                Column.right("Gain", 58, band -> value(look, model.control(band, "gain"))),
                Column.gap(10),
                Column.left("Reduction", 0, band -> moved(look, model, analysis, deepestDb, band)),
                Column.gap(6),
                Column.sign(26, band -> new LetterButton(look, model.control(band, "solo"), "S", Token.SOLO, 22, 20)),
                Column.sign(28, band -> BandPower.sign(look, model.control(band, "on")))));
        return columns;
    }

    private static Node number(Look look, MultibandModel model, int band) {
        BandNumber number = new BandNumber(
                look,
                band,
                EqGraph.hue(band),
                () -> model.selected() == band,
                () -> model.control(band, "on").isOn());
        model.observe(number::repaint);
        model.editor().observe(number::repaint);
        return number;
    }

    private static Node upper(Look look, MultibandModel model, int band) {
        return model.upper(band).map(crossover -> value(look, crossover)).orElseGet(() -> {
            HBox above = new HBox(new Words(look, "and above", TypeRole.LABEL, Token.FG_3));
            above.setAlignment(Pos.CENTER_RIGHT);
            above.setFillHeight(false);
            return above;
        });
    }

    private static Node value(Look look, ControlModel control) {
        return new ValueField(look, control, 60, SIZE.cell(), false).bare();
    }

    private static Node mode(Look look, ControlModel control) {
        return new ChoiceField(look, control, Names.options(control.param()), 64, SIZE.cell()).bare(false);
    }

    private static Node moved(Look look, MultibandModel model, EditorAnalysis analysis, double deepestDb, int band) {
        return new BandMove(
                        look,
                        analysis,
                        () -> model.movedDb(band),
                        () -> deepestDb,
                        "Band " + (band + 1) + ", gain reduction")
                .bare();
    }

    @Override
    List<Integer> bands() {
        return model.bands();
    }

    /// The highest band has no upper crossover.
    @Override
    String kind(int band) {
        return model.upper(band).isPresent() ? "" : "highest";
    }

    @Override
    int selected() {
        return model.selected();
    }

    @Override
    void select(int band) {
        model.select(band);
    }

    @Override
    Supplier<ContextMenu> menu(int band) {
        return () -> MultibandMenu.of(model, band, model.middle(band));
    }
}
