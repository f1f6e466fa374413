package studio.headroom.ui.master.sight;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// The right column of the Master view: loudness, its history, spectrum, stereo image, what listeners will get, and
/// whatever belongs below. 440 units wide, 320 at least; where it is narrow, spectrum and stereo image share a place;
/// where it is low, it scrolls above its lowest place, which is always in sight. The scroll bar lies in the gutter at
/// its
/// right, so that all cards end where the lowest place does.
public final class SightColumn extends Region implements AutoCloseable {
    /// The name of the choice between pictures that share a place.
    public static final String TURNS = "Spectrum or stereo image";

    private static final double WIDE = 420;
    private static final double GAP = 8;
    private static final double GUTTER = 8;

    private final Look look;
    private final SightModel model;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final LoudnessCard loudness;
    private final HistoryCard history;
    private final SpectrumCard spectrum;
    private final StereoCard stereo;
    private final PlaybackCard playback;
    private final ControlModel tab;
    private final Region tabs;
    private final FramePulse.Frame frame = this::frame;
    /// Held here, since the scale holds it weakly.
    private final InvalidationListener rescale = _ -> arrange();

    private @Nullable Region foot;
    private boolean narrow;

    /// @param model closed by whoever made it
    public SightColumn(Look look, SightModel model) {
        this.look = look;
        this.model = model;
        loudness = new LoudnessCard(look, model);
        history = new HistoryCard(look, model);
        spectrum = new SpectrumCard(look, model);
        stereo = new StereoCard(look, model);
        playback = new PlaybackCard(look, model);
        Param param =
                new Param("tab", "Picture", Unit.NONE, Range.Choice.of("spectrum", "stereo"), 0, Smoothing.NONE, false);
        tab = new ControlModel(param, TURNS, "Which of the two is shown here.", _ -> arrange());
        tabs = new Tabs(look, new SegmentedControl(look, tab, List.of("Spectrum", "Stereo"), 90, 22));
        Viewports.uncached(scroll);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("hr-gutter-scroll");
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        getChildren().add(scroll);
        look.watch(rescale);
        arrange();
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
                model.ear().rest();
            } else {
                look.pulse().add(frame);
            }
        });
    }

    /// Puts something at its lowest place.
    public void setFoot(@Nullable Region node) {
        foot = node;
        getChildren().setAll(scroll);
        if (node != null) {
            getChildren().add(node);
        }
    }

    private void arrange() {
        boolean both = !narrow;
        cards.setSpacing(look.px(GAP));
        cards.setPadding(Insets.EMPTY);
        cards.getChildren().setAll(loudness, history);
        if (both) {
            cards.getChildren().addAll(spectrum, stereo);
        } else {
            cards.getChildren().addAll(tabs, tab.value() < 0.5 ? spectrum : stereo);
        }
        cards.getChildren().add(playback);
        VBox.setVgrow(playback, Priority.ALWAYS);
    }

    private void frame(double seconds) {
        model.frame(seconds);
        loudness.frame();
        history.history().frame();
        spectrum.picture().frame();
    }

    @Override
    protected void layoutChildren() {
        Region last = foot;
        double below = 0;
        if (last != null) {
            double height = last.prefHeight(getWidth());
            last.resizeRelocate(0, getHeight() - height, getWidth(), height);
            below = height + look.px(GAP);
        }
        cards.setMinWidth(getWidth());
        cards.setPrefWidth(getWidth());
        cards.setMaxWidth(getWidth());
        scroll.resizeRelocate(0, 0, getWidth() + look.px(GUTTER), Math.max(0, getHeight() - below));
        boolean now = getWidth() / look.factor() < WIDE;
        if (now != narrow) {
            narrow = now;
            arrange();
        }
    }

    @Override
    protected double computePrefWidth(double h) {
        return look.px(440);
    }

    @Override
    protected double computeMinWidth(double h) {
        return look.px(320);
    }

    @Override
    protected double computePrefHeight(double w) {
        return look.px(984);
    }

    @Override
    protected double computeMinHeight(double w) {
        return look.px(200);
    }

    @Override
    protected double computeMaxHeight(double w) {
        return Double.MAX_VALUE;
    }

    @Override
    public void close() {
        look.pulse().remove(frame);
        model.ear().rest();
    }

    /// The choice between two pictures, at the left.
    private static final class Tabs extends Region {
        private final Look look;
        private final Region choice;

        Tabs(Look look, Region choice) {
            this.look = look;
            this.choice = choice;
            getChildren().add(choice);
        }

        @Override
        protected double computePrefHeight(double w) {
            return look.px(22);
        }

        @Override
        protected double computeMinHeight(double w) {
            return look.px(22);
        }

        @Override
        protected void layoutChildren() {
            choice.resizeRelocate(0, 0, choice.prefWidth(-1), choice.prefHeight(-1));
        }
    }
}
