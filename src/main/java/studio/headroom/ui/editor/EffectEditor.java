package studio.headroom.ui.editor;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.graph.BandsGraph;
import studio.headroom.ui.editor.graph.Curves;
import studio.headroom.ui.editor.graph.DecayGraph;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.graph.HarmonicsGraph;
import studio.headroom.ui.editor.graph.HistoryGraph;
import studio.headroom.ui.editor.graph.LevelGraph;
import studio.headroom.ui.editor.graph.MovementGraph;
import studio.headroom.ui.editor.graph.TapsGraph;
import studio.headroom.ui.editor.graph.TransferGraph;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.IdleControls;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.editor.part.BandCards;
import studio.headroom.ui.editor.part.EditorHeader;
import studio.headroom.ui.editor.part.MultibandPanel;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Sections;
import studio.headroom.ui.editor.part.SoundMeters;
import studio.headroom.ui.editor.part.SpectrumBar;
import studio.headroom.ui.editor.part.VerdictBox;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The editor of one effect: its pictures, where it has some, and its controls. Looks at the sound while it is in a
/// window. Made for one scale.
public final class EffectEditor extends VBox implements AutoCloseable {
    private final Look look;
    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final FramePulse.Frame frame = this::frame;

    /// @param model closed by whoever made it
    /// @param failures is told what could not be done
    public EffectEditor(Look look, EditorModel model, Presets presets, Consumer<String> failures) {
        this.look = look;
        this.model = model;
        analysis = new EditorAnalysis(model);
        IdleControls.follow(model);
        Panels.fill(look, this, Token.BG_2, 6);
        Node body = body();
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(new EditorHeader(look, model, analysis, presets, failures), body);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
                analysis.close();
            } else {
                look.pulse().add(frame);
            }
        });
    }

    public EditorModel model() {
        return model;
    }

    private void frame(double seconds) {
        analysis.advance(seconds);
        model.followPlayhead();
    }

    @Override
    public void close() {
        look.pulse().remove(frame);
        analysis.close();
        model.endObserving();
    }

    private Node body() {
        return switch (model.type().id()) {
            case "eq" -> eq();
            case "compressor" -> dynamics(level("threshold", -60), "threshold", 15);
            case "gate" -> dynamics(level("threshold", -80), "threshold", 60);
            case "limiter" -> dynamics(level("", -36), "", 12);
            case "de-esser" -> deEsser();
            case "multiband" -> multiband();
            case "clipper", "saturation" -> bent(Curves.sample(model));
            case "reverb" -> pictures(List.of(new DecayGraph(look, model, analysis)), 0);
            case "delay" -> pictures(List.of(new TapsGraph(look, model, analysis)), 0);
            case "tremolo" -> pictures(List.of(new MovementGraph(look, model), levels()), 0);
            case "chorus", "phaser" -> pictures(List.of(new MovementGraph(look, model), spectrum()), 0);
            case "imager" -> spectral(new BandsGraph(look, model, analysis, crossovers(3), false), 0);
            case "transient" -> pictures(List.of(levels()), 0);
            default -> spectral(spectrum(), 0);
        };
    }

    private Node eq() {
        EqModel bands = new EqModel(model);
        EqGraph graph = new EqGraph(look, bands, analysis);
        HBox top = beside(List.of(graph), 0);
        top.setMinHeight(look.px(200));
        top.setMaxHeight(Double.MAX_VALUE);
        return scrolled(bar(true), top, new BandCards(look, bands, analysis));
    }

    private LevelGraph level(String threshold, double bottom) {
        return new LevelGraph(look, model, analysis, Curves.level(model), threshold, bottom);
    }

    private Node dynamics(LevelGraph curve, String threshold, double deepest) {
        HistoryGraph history = new HistoryGraph(look, model, analysis, threshold, deepest);
        return explained(
                scrolled(beside(List.of(curve, history), deepest), new Sections(look, model, analysis).all(Set.of())));
    }

    /// With words of what happens below it, which stay in sight whatever is scrolled.
    private Node explained(Node content) {
        VerdictBox words = new VerdictBox(look, model, analysis);
        VBox.setMargin(words, new Insets(0, look.px(12), look.px(12), look.px(8)));
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(content, words);
    }

    private Node deEsser() {
        BandsGraph range = new BandsGraph(look, model, analysis, List.of("low.freq", "high.freq"), true);
        HistoryGraph history = new HistoryGraph(look, model, analysis, "", 15);
        return explained(scrolled(
                bar(false), beside(List.of(range, history), 15), new Sections(look, model, analysis).all(Set.of())));
    }

    private Node multiband() {
        MultibandModel bands = new MultibandModel(model);
        return explained(scrolled(
                bar(false),
                beside(List.of(BandsGraph.multiband(look, bands, analysis)), 15),
                new MultibandPanel(look, bands, analysis)));
    }

    private static List<String> crossovers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "crossover" + i + ".freq")
                .toList();
    }

    private Node bent(Supplier<DoubleUnaryOperator> curve) {
        boolean clips = model.type().id().equals("clipper");
        return pictures(
                List.of(
                        new TransferGraph(look, model, analysis, curve),
                        clips ? new HistoryGraph(look, model, analysis, "", 12) : new HarmonicsGraph(look, model)),
                clips ? 12 : 0);
    }

    private Region levels() {
        return new HistoryGraph(look, model, analysis, "", 0);
    }

    private BandsGraph spectrum() {
        return new BandsGraph(look, model, analysis, List.of(), true);
    }

    private SpectrumBar bar(boolean curve) {
        return new SpectrumBar(look, model.memory().spectrum(), curve);
    }

    private Node spectral(BandsGraph graph, double reduction) {
        return scrolled(
                bar(false), beside(List.of(graph), reduction), new Sections(look, model, analysis).all(Set.of()));
    }

    private Node pictures(List<Region> graphs, double reduction) {
        return scrolled(beside(graphs, reduction), new Sections(look, model, analysis).all(Set.of()));
    }

    /// Pictures side by side, the meters at their right.
    private HBox beside(List<? extends Region> graphs, double reduction) {
        HBox top = new HBox(look.px(8));
        for (Region graph : graphs) {
            HBox.setHgrow(graph, Priority.ALWAYS);
            top.getChildren().add(graph);
        }
        if (graphs.isEmpty()) {
            top.setAlignment(Pos.CENTER_RIGHT);
        }
        SoundMeters meters = new SoundMeters(look, model, analysis, reduction);
        HBox.setMargin(meters, new Insets(look.px(8), 0, 0, 0));
        top.getChildren().add(meters);
        top.setMinHeight(look.px(graphs.isEmpty() ? 180 : 212));
        top.setMaxHeight(look.px(560));
        return top;
    }

    /// Pictures over controls; they share the height, and scroll where there is too little of it.
    private Node scrolled(Node... rows) {
        VBox box = new VBox(look.px(8), rows);
        box.setPadding(new Insets(look.px(8), look.px(12), look.px(12), look.px(8)));
        VBox.setVgrow(rows[rows[0] instanceof SpectrumBar ? 1 : 0], Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(box);
        Viewports.uncached(scroll);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        return scroll;
    }
}
