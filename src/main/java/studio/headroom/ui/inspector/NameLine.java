package studio.headroom.ui.inspector;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.mixer.TextEntry;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The color and the name of the strip, and below it what it is. A double-click, Enter or F2 renames.
final class NameLine extends KitControl {
    private static final double BAR = 4;
    private static final double TEXT = 16;

    private final InspectorModel model;
    private final double taken;

    /// @param taken at the right of the name by something else, in units
    NameLine(Look look, InspectorModel model, double taken) {
        super(look);
        this.model = model;
        this.taken = taken;
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setRing(2, 4);
        Buttons.explainBy(this, () -> model.facts().line());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                if (event.getClickCount() == 2) {
                    rename();
                }
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
                rename();
                event.consume();
            }
        });
        refresh();
    }

    void refresh() {
        model.strip().ifPresent(strip -> setAccessibleText(strip.name() + ", " + spoken() + ", rename"));
        repaint();
    }

    private String spoken() {
        return model.facts().line().replace(" · ", ", ");
    }

    void rename() {
        model.strip()
                .ifPresent(strip -> TextEntry.open(
                        look(),
                        this,
                        strip.name(),
                        "New name of " + strip.name(),
                        name -> strip.mixer().actions().rename(strip.id(), name)));
    }

    @Override
    protected double unitWidth() {
        return 180;
    }

    @Override
    protected double unitHeight() {
        return 48;
    }

    @Override
    protected double computeMinWidth(double height) {
        return look().px(80);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        var strip = model.strip().orElse(null);
        if (strip == null) {
            return;
        }
        boolean master = strip.kind() == Strip.Kind.MASTER;
        p.fill(0, 0, BAR, h, master ? Token.FG_1.color() : strip.color().color());
        double room = p.raw(w - TEXT);
        p.left(
                TEXT,
                17,
                TextSize.fit(look(), TypeRole.PANEL_TITLE, strip.name(), room - p.raw(taken)),
                TypeRole.PANEL_TITLE,
                Token.FG_1.color());
        p.left(
                TEXT,
                35,
                TextSize.fit(look(), TypeRole.SMALL, model.facts().line(), room),
                TypeRole.SMALL,
                Token.FG_3.color());
    }
}
