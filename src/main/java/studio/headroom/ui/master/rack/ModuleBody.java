package studio.headroom.ui.master.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.param.Range;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.GainReductionMeter;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.graph.BandsGraph;
import studio.headroom.ui.editor.graph.Curves;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.graph.HarmonicsGraph;
import studio.headroom.ui.editor.graph.HistoryGraph;
import studio.headroom.ui.editor.graph.LevelGraph;
import studio.headroom.ui.editor.graph.TransferGraph;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.IdleControls;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.editor.part.BandKnobs;
import studio.headroom.ui.editor.part.EqTable;
import studio.headroom.ui.editor.part.KnobGrid;
import studio.headroom.ui.editor.part.MultibandTable;
import studio.headroom.ui.editor.part.PhaseChoice;
import studio.headroom.ui.editor.part.Sections;
import studio.headroom.ui.editor.part.SoundMeters;
import studio.headroom.ui.editor.part.SplitButtons;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The pictures and the controls of an effect, as far as a mastering engineer turns them every day, in the ranges of
/// mastering. What else there is, is in the large editor.
final class ModuleBody {
    /// The gain reduction at the bottom of pictures, in dB.
    private static final double DEEPEST = 6;

    private final Look look;
    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final List<Region> graphs = new ArrayList<>();
    private final List<Node> controls = new ArrayList<>();

    ModuleBody(Look look, EditorModel model, EditorAnalysis analysis) {
        this.look = look;
        this.model = model;
        this.analysis = analysis;
        IdleControls.follow(model);
        switch (model.type().id()) {
            case "eq" -> eq();
            case "compressor" -> compressor();
            case "saturation" -> saturation();
            case "limiter" -> limiter();
            case "imager" -> imager();
            case "multiband" -> multiband();
            case "de-esser" -> deEsser();
            case "clipper" -> clipper();
            default -> other();
        }
    }

    /// The width that an effect's module likes, in units.
    static double width(String type) {
        return switch (type) {
            case "eq" -> 540;
            case "compressor" -> 324;
            case "saturation" -> 248;
            case "limiter", "clipper" -> 320;
            case "imager", "de-esser" -> 400;
            case "multiband" -> 560;
            default -> 420;
        };
    }

    /// From the top; they grow.
    List<Region> graphs() {
        return graphs;
    }

    /// Below or beside them; they do not.
    List<Node> controls() {
        return controls;
    }

    private void eq() {
        EqModel bands = new EqModel(model);
        graph(EqGraph.rack(look, bands, analysis), 150);
        controls.add(EqTable.wide(look, bands));
        Region phase = new PhaseChoice(look, bands).beside();
        phase.setPadding(inset());
        controls.add(phase);
        BandKnobs moves = new BandKnobs(
                look,
                bands.most(),
                bands::control,
                () -> dynamic(bands),
                by -> nextDynamic(bands, by),
                108,
                List.of("dyn.threshold", "dyn.range", "dyn.attack", "dyn.release"));
        bands.observe(moves::follow);
        model.observe(moves::follow);
        controls.add(moves);
        Region times = line("dyn.auto");
        times.visibleProperty().bind(moves.visibleProperty());
        times.managedProperty().bind(moves.managedProperty());
    }

    /// The band that is looked at if it moves with the sound; while none is, the lowest that does.
    private static int dynamic(EqModel bands) {
        return bands.bands().stream()
                .filter(band -> bands.selected() < 0 || band == bands.selected())
                .filter(band -> bands.control(band, "dyn.on").isOn())
                .findFirst()
                .orElse(-1);
    }

    private static void nextDynamic(EqModel bands, int by) {
        List<Integer> moving = bands.bands().stream()
                .filter(band -> bands.control(band, "dyn.on").isOn())
                .toList();
        int at = moving.indexOf(dynamic(bands)) + by;
        if (at >= 0 && at < moving.size()) {
            bands.select(moving.get(at));
        }
    }

    private void compressor() {
        LevelGraph curve = new LevelGraph(look, model, analysis, Curves.level(model), "threshold", -48);
        graph(beside(curve, reduction()), 130);
        graph(history(""), 90);
        knobs(3, "threshold", "ratio", "knee", "attack", "release", "makeup");
        line("range", "mix", "key.slope", "key.freq");
    }

    private void saturation() {
        graph(new TransferGraph(look, model, analysis, Curves.sample(model)), 130);
        graph(new HarmonicsGraph(look, model), 90);
        knobs(2, "drive", "mix", "emphasis", "output");
        line("curve", "quality", "bands", "band1.drive", "band2.drive", "band3.drive");
    }

    private void limiter() {
        graph(beside(history("ceiling"), SoundMeters.slim(look, model, analysis, DEEPEST)), 200);
        knobs(3, "gain", "ceiling", "lookahead", "release", "link", "link.release");
        line("style", "auto", "truePeak", "link.split");
    }

    private void imager() {
        graph(new BandsGraph(look, model, analysis, crossovers(3), false), 160);
        knobs(4, "width", "stereoize", "bass.freq", "band1.width", "band2.width", "band3.width", "band4.width");
        line("bass.mono", "bands");
    }

    private void multiband() {
        MultibandModel bands = new MultibandModel(model);
        graph(beside(BandsGraph.multiband(look, bands, analysis), reduction()), 130);
        controls.add(MultibandTable.brief(look, bands, analysis, DEEPEST));
        BandKnobs times = new BandKnobs(
                look,
                bands.most(),
                bands::control,
                bands::selected,
                by -> bands.select(Math.clamp(bands.selected() + by, 0, bands.count() - 1)),
                124,
                List.of("attack", "release", "range"));
        bands.observe(times::follow);
        model.observe(times::follow);
        controls.add(times);
        line("bands", "phase", "mix", "link", "gain").getChildren().addFirst(new SplitButtons(look, bands));
    }

