/// Tags of WAV, AIFF, FLAC, MP3 and MP4 files, through jaudiotagger.
@NullMarked
package studio.headroom.files.audio.tags;

import org.jspecify.annotations.NullMarked;
