package studio.headroom.ui.inspector;

import javafx.scene.layout.Region;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The switch of the polarity, with its name and its state in the places where knobs have theirs.
final class PolarityBox extends Region {
    private static final double BUTTON = 24;
    private static final double WIDTH = 60;
    private static final double HEIGHT = 70;

    private final Look look;
    private final ControlModel model;
    private final Ground ground;
    private final LetterButton button;
    private Runnable unwatch = () -> {};

    PolarityBox(Look look, ControlModel model) {
        this.look = look;
        this.model = model;
        ground = new Ground(look);
        button = LetterButton.polarity(look, model);
        getChildren().addAll(ground, button);
        sceneProperty().addListener((observable, before, scene) -> {
            unwatch.run();
            unwatch = scene == null ? () -> {} : model.observe(ground::repaint);
        });
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(WIDTH);
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double side = look.px(BUTTON);
        ground.resizeRelocate(0, 0, getWidth(), getHeight());
        button.resizeRelocate(Math.rint((getWidth() - side) / 2), look.px(22), side, side);
    }

    /// The words.
    private final class Ground extends KitControl {
        Ground(Look look) {
            super(look);
            setMouseTransparent(true);
        }

        @Override
        protected double unitWidth() {
            return WIDTH;
        }

        @Override
        protected double unitHeight() {
            return HEIGHT;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            p.center(w / 2, 7, "Polarity", TypeRole.LABEL, Token.FG_2.color());
            p.center(w / 2, 61, model.isOn() ? "inverted" : "normal", TypeRole.LABEL, Token.FG_2.color());
        }
    }
}
