package studio.headroom.app.cli;

import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.OutputFormat;

/// What `bounce`, `master` and `process` ask of the file they write.
final class OutputOptions {
    @Option(
            names = "--bits",
            paramLabel = "16|20|24|32f",
            description = "Samples of WAV, AIFF and FLAC: 16, 20, 24, 32 (integers, dithered up to 24) or 32f (float).")
    private String bits = "";

    @Option(names = "--rate", paramLabel = "N", description = "Sample rate of the file; that of the sound without it.")
    private int rate;

    @Option(names = "--kbps", paramLabel = "N", description = "Bit rate of MP3 and Opus files.")
    private int kilobits;

    /// @throws UsageException when something is asked that no file can have
    void check() {
        format(24, OptionalInt.empty(), Tags.NONE);
    }

    /// @param usualBits where none are asked for
    /// @param usualRate where none is asked for
    OutputFormat format(int usualBits, OptionalInt usualRate, Tags tags) {
        SampleFormat samples = samples(bits.isEmpty() ? String.valueOf(usualBits) : bits);
        if (rate != 0 && (rate < 8_000 || rate > 384_000)) {
            throw new UsageException("--rate takes 8000 to 384000 Hz, not " + rate);
        }
        if (kilobits != 0 && (kilobits < 6 || kilobits > 510)) {
            throw new UsageException("--kbps takes 6 to 510, not " + kilobits);
        }
        OptionalInt wanted = rate != 0 ? OptionalInt.of(rate) : usualRate;
        return new OutputFormat(samples, kilobits, wanted, OutputFormat.usualDither(samples), tags);
    }

    private static SampleFormat samples(String text) {
        return SampleFormat.find(text.toLowerCase(Locale.ROOT))
                .filter(format -> format != SampleFormat.FLOAT64)
                .orElseThrow(() -> new UsageException("--bits takes 16, 20, 24, 32 or 32f, not '" + text + "'"));
    }
}
