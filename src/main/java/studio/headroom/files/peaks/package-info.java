/// Waveforms for drawing: minima, maxima and RMS at several resolutions, kept in the project's `peaks/` folder.
@NullMarked
package studio.headroom.files.peaks;

import org.jspecify.annotations.NullMarked;
