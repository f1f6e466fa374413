/// Where tracks get their samples from: straight from files for a bounce, from memory filled ahead while playing.
@NullMarked
package studio.headroom.engine.media;

import org.jspecify.annotations.NullMarked;
