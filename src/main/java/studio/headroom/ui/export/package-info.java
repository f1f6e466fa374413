/// Exports and prints of the open song: what is chosen, what will be written where, how it goes, what came of it.
@NullMarked
package studio.headroom.ui.export;

import org.jspecify.annotations.NullMarked;
