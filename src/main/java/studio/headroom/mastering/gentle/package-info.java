/// Says of each effect of a mastering chain, in words and numbers, how far it goes, and whether that is gentle.
@NullMarked
package studio.headroom.mastering.gentle;

import org.jspecify.annotations.NullMarked;
