/// What every audio codec shares: sample formats, settings, what is known about a file, and how errors are told.
@NullMarked
package studio.headroom.files.audio.codec;

import org.jspecify.annotations.NullMarked;
