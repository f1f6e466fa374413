/// The mix prints of a song: which there are, what they were made of, and what has changed since.
@NullMarked
package studio.headroom.mastering.prints;

import org.jspecify.annotations.NullMarked;
