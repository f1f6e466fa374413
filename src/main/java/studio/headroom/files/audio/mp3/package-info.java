/// MPEG layer III, decoded and encoded by jump3r, with the lengths of the LAME tag:
/// as many samples come out as went in.
@NullMarked
package studio.headroom.files.audio.mp3;

import org.jspecify.annotations.NullMarked;
