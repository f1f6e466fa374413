package studio.headroom.mastering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Collects places in about the order of time: those that lie close together become one, the first
/// [Limits#MOST_PLACES] are kept, all are counted, and the worst is always known.
final class Places {
    private final long near;
    private final List<Place> kept = new ArrayList<>();
    private @Nullable Place open;
    private @Nullable Place worst;
    private long count;

    /// @param near frames between places that are still one
    Places(long near) {
        this.near = near;
    }

    /// @param value the larger, the worse
    void add(long from, long to, double value) {
        Place last = open;
        if (last != null && from - last.to() <= near) {
            open = new Place(Math.min(last.from(), from), Math.max(last.to(), to), Math.max(last.value(), value));
        } else {
            close();
            open = new Place(from, to, value);
        }
    }

    private void close() {
        Place last = open;
        if (last == null) {
            return;
        }
        count++;
        if (kept.size() < Limits.MOST_PLACES) {
            kept.add(last);
        }
        if (worst == null || last.value() > worst.value()) {
            worst = last;
        }
        open = null;
    }

    boolean isEmpty() {
        return open == null && count == 0;
    }

    List<Place> kept() {
        close();
        return List.copyOf(kept);
    }

    long count() {
        close();
        return count;
    }

    Place worst() {
        close();
        if (worst == null) {
            throw new NoSuchElementException();
        }
        return worst;
    }

    /// The places that touch none of `others` within `frames`: what another finding explains already.
    Places without(List<Place> others, long frames) {
        Places rest = new Places(near);
        for (Place place : kept()) {
            if (others.stream()
                    .noneMatch(other -> place.from() <= other.to() + frames && place.to() >= other.from() - frames)) {
                rest.add(place.from(), place.to(), place.value());
            }
        }
        return rest;
    }
}
