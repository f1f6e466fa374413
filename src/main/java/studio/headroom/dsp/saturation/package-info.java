/// Curves that bend a signal, and the way through them without aliases.
@NullMarked
package studio.headroom.dsp.saturation;

import org.jspecify.annotations.NullMarked;
