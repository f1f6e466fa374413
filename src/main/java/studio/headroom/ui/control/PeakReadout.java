package studio.headroom.ui.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The highest peak as a number, which becomes a filled box when the strip has clipped and stays one until it is
/// clicked.
/// Alt-click clears all of them.
public final class PeakReadout extends KitControl {
    /// What it shows.
    public enum Kind {
        /// The number, above a strip's meter.
        NUMBER,
        /// A lamp that reads CLIP, above a meter whose number stands elsewhere.
        LAMP
    }

    private final MeterModel model;
    private final String name;
    private final Kind kind;
    private final double width;
    private final FramePulse.Frame frame = _ -> follow();
    private @Nullable Runnable clearAll;
    private String shown = "";
    private double shownTenths = Double.NaN;
    private boolean clipped;

    /// @param name what a screen reader calls it: "Lead Vox peak"
    /// @param width in units
    public PeakReadout(Look look, MeterModel model, String name, Kind kind, double width) {
        super(look);
        this.model = model;
        this.name = name;
        this.kind = kind;
        this.width = width;
        setRing(-3, 5);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            clear(event.isAltDown());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                clear(event.isAltDown());
                event.consume();
            }
        });
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
        follow();
    }

    /// What Alt-click does.
    public void setClearAll(Runnable action) {
        clearAll = action;
    }

    private void clear(boolean all) {
        if (all && clearAll != null) {
            clearAll.run();
        } else {
            model.clear();
        }
        follow();
    }

    private void follow() {
        // In what the number shows: tenths of a decibel. Text is made only when it changes.
        double tenths = Math.rint(model.highest() * 10);
        if (tenths != shownTenths || clipped != model.clipped()) {
            shownTenths = tenths;
            shown = ValueText.level(model.highest());
            clipped = model.clipped();
            setAccessibleText(name + ", " + model.spoken());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return width;
    }

    @Override
    protected double unitHeight() {
        return kind == Kind.LAMP ? 16 : 14;
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (kind == Kind.LAMP) {
            p.fill(0, 0, w, h, clipped ? MeterZone.OVER.color() : Token.BG_0.color(), 3);
            if (clipped) {
                p.center(w / 2, h / 2, "CLIP", TypeRole.SCALE_STRONG, Token.INK.color());
            }
            return;
        }
        if (clipped) {
            p.fill(0, 0, w, h, MeterZone.OVER.color(), 3);
            p.center(w / 2, h / 2, shown, TypeRole.VALUE_TINY, Token.INK.color());
        } else {
            p.right(w, h / 2, shown, TypeRole.VALUE_TINY, (hover() > 0.5 ? Token.FG_1 : Token.FG_2).color());
        }
    }
}
