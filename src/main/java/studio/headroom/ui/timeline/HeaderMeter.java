package studio.headroom.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.MeterSource;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;

/// The level of a track as one thin bar beside its name: the louder of its sides. Repaints when a row of pixels
/// differs. UI thread.
final class HeaderMeter extends KitControl {
    static final double WIDTH = 4;

    private final TimelinePlayer player;
    private final String strip;
    private final FramePulse.Frame frame = this::frame;
    private final MeterModel model;
    private @Nullable StripMeter meter;
    private int painted = -1;

    HeaderMeter(Look look, TimelinePlayer player, String strip) {
        super(look);
        this.player = player;
        this.strip = strip;
        model = new MeterModel(MeterSource.ofPeaks(this::peak));
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

    private double peak(int side) {
        StripMeter now = meter;
        return now == null ? 0 : now.get(side == 0 ? StripReading.PEAK_LEFT : StripReading.PEAK_RIGHT);
    }

    private void frame(double seconds) {
        meter = player.meter(strip).orElse(null);
        model.advance(seconds);
        if (isVisible() && level() != painted) {
            repaint();
        }
    }

    /// The height of the bar in pixels of the device.
    private int level() {
        double db = Math.max(model.bar(0), model.bar(1));
        return (int) Math.rint(LevelScale.FADER.position(db) * getHeight() * look().outputScale());
    }

    @Override
    protected double unitWidth() {
        return WIDTH;
    }

    @Override
    protected double unitHeight() {
        return 20;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        painted = level();
        p.fill(0, 0, w, h, Token.BG_0.color(), 1);
        double device = look().outputScale();
        double all = getHeight();
        for (MeterZone zone : MeterZone.values()) {
            double from = Math.rint(LevelScale.FADER.position(zone.from()) * all * device);
            double to = Math.min(painted, Math.rint(LevelScale.FADER.position(zone.to()) * all * device));
            if (to > from) {
                Color color = zone.color();
                p.context().setFill(color);
                p.context().fillRect(0, all - to / device, p.snap(w), (to - from) / device);
            }
        }
    }
}
