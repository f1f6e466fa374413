/// The one window: its bars, its places, its dialogs, and the songs that it opens and closes.
@NullMarked
package studio.headroom.ui.shell;

import org.jspecify.annotations.NullMarked;
