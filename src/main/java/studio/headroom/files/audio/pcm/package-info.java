/// Uncompressed sound: WAV, RF64, BW64, AIFF and AIFC, read from any frame and written as a stream.
@NullMarked
package studio.headroom.files.audio.pcm;

import org.jspecify.annotations.NullMarked;
