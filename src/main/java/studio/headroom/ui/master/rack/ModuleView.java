package studio.headroom.ui.master.rack;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.gentle.Verdict;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.Heard;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.VerdictBox;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// One effect of the rack: head, pictures, controls, and whether it is gentle. Looks at the sound while it is in a
/// window.
/// Made for one scale.
public final class ModuleView extends VBox implements AutoCloseable {
    /// Frames from one look at what was heard to the next: numbers that change faster cannot be read.
    private static final int EVERY = 20;
    /// The room beside the pictures where they stand side by side, in units.
    private static final double BESIDE = 440;

    private final Look look;
    private final RackModel rack;
    private final RackModule module;
    private final EditorAnalysis analysis;
    private final VerdictBox verdict;
    private final FramePulse.Frame frame = this::frame;
    private final Runnable unwatch;
    private int count;

    /// @param wide whether controls stand beside the pictures rather than below
    /// @param expand opens the large editor
    ModuleView(Look look, RackModel rack, RackModule module, boolean wide, Runnable expand) {
        this.look = look;
        this.rack = rack;
        this.module = module;
        analysis = new EditorAnalysis(module.editor(), spectra(module.insert().type()));
        verdict = new VerdictBox(look, 72);
        Panels.fill(look, this, Token.BG_2, 6);
        ModuleBody body = new ModuleBody(look, module.editor(), analysis);
        Node content = wide ? beside(body) : below(body);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(new ModuleHeader(look, rack, module, expand), content);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> rack.select(module.id()));
        unwatch = rack.observe(this::show);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
                analysis.close();
            } else {
                look.pulse().add(frame);
            }
        });
        show();
    }

    public RackModule module() {
        return module;
    }

    private static boolean spectra(String type) {
        return switch (type) {
            case "eq", "imager", "multiband", "de-esser" -> true;
            default -> false;
        };
    }

    private VBox below(ModuleBody body) {
        VBox box = new VBox(look.px(6));
        box.getChildren().addAll(body.graphs());
        box.getChildren().addAll(body.controls());
        box.setPadding(new Insets(look.px(6), look.px(8), look.px(6), look.px(8)));
        ScrollPane scroll = scrolled(box);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox all = new VBox(scroll, verdict);
        VBox.setMargin(verdict, new Insets(look.px(4), look.px(12), look.px(12), look.px(12)));
        return all;
    }

    private HBox beside(ModuleBody body) {
        HBox pictures = new HBox(look.px(6));
        pictures.getChildren().addAll(body.graphs());
        VBox box = new VBox(look.px(6));
        box.getChildren().addAll(body.controls());
        box.setPadding(new Insets(look.px(6), look.px(8), look.px(6), 0));
        ScrollPane scroll = scrolled(box);
        scroll.setFitToHeight(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox right = new VBox(look.px(6), scroll, verdict);
        right.setMinWidth(look.px(BESIDE));
        right.setPrefWidth(look.px(BESIDE));
        VBox.setMargin(verdict, new Insets(0, look.px(12), look.px(12), 0));
        HBox all = new HBox(look.px(8), pictures, right);
        HBox.setMargin(pictures, new Insets(look.px(6), 0, look.px(6), look.px(8)));
        HBox.setHgrow(pictures, Priority.ALWAYS);
        pictures.setMinWidth(0);
        return all;
    }

    private static ScrollPane scrolled(VBox box) {
        ScrollPane scroll = new ScrollPane(box);
        Viewports.uncached(scroll);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        return scroll;
    }

    private void frame(double seconds) {
        analysis.advance(seconds);
        if (count++ % EVERY == 0) {
            Heard heard = Heard.of(analysis);
            if (heard.sounding()) {
                module.hear(heard.deepestDb(), heard.averageDb());
            }
        }
    }

    private void show() {
        Verdict now = module.verdict();
        VerdictBox.Tone tone =
                switch (now.level()) {
                    case IDLE -> VerdictBox.Tone.QUIET;
                    case GENTLE -> VerdictBox.Tone.GOOD;
                    case NOTE -> VerdictBox.Tone.WARNS;
                };
        verdict.tell(tone, now.title(), now.reason());
    }

    @Override
    public void close() {
        look.pulse().remove(frame);
        analysis.close();
        unwatch.run();
        module.editor().endObserving();
    }
}
