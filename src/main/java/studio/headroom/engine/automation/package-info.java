/// Turns moves of controls while a song plays into automation, and says what the engine is to play meanwhile.
@NullMarked
package studio.headroom.engine.automation;

import org.jspecify.annotations.NullMarked;
