/// Gain that follows level: detectors, gain computers and their ballistics.
@NullMarked
package studio.headroom.dsp.dynamics;

import org.jspecify.annotations.NullMarked;
