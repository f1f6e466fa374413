/// What lies between left and right: band-wise width, mono bass, decorrelation.
@NullMarked
package studio.headroom.dsp.stereo;

import org.jspecify.annotations.NullMarked;
