/// Editors of effects: the pane that takes the place of the work area, and what it is made of.
@NullMarked
package studio.headroom.ui.editor;

import org.jspecify.annotations.NullMarked;
