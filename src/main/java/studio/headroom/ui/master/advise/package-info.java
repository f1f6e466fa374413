/// What advises in the Master view: references, the assistant, the quality check.
@NullMarked
package studio.headroom.ui.master.advise;

import org.jspecify.annotations.NullMarked;
