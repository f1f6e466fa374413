package studio.headroom.engine.automation;

import java.util.List;
import studio.headroom.project.Lane.Point;

/// A pass of writing that is going on, for a display.
///
/// @param points captured so far, at least one; not yet thinned; valid until the next call to the recorder
/// @param relative whether their values are dB to be added to the lane rather than values of the control
public record Writing(Address address, List<Point> points, boolean relative) {}
