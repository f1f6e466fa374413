package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.MeasuredFigures;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Target;
import studio.headroom.project.Insert;

/// A finished master in words, and for programs.
final class MasterText {
    private MasterText() {}

    static void print(MasterJob.Result result, PrintWriter out) {
        out.println(result.file());
        out.println("  mix     " + Figures.line(result.input()));
        String effects = result.chain().stream()
                .filter(insert -> !insert.bypassed())
                .map(Insert::type)
                .collect(Collectors.joining(" → "));
        out.println("  chain   "
                + (effects.isEmpty()
                        ? "none"
                        : effects + String.format(Locale.ROOT, ", %+.1f dB into the limiter", result.gainDb())));
        out.println("  master  " + Figures.line(result.output()) + ", measured on the written file");
        if (!result.trim().isWhole()) {
            out.println("  cut     " + result.trim().words());
        }
        for (String remark : result.remarks()) {
            out.println("  note: " + remark);
        }
    }

    /// @param source what was named: a sound file or a project
    /// @param hash of the mix print that was mastered, or null
    static Map<String, Object> describe(
            MasterJob.Result result,
            MasterJob.Settings settings,
            @Nullable Target target,
            Path source,
            @Nullable String hash) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("file", result.file().toString());
        described.put("source", source.toString());
        described.put("printHash", hash);
        described.put("target", target == null ? null : target.name());
        described.put(
                "wantedLufs", settings.lufs().isPresent() ? settings.lufs().getAsDouble() : null);
        described.put("wantedCeilingDbtp", settings.ceiling());
        described.put("sampleRate", result.format().sampleRate());
        described.put("channels", result.format().channels());
        described.put("samples", samples(settings.format()));
        described.putAll(MeasuredFigures.of(result.output()));
        described.put("input", MeasuredFigures.of(result.input()));
        described.put("cut", MeasuredFigures.of(result.trim()));
        described.put("gainDb", result.gainDb());
        described.put("limiterCeilingDbtp", result.ceilingSet());
        described.put("passes", result.passes());
        described.put("chain", chain(result.chain()));
        Map<String, Object> tags = new LinkedHashMap<>();
        settings.format().tags().texts().forEach((field, text) -> tags.put(field.key(), text));
        described.put("tags", tags);
        described.put("cover", settings.format().tags().cover() != null);
        described.put("remarks", result.remarks());
        return described;
    }

    /// As `--bits` names them.
    private static String samples(OutputFormat format) {
        return format.samples().id();
    }

    private static List<Map<String, Object>> chain(List<Insert> chain) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (Insert insert : chain) {
            Map<String, Object> effect = new LinkedHashMap<>();
            effect.put("type", insert.type());
            effect.put("values", insert.values().asMap());
            described.add(effect);
        }
        return described;
    }
}
