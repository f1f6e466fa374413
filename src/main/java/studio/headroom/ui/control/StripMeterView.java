package studio.headroom.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;

/// Two bars of level: the mean as a bright body, the peak above it dimmer, a line that holds the highest peak. Zones
/// are
/// fixed in dB, and the scale is the fader's, so one set of marks serves both. It moves while it is in a window, and
/// repaints only rows that have changed.
public final class StripMeterView extends KitControl {
    /// The width of a bar and the gap between the two, in units.
    public enum Width {
        NARROW(5, 1),
        WIDE(8, 1),
        EDITOR(11, 2),
        MASTER(14, 2);

        private final double bar;
        private final double gap;

        Width(double bar, double gap) {
            this.bar = bar;
            this.gap = gap;
        }
    }

    private static final MeterZone[] ZONES = MeterZone.values();
    private static final double SILENT_OPACITY = 0.45;

    private final MeterModel model;
    private final Width width;
    private final LevelScale scale;
    private final FramePulse.Frame frame = this::frame;

    /// What was painted last, in device pixels from the bottom: bar, mean and line of each side.
    private final int[] painted = new int[6];

    private final int[] now = new int[6];
    private double reference = Double.NaN;

    public StripMeterView(Look look, MeterModel model, Width width, LevelScale scale) {
        super(look);
        this.model = model;
        this.width = width;
        this.scale = scale;
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    /// Dimmer, since another strip's solo keeps it from being heard.
    public void setSilent(boolean silent) {
        setOpacity(silent ? SILENT_OPACITY : 1);
    }

    @Override
    protected double unitWidth() {
        return 2 * width.bar + width.gap;
    }

    @Override
    protected double unitHeight() {
        return 180 + 2 * Fader.PAD;
    }

    @Override
    protected double computeMinHeight(double w) {
        return look().px(120 + 2 * Fader.PAD);
    }

    private void frame(double seconds) {
        model.advance(seconds);
        if (getHeight() <= 0) {
            return;
        }
        if (Double.compare(reference, model.reference()) != 0) {
            repaint();
            return;
        }
        read();
        Painter p = painter();
        for (int side = 0; side < 2; side++) {
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (int i = 3 * side; i < 3 * side + 3; i++) {
                if (now[i] != painted[i]) {
                    low = Math.min(low, Math.min(now[i], painted[i]));
                    high = Math.max(high, Math.max(now[i], painted[i]));
                }
            }
            if (high > low) {
                // The line is two units thick and lies above its level.
                column(p, side, low - 1, high + (int) Math.ceil(p.raw(3) * look().outputScale()));
            }
        }
        System.arraycopy(now, 0, painted, 0, now.length);
    }

    private void read() {
        for (int side = 0; side < 2; side++) {
            now[3 * side] = row(model.bar(side));
            now[3 * side + 1] = row(Math.min(model.rms(side), model.bar(side)));
            now[3 * side + 2] = row(model.hold(side));
        }
    }

    private double bottom() {
        return painter().snap(getHeight() / look().factor() - Fader.PAD);
    }

    private double travel() {
        return bottom() - painter().snap(Fader.PAD);
    }

    /// The height of a level in the device's pixels.
    private int row(double db) {
        return (int) Math.rint(scale.position(db) * travel() * look().outputScale());
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        reference = model.reference();
        read();
        int all = (int) Math.rint(travel() * look().outputScale());
        column(p, 0, 0, all);
        column(p, 1, 0, all);
        System.arraycopy(now, 0, painted, 0, now.length);
    }

    /// Paints the rows `from` to `to` of a side, in the device's pixels from the bottom.
    private void column(Painter p, int side, int from, int to) {
        double left = p.snap(side * (width.bar + width.gap));
        double wide = p.snap(side * (width.bar + width.gap) + width.bar) - left;
        int all = (int) Math.rint(travel() * look().outputScale());
        int low = Math.max(from, 0);
        int high = Math.min(to, all);
        rows(p, left, wide, low, high, Token.BG_0.color());
        int bar = now[3 * side];
        int mean = now[3 * side + 1];
        for (MeterZone zone : ZONES) {
            int begin = row(zone.from(reference));
            int end = row(zone.to(reference));
            rows(p, left, wide, Math.max(low, begin), Math.min(Math.min(high, end), mean), zone.color());
            rows(p, left, wide, Math.max(Math.max(low, begin), mean), Math.min(Math.min(high, end), bar), zone.dim());
        }
        int zero = row(0);
        rows(p, left, wide, Math.max(low, zero), Math.min(high, zero + 1), Token.BG_1.color());
        if (!Double.isNaN(reference)) {
            int mark = row(reference);
            rows(p, left, wide, Math.max(low, mark), Math.min(high, mark + 1), Token.FG_1.color());
        }
        int line = now[3 * side + 2];
        int thick = (int) Math.rint(p.raw(2) * look().outputScale());
        if (line > 0) {
            int top = Math.min(line + thick, all);
            rows(p, left, wide, Math.max(low, top - thick), Math.min(high, top), MeterZone.ofPeak(model.hold(side)));
        }
    }

    private void rows(Painter p, double left, double wide, int from, int to, Color color) {
        if (to > from) {
            double device = look().outputScale();
            p.context().setFill(color);
            p.context().fillRect(left, bottom() - to / device, wide, (to - from) / device);
        }
    }
}
