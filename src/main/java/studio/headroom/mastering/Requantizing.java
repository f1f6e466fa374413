package studio.headroom.mastering;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.dither.NoiseShaping;
import studio.headroom.files.audio.codec.Requantizer;

/// Brings the dither of `dsp` and the writers of `files` together.
final class Requantizing {
    /// Any fixed number: the same song gives the same file.
    private static final long SEED = 0x4865_6164_726f_6f6dL;

    private Requantizing() {}

    /// What makes the integers of a file, or null where it rounds or holds floats.
    static @Nullable Requantizer of(OutputFormat output, AudioFormat written) {
        int bits = output.samples().bits();
        if (output.dither() == OutputFormat.Dither.NONE
                || output.samples().floating()
                || bits > studio.headroom.dsp.dither.Requantizer.MAX_BITS) {
            return null;
        }
        NoiseShaping shaping =
                switch (output.dither()) {
                    case NONE, TPDF -> NoiseShaping.NONE;
                    case GENTLE -> NoiseShaping.GENTLE;
                    case SHAPED -> NoiseShaping.MEDIUM;
                    case STRONG -> NoiseShaping.STRONG;
                };
        var requantizer = studio.headroom.dsp.dither.Requantizer.dithering(
                written.sampleRate(), written.channels(), bits, shaping, SEED);
        return (source, offset, count, target) -> requantizer.process(source, offset, target, 0, count);
    }
}
