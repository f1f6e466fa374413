/// The inserts: one class each, joining its controls to its sound and its curve, and the catalogue of them all.
@NullMarked
package studio.headroom.effects;

import org.jspecify.annotations.NullMarked;
