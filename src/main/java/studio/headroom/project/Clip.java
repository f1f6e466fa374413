package studio.headroom.project;

/// A piece of a sound file on the timeline.
///
/// @param media id of the [Media]
/// @param start where it begins on the timeline, in frames, 0 or later
/// @param offset the frame of the media at its start
/// @param length in frames
/// @param gainDb its own level, before everything else
/// @param fadeIn from silence at its start
/// @param fadeOut to silence at its end
/// @param name shown on it; empty for that of its sound file
/// @param color name of a track color; empty for its track's
/// @param envelope gain over the course of its sound, beside its own level
public record Clip(
        String id,
        String media,
        long start,
        long offset,
        long length,
        double gainDb,
        Fade fadeIn,
        Fade fadeOut,
        boolean muted,
        boolean reversed,
        String name,
        String color,
        GainEnvelope envelope) {
    /// The lowest and highest gain of a clip in dB; -∞ is silence.
    public static final double MAX_GAIN_DB = 36;

    /// The last frame of any timeline: 46 bits, over two years at 384 kHz.
    public static final long MAX_FRAME = 1L << 46;

    public Clip {
        name = Names.line(name);
        if (start < 0 || offset < 0 || length < 0 || start > MAX_FRAME || offset > MAX_FRAME || length > MAX_FRAME) {
            throw new InvalidProjectException("clip '" + id + "' lies at an impossible place");
        }
        if (Double.isNaN(gainDb) || gainDb > MAX_GAIN_DB) {
            throw new InvalidProjectException("clip '" + id + "' has a gain of " + gainDb + " dB");
        }
    }

    /// A clip without an envelope.
    public Clip(
            String id,
            String media,
            long start,
            long offset,
            long length,
            double gainDb,
            Fade fadeIn,
            Fade fadeOut,
            boolean muted,
            boolean reversed,
            String name,
            String color) {
        this(
                id,
                media,
                start,
                offset,
                length,
                gainDb,
                fadeIn,
                fadeOut,
                muted,
                reversed,
                name,
                color,
                GainEnvelope.NONE);
    }

    /// A clip with the name of its sound file and the color of its track.
    public Clip(
            String id,
            String media,
            long start,
            long offset,
            long length,
            double gainDb,
            Fade fadeIn,
            Fade fadeOut,
            boolean muted,
            boolean reversed) {
        this(id, media, start, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, "", "");
    }

    /// A whole sound file at a place.
    public static Clip whole(String id, Media media, long start) {
        return new Clip(id, media.id(), start, 0, media.frames(), 0, Fade.NONE, Fade.NONE, false, false);
    }

    public Clip withId(String changed) {
        return new Clip(
                changed, media, start, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, name, color, envelope);
    }

    public Clip withStart(long changed) {
        return new Clip(
                id, media, changed, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, name, color, envelope);
    }

    /// Another part of the same sound file.
    public Clip withSpan(long newStart, long newOffset, long newLength) {
        return new Clip(
                id, media, newStart, newOffset, newLength, gainDb, fadeIn, fadeOut, muted, reversed, name, color,
                envelope);
    }

    public Clip withGainDb(double changed) {
        return new Clip(
                id, media, start, offset, length, changed, fadeIn, fadeOut, muted, reversed, name, color, envelope);
    }

    public Clip withFades(Fade in, Fade out) {
        return new Clip(id, media, start, offset, length, gainDb, in, out, muted, reversed, name, color, envelope);
    }

    public Clip withMuted(boolean changed) {
        return new Clip(
                id, media, start, offset, length, gainDb, fadeIn, fadeOut, changed, reversed, name, color, envelope);
    }

    public Clip withReversed(boolean changed) {
        return new Clip(
                id, media, start, offset, length, gainDb, fadeIn, fadeOut, muted, changed, name, color, envelope);
    }

    public Clip withName(String changed) {
        return new Clip(
                id, media, start, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, changed, color, envelope);
    }

    public Clip withColor(String changed) {
        return new Clip(
                id, media, start, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, name, changed, envelope);
    }

    /// The same place of another sound file.
    public Clip withMedia(String changed) {
        return new Clip(
                id, changed, start, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, name, color, envelope);
    }

    public Clip withEnvelope(GainEnvelope changed) {
        return new Clip(
                id, media, start, offset, length, gainDb, fadeIn, fadeOut, muted, reversed, name, color, changed);
    }

    /// The frame after its last one.
    public long end() {
        return start + length;
    }

    /// The frame of the sound file that is heard at a frame of the timeline.
    public long inMedia(long frame) {
        return reversed ? offset + length - 1 - (frame - start) : offset + frame - start;
    }

    /// The frame of the timeline at which a frame of the sound file is heard.
    public long onTimeline(long mediaFrame) {
        return reversed ? start + offset + length - 1 - mediaFrame : start + mediaFrame - offset;
    }
}
