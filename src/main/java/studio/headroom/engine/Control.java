package studio.headroom.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Values;
import studio.headroom.project.Lane;
import studio.headroom.project.Strip;

/// A control as it stands in a graph: the value that was set, what its automation says, or what a hand on it says
/// instead. Belongs to the part that asks for its values, in the order of time: asking moves a glide on.
final class Control {
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final @Nullable Param param;
    private final @Nullable CompiledLane lane;
    private double base;
    private Hand hand = Hand.OFF;
    private double live;
    private long glideFrames;
    private long glideStart = NOT_BEGUN;
    /// What it was last asked to be with a hand on it; NaN where it has not been asked since.
    private double shown = Double.NaN;

    private enum Hand {
        /// The lane moves the control, or its value stands.
        OFF,
        /// A live value stands instead.
        HOLDS,
        /// A live value is added.
        TRIMS,
        /// A live value gives way to the lane.
        GLIDES
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

    /// Goes on from the same control of an older graph: a hand on it stays on it.
    ///
    /// @param wholly whether the value that was set last holds too, since this one is past being set
    @RealTime
    void takeOver(Control before, boolean wholly) {
        hand = before.hand;
        live = before.live;
        glideFrames = before.glideFrames;
        glideStart = before.glideStart;
        shown = before.shown;
        if (wholly) {
            base = before.base;
        }
    }

    @RealTime
    static void takeOver(Control[] controls, Control[] before, boolean wholly) {
        for (int i = 0; i < controls.length; i++) {
            controls[i].takeOver(before[i], wholly);
        }
    }

    /// Whether a hand is on it, or was and has not given it back in full.
    @RealTime
    boolean held() {
        return hand != Hand.OFF;
    }

    @RealTime
    boolean automated() {
        return lane != null;
    }

    @RealTime
    double at(long frame) {
        return hand == Hand.OFF ? followed(frame) : moved(frame);
    }

    @RealTime
    private double moved(long frame) {
        double way = hand == Hand.GLIDES ? glided(frame) : 0;
        shown = switch (hand) {
            case OFF -> followed(frame);
            case HOLDS -> live;
            case TRIMS -> param == null ? base : param.clamp(followed(frame) + live);
            case GLIDES -> param == null ? base : between(param, live, followed(frame), way);
        };
        return shown;
    }

    /// How far a glide has got, 0 to 1; at its end automation has the control back.
    @RealTime
    private double glided(long frame) {
        if (glideStart == NOT_BEGUN) {
            glideStart = frame;
        }
        long since = frame - glideStart;
        if (since < 0 || since >= glideFrames) {
            hand = Hand.OFF;
            return 1;
        }
        return (double) since / glideFrames;
    }

    @RealTime
    private static double between(Param param, double from, double to, double way) {
        Range range = param.range();
        double start = range.position(from);
        return range.plain(start + (range.position(to) - start) * way);
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
        if (hand != Hand.TRIMS) {
            shown = Double.NaN;
        }
        hand = Hand.TRIMS;
        live = difference;
    }

    /// Lets automation have the control back. A trim glides from where it has brought the control, and is no longer
    /// added: the lane of a graph that comes meanwhile has it written in.
    ///
    /// @param frames that the way takes, along the control's travel; 0 for at once
    @RealTime
    void follow(long frames) {
        if (hand == Hand.TRIMS) {
            live = shown;
        }
        if (frames <= 0 || hand == Hand.OFF || Double.isNaN(live)) {
            hand = Hand.OFF;
        } else {
            hand = Hand.GLIDES;
            glideFrames = frames;
            glideStart = NOT_BEGUN;
        }
    }
}
