/// What editors of effects show and do, without a toolkit.
@NullMarked
package studio.headroom.ui.editor.model;

import org.jspecify.annotations.NullMarked;
