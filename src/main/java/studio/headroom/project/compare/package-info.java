/// What differs between two mixes or two songs, in words.
@NullMarked
package studio.headroom.project.compare;

import org.jspecify.annotations.NullMarked;
