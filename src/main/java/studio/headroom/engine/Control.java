package studio.headroom.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Lane;
import studio.headroom.project.Strip;

/// A control as it stands in a graph: the value that was set, what its automation says, or what a hand on it says
/// instead.
final class Control {
    private final @Nullable Param param;
    private final @Nullable CompiledLane lane;
    private double base;
    private Hand hand = Hand.OFF;
    private double live;

    private enum Hand {
        /// The lane moves the control, or its value stands.
        OFF,
        /// A live value stands instead.
        HOLDS,
        /// A live value is added.
        TRIMS
    }

    /// One that stands.
    Control(double base) {
        this(null, base, null);
    }

    private Control(@Nullable Param param, double base, @Nullable CompiledLane lane) {
        this.param = param;
        this.base = base;
        this.lane = lane;
    }

    /// The control of a strip or of something in it.
    static Control of(Strip strip, String owner, Param param, Values values) {
        Optional<Lane> lane = strip.lane(owner, param.id())
                .filter(found -> found.enabled() && !found.points().isEmpty() && param.automatable());
        return new Control(
                param,
                values.get(param),
                lane.map(found -> new CompiledLane(param, found.points())).orElse(null));
    }

    @RealTime
    boolean automated() {
        return lane != null;
    }

    @RealTime
    double at(long frame) {
        return switch (hand) {
            case OFF -> followed(frame);
            case HOLDS -> live;
            case TRIMS -> param == null ? base : param.clamp(followed(frame) + live);
        };
    }

    @RealTime
    private double followed(long frame) {
        return lane == null ? base : lane.at(frame);
    }

    /// Sets the value that holds where no automation does.
    @RealTime
    void set(double plain) {
        base = plain;
    }

    /// Lets a live value stand instead of what automation says.
    @RealTime
    void hold(double plain) {
        hand = Hand.HOLDS;
        live = plain;
    }

    /// Lets a live value be added to what automation says.
    @RealTime
    void trim(double difference) {
        hand = Hand.TRIMS;
        live = difference;
    }

    /// Lets automation have the control back.
    @RealTime
    void follow() {
        hand = Hand.OFF;
    }
}
