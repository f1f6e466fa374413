/// Where a song begins: the page before one is open, what was dropped, and making a song of sound files.
@NullMarked
package studio.headroom.ui.start;

import org.jspecify.annotations.NullMarked;
