/// Loudness, loudness range and true peak of a signal as ITU-R BS.1770-5, EBU Tech 3341 and EBU Tech 3342 define
/// them.
@NullMarked
package studio.headroom.dsp.loudness;

import org.jspecify.annotations.NullMarked;
