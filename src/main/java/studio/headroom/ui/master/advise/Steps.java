package studio.headroom.ui.master.advise;

import studio.headroom.mastering.Progress;

/// The progress of several things that come one after the other, as one.
final class Steps implements Progress {
    private final Progress all;
    private final int count;
    private int done;
    private double last;

    /// @param count how many there are; where there are more, the last ones stay at the end
    Steps(Progress all, int count) {
        this.all = all;
        this.count = count;
    }

    @Override
    public void at(String step, double share) {
        if (share < last - 0.5) {
            done++;
        }
        last = share;
        all.at(step, Math.min(1, (Math.min(done, count - 1) + Math.min(share, 1)) / count));
    }

    @Override
    public boolean canceled() {
        return all.canceled();
    }
}
