/// The controls: knobs, faders, buttons, fields and meters, each a picture of a model, reachable by mouse, keyboard and
/// screen reader.
@NullMarked
package studio.headroom.ui.control;

import org.jspecify.annotations.NullMarked;
