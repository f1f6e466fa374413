/// From floating point to integers of fewer bits: dither, noise shaping, and how many bits a signal really uses.
@NullMarked
package studio.headroom.dsp.dither;

import org.jspecify.annotations.NullMarked;
