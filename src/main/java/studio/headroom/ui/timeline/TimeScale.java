package studio.headroom.ui.timeline;

/// Which part of the song is seen, and how large: frames to units of the design and back. UI thread.
public final class TimeScale {
    /// Frames of a unit at the nearest zoom: 32 units for each sample.
    public static final double NEAREST = 1.0 / 32;

    /// How much farther than the whole song one can look.
    private static final double MARGIN = 1.1;

    /// An empty song is seen as if it were so long.
    private static final double EMPTY_SECONDS = 60;

    /// Share of the view at its left edge at which a page that is turned begins.
    private static final double PAGE_LEAD = 0.04;

    private final int sampleRate;
    private final Runnable changed;
    private double framesPerUnit;
    private double origin;
    private double width = 1000;
    private long end;

    /// How the view goes with the playhead.
    public enum Follow {
        OFF,
        /// Turns a page when the playhead leaves the view.
        PAGE,
        /// Keeps the playhead in the middle.
        SMOOTH
    }

    /// @param sampleRate of the song in Hz
    /// @param changed runs after every change of what is seen
    public TimeScale(int sampleRate, Runnable changed) {
        this.sampleRate = sampleRate;
        this.changed = changed;
        framesPerUnit = farthest();
    }

    /// Takes in the size of the view and of the song. A view of the whole song stays one when the window changes. When
    /// the song's end moves, nothing else does: what is in the hand stays under it.
    ///
    /// @param units the width of the view, above 0
    /// @param songEnd the frame after the last clip
    public void bounds(double units, long songEnd) {
        boolean whole = framesPerUnit >= farthest() || end == 0 && songEnd > 0;
        boolean sameWidth = units == width && (end > 0 || songEnd == 0);
        width = units;
        end = songEnd;
        if (!sameWidth) {
            set(whole ? farthest() : framesPerUnit, origin);
        }
    }

    public double width() {
        return width;
    }

    public double framesPerUnit() {
        return framesPerUnit;
    }

    /// The frame at the left edge; it need not be whole.
    public double origin() {
        return origin;
    }

    /// The frame at the right edge.
    public double right() {
        return origin + width * framesPerUnit;
    }

    /// What can be scrolled over, in frames: the song, and some room behind it.
    public double extent() {
        return length() * MARGIN;
    }

    public double x(double frame) {
        return (frame - origin) / framesPerUnit;
    }

    public double frame(double x) {
        return origin + x * framesPerUnit;
    }

    /// The whole frame at a place, 0 or later.
    public long frameAt(double x) {
        return Math.max(0, Math.round(frame(x)));
    }

    public boolean sees(double from, double to) {
        return to >= origin && from <= right();
    }

    /// Makes everything larger (factor above 1) or smaller; what lies at `x` stays there, as far as the song goes.
    public void zoom(double factor, double x) {
        double fixed = frame(x);
        double next = limited(framesPerUnit / factor);
        set(next, fixed - x * next);
    }

    /// Shows a range, with a little room on both sides.
    public void fit(double from, double to) {
        double room = Math.max(1, to - from) * 0.03;
        double next = limited((to - from + 2 * room) / width);
        set(next, (from + to - width * next) / 2);
    }

    public void fitSong() {
        set(farthest(), 0);
    }

    public void scrollBy(double units) {
        set(framesPerUnit, origin + units * framesPerUnit);
    }

    /// @param frame at the left edge
    public void scrollTo(double frame) {
        set(framesPerUnit, frame);
    }

    /// Scrolls as little as shows a frame with some room around it.
    public void reveal(double frame) {
        double room = 0.1 * width * framesPerUnit;
        if (frame < origin + room) {
            scrollTo(frame - room);
        } else if (frame > right() - room) {
            scrollTo(frame + room - width * framesPerUnit);
        }
    }

    /// Goes with the playhead.
    public void follow(double frame, Follow how) {
        switch (how) {
            case OFF -> {}
            case PAGE -> {
                if (frame < origin || frame > right()) {
                    scrollTo(frame - PAGE_LEAD * width * framesPerUnit);
                }
            }
            case SMOOTH -> scrollTo(frame - width * framesPerUnit / 2);
        }
    }

    /// Frames of a unit when all of the song is seen.
    public double farthest() {
        return extent() / width;
    }

    private double length() {
        return end > 0 ? end : EMPTY_SECONDS * sampleRate;
    }

    private double limited(double frames) {
        return Math.clamp(frames, Math.min(NEAREST, farthest()), farthest());
    }

    private void set(double frames, double left) {
        double nextFrames = limited(frames);
        double next = Math.clamp(left, 0, Math.max(0, extent() - width * nextFrames));
        if (nextFrames != framesPerUnit || next != origin) {
            framesPerUnit = nextFrames;
            origin = next;
            changed.run();
        }
    }
}
