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
/// @param broadcast whether a WAV file says what it is, and how loud, as Broadcast Wave
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
        /// Triangular noise, its spectrum moved to where the ear is dull; made for 44.1 kHz, elsewhere as [#TPDF].
        SHAPED
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

    /// The same as Broadcast Wave, where it is a WAV file.
    public OutputFormat asBroadcast() {
        return new OutputFormat(samples, kilobits, sampleRate, dither, tags, true);
    }
}
