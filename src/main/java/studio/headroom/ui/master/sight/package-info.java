/// What one sees of a master: its waveform with what the chain takes away, loudness, spectrum, stereo image, and what
/// listeners will get.
@NullMarked
package studio.headroom.ui.master.sight;

import org.jspecify.annotations.NullMarked;
