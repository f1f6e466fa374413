/// The quality check: what a mastering engineer would find in a finished file, with places, numbers, reasons and cures.
@NullMarked
package studio.headroom.mastering.check;

import org.jspecify.annotations.NullMarked;
