package studio.headroom.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.headroom.files.audio.codec.SampleFormat;

/// The kinds of files that can be chosen.
enum Coding {
    WAV_32F("wav32f", "WAV 32-bit float", ".wav", SampleFormat.FLOAT32, List.of()),
    WAV_24("wav24", "WAV 24-bit", ".wav", SampleFormat.INT24, List.of()),
    WAV_16("wav16", "WAV 16-bit", ".wav", SampleFormat.INT16, List.of()),
    AIFF_24("aiff24", "AIFF 24-bit", ".aiff", SampleFormat.INT24, List.of()),
    FLAC_24("flac24", "FLAC 24-bit", ".flac", SampleFormat.INT24, List.of()),
    FLAC_16("flac16", "FLAC 16-bit", ".flac", SampleFormat.INT16, List.of()),
    MP3("mp3", "MP3", ".mp3", SampleFormat.FLOAT32, List.of(320, 256, 224, 192, 160, 128)),
    OPUS("opus", "Opus (Ogg)", ".opus", SampleFormat.FLOAT32, List.of(256, 192, 160, 128, 96, 64));

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
    String id() {
        return id;
    }

    /// For people.
    String words() {
        return words;
    }

    /// With its dot.
    String ending() {
        return ending;
    }

    SampleFormat samples() {
        return samples;
    }

    boolean lossy() {
        return !kilobits.isEmpty();
    }

    /// Bit rates to choose from, the best first; none where there are none.
    List<Integer> kilobits() {
        return kilobits;
    }

    /// Sample rates to choose from, in Hz; 0 for that of the song, or the nearest that the coding holds.
    List<Integer> rates() {
        return switch (this) {
            case MP3 -> List.of(0, 44_100, 48_000);
            case OPUS -> List.of(0);
            default -> RATES;
        };
    }

    /// Why dither cannot be chosen, completing "not available: …"; empty where it can.
    String withoutDither() {
        return lossy() ? "not used by " + words : samples.floating() ? "not needed for float" : "";
    }

    static Optional<Coding> find(String id) {
        return Arrays.stream(values()).filter(coding -> coding.id.equals(id)).findFirst();
    }
}
