package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.Amounts;
import studio.headroom.mastering.assist.AssistJob;
import studio.headroom.mastering.assist.Corridor;
import studio.headroom.mastering.assist.Manner;
import studio.headroom.mastering.assist.Move;
import studio.headroom.mastering.assist.PrintAnalysis;
import studio.headroom.mastering.assist.Style;

/// What the assistant is asked for.
final class AssistOptions {
    private static final double ASSIST_AMOUNT = 1;
    private static final double MATCH_AMOUNT = 0.5;

    @Option(
            names = "--assist",
            paramLabel = "STYLE",
            description = "Set the chain towards what is usual in a style, and say why: pop, rock, hip-hop, electronic,"
                    + " acoustic, jazz, classical, metal, ambient, voice.")
    private @Nullable String style;

    @Option(
            names = "--like",
            paramLabel = "REF",
            description = "Set the chain towards a reference, and say why; several may be named.")
    private List<Path> references = new ArrayList<>();

    @Option(
            names = "--amount",
            paramLabel = "A",
            description = "How much of it, in percent: 70, or tone=50,width=0,dynamics=30,loudness=100"
                    + " (100 with --assist, 50 with --like).")
    private @Nullable String amount;

    /// Files that are read.
    List<Path> references() {
        return references;
    }

    /// Whether the assistant is asked at all.
    boolean asked() {
        return style != null || !references.isEmpty();
    }

    /// @throws UsageException when options contradict each other
    void check(boolean preset) {
        if (style != null && !references.isEmpty()) {
            throw new UsageException("--assist and --like are two ways; choose one of them");
        }
        if (asked() && preset) {
            throw new UsageException("--preset brings a chain and the assistant makes one; choose one of them");
        }
        if (amount != null && !asked()) {
            throw new UsageException("--amount says how much of --assist or --like; name one of them");
        }
        amounts();
        if (style != null) {
            style();
        }
    }

    /// @param lufs loudness that is asked for, or empty to have it advised
    /// @return null where the assistant was not asked
    @Nullable
    Advice advise(Path print, OptionalDouble lufs, double ceiling, Progress progress) throws IOException {
        if (style == null && references.isEmpty()) {
            return null;
        }
        Corridor corridor = style != null ? style().corridor() : corridor(progress);
        Manner manner = style != null ? Manner.ASSIST : Manner.MATCH;
        return AssistJob.run(print, new AssistJob.Settings(corridor, amounts(), manner, ceiling, lufs), progress);
    }

    private Corridor corridor(Progress progress) throws IOException {
        List<PrintAnalysis> heard = new ArrayList<>();
        for (Path reference : references) {
            heard.add(AssistJob.listen(reference, progress));
        }
        return Corridor.of(heard);
    }

    private Style style() {
        return Style.find(String.valueOf(style))
                .orElseThrow(() -> new UsageException("there is no style '" + style + "'; there are "
                        + Style.all().stream().map(Style::name).collect(Collectors.joining(", "))));
    }

    private Amounts amounts() {
        Amounts amounts = Amounts.all(references.isEmpty() ? ASSIST_AMOUNT : MATCH_AMOUNT);
        if (amount == null) {
            return amounts;
        }
        for (String part : amount.split(",", -1)) {
            int equals = part.indexOf('=');
            double share = share(part.substring(equals + 1));
            amounts = equals < 0 ? Amounts.all(share) : amounts.with(aspect(part.substring(0, equals)), share);
        }
        return amounts;
    }

    private static double share(String text) {
        String number = text.strip().endsWith("%")
                ? text.strip().substring(0, text.strip().length() - 1)
                : text.strip();
        try {
            double percent = Double.parseDouble(number);
            if (percent >= 0 && percent <= 100) {
                return percent / 100;
            }
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static UsageException wrong(String text) {
        return new UsageException(
                "--amount takes 0 to 100 percent, alone or as tone=50,width=0,..., not '" + text + "'");
    }

    private static Move.Aspect aspect(String name) {
        for (Move.Aspect aspect : Move.Aspect.values()) {
            if (aspect.name().toLowerCase(Locale.ROOT).equals(name.strip())) {
                return aspect;
            }
        }
        throw new UsageException("--amount knows tone, width, dynamics and loudness, not '" + name + "'");
    }
}
