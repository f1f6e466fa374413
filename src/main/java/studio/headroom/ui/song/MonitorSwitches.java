package studio.headroom.ui.song;

import javafx.beans.property.BooleanProperty;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.param.Param;
import studio.headroom.ui.model.ControlModel;

/// The switches of what is heard, and never of the mix itself: one truth for all screens that show them. UI thread.
public record MonitorSwitches(ControlModel mono, ControlModel dim) {
    public static MonitorSwitches of(Playback playback) {
        return new MonitorSwitches(
                of(
                        playback.mono(),
                        MonitorControls.MONO,
                        "Monitor mono",
                        "Hear both sides as one, as many loudspeakers do. Never in the mix itself."),
                of(
                        playback.dim(),
                        MonitorControls.DIM,
                        "Monitor dim",
                        "Turns down what you hear. Never the mix itself."));
    }

    private static ControlModel of(BooleanProperty property, Param param, String name, String explanation) {
        ControlModel model = new ControlModel(param, name, explanation, value -> property.set(value >= 0.5));
        property.addListener((observable, before, now) -> model.show(now ? 1 : 0));
        model.show(property.get() ? 1 : 0);
        return model;
    }
}
