package studio.headroom.device;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// Keeps real time without a sound card, by the system's clock: what is written to it is gone as fast as it would be
/// heard.
public final class NullDevice implements OutputDevice {
    public static final String ID = "null";

    /// Threads are woken some 50 µs late; the rest of a wait is spun away.
    private static final long SPIN_NANOS = 50_000;

    private final LongSupplier nanos;
    private final LongConsumer pause;

    public NullDevice() {
        this(System::nanoTime, NullDevice::pause);
    }

    /// With another clock.
    ///
    /// @param nanos the time, in ns from anywhere, never going back
    /// @param pause lets the given number of ns go by on that clock, or less
    NullDevice(LongSupplier nanos, LongConsumer pause) {
        this.nanos = nanos;
        this.pause = pause;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "No sound (keeps time only)";
    }

    @Override
    public OutputLine open(OutputRequest request) {
        return new NullLine(request, nanos, pause);
    }

    private static void pause(long duration) {
        long end = System.nanoTime() + duration;
        for (long rest = duration; rest > 0; rest = end - System.nanoTime()) {
            if (rest > SPIN_NANOS) {
                LockSupport.parkNanos(rest - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
