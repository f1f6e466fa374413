/// The built-in benchmark: a session as people have them, rendered against the clock.
@NullMarked
package studio.headroom.app.bench;

import org.jspecify.annotations.NullMarked;
