package studio.headroom.ui.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Scrolls up and down what is as tall as it likes; is itself as tall as that where there is room.
public final class TallScroll extends ScrollPane {
    private final Region content;
    private final double least;

    /// @param least height in pixels that it is never below
    public TallScroll(Region content, double least) {
        super(content);
        this.content = content;
        this.least = least;
        getStyleClass().add("hr-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        Viewports.uncached(this);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(content.prefWidth(-1)) + 2;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(least, computePrefHeight(width));
    }
}
