package studio.headroom.ui.inspector;

import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The switch of the polarity, with its name and its state in the places where knobs have theirs.
final class PolarityBox extends KitControl {
    private static final double BUTTON = 24;

    private final ControlModel model;
    private final LetterButton button;
    private Runnable unwatch = () -> {};

    PolarityBox(Look look, ControlModel model) {
        super(look);
        this.model = model;
        button = LetterButton.polarity(look, model);
        getChildren().add(button);
        sceneProperty().addListener((observable, before, scene) -> {
            unwatch.run();
            unwatch = scene == null ? () -> {} : model.observe(this::repaint);
        });
    }

    @Override
    protected double unitWidth() {
        return 60;
    }

    @Override
    protected double unitHeight() {
        return 70;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double side = look().px(BUTTON);
        button.resizeRelocate(Math.rint((getWidth() - side) / 2), look().px(22), side, side);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.center(w / 2, 7, "Polarity", TypeRole.LABEL, Token.FG_2.color());
        p.center(w / 2, 61, model.isOn() ? "inverted" : "normal", TypeRole.LABEL, Token.FG_2.color());
    }
}
