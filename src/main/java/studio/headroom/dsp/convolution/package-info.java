/// Convolution with long responses in blocks of spectra, and the design of linear-phase responses for it.
@NullMarked
package studio.headroom.dsp.convolution;

import org.jspecify.annotations.NullMarked;
