package studio.headroom.mastering.check;

/// Where something was found.
///
/// @param from first frame
/// @param to frame after the last one
/// @param value what was measured there, in the unit of the finding
public record Place(long from, long to, double value) {}
