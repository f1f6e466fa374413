package studio.headroom.mastering.coded;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.deliver.DeliveryItem;

/// A lossy coding at a bit rate, as a delivery writes it.
///
/// @param coding one that is lossy
/// @param kilobits one of its bit rates, in kbit/s
public record CodedFormat(Coding coding, int kilobits) {
    /// What is wrong with a text that should name one.
    private static final String FORM =
            "'%s' is no lossy format: write one of %s, with a bit rate behind it, as in mp3:128";

    /// @throws IllegalArgumentException where there are no such files; says what would be right
    public CodedFormat {
        if (!coding.lossy() || !coding.kilobits().contains(kilobits)) {
            throw new IllegalArgumentException(
                    coding.words() + " has no bit rate of " + kilobits + " kbit/s: choose one of " + coding.kilobits());
        }
    }

    /// All that a delivery can write, the best of each coding first.
    public static List<CodedFormat> all() {
        return Arrays.stream(Coding.values())
                .filter(Coding::lossy)
                .flatMap(coding -> coding.kilobits().stream().map(kilobits -> new CodedFormat(coding, kilobits)))
                .toList();
    }

    /// One that a person or the settings name: `mp3:128`; without a bit rate, the coding's usual one.
    ///
    /// @throws IllegalArgumentException that says what is wrong and what would be right
    public static CodedFormat parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
        Coding coding = Coding.find(parts[0]).filter(Coding::lossy).orElseThrow(() -> wrong(text));
        if (parts.length == 1) {
            return new CodedFormat(coding, coding.usualKilobits());
        }
        try {
            return new CodedFormat(coding, Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        String names =
                all().stream().map(format -> format.coding.id()).distinct().collect(Collectors.joining(", "));
        return new IllegalArgumentException(String.format(Locale.ROOT, FORM, text, names));
    }

    /// Stable: what [#parse] takes.
    public String id() {
        return coding.id() + ":" + kilobits;
    }

    /// For people: `MP3 128`.
    public String label() {
        String words = coding.words();
        int bracket = words.indexOf(" (");
        return (bracket < 0 ? words : words.substring(0, bracket)) + " " + kilobits;
    }

    /// The file that a delivery makes of a master as it is set.
    public DeliveryItem item() {
        return DeliveryItem.of(coding).withKilobits(kilobits);
    }

    /// Why there is no such file of a sound, as a sentence with its cure; nothing where there is.
    ///
    /// @param rate of the sound in Hz
    public Optional<String> problem(int rate, int channels) {
        return item().problem(rate, channels);
    }
}
