package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Marker;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.edit.SongEdits;

/// What the hand does above the lanes: goes to a place or selects time on the ruler, draws, moves and stretches the
/// loop, moves markers. UI thread.
final class RulerDrag implements Gesture {
    static final double MARKERS = 20;
    static final double LOOP = 30;
    static final double HEIGHT = 56;
    private static final double EDGE = 6;
    private static final double THRESHOLD = 3;
    /// The loop does not snap to where it is itself.
    private static final Set<String> MOVING = Set.of(Snapping.LOOP);

    private enum Action {
        TIME,
        LOOP_NEW,
        LOOP_MOVE,
        LOOP_START,
        LOOP_END,
        MARKER
    }

    private final TimelineModel model;
    private final Preview preview;
    private final Action action;
    private final @Nullable Marker marker;
    private final @Nullable Span loop;
    private final @Nullable Span timeBefore;
    private final double startX;
    private final double startFrame;
    private boolean moving;
    private String bubble = "";

    /// @param y from the top of the marker row, 0..56
    /// @param flags where the flags of the markers lie
    RulerDrag(TimelineModel model, double x, double y, List<Flag> flags) {
        this.model = model;
        preview = new Preview(model.history(), Preview.Part.SONG);
        startX = x;
        startFrame = model.scale().frame(x);
        loop = model.song().loop();
        timeBefore = model.time();
        marker = y < MARKERS ? at(flags, x).orElse(null) : null;
        action = marker != null ? Action.MARKER : y >= MARKERS && y < LOOP ? loopAction(model, loop, x) : Action.TIME;
    }

    /// The flag of a marker, in units.
    record Flag(Marker marker, double x, double width) {}

    static Optional<Marker> at(List<Flag> flags, double x) {
        return flags.reversed().stream()
                .filter(flag -> x >= flag.x() - 2 && x < flag.x() + flag.width())
                .map(Flag::marker)
                .findFirst();
    }

    private static Action loopAction(TimelineModel model, @Nullable Span loop, double x) {
        if (loop == null) {
            return Action.LOOP_NEW;
        }
        double left = model.scale().x(loop.start());
        double right = model.scale().x(loop.end());
        double edge = Math.min(EDGE, (right - left) / 4);
        if (x < left - EDGE || x > right + EDGE) {
            return Action.LOOP_NEW;
        }
        return x < left + edge ? Action.LOOP_START : x > right - edge ? Action.LOOP_END : Action.LOOP_MOVE;
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        moving |= Math.abs(x - startX) > THRESHOLD;
        if (!moving) {
            return;
        }
        boolean free = keys.control();
        long by = Math.round(model.scale().frame(x) - startFrame);
        Span old = loop;
        switch (action) {
            case TIME -> {
                Span range = range(x, free);
                model.time(range);
                bubble = range == null ? "" : length(range);
            }
            case LOOP_NEW -> show(range(x, free));
            case LOOP_MOVE -> {
                if (old != null) {
                    long way = model.snapped(old.start() + by, MOVING, free) - old.start();
                    show(new Span(old.start() + way, old.end() + way));
                }
            }
            case LOOP_START -> {
                if (old != null) {
                    show(endingAt(old.end(), model.snapped(old.start() + by, MOVING, free)));
                }
            }
            case LOOP_END -> {
                if (old != null) {
                    show(ordered(old.start(), model.snapped(old.end() + by, MOVING, free)));
                }
            }
            case MARKER -> marker(by, free);
        }
    }

    private void marker(long by, boolean free) {
        Marker moved = marker;
        if (moved != null) {
            long frame = model.snapped(moved.frame() + by, Set.of(moved.id()), free);
            preview.show(SongEdits.moveMarker(moved.id(), frame));
            bubble = model.grid().place(frame).toString();
        }
    }

    private @Nullable Span range(double x, boolean free) {
        return ordered(
                model.snapped(Math.max(0, Math.round(startFrame)), MOVING, free),
                model.snapped(model.scale().frameAt(x), MOVING, free));
    }

    private static @Nullable Span ordered(long one, long other) {
        return one == other ? null : new Span(Math.min(one, other), Math.max(one, other));
    }

    /// The loop whose start is dragged: its end stays where it is, also where the loop is as short as one may be.
    private @Nullable Span endingAt(long end, long start) {
        long least = Project.shortestLoop(model.song().sampleRate());
        return ordered(start < end ? Math.max(0, Math.min(start, end - least)) : start, end);
    }

    private void show(@Nullable Span range) {
        if (range != null) {
            preview.show(SongEdits.loop(range));
            bubble = length(range.atLeast(Project.shortestLoop(model.song().sampleRate())));
        }
    }

    private String length(Span range) {
        double bars = range.length() / model.grid().framesPerBar();
        double whole = Math.rint(bars * 100) / 100;
        return whole == Math.rint(whole) ? (long) whole + (whole == 1 ? " bar" : " bars") : whole + " bars";
    }

    @Override
    public void end() {
        preview.end();
        if (!moving) {
            Marker there = marker;
            long frame =
                    there != null ? there.frame() : model.snapped(Math.max(0, Math.round(startFrame)), Set.of(), false);
            model.time(null);
            model.player().locate(frame);
        } else if (action == Action.LOOP_NEW) {
            model.looping(true);
        }
    }

    @Override
    public void cancel() {
        preview.cancel();
        model.time(timeBefore);
    }

    @Override
    public String bubble() {
        return bubble;
    }
}
