/// Raises and lowers the sample rate around what is not linear, so that its harmonics do not fold back.
@NullMarked
package studio.headroom.dsp.oversampling;

import org.jspecify.annotations.NullMarked;
