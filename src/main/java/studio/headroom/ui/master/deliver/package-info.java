/// Deliveries of a master: what is chosen, what files that makes, how it goes, what came of it.
@NullMarked
package studio.headroom.ui.master.deliver;

import org.jspecify.annotations.NullMarked;
