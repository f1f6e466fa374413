package studio.headroom.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reference that a control thread replaces and the audio thread reads, such as the render graph, and the way
/// back: which of the older ones the audio thread does not use any more.
///
/// **Who writes:** one control thread at a time publishes and collects; the audio thread only reports what it has
/// finished. **Who reads:** the audio thread. **Ordering:** everything done to a value before [#publish] is visible
/// to the thread that gets it from [#take] (release, acquire); everything the audio thread did with older values
/// before [#finish] is done when [#collect] returns them. A value must not be changed by the control side once it
/// is published. **Progress:** wait-free on the audio thread.
///
/// @param <T> what is published
public final class Published<T> {
    private static final VarHandle CURRENT = handle("current", Edition.class);
    private static final VarHandle FINISHED = handle("finished", long.class);

    /// A published value and its number; later ones have higher numbers.
    public record Edition<T>(long revision, T value) {}

    @SuppressWarnings("unused")
    private volatile @Nullable Edition<T> current;

    @SuppressWarnings("unused")
    private volatile long finished;

    private final Deque<Edition<T>> held = new ArrayDeque<>();
    private long lastRevision;

    /// Makes a value the one to be used from now on. Control thread.
    ///
    /// @return its revision, 1 for the first
    public long publish(T value) {
        Edition<T> edition = new Edition<>(++lastRevision, value);
        held.addLast(edition);
        CURRENT.setRelease(this, edition);
        return edition.revision();
    }

    /// The newest value, or null before the first. Audio thread.
    @RealTime
    @SuppressWarnings("unchecked")
    public @Nullable Edition<T> take() {
        return (Edition<T>) CURRENT.getAcquire(this);
    }

    /// Promises never to touch a value older than this revision again. Audio thread.
    @RealTime
    public void finish(long revision) {
        FINISHED.setRelease(this, revision);
    }

    /// The revision last given to [#finish], 0 before the first.
    public long finished() {
        return (long) FINISHED.getAcquire(this);
    }

    /// Values that the audio thread has done with, each returned once, to be closed by the caller. Control thread.
    public List<T> collect() {
        long oldestInUse = finished();
        List<T> done = new ArrayList<>();
        while (held.size() > 1 && held.getFirst().revision() < oldestInUse) {
            done.add(held.removeFirst().value());
        }
        return done;
    }

    /// All values not yet returned by [#collect]. Only when no audio thread runs any more. Control thread.
    public List<T> drain() {
        CURRENT.setRelease(this, (Edition<T>) null);
        List<T> rest = held.stream().map(Edition::value).toList();
        held.clear();
        return rest;
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Published.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
