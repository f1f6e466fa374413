/// The parts that editors of effects are put together from.
@NullMarked
package studio.headroom.ui.editor.part;

import org.jspecify.annotations.NullMarked;
