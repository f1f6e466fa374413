package studio.headroom.engine.automation;

import org.jspecify.annotations.Nullable;

/// What is going on at one control.
final class Hand {
    /// What a move does.
    enum Role {
        /// Sets the control's own value.
        SET,
        /// Is heard instead of the lane and forgotten.
        HEARD,
        /// Is captured.
        WRITE,
        /// Is captured as decibels on top of the lane.
        TRIM,
        /// Moves the lane as a whole.
        SHIFT
    }

    final Address address;
    Role role = Role.SET;
    /// Whether it is a switch or a choice.
    boolean discrete;

    boolean touched;
    /// The value that it was last moved to.
    double value;
    /// What is being written now.
    @Nullable
    Capture capture;

    ControlOverride override = ControlOverride.FOLLOW;
    private double reference;

    Hand(Address address) {
        this.address = address;
    }

    void touch(Role begun, double at) {
        role = begun;
        touched = true;
        value = at;
        reference = at;
    }

    /// How far the control was moved since it was touched, in dB. From silence there is no way in dB: the first level
    /// above it is where counting begins.
    double moved() {
        if (reference == Double.NEGATIVE_INFINITY) {
            reference = value;
        }
        return value == reference ? 0 : Math.clamp(value - reference, -TrimmedLane.MAX_DB, TrimmedLane.MAX_DB);
    }
}
