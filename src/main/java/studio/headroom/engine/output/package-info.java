/// What the engine asks of a sound card, and of what stands in for one.
@NullMarked
package studio.headroom.engine.output;

import org.jspecify.annotations.NullMarked;
