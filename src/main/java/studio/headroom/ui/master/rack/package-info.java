/// The mastering chain on the screen: the bar of its effects and slots, and their editors side by side.
@NullMarked
package studio.headroom.ui.master.rack;

import org.jspecify.annotations.NullMarked;
