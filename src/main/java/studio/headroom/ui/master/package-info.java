/// The Master view: the place in which a mix print becomes what is released.
@NullMarked
package studio.headroom.ui.master;

import org.jspecify.annotations.NullMarked;
