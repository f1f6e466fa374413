package studio.headroom.mastering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.headroom.files.audio.codec.SampleFormat;

/// The kinds of files that are written.
public enum Coding {
    WAV_32F("wav32f", "WAV 32-bit float", ".wav", SampleFormat.FLOAT32, List.of()),
    WAV_24("wav24", "WAV 24-bit", ".wav", SampleFormat.INT24, List.of()),
    WAV_20("wav20", "WAV 20-bit", ".wav", SampleFormat.INT20, List.of()),
    WAV_16("wav16", "WAV 16-bit", ".wav", SampleFormat.INT16, List.of()),
    AIFF_32F("aiff32f", "AIFF 32-bit float", ".aiff", SampleFormat.FLOAT32, List.of()),
    AIFF_24("aiff24", "AIFF 24-bit", ".aiff", SampleFormat.INT24, List.of()),
    AIFF_20("aiff20", "AIFF 20-bit", ".aiff", SampleFormat.INT20, List.of()),
    AIFF_16("aiff16", "AIFF 16-bit", ".aiff", SampleFormat.INT16, List.of()),
    FLAC_24("flac24", "FLAC 24-bit", ".flac", SampleFormat.INT24, List.of()),
    FLAC_20("flac20", "FLAC 20-bit", ".flac", SampleFormat.INT20, List.of()),
    FLAC_16("flac16", "FLAC 16-bit", ".flac", SampleFormat.INT16, List.of()),
    MP3("mp3", "MP3", ".mp3", SampleFormat.FLOAT32, List.of(320, 256, 224, 192, 160, 128)),
    OPUS("opus", "Opus (Ogg)", ".opus", SampleFormat.FLOAT32, List.of(256, 192, 160, 128, 96, 64));

    private static final Set<Integer> MP3_RATES =
            Set.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);
    /// Below, MP3 has lower bit rates.
    private static final int MP3_FULL_RATE = 32_000;

    private static final int MP3_LOW_KILOBITS = 160;

    private static final List<Integer> RATES = List.of(0, 44_100, 48_000, 88_200, 96_000, 192_000);

    private final String id;
    private final String words;
    private final String ending;
    private final SampleFormat samples;
    private final List<Integer> kilobits;

    Coding(String id, String words, String ending, SampleFormat samples, List<Integer> kilobits) {
        this.id = id;
        this.words = words;
        this.ending = ending;
        this.samples = samples;
        this.kilobits = kilobits;
    }

    /// Stable: the key in the settings file.
    public String id() {
        return id;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// With its dot.
    public String ending() {
        return ending;
    }

    public SampleFormat samples() {
        return samples;
    }

    public boolean lossy() {
        return !kilobits.isEmpty();
    }

    /// Bit rates to choose from, the best first; none where there are none.
    public List<Integer> kilobits() {
        return kilobits;
    }

    /// Sample rates to choose from, in Hz; 0 for that of the song, or the nearest that the coding holds.
    public List<Integer> rates() {
        return switch (this) {
            case MP3 -> List.of(0, 44_100, 48_000);
            case OPUS -> List.of(0);
            default -> RATES;
        };
    }

    /// Why dither cannot be chosen, completing "not available: …"; empty where it can.
    public String withoutDither() {
        return lossy() ? "not used by " + words : samples.floating() ? "not needed for float" : "";
    }

    public static Optional<Coding> find(String id) {
        return Arrays.stream(values()).filter(coding -> coding.id.equals(id)).findFirst();
    }

    /// The bit rate that is usual, in kbit/s; 0 for what has none.
    public int usualKilobits() {
        return switch (this) {
            case MP3 -> 320;
            case OPUS -> 160;
            default -> 0;
        };
    }

    /// The rate of a file in Hz.
    ///
    /// @param rate of [#rates()]
    /// @param own of the sound
    public int rate(int rate, int own) {
        return rate != 0
                ? rate
                : switch (this) {
                    case OPUS -> 48_000;
                    case MP3 -> MP3_RATES.contains(own) ? own : own % 44_100 == 0 ? 44_100 : 48_000;
                    default -> own;
                };
    }

    /// Why there are no files of it like this, as a sentence with its cure; nothing where there are.
    ///
    /// @param rate of [#rates()], or any other that somebody asks for
    /// @param own rate of the sound in Hz
    public Optional<String> problem(int rate, int kilobits, int own, int channels) {
        int written = rate(rate, own);
        if (channels > 2) {
            return Optional.of(
                    words + " is written with one or two channels, not " + channels + ": export the sound in stereo.");
        }
        if (!rates().contains(rate) && rate != rate(0, rate)) {
            return Optional.of(words + " has no sample rate of " + kilohertz(rate) + ": choose "
                    + (this == OPUS ? kilohertz(rate(0, rate)) : "44.1 kHz or 48 kHz") + ".");
        }
        if (lossy() && kilobits != 0 && !this.kilobits.contains(kilobits)) {
            return Optional.of(
                    words + " has no bit rate of " + kilobits + " kbit/s: choose one of " + this.kilobits + ".");
        }
        return this == MP3 && written < MP3_FULL_RATE && kilobits > MP3_LOW_KILOBITS
                ? Optional.of("MP3 of " + kilohertz(written) + " has at most " + MP3_LOW_KILOBITS
                        + " kbit/s: choose fewer, or 44.1 kHz.")
                : Optional.empty();
    }

    /// What its samples are, for names: `24-bit`, `320 kbps`.
    public String depth(int kilobits) {
        return lossy() ? kilobits + " kbps" : samples.label();
    }

    /// An upper bound of a file's size in bytes without its tags.
    ///
    /// @param rate of the file in Hz
    public long bytes(double seconds, int rate, int channels, int kilobits) {
        return lossy() ? (long) (seconds * kilobits * 1000 / 8) : (long) (seconds * rate) * channels * samples.bytes();
    }

    /// `48 kHz`, `44.1 kHz`.
    public static String kilohertz(int rate) {
        return (rate % 1000 == 0 ? String.valueOf(rate / 1000) : String.valueOf(rate / 1000.0)) + " kHz";
    }
}
