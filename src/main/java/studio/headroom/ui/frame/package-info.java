/// The one clock that drives everything on the screen that moves.
@NullMarked
package studio.headroom.ui.frame;

import org.jspecify.annotations.NullMarked;
