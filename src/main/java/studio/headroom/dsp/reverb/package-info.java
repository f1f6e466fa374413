/// Algorithmic reverberation: early reflections, diffusion and a feedback delay network.
@NullMarked
package studio.headroom.dsp.reverb;

import org.jspecify.annotations.NullMarked;
