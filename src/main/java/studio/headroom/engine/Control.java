package studio.headroom.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Lane;
import studio.headroom.project.Strip;

/// A control as it stands in a graph: the value that was set, or what its automation says.
final class Control {
    private final @Nullable CompiledLane lane;
    private double base;

    Control(double base, @Nullable CompiledLane lane) {
        this.base = base;
        this.lane = lane;
    }

    /// The control of a strip or of something in it.
    static Control of(Strip strip, String owner, Param param, Values values) {
        Optional<Lane> lane = strip.lane(owner, param.id())
                .filter(found -> found.enabled() && !found.points().isEmpty() && param.automatable());
        return new Control(
                values.get(param),
                lane.map(found -> new CompiledLane(param, found.points())).orElse(null));
    }

    @RealTime
    boolean automated() {
        return lane != null;
    }

    @RealTime
    double at(long frame) {
        return lane == null ? base : lane.at(frame);
    }

    /// Sets the value that holds where no automation does.
    @RealTime
    void set(double plain) {
        base = plain;
    }
}
