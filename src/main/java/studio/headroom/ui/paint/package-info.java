/// Drawing on canvases in units of the design, on the device's grid.
@NullMarked
package studio.headroom.ui.paint;

import org.jspecify.annotations.NullMarked;
