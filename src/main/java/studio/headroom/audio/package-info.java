/// Value types of sound: decibels, planar buffers and where samples come from and go to.
///
/// Buffers are planar everywhere: `float[channel][frame]`, full scale is ±1.
@NullMarked
package studio.headroom.audio;

import org.jspecify.annotations.NullMarked;
