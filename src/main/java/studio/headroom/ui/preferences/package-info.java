/// What the user chose for all songs, kept in a file, and the dialog to choose it in.
@NullMarked
package studio.headroom.ui.preferences;

import org.jspecify.annotations.NullMarked;
