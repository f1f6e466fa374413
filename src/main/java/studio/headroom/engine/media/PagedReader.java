package studio.headroom.engine.media;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import studio.headroom.concurrent.RealTime;

/// Plays a sound file from pages that the disk thread fills ahead; never waits for one. What is not in memory is
/// silence and counts as a miss.
///
/// Neither end of such a gap is a step. A gap begins where a page ends, so the reader looks one fade ahead of that
/// border, in the direction of playing, and fades out when nothing comes behind it; when there is sound again, it fades
/// in. Only what is lost without notice is cut off: a first read in the gap, or a page that is taken away although it
/// is being played.
///
/// One thread at a time; made by [MediaPool].
@RealTime
public final class PagedReader implements MediaReader {
    private final MediaPages pages;
    private final boolean backwards;
    private final AtomicLong misses;
    private final int fadeFrames;
    /// Where the fade stands: 0 is silence, `fadeFrames` the full level.
    private int level;

    /// @param backwards whether each read plays before, not behind, the one that came first, last frame first
    /// @param misses counts the reads that did not deliver all they should have
    /// @param fadeFrames of a fade at a gap, at most a page
    PagedReader(MediaPages pages, boolean backwards, AtomicLong misses, int fadeFrames) {
        this.pages = pages;
        this.backwards = backwards;
        this.misses = misses;
        this.fadeFrames = fadeFrames;
        level = fadeFrames;
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) {
        boolean missed = false;
        int rest = count;
        while (rest > 0) {
            long next = backwards ? start + rest - 1 : start + count - rest;
            int part = (int) Math.min(rest, run(next));
            long first = backwards ? next - part + 1 : next;
            int at = offset + (int) (first - start);
            if (next < 0 || next >= pages.frames()) {
                silence(target, at, part);
                level = Math.min(fadeFrames, level + part);
            } else {
                missed |= !readPage(first, target, at, part);
            }
            rest -= part;
        }
        if (missed) {
            misses.getAndIncrement();
        }
    }

    /// How many frames follow each other, in the direction of playing, on the same page or outside of the media.
    private long run(long frame) {
        long frames = pages.frames();
        if (frame < 0) {
            return backwards ? Long.MAX_VALUE : -frame;
        }
        if (frame >= frames) {
            return backwards ? frame - frames + 1 : Long.MAX_VALUE;
        }
        long onPage = frame & (MediaPages.FRAMES - 1);
        return backwards ? onPage + 1 : Math.min(frames - frame, MediaPages.FRAMES - onPage);
    }

    /// @return whether the page was there and there is no gap behind it to be faded into
    private boolean readPage(long first, float[][] target, int at, int count) {
        int index = (int) (first >> MediaPages.SHIFT);
        int onPage = (int) (first & (MediaPages.FRAMES - 1));
        Page page = pages.get(index);
        if (page == null || !page.copy(onPage, target, at, count)) {
            silence(target, at, count);
            level = 0;
            return false;
        }
        int left = backwards ? onPage : MediaPages.FRAMES - onPage - count;
        if (left < fadeFrames && gapBehind(index)) {
            int falling = Math.min(count, fadeFrames - left);
            int rising = count - falling;
            rise(target, backwards ? at + falling : at, rising);
            fall(target, backwards ? at : at + rising, falling, left);
            return false;
        }
        rise(target, at, count);
        return true;
    }

    private boolean gapBehind(int index) {
        int next = backwards ? index - 1 : index + 1;
        return next >= 0 && next < pages.count() && pages.get(next) == null;
    }

    private void rise(float[][] target, int at, int count) {
        int rising = Math.min(count, fadeFrames - level);
        for (int i = 0; i < rising; i++) {
            level++;
            scale(target, backwards ? at + count - 1 - i : at + i);
        }
    }

    /// @param left frames between the last of these and the gap
    private void fall(float[][] target, int at, int count, int left) {
        for (int i = 0; i < count; i++) {
            level = Math.max(0, Math.min(level - 1, left + count - 1 - i));
            scale(target, backwards ? at + count - 1 - i : at + i);
        }
    }

    /// Scales a frame by the fade: 3x² - 2x³, which begins and ends without a bend.
    private void scale(float[][] target, int at) {
        float x = (float) level / fadeFrames;
        float gain = x * x * (3 - 2 * x);
        for (int c = 0; c < pages.channels(); c++) {
            target[c][at] *= gain;
        }
    }

    private void silence(float[][] target, int at, int count) {
        for (int c = 0; c < pages.channels(); c++) {
            Arrays.fill(target[c], at, at + count, 0f);
        }
    }
}
