/// Test signals: sines and noise.
@NullMarked
package studio.headroom.dsp.generator;

import org.jspecify.annotations.NullMarked;
