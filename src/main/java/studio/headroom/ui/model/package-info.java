/// What a control on the screen is and does, without a toolkit: its value, its gestures, steps, speech, and the
/// ballistics of meters.
@NullMarked
package studio.headroom.ui.model;

import org.jspecify.annotations.NullMarked;
