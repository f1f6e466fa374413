package studio.headroom.ui.master.sight;

/// Which part of a print is seen: frames to units of the design and back. All of it fills the view at the farthest.
/// UI thread.
final class WaveZoom {
    /// Frames of a unit at the nearest.
    static final double NEAREST = 2;

    private static final double PAGE_LEAD = 0.04;

    private final Runnable changed;
    private double width = 1;
    private double frames = 1;
    private double framesPerUnit = 1;
    private double origin;

    /// @param changed runs after every change of what is seen
    WaveZoom(Runnable changed) {
        this.changed = changed;
    }

    /// Takes in the size of the view and of the sound. A view of the whole stays one.
    ///
    /// @param units above 0
    void bounds(double units, long soundFrames) {
        double length = Math.max(1, soundFrames);
        if (units == width && length == frames) {
            return;
        }
        boolean whole = isWhole();
        boolean otherSound = length != frames;
        width = Math.max(1, units);
        frames = length;
        set(whole || otherSound ? frames / width : framesPerUnit, otherSound ? 0 : origin);
    }

    /// Of the view, in units.
    double width() {
        return width;
    }

    boolean isWhole() {
        return framesPerUnit >= frames / width;
    }

    double framesPerUnit() {
        return framesPerUnit;
    }

    /// The frame at the left edge; it need not be whole.
    double origin() {
        return origin;
    }

    double right() {
        return origin + width * framesPerUnit;
    }

    double x(double frame) {
        return (frame - origin) / framesPerUnit;
    }

    /// The frame at a place, inside of the sound.
    long frameAt(double x) {
        return Math.round(Math.clamp(origin + x * framesPerUnit, 0, frames));
    }

    /// Makes everything larger (factor above 1) or smaller; what lies at `x` stays there, as far as the sound goes.
    void zoom(double factor, double x) {
        double next = limited(framesPerUnit / factor);
        set(next, origin + x * framesPerUnit - x * next);
    }

    /// Shows a range, with a little room on both sides.
    void fit(double from, double to) {
        double room = Math.max(1, to - from) * 0.03;
        double next = limited((to - from + 2 * room) / width);
        set(next, (from + to - width * next) / 2);
    }

    void all() {
        set(frames / width, 0);
    }

    void scrollBy(double units) {
        set(framesPerUnit, origin + units * framesPerUnit);
    }

    /// Turns a page when the playhead leaves the view.
    void follow(double frame) {
        if (frame >= 0 && frame <= frames && (frame < origin || frame > right())) {
            set(framesPerUnit, frame - PAGE_LEAD * width * framesPerUnit);
        }
    }

    private double limited(double wanted) {
        double farthest = frames / width;
        return Math.clamp(wanted, Math.min(NEAREST, farthest), farthest);
    }

    private void set(double nextFrames, double left) {
        double scale = limited(nextFrames);
        double next = Math.clamp(left, 0, Math.max(0, frames - width * scale));
        if (scale != framesPerUnit || next != origin) {
            framesPerUnit = scale;
            origin = next;
            changed.run();
        }
    }
}
