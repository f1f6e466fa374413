/// Plays a song while it is edited: transport, the audio thread's loop, and the control side that turns each edit into
/// moves of controls or into a graph that follows the one in use.
@NullMarked
package studio.headroom.engine.live;

import org.jspecify.annotations.NullMarked;
