package studio.headroom.ui.master.advise;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.SliderBar;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// What the parts of this room are made of.
final class Kit {
    private Kit() {}

    static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    /// Words that may break into several lines.
    static Label lines(String words, String style) {
        Label label = label(words, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static <N extends Node> N grown(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }

    static HBox line(Look look, Node... nodes) {
        HBox line = new HBox(look.px(8), nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        return line;
    }

    /// A small button in a row.
    static Button small(Look look, Icon icon, String words, String name, Runnable action) {
        Button button = Buttons.of(words, Buttons.Kind.DEFAULT, action);
        button.setGraphic(icon.node(look, 16, Token.FG_2));
        button.getStyleClass().add("hr-card-button");
        button.setAccessibleText(name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A share of something, 0..1, as percent.
    ///
    /// @param name what a screen reader calls it
    static ControlModel percent(String name, String explanation, double now, double usual, DoubleConsumer taken) {
        Param param = new Param(
                "share", "Amount", Unit.PERCENT, new Range.Linear(0, 100), 100 * usual, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, plain -> taken.accept(plain / 100));
        model.show(Math.rint(100 * now));
        return model;
    }

    /// A bar and its number.
    static HBox slider(Look look, ControlModel model) {
        SliderBar bar = grown(new SliderBar(look, model));
        return line(look, bar, new ValueField(look, model, 64, 24, false));
    }

    static Switch toggle(Look look, String name, String explanation, boolean now, Consumer<Boolean> taken) {
        Param param = new Param("on", name, Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, value -> taken.accept(value >= 0.5));
        model.show(now ? 1 : 0);
        return new Switch(look, model);
    }

    private static ControlModel options(
            String name, String explanation, List<String> words, int now, IntConsumer taken) {
        List<String> ids =
                IntStream.range(0, words.size()).mapToObj(i -> "option" + i).toList();
        Param param = new Param("choice", name, Unit.NONE, new Range.Choice(ids), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, plain -> taken.accept((int) plain));
        model.show(now);
        return model;
    }

    static ChoiceField choice(
            Look look, String name, String explanation, List<String> words, int now, IntConsumer taken) {
        return new ChoiceField(look, options(name, explanation, words, now, taken), words, 240, 28);
    }

    static SegmentedControl segments(
            Look look, String name, String explanation, List<String> words, double width, int now, IntConsumer taken) {
        return new SegmentedControl(look, options(name, explanation, words, now, taken), words, width, 28);
    }

    /// Scrolls what is taller than there is room for; is as tall as its content where there is.
    static final class Scroll extends ScrollPane {
        private final Region content;
        private final double least;

        /// @param least height in pixels that it is never below
        Scroll(Region content, double least) {
            super(content);
            this.content = content;
            this.least = least;
            getStyleClass().add("hr-scroll");
            Viewports.uncached(this);
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setFocusTraversable(false);
        }

        @Override
        protected double computePrefHeight(double width) {
            double inner = width < 0 ? content.prefWidth(-1) : width;
            return content.prefHeight(inner) + 2;
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.min(least, computePrefHeight(width));
        }
    }
}
