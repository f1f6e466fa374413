package studio.headroom.engine.automation;

/// What the engine is to play for a control instead of, or by, its lane.
public sealed interface ControlOverride {
    /// Without a glide.
    Follow FOLLOW = new Follow(0);

    /// By its lane, or at its own value where it has none. After a pass of writing the control glides there; the lane
    /// of
    /// [AutomationRecorder#heard] has that glide in it already, so that an engine that plays it follows it at once.
    ///
    /// @param glideFrames how long the control takes to get there: from what it plays now to the lane's value after
    ///     so many frames, in a straight line along its travel
    record Follow(long glideFrames) implements ControlOverride {}

    /// At a plain value, whatever the lane says.
    record Hold(double value) implements ControlOverride {}

    /// At the lane's value, or its own where it has no lane, and this many dB more, clamped to its range. -200 dB is
    /// silence.
    record Trim(double deltaDb) implements ControlOverride {}
}
