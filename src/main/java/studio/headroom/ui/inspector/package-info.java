/// The strip that is selected, in detail: its input, equalizer, compressor, sends, and advice from what was measured.
@NullMarked
package studio.headroom.ui.inspector;

import org.jspecify.annotations.NullMarked;
