/// The song that is open, as all screens share it: its history, its file, how it plays, what is selected. No toolkit
/// but its observable values.
@NullMarked
package studio.headroom.ui.song;

import org.jspecify.annotations.NullMarked;
