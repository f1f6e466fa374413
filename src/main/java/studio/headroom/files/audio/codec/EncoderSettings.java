package studio.headroom.files.audio.codec;

import org.jspecify.annotations.Nullable;

/// How a sound file is to be written.
///
/// @param samples how samples are stored; lossy codings do not use it
/// @param kilobits bit rate of lossy codings in kbit/s, 0 for the coding's best usual one
/// @param requantizer float to integer, for integer samples only; null rounds without dither
/// @param tags written into the file where they are not empty
/// @param broadcast what a WAV file says of itself as Broadcast Wave, or null
public record EncoderSettings(
        SampleFormat samples,
        int kilobits,
        @Nullable Requantizer requantizer,
        Tags tags,
        @Nullable Broadcast broadcast) {
    public EncoderSettings(SampleFormat samples, int kilobits, @Nullable Requantizer requantizer, Tags tags) {
        this(samples, kilobits, requantizer, tags, null);
    }

    public static EncoderSettings of(SampleFormat samples) {
        return new EncoderSettings(samples, 0, null, Tags.NONE);
    }

    public static EncoderSettings lossy(int kilobits) {
        return new EncoderSettings(SampleFormat.FLOAT32, kilobits, null, Tags.NONE);
    }

    public EncoderSettings withRequantizer(@Nullable Requantizer other) {
        return new EncoderSettings(samples, kilobits, other, tags, broadcast);
    }

    public EncoderSettings withTags(Tags other) {
        return new EncoderSettings(samples, kilobits, requantizer, other, broadcast);
    }

    public EncoderSettings withBroadcast(@Nullable Broadcast other) {
        return new EncoderSettings(samples, kilobits, requantizer, tags, other);
    }

    /// The requantizer to use for these samples.
    public Requantizer effectiveRequantizer() {
        return requantizer == null ? Requantizer.rounding(samples.bits()) : requantizer;
    }
}
