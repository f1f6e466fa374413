package studio.headroom.engine.media;

import java.lang.invoke.VarHandle;
import studio.headroom.concurrent.RealTime;

/// A piece of a sound file in memory, from the moment it is loaded until its buffers are given to another page.
///
/// Buffers are used again, since new ones for every page would keep the collector busy with large arrays. A reader may
/// still be copying when that happens; it does not hold a page, but looks afterwards whether it was retired meanwhile,
/// and then throws away what it copied (optimistic reading, as in `java.util.concurrent.locks.StampedLock`).
///
/// **Who writes:** the disk thread. **Who reads:** any number of audio threads. **Ordering:** the samples are complete
/// before a page can be found; the mark of retirement is visible before the first sample changes. **Progress:**
/// wait-free.
final class Page {
    final MediaPages home;
    final int index;
    final float[][] samples;
    /// The disk thread's number of the last look in which this page was wanted.
    long lastWanted;
    /// Frames until it was to be played, in that look.
    long due;

    private volatile boolean retired;

    Page(MediaPages home, int index, float[][] samples) {
        this.home = home;
        this.index = index;
        this.samples = samples;
    }

    /// Notes that it will be played. Disk thread.
    ///
    /// @param frames until then
    void want(long look, long frames) {
        due = lastWanted == look ? Math.min(due, frames) : frames;
        lastWanted = look;
    }

    /// Copies samples of each channel.
    ///
    /// @return false when the page was retired before the copy was complete; the target is undefined then
    @RealTime
    boolean copy(int from, float[][] target, int at, int count) {
        for (int c = 0; c < samples.length; c++) {
            System.arraycopy(samples[c], from, target[c], at, count);
        }
        VarHandle.acquireFence();
        return !retired;
    }

    /// Marks the buffers as being used for something else from now on. Disk thread.
    void retire() {
        retired = true;
        VarHandle.fullFence();
    }
}
