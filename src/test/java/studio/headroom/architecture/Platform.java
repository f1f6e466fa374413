package studio.headroom.architecture;

import java.util.Map;
import java.util.Set;

/// What real-time code may call of the JDK: methods that neither allocate nor lock nor wait.
final class Platform {
    private static final Set<String> WHOLE_TYPES =
            Set.of("java.lang.Math", "java.lang.StrictMath", "java.lang.invoke.VarHandle");

    private static final String COMPARING = "compare min max sum ";
    private static final String FLOATING = COMPARING + "isNaN isFinite isInfinite ";
    private static final String BITS = COMPARING + "bitCount highestOneBit lowestOneBit numberOfLeadingZeros "
            + "numberOfTrailingZeros reverse reverseBytes rotateLeft rotateRight signum";
    private static final String ATOMIC = "get set lazySet getPlain setPlain getAcquire setRelease getOpaque setOpaque "
            + "compareAndSet getAndSet getAndAdd getAndIncrement incrementAndGet addAndGet";

    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            of("java.lang.System", "arraycopy nanoTime"),
            of("java.lang.Thread", "onSpinWait"),
            // Wakes another thread and does not wait for it.
            of("java.util.concurrent.locks.LockSupport", "unpark"),
            of("java.lang.Double", FLOATING + "doubleToRawLongBits doubleToLongBits longBitsToDouble"),
            of("java.lang.Float", FLOATING + "floatToRawIntBits floatToIntBits intBitsToFloat"),
            of("java.lang.Integer", BITS),
            of("java.lang.Long", BITS),
            of("java.util.Arrays", "fill equals"),
            of("java.util.Objects", "requireNonNull checkIndex checkFromIndexSize"),
            // Immutable lists; an iterator would be allocated.
            of("java.util.List", "get size isEmpty"),
            of("java.util.concurrent.atomic.AtomicInteger", ATOMIC),
            of("java.util.concurrent.atomic.AtomicLong", ATOMIC),
            of("java.util.concurrent.atomic.AtomicBoolean", ATOMIC),
            of("java.util.concurrent.atomic.AtomicReference", ATOMIC),
            of("java.util.concurrent.atomic.AtomicIntegerArray", ATOMIC),
            of("java.util.concurrent.atomic.AtomicLongArray", ATOMIC),
            of("java.util.concurrent.atomic.AtomicReferenceArray", ATOMIC));

    private Platform() {}

    private static Map.Entry<String, Set<String>> of(String type, String methods) {
        return Map.entry(type, Set.of(methods.split(" ")));
    }

    static boolean isAllowed(String type, String method) {
        // Every enum has its own "ordinal" in the byte code.
        return WHOLE_TYPES.contains(type)
                || method.equals("ordinal")
                || METHODS.getOrDefault(type, Set.of()).contains(method);
    }
}
