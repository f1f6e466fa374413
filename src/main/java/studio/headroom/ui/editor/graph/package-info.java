/// Pictures of what effects do: curves, spectra, histories.
@NullMarked
package studio.headroom.ui.editor.graph;

import org.jspecify.annotations.NullMarked;
