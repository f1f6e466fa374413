package studio.headroom.ui.song;

import javafx.beans.property.BooleanProperty;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.model.ControlModel;

/// The switches of what is heard, and never of the mix itself: one truth for all screens that show them. UI thread.
///
/// @param master hears the mix through the mastering chain
public record MonitorSwitches(ControlModel mono, ControlModel dim, ControlModel master) {
    private static final Param MASTER =
            new Param("master", "Through the master", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);

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
                        "Turns down what you hear. Never the mix itself."),
                master(playback.listening()));
    }

    private static ControlModel master(ListeningState listening) {
        ControlModel model = of(
                listening.throughMaster(),
                MASTER,
                "Listen through the master",
                "Hear the mix through the mastering chain, as loud as without it unless you choose otherwise. Never in the"
                        + " mix itself.");
        Runnable follow = () -> model.setDisabledReason(listening.hasChain().get() ? null : ListeningState.NO_CHAIN);
        listening.hasChain().addListener(observable -> follow.run());
        follow.run();
        return model;
    }

    private static ControlModel of(BooleanProperty property, Param param, String name, String explanation) {
        ControlModel model = new ControlModel(param, name, explanation, value -> property.set(value >= 0.5));
        property.addListener((observable, before, now) -> model.show(now ? 1 : 0));
        model.show(property.get() ? 1 : 0);
        return model;
    }
}
