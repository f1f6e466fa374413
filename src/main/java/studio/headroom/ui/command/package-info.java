/// What the program can be told to do: commands, their keys, and how they are found.
@NullMarked
package studio.headroom.ui.command;

import org.jspecify.annotations.NullMarked;
