package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.effects.EffectType;
import studio.headroom.effects.EqCurve;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.project.Project;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.editor.graph.EqPart;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The response of a strip's equalizers together, from 20 Hz to 20 kHz and ±12 dB, as they filter; where bands are on
/// the
/// middle, the sides or one channel, one for each part of the sound. A double-click or Enter opens the first of them.
final class EqThumbnail extends KitControl {
    private static final double LOW = 20;
    private static final double HIGH = 20_000;
    private static final double RANGE = 12;
    private static final double HEIGHT = 36;

    private final StripModel strip;
    private final String empty;
    private final int sampleRate;
    private @Nullable Object shown;
    /// By the parts of the sound that go through different curves.
    private Map<Placement, double[]> responses = Map.of();

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

    /// Computed again only for other inserts, another sound or another width.
    private void compute(int points) {
        Project song = strip.mixer().session().history().current();
        Set<String> mono = strip.strip().inserts().isEmpty() ? Set.of() : MixPlan.hearingMono(song, strip.strip());
        Object now = List.of(strip.strip().inserts(), points, mono);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<InsertModel> all =
                strip.inserts().stream().filter(EqThumbnail::isEq).toList();
        on = all.stream().anyMatch(InsertModel::isOn);
        List<EqCurve> curves = new ArrayList<>();
        for (InsertModel insert : all) {
            EffectType type = insert.type();
            if (type != null && (insert.isOn() || !on)) {
                double[] values = type.params().resolve(insert.insert().values());
                curves.add(new EqCurve(values, sampleRate, mono.contains(insert.id()) ? 1 : 2));
            }
        }
        Set<Placement> parts = EnumSet.noneOf(Placement.class);
        curves.forEach(curve -> parts.addAll(curve.parts()));
        if (parts.size() > 1) {
            parts.remove(Placement.STEREO);
        }
        responses = new EnumMap<>(Placement.class);
        for (Placement part : parts) {
            responses.put(part, response(curves, part, points));
        }
        setAccessibleText(strip.name() + " equalizer" + spoken(parts));
    }

    private double[] response(List<EqCurve> curves, Placement part, int points) {
        double[] response = new double[points];
        for (EqCurve curve : curves) {
            for (int i = 0; i < points; i++) {
                double hz = LOW * Math.pow(HIGH / LOW, (double) i / (points - 1));
                response[i] += curve.responseDb(part, Math.min(hz, sampleRate * 0.499));
            }
        }
        return response;
    }

    private static String spoken(Set<Placement> parts) {
        return (parts.contains(Placement.MID) ? ", mid and side differ" : "")
                + (parts.contains(Placement.LEFT) ? ", left and right differ" : "");
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.towards(Token.BG_1, hover()), 3);
        p.across(2, h / 2, w - 4, Token.LINE_1.color());
        compute(Math.max(2, (int) Math.round(w)));
        if (responses.isEmpty()) {
            p.center(w / 2, h / 2, empty, w > 100 ? TypeRole.SMALL : TypeRole.LABEL, Token.FG_3.color());
            return;
        }
        Color color = strip.kind() == studio.headroom.project.Strip.Kind.MASTER
                ? Token.FG_2.color()
                : strip.color().color();
        var gc = p.context();
        gc.save();
        gc.beginPath();
        gc.rect(0, p.raw(1), p.raw(w), p.raw(h - 2));
        gc.clip();
        boolean first = true;
        for (Map.Entry<Placement, double[]> each : responses.entrySet()) {
            curve(p, each.getValue(), EqPart.of(each.getKey()), color, first, w, h);
            first = false;
        }
        gc.restore();
    }

    /// @param filled whether the area up to the middle is filled
    private void curve(Painter p, double[] response, EqPart part, Color color, boolean filled, double w, double h) {
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
        var gc = p.context();
        if (filled) {
            gc.setFill(color.deriveColor(0, 1, 1, on ? 0.22 : 0.1));
            gc.fillPolygon(x, y, n + 2);
        }
        gc.setStroke(color.deriveColor(0, 1, 1, on ? 1 : 0.4));
        gc.setLineWidth(p.raw(1.5));
        part.dash(p);
        gc.strokePolyline(x, y, n);
        EqPart.solid(p);
    }
}
