package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The meters of all strips in one row, the master's last: where it is loud, and where it clips. A click goes to the
/// strip.
final class MeterBridge extends KitControl {
    static final double HEIGHT = 68;
    private static final double WIDEST = 56;
    private static final double TOP = 6;
    private static final double TRAVEL = 44;
    private static final MeterZone[] ZONES = MeterZone.values();

    private record Cell(StripModel strip, MeterModel meter) {}

    private final MixerModel model;
    private final FramePulse.Frame frame = this::follow;
    private List<Cell> cells = List.of();
    private int[] painted = {};
    private int[] now = {};

    MeterBridge(Look look, MixerModel model) {
        super(look);
        this.model = model;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Meters of all strips");
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            int index = (int) (event.getX() / look.factor() / cell());
            if (event.getButton() == MouseButton.PRIMARY && index >= 0 && index < cells.size()) {
                model.select(cells.get(index).strip().id(), event.isShiftDown(), event.isShortcutDown());
            }
        });
        sceneProperty().addListener((observable, before, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                refresh();
                look.pulse().add(frame);
            }
        });
    }

    /// Looks at the model again.
    void refresh() {
        List<StripModel> strips = new ArrayList<>(model.strips().get());
        strips.add(model.master().get());
        if (!strips.equals(cells.stream().map(Cell::strip).toList())) {
            cells = strips.stream()
                    .map(strip -> new Cell(strip, model.meter(strip.id())))
                    .toList();
            painted = new int[3 * cells.size()];
            now = new int[3 * cells.size()];
        }
        repaint();
    }

    private double cell() {
        return Math.min(WIDEST, getWidth() / look().factor() / Math.max(1, cells.size()));
    }

    private void follow(double seconds) {
        for (int i = 0; i < cells.size(); i++) {
            MeterModel meter = cells.get(i).meter();
            meter.setFall(model.meters().fall().get());
            meter.advance(seconds);
            now[3 * i] = row(Math.max(meter.bar(0), meter.bar(1)));
            now[3 * i + 1] = row(Math.max(meter.hold(0), meter.hold(1)));
            now[3 * i + 2] = meter.clipped() ? 1 : 0;
        }
        if (!java.util.Arrays.equals(now, painted)) {
            paintNow();
        }
    }

    /// In half units, which is as fine as it is seen.
    private static int row(double db) {
        return (int) Math.rint(2 * TRAVEL * LevelScale.FADER.position(db));
    }

    @Override
    protected double unitWidth() {
        return 800;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        System.arraycopy(now, 0, painted, 0, now.length);
        p.fill(0, 0, w, h, Token.BG_2.color());
        p.across(0, h - 1, w, Token.LINE_0.color());
        double wide = cell();
        for (int i = 0; i < cells.size(); i++) {
            paintCell(p, i, i * wide, wide);
        }
    }

    private void paintCell(Painter p, int i, double x, double wide) {
        StripModel strip = cells.get(i).strip();
        double bar = Math.min(14, wide - 3);
        double left = x + (wide - bar) / 2;
        if (strip.selected()) {
            p.fill(x + 1, 1, wide - 1, HEIGHT - 3, Token.BG_SEL.color());
        }
        p.fill(left, TOP, bar, TRAVEL, Token.BG_0.color(), 1);
        double reference = cells.get(i).meter().reference();
        double level = now[3 * i] / 2.0;
        for (MeterZone zone : ZONES) {
            double from = TRAVEL * LevelScale.FADER.position(zone.from(reference));
            double to = Math.min(level, TRAVEL * LevelScale.FADER.position(zone.to(reference)));
            if (to > from) {
                p.fill(left, TOP + TRAVEL - to, bar, to - from, zone.color());
            }
        }
        double hold = now[3 * i + 1] / 2.0;
        if (hold > 0) {
            p.fill(left, TOP + TRAVEL - hold, bar, 1, Token.FG_2.color());
        }
        if (now[3 * i + 2] == 1) {
            p.fill(x + 1, 0, wide - 1, 4, MeterZone.OVER.color());
        }
        p.fill(left, TOP + TRAVEL + 2, bar, 2, strip.color().color());
        if (wide >= 22) {
            String name = TextSize.fit(look(), TypeRole.SCALE, strip.name(), p.raw(wide - 2));
            p.center(x + wide / 2, HEIGHT - 9, name, TypeRole.SCALE, Token.FG_2.color());
        }
    }
}
