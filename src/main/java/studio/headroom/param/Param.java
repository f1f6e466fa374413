package studio.headroom.param;

/// The one definition of a control. The sound, the knob, the typed value, automation, files, presets and the screen
/// reader all read it.
///
/// @param id stable for ever: the key in project files, presets and automation lanes; words of letters and digits
/// parted by dots,
///     each beginning with a lower case letter
/// @param label what people call it, short
/// @param unit the unit of its plain value
/// @param range the values it may take and how they lie along a control's travel
/// @param initial the plain value that a new or reset control has
/// @param smoothing how a changed value is approached
/// @param automatable whether it may move while sound runs; one that may not takes effect when its owner is
///     prepared
public record Param(
        String id, String label, Unit unit, Range range, double initial, Smoothing smoothing, boolean automatable) {
    public Param {
        if (!id.matches("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)*")) {
            throw new IllegalArgumentException("parameter id '" + id + "' is not of the form band1.freq");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("parameter " + id + " has no label");
        }
        if (range.clamp(initial) != initial) {
            throw new IllegalArgumentException("parameter " + id + ": initial " + initial + " is outside its range");
        }
    }

    /// The value as a person reads it, with its unit: `-6.2 dB`, `3.20 kHz`, `bell`, `on`.
    public String format(double plain) {
        return switch (range) {
            case Range.Choice choice -> choice.options().get((int) Math.round(choice.clamp(plain)));
            case Range.Toggle ignored -> plain >= 0.5 ? "on" : "off";
            default -> unit.format(plain);
        };
    }

    /// The value that a person typed, clamped into the range.
    ///
    /// @throws IllegalArgumentException with what would be right, when the text is no value of this control
    public double parse(String text) {
        String trimmed = text.strip();
        return switch (range) {
            case Range.Choice choice -> choice.parse(trimmed);
            case Range.Toggle toggle -> toggle.parse(trimmed);
            default -> range.clamp(unit.parse(trimmed));
        };
    }

    public double clamp(double plain) {
        return range.clamp(plain);
    }
}
