package studio.headroom.device;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import studio.headroom.engine.output.OutputDevice;

/// A clock for null devices that only goes on while a device waits for it, about as fast as a real one: however busy
/// the
/// machine is, nothing comes late by it. It can be made to jump.
public final class VirtualClock {
    private final AtomicLong nanos = new AtomicLong();

    /// A null device by this clock.
    public OutputDevice device() {
        return new NullDevice(nanos::get, duration -> {
            LockSupport.parkNanos(duration);
            nanos.addAndGet(duration);
        });
    }

    /// Time passes in which nobody waited. Any thread.
    public void jump(long duration) {
        nanos.addAndGet(duration);
    }
}
