/// From the mix to files that can be released: print, mastering chain, targets, delivery and its proof.
@NullMarked
package studio.headroom.mastering;

import org.jspecify.annotations.NullMarked;
