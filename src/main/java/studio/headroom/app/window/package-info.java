/// Puts the window together: the toolkit, the user's folders, the sound cards.
@NullMarked
package studio.headroom.app.window;

import org.jspecify.annotations.NullMarked;
