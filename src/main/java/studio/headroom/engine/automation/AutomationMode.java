package studio.headroom.engine.automation;

/// What a strip does with its automation and with moves of its controls, those of its inserts and sends included.
///
/// A control has an *active lane* when its lane is enabled and has points. A lane that is not enabled stands for a
/// control that is off whatever the strip's mode is: it is neither read nor written. What a move does:
///
/// | mode | active lane, playing | no lane, playing | active lane, stopped | no lane, stopped |
/// |---|---|---|---|---|
/// | OFF | sets the control | sets | sets | sets |
/// | READ | is heard till stop | sets | is heard till play | sets |
/// | TOUCH | is written till release | same | is heard till play | sets |
/// | LATCH | is written till stop | same | is heard till play | sets |
/// | WRITE | is written; so is all from play to stop | same | is heard till play, then written | sets |
/// | TRIM | adds to the lane till release | adds to the value | shifts the whole lane | sets |
///
/// - *Sets*: changes the control's own value, a step of the history like any other.
/// - *Is heard*: the move overrides the lane, as in Live, and nothing is written or saved. A control that would not
///   move at all, as in Logic and Ardour, could not even be tried out.
/// - What is written without a lane makes one. Before and after what was written it has the control's own value.
/// - After a pass of writing the control glides back to its lane.
/// - A switch or choice has no release: it is clicked. In TOUCH and TRIM it is written till stop, as in LATCH.
/// - TRIM is relative for faders (volume, level of a send), in dB. Other controls behave as in TOUCH.
/// - When playback stops, WRITE becomes TOUCH, so that playing again to listen does not overwrite the rest.
public enum AutomationMode {
    OFF,
    READ,
    TOUCH,
    LATCH,
    WRITE,
    TRIM;

    /// Whether moves during playback end up in lanes.
    public boolean writes() {
        return this != OFF && this != READ;
    }
}
