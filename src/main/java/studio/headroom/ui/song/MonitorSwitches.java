package studio.headroom.ui.song;

import javafx.beans.property.BooleanProperty;
import javafx.util.Subscription;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.model.ControlModel;

/// The switches of what is heard, and never of the mix itself: one truth for all screens that show them. They follow
/// the listening until they are closed. UI thread.
public final class MonitorSwitches implements AutoCloseable {
    private static final Param MASTER =
            new Param("master", "Through the master", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);

    private final ControlModel mono;
    private final ControlModel dim;
    private final ControlModel master;
    private Subscription followed = Subscription.EMPTY;

    private MonitorSwitches(Playback playback) {
        mono = follow(
                playback.mono(),
                MonitorControls.MONO,
                "Monitor mono",
                "Hear both sides as one, as many loudspeakers do. Never in the mix itself.");
        dim = follow(
                playback.dim(), MonitorControls.DIM, "Monitor dim", "Turns down what you hear. Never the mix itself.");
        ListeningState listening = playback.listening();
        master = follow(
                listening.throughMaster(),
                MASTER,
                "Listen through the master",
                "Hear the mix through the mastering chain, as loud as without it unless you choose otherwise. Never in the"
                        + " mix itself.");
        followed = followed.and(
                listening.hasChain().subscribe(has -> master.setDisabledReason(has ? null : ListeningState.NO_CHAIN)));
    }

    public static MonitorSwitches of(Playback playback) {
        return new MonitorSwitches(playback);
    }

    private ControlModel follow(BooleanProperty property, Param param, String name, String explanation) {
        ControlModel model = new ControlModel(param, name, explanation, value -> property.set(value >= 0.5));
        followed = followed.and(property.subscribe(now -> model.show(now ? 1 : 0)));
        return model;
    }

    /// Hears both sides as one.
    public ControlModel mono() {
        return mono;
    }

    /// Turns down what is heard.
    public ControlModel dim() {
        return dim;
    }

    /// Hears the mix through the mastering chain.
    public ControlModel master() {
        return master;
    }

    @Override
    public void close() {
        followed.unsubscribe();
    }
}
