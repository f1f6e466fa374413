package studio.headroom.engine.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;

/// Lets one thread at a time at what is rendered with. An audio thread that was given up, since its device or what it
/// renders takes for ever, may still be inside when the next one comes; that one then waits outside.
///
/// **Ordering:** what a thread did before [#leave] is visible to the next one that [#enter] lets in.
final class Turnstile {
    private static final VarHandle INSIDE = handle();

    @SuppressWarnings("unused")
    private volatile @Nullable Object inside;

    /// @return whether the caller is inside; false while another is. Never waits.
    @RealTime
    boolean enter(Object who) {
        return INSIDE.compareAndSet(this, null, who);
    }

    /// Only after [#enter] returned true.
    @RealTime
    void leave() {
        INSIDE.setRelease(this, null);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(Turnstile.class, "inside", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
