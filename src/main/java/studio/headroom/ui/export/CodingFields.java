package studio.headroom.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.OutputFormat;

/// Fields for how a file is coded.
public final class CodingFields {
    private static final List<String> DITHERS =
            List.of("No dither", "TPDF dither", "Shaped dither", "Shaped, gentle", "Shaped, strong");

    private CodingFields() {}

    /// @param name spoken
    /// @param width in units
    public static Node kind(Fields fields, String name, double width, Supplier<Coding> coding, Consumer<Coding> take) {
        return fields.choice(
                name,
                "What the file is. 32-bit float keeps everything; 24-bit is what shops ask for; MP3 and Opus are small.",
                Arrays.stream(Coding.values()).map(Coding::words).toList(),
                width,
                () -> coding.get().ordinal(),
                chosen -> take.accept(Coding.values()[chosen]));
    }

    /// @param coding of the file, which may need none
    public static Node dither(
            Fields fields,
            String name,
            double width,
            Supplier<Coding> coding,
            Supplier<OutputFormat.Dither> dither,
            Consumer<OutputFormat.Dither> take) {
        return fields.choice(
                name,
                "Noise below hearing that hides the steps of integer samples; the last thing that is done. Shaped noise lies"
                        + " where the ear is dull.",
                DITHERS,
                width,
                () -> dither.get().ordinal(),
                chosen -> take.accept(OutputFormat.Dither.values()[chosen]),
                () -> coding.get().withoutDither());
    }

    /// @param coding a lossy one
    public static Node kilobits(
            Fields fields, String name, double width, Coding coding, IntSupplier kilobits, IntConsumer take) {
        List<Integer> all = coding.kilobits();
        return fields.choice(
                name,
                "More is better and larger.",
                all.stream().map(each -> each + " kbit/s").toList(),
                width,
                () -> all.indexOf(kilobits.getAsInt()),
                chosen -> take.accept(all.get(chosen)));
    }
}
