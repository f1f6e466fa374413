package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// A frame drawn over the lanes: selects the clips that it touches and the time that it covers. A press alone goes
/// there. UI thread.
final class FrameDrag implements Gesture {
    private static final double THRESHOLD = 3;

    private final TimelineModel model;
    private final List<String> clipsBefore;
    private final @Nullable Span timeBefore;
    private final List<String> kept;
    private final double startFrame;
    private final double startX;
    private final double startRow;
    private boolean moving;

    /// @param adds whether what is selected already stays so
    FrameDrag(TimelineModel model, double x, double y, boolean adds) {
        this.model = model;
        clipsBefore = model.selection().clips().get();
        timeBefore = model.time();
        kept = adds ? clipsBefore : List.of();
        startX = x;
        startFrame = model.scale().frame(x);
        startRow = y + model.top();
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        double row = y + model.top();
        moving |= Math.hypot(x - startX, row - startRow) > THRESHOLD;
        if (!moving) {
            return;
        }
        long one = model.snapped(Math.round(startFrame), Set.of(), keys.control());
        long other = model.snapped(model.scale().frameAt(x), Set.of(), keys.control());
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        model.time(to > from ? new Span(from, to) : null);
        double left = Math.min(startFrame, model.scale().frame(x));
        double right = Math.max(startFrame, model.scale().frame(x));
        model.selection().clips(touched(left, right, Math.min(row, startRow), Math.max(row, startRow)));
    }

    private List<String> touched(double left, double right, double high, double low) {
        Set<String> ids = new LinkedHashSet<>(kept);
        for (Row row : model.rows().all()) {
            if (row.kind() != Row.Kind.TRACK || row.bottom() <= high || row.y() >= low) {
                continue;
            }
            for (Clip clip : model.song().strip(row.id()).map(Strip::clips).orElse(List.of())) {
                if (clip.end() > left && clip.start() < right) {
                    ids.add(clip.id());
                }
            }
        }
        return new ArrayList<>(ids);
    }

    @Override
    public void end() {
        if (!moving) {
            model.selection().clips(kept);
            model.time(null);
            model.player().locate(model.snapped(Math.round(startFrame), Set.of(), false));
        }
    }

    @Override
    public void cancel() {
        model.selection().clips(clipsBefore);
        model.time(timeBefore);
    }
}
