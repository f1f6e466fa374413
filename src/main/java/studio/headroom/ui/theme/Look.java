package studio.headroom.ui.theme;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.text.Font;
import studio.headroom.ui.frame.FramePulse;

/// The scale of a window, its theme, its fonts, whether it moves, and its clock: what every control is made with.
/// Lengths
/// of the design are in units; one unit is one pixel at 100 %. UI thread.
public final class Look {
    /// The scales to choose from, in percent.
    public static final List<Integer> PERCENTS = List.of(75, 90, 100, 110, 125, 150, 175, 200);

    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(100);
    private final ReadOnlyDoubleWrapper outputScale = new ReadOnlyDoubleWrapper(1);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(false);
    private final FramePulse pulse;
    private final Map<TypeRole, Font> fonts = new EnumMap<>(TypeRole.class);

    public Look(FramePulse pulse) {
        this.pulse = pulse;
    }

    public FramePulse pulse() {
        return pulse;
    }

    public int percent() {
        return percent.get();
    }

    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    /// @param now one of [#PERCENTS]
    public void setPercent(int now) {
        if (!PERCENTS.contains(now)) {
            throw new IllegalArgumentException(now + " % is none of " + PERCENTS);
        }
        fonts.clear();
        percent.set(now);
    }

    /// Pixels of the device for each of the toolkit's, of the screen the window is on.
    public double outputScale() {
        return outputScale.get();
    }

    public ReadOnlyDoubleProperty outputScaleProperty() {
        return outputScale.getReadOnlyProperty();
    }

    public void setOutputScale(double scale) {
        outputScale.set(scale > 0 ? scale : 1);
    }

    /// The theme that is shown, in all windows of the process.
    public Theme theme() {
        return Theme.shown();
    }

    public void setTheme(Theme theme) {
        Theme.show(theme);
    }

    /// Lets a listener hear of every change of scale, of the device's grid and of the theme. It is held weakly: who
    /// listens holds it.
    public void watch(InvalidationListener listener) {
        WeakInvalidationListener weak = new WeakInvalidationListener(listener);
        percent.addListener(weak);
        outputScale.addListener(weak);
        Theme.shownProperty().addListener(weak);
    }

    /// With it nothing eases and nothing blinks.
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    public double factor() {
        return percent.get() / 100.0;
    }

    /// A length of the design in the toolkit's pixels, on the device's grid. What is not nothing is never rounded to
    /// nothing.
    public double px(double units) {
        double device = Math.rint(units * factor() * outputScale.get());
        return (units > 0 ? Math.max(1, device) : device) / outputScale.get();
    }

    /// The thinnest line: one pixel of the device.
    public double hair() {
        return 1 / outputScale.get();
    }

    /// A duration of the design, in ms; 0 with reduced motion.
    public double duration(double milliseconds) {
        return reducedMotion.get() ? 0 : milliseconds;
    }

    public Font font(TypeRole role) {
        Font font = fonts.get(role);
        if (font == null) {
            font = role.face().font(role.size(percent.get()) * factor());
            fonts.put(role, font);
        }
        return font;
    }
}
