package studio.headroom.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.headroom.mastering.ClockText;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;

/// What of the print `master` and `deliver` write.
final class EndsOptions {
    private static final String WHOLE = "whole";
    private static final String TRIM = "trim";
    private static final double HEAD_KEPT = 0.1;
    private static final double TAIL_KEPT = 1;

    @Option(
            names = "--head",
            paramLabel = "whole|trim[=S]|TIME",
            description =
                    "What becomes of the beginning: 'trim' cuts silence off but for 0.1 s (trim=S: S seconds); a time"
                            + " cuts there. Without it as the project says.")
    private @Nullable String head;

    @Option(
            names = "--tail",
            paramLabel = "whole|trim[=S]|TIME",
            description = "Likewise the end; 'trim' keeps 1 s of silence.")
    private @Nullable String tail;

    @Option(names = "--fade-in", paramLabel = "S", description = "Fade in over S seconds, 0 to 60.")
    private @Nullable String fadeIn;

    @Option(names = "--fade-out", paramLabel = "S", description = "Fade out over S seconds, 0 to 60.")
    private @Nullable String fadeOut;

    @Option(
            names = "--fade-shape",
            paramLabel = "SHAPE",
            description = "Of both fades: linear, equal-power, s-curve (without it) or slow.")
    private @Nullable String shape;

    /// @throws UsageException when something is asked that cannot be
    void check() {
        of(null);
    }

    /// What is asked for; where nothing is, what the project says.
    Ends of(@Nullable Project project) {
        Ends ends = project == null ? Ends.WHOLE : project.mastering().ends();
        try {
            Ends.Edge first = head == null ? ends.head() : edge("--head", head, HEAD_KEPT);
            Ends.Edge last = tail == null ? ends.tail() : edge("--tail", tail, TAIL_KEPT);
            return new Ends(
                    first,
                    last,
                    fadeIn == null ? ends.fadeIn() : seconds("--fade-in", fadeIn),
                    fadeOut == null ? ends.fadeOut() : seconds("--fade-out", fadeOut),
                    shape == null ? ends.shape() : shape(shape));
        } catch (InvalidProjectException e) {
            throw new UsageException("--head and --tail: " + e.getMessage());
        }
    }

    private static Ends.Edge edge(String option, String text, double usual) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals(WHOLE)) {
            return new Ends.Edge.Whole();
        }
        if (word.equals(TRIM)) {
            return new Ends.Edge.Silence(usual);
        }
        if (word.startsWith(TRIM + "=")) {
            return new Ends.Edge.Silence(seconds(option, word.substring(TRIM.length() + 1)));
        }
        try {
            return new Ends.Edge.At(ClockText.seconds(word));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    option + " takes whole, trim, trim=0.5 or a time such as 1:30, not '" + text + "'");
        }
    }

    private static double seconds(String option, String text) {
        try {
            double seconds = ClockText.seconds(text);
            if (seconds <= Ends.LONGEST) {
                return seconds;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new UsageException(
                option + " takes 0 to " + Numbers.plain(Ends.LONGEST) + " seconds, such as 0.5, not '" + text + "'");
    }

    private static Fade.Shape shape(String text) {
        return Arrays.stream(Fade.Shape.values())
                .filter(each -> word(each).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("--fade-shape takes "
                        + Arrays.stream(Fade.Shape.values())
                                .map(EndsOptions::word)
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }

    private static String word(Fade.Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
