/// What a lossy format makes of a master: the coded sound as a delivery would write it, the difference, and what both
/// measure.
@NullMarked
package studio.headroom.mastering.coded;

import org.jspecify.annotations.NullMarked;
