package studio.headroom.ui.inspector;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The column at the right of the Mix view: the strip selected last, in detail. While it is not seen it holds no nodes
/// and looks at no sound. UI thread.
public final class InspectorView extends VBox {
    /// Its width, in units.
    public static final double LEAST = 280;

    public static final double MOST = 440;

    private final Look look;
    private final InspectorModel model;
    private final Tools tools;
    private final FramePulse.Frame frame = this::frame;
    private final Runnable changed = this::refresh;
    /// Held here, since the scale holds it weakly.
    private final InvalidationListener rescale = observable -> rebuild();

    private Runnable unwatch = () -> {};
    private boolean seen;
    private List<Object> built = List.of();
    private @Nullable Content content;

    /// What is there of one strip.
    private record Content(
            HeaderView header,
            HBox several,
            Words severalWords,
            ScrollPane scroll,
            InputSection input,
            CompressorSection compressor,
            OthersSection others,
            @Nullable SendsSection sends,
            NotesLine notes,
            AdviceCard advice) {}

    /// @param model closed by whoever made it
    public InspectorView(Look look, InspectorModel model, Tools tools) {
        this.look = look;
        this.model = model;
        this.tools = tools;
        setAccessibleText("Inspector");
        look.watch(rescale);
        sceneProperty().addListener(observable -> appear());
        visibleProperty().addListener(observable -> appear());
    }

    /// Shows it or lets it go, as it is seen or not.
    private void appear() {
        boolean now = getScene() != null && isVisible();
        if (now == seen) {
            return;
        }
        seen = now;
        if (now) {
            unwatch = model.observe(changed);
            look.pulse().add(frame);
            refresh();
        } else {
            look.pulse().remove(frame);
            unwatch.run();
            unwatch = () -> {};
            model.rest();
            built = List.of();
            content = null;
            getChildren().clear();
        }
    }

    private void frame(double seconds) {
        model.frame(seconds);
    }

    private void rebuild() {
        built = List.of();
        refresh();
    }

    private void refresh() {
        if (!seen) {
            return;
        }
        StripModel strip = model.strip().orElse(null);
        List<Object> now = strip == null
                ? List.of("nothing")
                : List.of(
                        strip,
                        strip.color(),
                        model.eq().map(Object.class::cast).orElse(""),
                        model.compressor().map(Object.class::cast).orElse(""));
        if (!now.equals(built)) {
            boolean same = !built.isEmpty() && strip != null && built.getFirst() == strip;
            built = now;
            build(strip, same ? scrolled() : 0);
        }
        Content shown = content;
        if (shown != null) {
            refresh(shown);
        }
    }

    private double scrolled() {
        return content == null ? 0 : content.scroll().getVvalue();
    }

    private void build(@Nullable StripModel strip, double scrolled) {
        setMinWidth(look.px(LEAST));
        setMaxWidth(look.px(MOST));
        if (strip == null) {
            content = null;
            EmptyView empty = new EmptyView(look, model);
            VBox.setVgrow(empty, Priority.ALWAYS);
            getChildren().setAll(empty);
            return;
        }
        HeaderView header = new HeaderView(look, model, strip, tools);
        Words severalWords = new Words(look, "", TypeRole.LABEL, Token.ACCENT_SOFT_FG);
        HBox several = new HBox(severalWords);
        several.setAlignment(Pos.CENTER_LEFT);
        several.setMinHeight(look.px(24));
        several.setPadding(new Insets(0, look.px(Parts.SIDE), 0, look.px(16)));
        Panels.fill(look, several, Token.ACCENT_NOTE, 0);
        InputSection input = new InputSection(look, model, strip);
        CompressorSection compressor = new CompressorSection(look, model, strip, tools);
        OthersSection others = new OthersSection(look, model, strip, tools);
        SendsSection sends = strip.kind() == Strip.Kind.MASTER ? null : new SendsSection(look, model, strip);
        NotesLine notes = new NotesLine(look, strip);
        VBox sections = new VBox(input, new EqSection(look, model, strip, tools), compressor);
        if (sends != null) {
            sections.getChildren().add(sends);
        }
        sections.getChildren().addAll(others, new StereoSection(look, model, strip), Parts.section(look, notes));
        ScrollPane scroll = new ScrollPane(sections);
        Viewports.uncached(scroll);
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setVvalue(scrolled);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        AdviceCard advice = new AdviceCard(look, model, this::lead);
        content = new Content(header, several, severalWords, scroll, input, compressor, others, sends, notes, advice);
        getChildren().setAll(header, several, scroll, advice);
    }

    private void refresh(Content shown) {
        shown.header().refresh();
        boolean more = model.selected() > 1;
        shown.several().setVisible(more);
        shown.several().setManaged(more);
        shown.severalWords()
                .say(model.selected() + " strips selected: their input moves together", Token.ACCENT_SOFT_FG);
        shown.input().refresh();
        shown.others().refresh();
        if (shown.sends() != null) {
            shown.sends().refresh();
        }
        shown.notes().refresh();
        shown.advice().refresh();
    }

    /// Leads to the control that an advice is about; changes nothing.
    private void lead(Advice.Target target) {
        Content shown = Objects.requireNonNull(content);
        Node control =
                switch (target) {
                    case PEAK -> shown.header().peak();
                    case TRIM -> shown.input().trim();
                    case WIDTH -> shown.input().width();
                    case THRESHOLD -> shown.compressor().threshold();
                };
        if (control != null) {
            Spotlight.on(look, shown.scroll(), control);
        }
    }
}
