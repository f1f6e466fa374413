package studio.headroom.ui.mixer;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.DragControl;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A send: the letter of its return in the return's color, its level as a bar and a number. A drag moves the level, a
/// click on the letter mutes it.
final class SendSlot extends DragControl {
    static final double HEIGHT = 17;
    private static final double LETTER = 14;

    private final SendModel send;
    private Runnable unwatch = () -> {};

    SendSlot(Look look, SendModel send) {
        super(look, send.level(), Axis.RIGHT);
        this.send = send;
        setRing(-2, 4);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getX() < look.px(LETTER)) {
                send.mute().set(send.mute().isOn() ? 0 : 1);
                event.consume();
            }
        });
        sceneProperty().addListener((observable, before, scene) -> {
            unwatch.run();
            unwatch = scene == null ? () -> {} : send.mute().observe(this::repaint);
        });
    }

    SendModel send() {
        return send;
    }

    @Override
    protected double unitWidth() {
        return 55;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected double dragTravel() {
        return 160;
    }

    @Override
    protected double[] valueBox(double w, double h) {
        return new double[] {w - 34, 0, 34, h};
    }

    @Override
    protected double[] bubbleBox(double w, double h) {
        return new double[] {0, 0, w, h};
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean muted = send.mute().isOn();
        var color = send.color().color();
        p.fill(0, 0, w, h, Token.BG_0.towards(Token.BG_1, hover()), 3);
        double room = w - LETTER - 4;
        double bar = model().position() * room;
        if (bar > 0.5 && !muted) {
            p.fill(LETTER + 2, 2, bar, h - 4, color.deriveColor(0, 1, 1, 0.38), 1);
        }
        p.fill(0, 0, LETTER, h, muted ? Token.BG_4.color() : color, 3);
        if (muted) {
            p.border(0, 0, LETTER, h, color, 3);
        }
        p.center(LETTER / 2, h / 2, send.letter(), TypeRole.LETTER, (muted ? Token.FG_2 : Token.INK).color());
        String value = ValueText.number(model().text());
        double number = p.units(TextSize.width(look(), TypeRole.VALUE_TINY, value));
        if (w > 80) {
            String name = TextSize.fit(
                    look(), TypeRole.SMALL, send.targetName(), p.raw(w - LETTER - number - (preFader() ? 20 : 12)));
            p.left(LETTER + 5, h / 2, name, TypeRole.SMALL, Token.FG_2.color());
        }
        if (preFader()) {
            // A small step before the number: it is taken before the fader.
            p.fill(w - 7 - number, 3, 2, h - 6, Token.ACCENT.color());
        }
        p.right(w - 3, h / 2, value, TypeRole.VALUE_TINY, (muted ? Token.FG_3 : Token.FG_1).color());
        if (model().automated()) {
            p.disc(w - 3, 3, 2, Token.OK.color());
        }
    }

    private boolean preFader() {
        return send.send().preFader();
    }
}
