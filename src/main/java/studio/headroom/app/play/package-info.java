/// Plays a song or a sound file without a window.
@NullMarked
package studio.headroom.app.play;

import org.jspecify.annotations.NullMarked;
