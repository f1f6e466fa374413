/// AAC in MP4 and ADTS files, decoded by JAAD.
@NullMarked
package studio.headroom.files.audio.aac;

import org.jspecify.annotations.NullMarked;
