package studio.headroom.ui.mixer;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.EffectType;
import studio.headroom.effects.EqCurve;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The response of a strip's equalizers together, from 20 Hz to 20 kHz and ±12 dB, as they filter. A double-click or
/// Enter opens the first of them.
final class EqThumbnail extends KitControl {
    private static final double LOW = 20;
    private static final double HIGH = 20_000;
    private static final double RANGE = 12;
    private static final double HEIGHT = 36;

    private final StripModel strip;
    private final String empty;
    private final int sampleRate;
    private @Nullable Object shown;
    private double[] response = {};
    private boolean on;

    /// @param empty what stands there without an equalizer
    /// @param open what a double-click does
    EqThumbnail(Look look, StripModel strip, String empty, Runnable open) {
        super(look);
        this.strip = strip;
        this.empty = empty;
        sampleRate = strip.mixer().session().history().current().sampleRate();
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(strip.name() + " equalizer");
        setFocusTraversable(true);
        setRing(-2, 4);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    static boolean isEq(InsertModel insert) {
        return insert.insert().type().equals("eq");
    }

    /// Looks at the strip again.
    void refresh() {
        repaint();
    }

    @Override
    protected double unitWidth() {
        return 55;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    /// Computed again only for other inserts or another width.
    private void compute(int points) {
        Object now = java.util.List.of(strip.strip().inserts(), points);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        boolean any = strip.inserts().stream().anyMatch(EqThumbnail::isEq);
        on = strip.inserts().stream().anyMatch(insert -> isEq(insert) && insert.isOn());
        response = new double[any ? points : 0];
        for (InsertModel insert : strip.inserts()) {
            EffectType type = insert.type();
            if (isEq(insert) && type != null && (insert.isOn() || !on)) {
                EqCurve curve =
                        new EqCurve(type.params().resolve(insert.insert().values()), sampleRate);
                for (int i = 0; i < response.length; i++) {
                    double hz = LOW * Math.pow(HIGH / LOW, (double) i / (points - 1));
                    response[i] += curve.responseDb(Math.min(hz, sampleRate * 0.499));
                }
            }
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.towards(Token.BG_1, hover()), 3);
        p.across(2, h / 2, w - 4, Token.LINE_1.color());
        compute(Math.max(2, (int) Math.round(w)));
        if (response.length == 0) {
            p.center(w / 2, h / 2, empty, w > 100 ? TypeRole.SMALL : TypeRole.LABEL, Token.FG_3.color());
            return;
        }
        int n = response.length;
        double[] x = new double[n + 2];
        double[] y = new double[n + 2];
        double half = h / 2 - 3;
        for (int i = 0; i < n; i++) {
            x[i] = p.raw(i * w / (n - 1));
            y[i] = p.raw(h / 2 - Math.clamp(response[i] / RANGE, -1.15, 1.15) * half);
        }
        x[n] = p.raw(w);
        y[n] = p.raw(h / 2);
        x[n + 1] = 0;
        y[n + 1] = p.raw(h / 2);
        Color color = strip.kind() == studio.headroom.project.Strip.Kind.MASTER
                ? Token.FG_2.color()
                : strip.color().color();
        var gc = p.context();
        gc.save();
        gc.beginPath();
        gc.rect(0, p.raw(1), p.raw(w), p.raw(h - 2));
        gc.clip();
        gc.setFill(color.deriveColor(0, 1, 1, on ? 0.22 : 0.1));
        gc.fillPolygon(x, y, n + 2);
        gc.setStroke(color.deriveColor(0, 1, 1, on ? 1 : 0.4));
        gc.setLineWidth(p.raw(1.5));
        gc.strokePolyline(x, y, n);
        gc.restore();
    }
}
