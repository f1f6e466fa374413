/// Ogg (RFC 3533) with Opus (RFC 7845), decoded and encoded, and with Vorbis I, decoded.
@NullMarked
package studio.headroom.files.audio.ogg;

import org.jspecify.annotations.NullMarked;
