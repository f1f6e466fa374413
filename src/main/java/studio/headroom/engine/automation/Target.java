package studio.headroom.engine.automation;

import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Unit;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;

/// A control as it stands in a song.
///
/// @param value its own, which it has where no automation moves it
/// @param lane enabled or not, with points or without
/// @param setter makes the edit that changes its own value
record Target(
        Strip strip,
        String owner,
        Param param,
        double value,
        @Nullable Lane lane,
        DoubleFunction<Edit> setter) {
    boolean active() {
        return lane != null && lane.enabled() && !lane.points().isEmpty() && param.automatable();
    }

    /// Whether it may be written.
    boolean writable() {
        return param.automatable() && (lane == null || lane.enabled());
    }

    boolean discrete() {
        return param.range() instanceof Range.Toggle || param.range() instanceof Range.Choice;
    }

    /// Whether TRIM adds to it.
    boolean relative() {
        return param.unit() == Unit.DECIBEL && param.range() instanceof Range.Fader;
    }

    /// What is read at a frame.
    double at(long frame) {
        return lane != null && active() ? lane.valueAt(param, frame) : value;
    }

    /// The lane; without points of its own one that holds the control's value from the beginning of the song.
    Lane base() {
        return lane != null && !lane.points().isEmpty()
                ? lane
                : new Lane(owner, param.id(), true, List.of(new Point(0, value, Shape.HOLD)));
    }
}
