/// Slow oscillators and what they move: delays, all-passes and gains.
@NullMarked
package studio.headroom.dsp.modulation;

import org.jspecify.annotations.NullMarked;
