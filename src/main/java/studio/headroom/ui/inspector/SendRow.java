package studio.headroom.ui.inspector;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.headroom.ui.control.PanBar;
import studio.headroom.ui.control.SliderBar;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.mixer.SendModel;
import studio.headroom.ui.mixer.SlotMenu;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// One send: its letter, which mutes it, where it goes, its level as a slider and a number, its pan, and where it is
/// taken.
final class SendRow extends Region {
    private static final double HEIGHT = 26;
    private static final double BADGE = 20;
    private static final double PAN = 40;
    private static final double PRE = 34;
    private static final double VALUE = 54;
    private static final double VALUE_NARROW = 38;
    private static final double NARROW = 280;

    /// What the slider has at least.
    private static final double SLIDER = 54;

    private final Look look;
    private final double wanted;
    private final Node badge;
    private final Words name;
    private final SliderBar slider;
    private final ValueField value;
    private final PanBar pan;
    private final Node pre;

    /// @param wanted for the name, in units, alike in all rows
    SendRow(Look look, StripModel strip, SendItem item, double wanted) {
        this.look = look;
        this.wanted = wanted;
        SendModel send = item.send();
        badge = new Badge(look, send);
        name = new Words(look, send.targetName(), TypeRole.BODY, Token.FG_1);
        slider = new SliderBar(look, send.level());
        slider.setHue(send.color());
        slider.setMoreItems(() -> SlotMenu.sendItems(look, strip, send));
        value = new ValueField(look, send.level(), VALUE, BADGE, false).bare();
        value.setMoreItems(() -> SlotMenu.sendItems(look, strip, send));
        pan = new PanBar(look, send.pan());
        pre = new PreButton(look, item.pre());
        getChildren().addAll(badge, name, slider, value, pan, pre);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth() / look.factor();
        boolean narrow = w < NARROW;
        double number = narrow ? VALUE_NARROW : VALUE;
        double free = w - BADGE - number - PAN - PRE - 4 * 6;
        double word = Math.clamp(wanted, 30, Math.max(30, free - SLIDER));
        place(badge, 0, BADGE, BADGE);
        place(name, BADGE + 6, word - 6, 18);
        place(slider, BADGE + 6 + word, free - word, 18);
        place(value, BADGE + 6 + free + 2, number, BADGE);
        place(pan, w - PRE - 6 - PAN, PAN, 18);
        place(pre, w - PRE, PRE, BADGE);
    }

    /// In units, in the middle of the height.
    private void place(Node node, double x, double wide, double tall) {
        double grid = look.outputScale();
        double left = Math.rint(look.factor() * x * grid) / grid;
        double top = Math.rint(look.factor() * (HEIGHT - tall) / 2 * grid) / grid;
        node.resizeRelocate(left, top, Math.rint(look.factor() * wide * grid) / grid, look.px(tall));
    }

    /// The letter of the return in its color; a click mutes the send.
    private static final class Badge extends ToggleControl {
        private final SendModel send;

        Badge(Look look, SendModel send) {
            super(look, send.mute());
            this.send = send;
            setRing(-3, 6);
        }

        @Override
        protected double unitWidth() {
            return BADGE;
        }

        @Override
        protected double unitHeight() {
            return BADGE;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            boolean muted = model().isOn();
            Color color = send.color().color();
            if (muted) {
                p.fill(0, 0, w, h, Token.BG_4.towards(Token.BG_5, hover()), 4);
                p.border(0, 0, w, h, color, 4);
            } else {
                p.fill(0, 0, w, h, color.interpolate(Token.VEIL.color(), 0.15 * hover()), 4);
            }
            p.center(w / 2, h / 2, send.letter(), TypeRole.LETTER, (muted ? Token.FG_2 : Token.INK).color());
        }
    }

    /// "Post", or "Pre" where it is lit.
    private static final class PreButton extends ToggleControl {
        PreButton(Look look, ControlModel model) {
            super(look, model);
            setRing(-3, 6);
        }

        @Override
        protected double unitWidth() {
            return PRE;
        }

        @Override
        protected double unitHeight() {
            return BADGE;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            boolean pre = model().isOn();
            p.fill(0, 0, w, h, pre ? Token.ACCENT_SOFT.color() : Token.BG_4.towards(Token.BG_5, hover()), 4);
            p.border(0, 0, w, h, (pre ? Token.ACCENT : Token.LINE_2).color(), 4);
            p.center(
                    w / 2,
                    h / 2,
                    pre ? "Pre" : "Post",
                    TypeRole.SMALL,
                    (pre ? Token.ACCENT_SOFT_FG : Token.FG_1).color());
        }
    }
}
