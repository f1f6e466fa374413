package studio.headroom.mastering;

import java.util.OptionalInt;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;

/// How a result is written; the file's ending names the container and coding.
///
/// @param samples of lossless files
/// @param kilobits of lossy files, 0 for the coding's usual best
/// @param sampleRate in Hz, or empty for the rate that the sound has
/// @param dither for integer samples
/// @param broadcast whether the file says how loud it is: WAV as Broadcast Wave, others by tags
public record OutputFormat(
        SampleFormat samples, int kilobits, OptionalInt sampleRate, Dither dither, Tags tags, boolean broadcast) {
    public OutputFormat(SampleFormat samples, int kilobits, OptionalInt sampleRate, Dither dither, Tags tags) {
        this(samples, kilobits, sampleRate, dither, tags, false);
    }

    /// What hides the steps of integer samples.
    public enum Dither {
        /// Rounding: for sound that already lies on the steps.
        NONE,
        /// Triangular noise of two steps.
        TPDF,
        /// Triangular noise, its spectrum moved to where the ear is dull: the middle one of three curves. Below 44.1
        /// kHz
        /// as [#TPDF].
        SHAPED,
        /// The mildest curve: less noise in all, and less of it taken from where the ear is keen.
        GENTLE,
        /// The strongest curve: least noise where the ear is keen, most of it above 15 kHz.
        STRONG
    }

    /// The dither that is used where none is asked for: with 16 bits it is worth hiding from the ear.
    public static Dither usualDither(SampleFormat samples) {
        return samples == SampleFormat.INT16 ? Dither.SHAPED : Dither.TPDF;
    }

    /// Integer or float samples at the sound's own rate, dithered where they are integers.
    public static OutputFormat of(SampleFormat samples) {
        return new OutputFormat(samples, 0, OptionalInt.empty(), Dither.TPDF, Tags.NONE);
    }

    /// The same for sound that has the rate already.
    OutputFormat atRate(int rate) {
        return new OutputFormat(samples, kilobits, OptionalInt.of(rate), dither, tags, broadcast);
    }

    public OutputFormat withTags(Tags other) {
        return new OutputFormat(samples, kilobits, sampleRate, dither, other, broadcast);
    }

    /// The same, saying how loud it is.
    public OutputFormat asBroadcast() {
        return new OutputFormat(samples, kilobits, sampleRate, dither, tags, true);
    }
}