    private void deEsser() {
        graph(beside(new BandsGraph(look, model, analysis, List.of("low.freq", "high.freq"), true), reduction()), 130);
        graph(history(""), 90);
        knobs(4, "sensitivity", "threshold", "range", "low.freq", "high.freq", "attack", "release");
        line("mode", "detect", "listen");
    }

    private void clipper() {
        graph(beside(new TransferGraph(look, model, analysis, Curves.sample(model)), reduction()), 130);
        graph(history(""), 90);
        knobs(3, "gain", "ceiling", "knee");
        line("quality", "ceiling.exact");
    }

    private void other() {
        graph(beside(new HistoryGraph(look, model, analysis, "", 0), SoundMeters.slim(look, model, analysis, 0)), 140);
        controls.add(new Sections(look, model, analysis).all(Set.of()));
    }

    private static List<String> crossovers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "crossover" + i + ".freq")
                .toList();
    }

    private HistoryGraph history(String line) {
        return new HistoryGraph(look, model, analysis, line, DEEPEST).numbered();
    }

    private void graph(Region graph, double least) {
        graph.setMinHeight(look.px(least));
        graph.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(graph, Priority.ALWAYS);
        HBox.setHgrow(graph, Priority.ALWAYS);
        graphs.add(graph);
    }

    private HBox beside(Region graph, Region meter) {
        HBox line = new HBox(look.px(2), graph, meter);
        HBox.setHgrow(graph, Priority.ALWAYS);
        graph.setMinHeight(0);
        return line;
    }

    private Region reduction() {
        GainReductionMeter bar = new GainReductionMeter(
                look,
                () -> model.link().reductionDb(model.insertId()),
                GainReductionMeter.Shape.HANGING,
                DEEPEST,
                model.name() + ", gain reduction");
        bar.setMaxHeight(Double.MAX_VALUE);
        VBox column = new VBox(look.px(2), Sections.small(look, "GR"), bar);
        column.setAlignment(Pos.TOP_CENTER);
        VBox.setVgrow(bar, Priority.ALWAYS);
        return column;
    }

    private void knobs(int columns, String... ids) {
        double room = width(model.type().id()) - 24;
        double cell = Math.min(92, (room - 4.0 * (columns - 1)) / columns);
        double gap = Math.clamp((room - columns * cell) / Math.max(1, columns - 1) - 1, 2, 16);
        KnobGrid grid = new KnobGrid(look, cell, gap);
        double wide = look.px(columns * (cell + gap) - gap) + 1;
        grid.setPrefWidth(wide);
        grid.setMaxWidth(wide);
        grid.setMinHeight(Region.USE_PREF_SIZE);
        for (String id : ids) {
            grid.getChildren().add(knob(id));
        }
        HBox middle = new HBox(grid);
        middle.setAlignment(Pos.CENTER);
        middle.setMinHeight(Region.USE_PREF_SIZE);
        controls.add(middle);
    }

    /// One of a band is called by the band, and is there while there are so many.
    private Knob knob(String id) {
        Knob knob = new Knob(look, model.control(id), Knob.Size.RACK);
        if (id.startsWith("band")) {
            int band = bandOf(id);
            knob.setLabel("Band " + band);
            knob.setHue(EqGraph.hue(band - 1));
            showInBands(knob, band);
        }
        return knob;
    }

    private static int bandOf(String id) {
        return Integer.parseInt(id.substring(4, id.indexOf('.')));
    }

    private void showInBands(Node node, int least) {
        Runnable follow = () -> {
            boolean there = least <= Integer.parseInt(model.control("bands").text());
            node.setVisible(there);
            node.setManaged(there);
        };
        follow.run();
        model.observe(follow);
    }

    /// Words begin where those of the head and of the verdict do.
    private Insets inset() {
        return new Insets(0, look.px(4), 0, look.px(4));
    }

    /// What is set once: small, with its words before it.
    private FlowPane line(String... ids) {
        FlowPane line = new FlowPane(look.px(14), look.px(2));
        line.setPadding(inset());
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setPrefWrapLength(look.px(width(model.type().id()) - 24));
        for (String id : ids) {
            ControlModel control = model.control(id);
            Words words = new Words(look, control.param().label(), TypeRole.LABEL, Token.FG_3);
            words.setMinWidth(Region.USE_PREF_SIZE);
            HBox pair = new HBox(look.px(6), words, field(control));
            pair.setAlignment(Pos.CENTER_LEFT);
            pair.setFillHeight(false);
            pair.setMinHeight(look.px(24));
            if (id.startsWith("band") && id.contains(".")) {
                showInBands(pair, Math.max(2, bandOf(id)));
            }
            line.getChildren().add(pair);
        }
        controls.add(line);
        return line;
    }

    private Node field(ControlModel control) {
        if (control.param().range() instanceof Range.Toggle) {
            return new Switch(look, control);
        }
        if (control.param().id().equals("phase") && model.type().id().equals("multiband")) {
            return new ChoiceField(look, control, MultibandModel.phaseWords(model.sampleRate()), 112, 22).bare(false);
        }
        List<String> words = Names.options(control.param());
        return words.isEmpty()
                ? new ValueField(look, control, 64, 22, false).bare()
                : new ChoiceField(look, control, words, 92, 22).bare(false);
    }
}
