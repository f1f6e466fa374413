package studio.headroom.mastering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;

/// The part of a sound that is delivered, in frames.
///
/// @param rate in Hz
/// @param frames of the whole sound
/// @param from first frame of the part
/// @param to frame after its last one
/// @param fadeIn frames of the part that come from silence
/// @param fadeOut frames of the part that go to silence
/// @param shape of both fades
public record Trim(int rate, long frames, long from, long to, long fadeIn, long fadeOut, Fade.Shape shape) {
    /// A cut at a time may lie in the middle of a wave: this much of a fade, in seconds, and it does not click.
    private static final double CLICK_FREE = 0.003;

    /// All of a sound.
    public static Trim whole(int rate, long frames) {
        return new Trim(rate, frames, 0, frames, 0, 0, Fade.Shape.LINEAR);
    }

    /// The part of a sound that is asked for; reads its ends where silence is to be found.
    ///
    /// @param name of the sound in errors
    /// @throws IOException where nothing is left of it, or it cannot be read
    public static Trim of(Ends ends, SampleSource sound, String name) throws IOException {
        int rate = sound.format().sampleRate();
        long all = sound.frames();
        long from =
                switch (ends.head()) {
                    case Ends.Edge.Whole whole -> 0;
                    case Ends.Edge.At(double seconds) -> Math.round(seconds * rate);
                    case Ends.Edge.Silence(double kept) ->
                        Math.max(0, EdgeSilence.head(sound) - Math.round(kept * rate));
                };
        long to =
                switch (ends.tail()) {
                    case Ends.Edge.Whole whole -> all;
                    case Ends.Edge.At(double seconds) -> Math.min(all, Math.round(seconds * rate));
                    case Ends.Edge.Silence(double kept) ->
                        Math.min(all, all - EdgeSilence.tail(sound) + Math.round(kept * rate));
                };
        if (from >= to) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "'%s' is %.1f s long; nothing is left of it from %.1f s to %.1f s. Choose another beginning or end.",
                    name,
                    (double) all / rate,
                    (double) from / rate,
                    (double) to / rate));
        }
        return new Trim(
                rate,
                all,
                from,
                to,
                fade(ends.fadeIn(), ends.head(), from > 0, rate, to - from),
                fade(ends.fadeOut(), ends.tail(), to < all, rate, to - from),
                ends.shape());
    }

    private static long fade(double seconds, Ends.Edge edge, boolean cut, int rate, long length) {
        double least = cut && edge instanceof Ends.Edge.At ? CLICK_FREE : 0;
        return Math.min(length, Math.round(Math.max(seconds, least) * rate));
    }

    /// The same part of the same sound at another rate.
    ///
    /// @param others frames that it has there
    Trim at(int other, long others) {
        double ratio = (double) other / rate;
        long end = to == frames ? others : Math.min(others, Math.round(to * ratio));
        return new Trim(
                other,
                others,
                Math.round(from * ratio),
                end,
                Math.round(fadeIn * ratio),
                Math.round(fadeOut * ratio),
                shape);
    }

    /// Whether it is all of the sound, as it is.
    public boolean isWhole() {
        return from == 0 && to == frames && fadeIn == 0 && fadeOut == 0;
    }

    /// Whether any of the part is faded.
    public boolean isFaded() {
        return fadeIn > 0 || fadeOut > 0;
    }

    /// Frames of the part.
    public long length() {
        return to - from;
    }

    /// What is cut off the beginning.
    public double headSeconds() {
        return (double) from / rate;
    }

    /// What is cut off the end.
    public double tailSeconds() {
        return (double) (frames - to) / rate;
    }

    public double fadeInSeconds() {
        return (double) fadeIn / rate;
    }

    public double fadeOutSeconds() {
        return (double) fadeOut / rate;
    }

    /// The gain at a frame of the part.
    double gain(long frame) {
        double gain = 1;
        if (frame - from < fadeIn) {
            gain = shape.gain((frame - from + 0.5) / fadeIn);
        }
        long left = to - 1 - frame;
        return left < fadeOut ? gain * shape.gain((left + 0.5) / fadeOut) : gain;
    }

    /// Whether all frames of a stretch of the part keep their level.
    boolean isPlain(long start, long end) {
        return start - from >= fadeIn && to - end >= fadeOut;
    }

    /// What was done, in words; empty where it is all of the sound.
    public String words() {
        List<String> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(seconds(headSeconds()) + " cut off the beginning");
        }
        if (to < frames) {
            parts.add(seconds(tailSeconds()) + " cut off the end");
        }
        if (fadeIn > 0) {
            parts.add("faded in over " + seconds(fadeInSeconds()));
        }
        if (fadeOut > 0) {
            parts.add("faded out over " + seconds(fadeOutSeconds()));
        }
        return String.join(", ", parts);
    }

    private static String seconds(double seconds) {
        return seconds < 0.0995
                ? String.format(Locale.ROOT, "%.0f ms", Math.max(1, seconds * 1000))
                : String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
}
