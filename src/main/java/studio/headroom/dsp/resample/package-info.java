/// From one sample rate to another, offline: linear phase, no shift in time, any ratio.
@NullMarked
package studio.headroom.dsp.resample;

import org.jspecify.annotations.NullMarked;
