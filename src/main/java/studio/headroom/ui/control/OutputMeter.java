package studio.headroom.ui.control;

import java.util.Arrays;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The lying meter of the top bar: peaks of both sides from -60 to +3 dB, even in dB, with marks below.
public final class OutputMeter extends KitControl {
    private static final MeterZone[] ZONES = MeterZone.values();
    private static final int[] MARKS = {-48, -36, -24, -12, 0};
    /// Room for half a number at each end.
    private static final double PAD = 6;

    private final MeterModel model;
    private final String name;
    private final FramePulse.Frame frame = this::frame;
    private final int[] shown = new int[4];
    private final int[] now = new int[4];

    /// @param name what a screen reader calls it: "Mix output"
    public OutputMeter(Look look, MeterModel model, String name) {
        super(look);
        this.model = model;
        this.name = name;
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(name);
        setMouseTransparent(true);
        useGround();
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    private void frame(double seconds) {
        model.advance(seconds);
        for (int side = 0; side < 2; side++) {
            now[2 * side] = column(model.bar(side));
            now[2 * side + 1] = column(model.hold(side));
        }
        if (!Arrays.equals(now, shown)) {
            System.arraycopy(now, 0, shown, 0, now.length);
            repaint();
        }
    }

    /// The place of a level in the device's pixels.
    private int column(double db) {
        double travel = getWidth() - 2 * look().px(PAD);
        return (int) Math.rint(LevelScale.LINEAR.position(db) * travel * look().outputScale());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? name + ", " + model.spoken()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double unitWidth() {
        return 136 + 2 * PAD;
    }

    @Override
    protected double unitHeight() {
        return 32;
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        double travel = w - 2 * PAD;
        p.fill(PAD, 0, travel, 8, Token.BG_0.color());
        p.fill(PAD, 10, travel, 8, Token.BG_0.color());
        for (int mark : MARKS) {
            double x = PAD + travel * LevelScale.LINEAR.position(mark);
            String number = mark == 0 ? "0" : "\u2212" + -mark;
            p.center(x, 26, number, TypeRole.SCALE, Token.FG_3.color());
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double travel = w - 2 * PAD;
        for (int side = 0; side < 2; side++) {
            double y = 10 * side;
            double bar = model.bar(side);
            for (MeterZone zone : ZONES) {
                if (bar > zone.from()) {
                    double from = PAD + travel * LevelScale.LINEAR.position(zone.from());
                    double to = PAD + travel * LevelScale.LINEAR.position(Math.min(zone.to(), bar));
                    p.fill(from, y, to - from, 8, zone.color());
                }
            }
            double hold = LevelScale.LINEAR.position(model.hold(side));
            if (hold > 0) {
                p.fill(Math.min(PAD + travel * hold, PAD + travel - 2), y, 2, 8, MeterZone.ofPeak(model.hold(side)));
            }
        }
    }
}
