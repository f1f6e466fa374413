/// The project folder: its format and migrations, saving, backups, autosaves, and the check of its sound files.
@NullMarked
package studio.headroom.files.project;

import org.jspecify.annotations.NullMarked;
