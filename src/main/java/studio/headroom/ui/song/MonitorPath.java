package studio.headroom.ui.song;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.monitor.MonitorControls.Listen;
import studio.headroom.engine.monitor.MonitorControls.NoiseFrom;

/// Which part of what is heard the loudspeakers get, and how loud: one side, the middle, what differs, both exchanged,
/// one
/// turned over, nothing, or noise to measure the room with. It belongs to the listener and is in no file. UI thread.
public final class MonitorPath {
    private final ObjectProperty<Listen> listen = new SimpleObjectProperty<>(Listen.STEREO);
    private final BooleanProperty inverted = new SimpleBooleanProperty();
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private final DoubleProperty level = new SimpleDoubleProperty();
    private final ObjectProperty<NoiseFrom> noise = new SimpleObjectProperty<>(NoiseFrom.OFF);

    MonitorPath(LiveEngine engine) {
        listen.addListener((observable, before, now) -> engine.monitor(MonitorControls.LISTEN, now.ordinal()));
        inverted.addListener((observable, before, now) -> engine.monitor(MonitorControls.POLARITY_RIGHT, now ? 1 : 0));
        muted.addListener((observable, before, now) -> engine.monitor(MonitorControls.MUTE, now ? 1 : 0));
        level.addListener((observable, before, now) -> engine.monitor(MonitorControls.LEVEL, now.doubleValue()));
        noise.addListener((observable, before, now) -> engine.monitor(MonitorControls.NOISE, now.ordinal()));
    }

    /// How loud all that is heard is, in dB, -60 to 0.
    public DoubleProperty level() {
        return level;
    }

    /// Which loudspeaker noise comes from in place of what plays.
    public ObjectProperty<NoiseFrom> noise() {
        return noise;
    }

    /// What each loudspeaker is fed with.
    public ObjectProperty<Listen> listen() {
        return listen;
    }

    /// Whether the right loudspeaker is turned over.
    public BooleanProperty inverted() {
        return inverted;
    }

    /// Whether the loudspeakers are silent.
    public BooleanProperty muted() {
        return muted;
    }

    /// Goes to a part, or back to both sides where that is heard already.
    public void toggle(Listen part) {
        listen.set(listen.get() == part ? Listen.STEREO : part);
    }

    /// What is unusual about it, in a word for a light; empty where nothing is.
    public String word() {
        if (muted.get()) {
            return "MUTE";
        }
        if (noise.get() != NoiseFrom.OFF) {
            return "NOISE";
        }
        return listen.get() != Listen.STEREO ? listen.get().name() : inverted.get() ? "INVERT" : "";
    }

    /// Both loudspeakers as they are, as loud as they are.
    public void clear() {
        noise.set(NoiseFrom.OFF);
        listen.set(Listen.STEREO);
        inverted.set(false);
        muted.set(false);
    }

    /// Runs `observer` after every change of [#word].
    public Subscription observe(Runnable observer) {
        return Subscription.combine(
                listen.subscribe(observer),
                inverted.subscribe(observer),
                muted.subscribe(observer),
                noise.subscribe(observer));
    }
}
