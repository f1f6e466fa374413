package studio.headroom.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.Loudness;
import studio.headroom.mastering.OutputFormat;

/// One of the formats that an export writes.
///
/// @param rate in Hz; 0 for that of the song, or the nearest that the coding holds
/// @param dither of integer samples
/// @param kilobits of lossy codings
/// @param mono left and right in one channel
/// @param loudness that the mix is brought to, of [#LOUDNESSES], or null for as it is mixed
record ExportFormat(
        Coding coding,
        int rate,
        OutputFormat.Dither dither,
        int kilobits,
        boolean mono,
        @Nullable Loudness loudness) {
    private static final double CEILING = -1;

    /// What the mix may be brought to, and what people call it.
    record LoudnessChoice(String id, String words, @Nullable Loudness loudness) {}

    static final List<LoudnessChoice> LOUDNESSES = List.of(
            new LoudnessChoice("mixed", "As mixed", null),
            new LoudnessChoice("peak", "Peak −1 dBTP", new Loudness(OptionalDouble.empty(), CEILING)),
            at(-14),
            at(-16),
            at(-18),
            at(-23));

    private static LoudnessChoice at(int lufs) {
        return new LoudnessChoice(
                "lufs" + -lufs, "−" + -lufs + " LUFS", new Loudness(OptionalDouble.of(lufs), CEILING));
    }

    /// As the coding is usually written.
    static ExportFormat of(Coding coding) {
        return new ExportFormat(
                coding, 0, OutputFormat.usualDither(coding.samples()), coding.usualKilobits(), false, null);
    }

    /// Another coding, with what of the rest it has too.
    ExportFormat withCoding(Coding other) {
        ExportFormat usual = of(other);
        int kept = other.rates().contains(rate) ? rate : 0;
        return new ExportFormat(other, kept, usual.dither, usual.kilobits, mono, loudness);
    }

    ExportFormat withRate(int other) {
        return new ExportFormat(coding, other, dither, kilobits, mono, loudness);
    }

    ExportFormat withDither(OutputFormat.Dither other) {
        return new ExportFormat(coding, rate, other, kilobits, mono, loudness);
    }

    ExportFormat withKilobits(int other) {
        return new ExportFormat(coding, rate, dither, other, mono, loudness);
    }

    ExportFormat withMono(boolean other) {
        return new ExportFormat(coding, rate, dither, kilobits, other, loudness);
    }

    ExportFormat withLoudness(@Nullable Loudness other) {
        return new ExportFormat(coding, rate, dither, kilobits, mono, other);
    }

    OutputFormat output(Tags tags) {
        OptionalInt wanted = rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate);
        return new OutputFormat(coding.samples(), kilobits, wanted, dither, tags);
    }

    /// The rate of the file in Hz.
    int rateOf(int songRate) {
        return coding.rate(rate, songRate);
    }

    /// What tells the file from others of the same song: `24-bit 48 kHz`.
    String suffix(int songRate) {
        return coding.depth(kilobits) + " " + Coding.kilohertz(rateOf(songRate)) + (mono ? " mono" : "");
    }

    /// An upper bound of the file's size without its tags.
    long bytes(long songFrames, int songRate) {
        return coding.bytes((double) songFrames / songRate, rateOf(songRate), mono ? 1 : 2, kilobits);
    }

    /// As settings keep it.
    String text() {
        String level = LOUDNESSES.stream()
                .filter(choice -> java.util.Objects.equals(choice.loudness, loudness))
                .findFirst()
                .orElseThrow()
                .id();
        return String.join(
                " ",
                coding.id(),
                Integer.toString(rate),
                dither.name().toLowerCase(Locale.ROOT),
                Integer.toString(kilobits),
                mono ? "mono" : "stereo",
                level);
    }

    /// What [#text()] wrote; nothing where it was written by somebody else.
    static Optional<ExportFormat> parse(String text) {
        String[] part = text.split(" ");
        if (part.length != 6) {
            return Optional.empty();
        }
        try {
            Coding coding = Coding.find(part[0]).orElseThrow(IllegalArgumentException::new);
            int rate = Integer.parseInt(part[1]);
            int kilobits = Integer.parseInt(part[3]);
            Optional<LoudnessChoice> level = LOUDNESSES.stream()
                    .filter(choice -> choice.id.equals(part[5]))
                    .findFirst();
            boolean known = coding.rates().contains(rate)
                    && (coding.lossy() ? coding.kilobits().contains(kilobits) : kilobits == 0)
                    && level.isPresent();
            return known
                    ? Optional.of(new ExportFormat(
                            coding,
                            rate,
                            OutputFormat.Dither.valueOf(part[2].toUpperCase(Locale.ROOT)),
                            kilobits,
                            part[4].equals("mono"),
                            level.get().loudness))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
