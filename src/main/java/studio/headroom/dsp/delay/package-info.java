/// Delay lines, whole and between samples, the filters of a wet path, and the loop of an echo.
@NullMarked
package studio.headroom.dsp.delay;

import org.jspecify.annotations.NullMarked;
