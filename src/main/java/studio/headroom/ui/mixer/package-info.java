/// The mixer: strips with their controls, what moves together, what is heard alone, and mixes to compare.
@NullMarked
package studio.headroom.ui.mixer;

import org.jspecify.annotations.NullMarked;
