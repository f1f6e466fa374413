package studio.headroom.engine.media;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Places of the timeline about to be played, and whether they can be. Asked by the control thread, answered once by
/// the disk thread.
final class PageRequest {
    static final PageRequest NONE = new PageRequest(List.of());

    private final List<TimelineWindow> windows;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean there;

    PageRequest(List<TimelineWindow> windows) {
        this.windows = windows;
    }

    List<TimelineWindow> windows() {
        return windows;
    }

    boolean open() {
        return answered.getCount() > 0;
    }

    void answer(boolean allThere) {
        there = allThere;
        answered.countDown();
    }

    /// @return whether all is there; false also when the time is over
    boolean await(long millis) throws InterruptedException {
        return answered.await(millis, TimeUnit.MILLISECONDS) && there;
    }

    boolean isIn(SongDemand song, boolean failingToo) {
        for (TimelineWindow window : windows) {
            if (!song.has(window.from(), window.to(), failingToo)) {
                return false;
            }
        }
        return true;
    }
}
