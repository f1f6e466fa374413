/// What can be heard out of a whole sound, as an offer with a confidence: onsets, tempo, key and pitch.
@NullMarked
package studio.headroom.dsp.analysis;

import org.jspecify.annotations.NullMarked;
