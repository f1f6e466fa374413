/// The card of the print that is mastered: which one, whether it still holds, what has changed, what to mind.
@NullMarked
package studio.headroom.ui.master.print;

import org.jspecify.annotations.NullMarked;
