/// Sound files that only another program can read: ffmpeg, where it is installed.
@NullMarked
package studio.headroom.files.audio.external;

import org.jspecify.annotations.NullMarked;
