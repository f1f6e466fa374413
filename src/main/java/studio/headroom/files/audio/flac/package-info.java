/// FLAC (RFC 9639), decoded and encoded.
@NullMarked
package studio.headroom.files.audio.flac;

import org.jspecify.annotations.NullMarked;
