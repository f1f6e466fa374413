package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.Finding;
import studio.headroom.mastering.assist.Move;

/// What the assistant found and did, in words and for programs.
final class AssistText {
    private AssistText() {}

    static void print(Advice advice, PrintWriter out) {
        out.println("compared with " + advice.corridor().label());
        for (Finding finding : advice.findings()) {
            out.println((finding.fault().belongsToTheMix() ? "  mix     " : "  found   ") + finding.text());
        }
        for (Move move : advice.moves()) {
            out.println("  "
                    + String.format(Locale.ROOT, "%-10s", move.effect())
                    + " "
                    + move.changes().stream()
                            .filter(change -> change.from() != change.to())
                            .map(change -> change.param() + " " + change.text())
                            .collect(Collectors.joining(", ")));
            out.println("          " + move.reason());
            move.figure()
                    .ifPresent(figure -> out.println(String.format(
                            Locale.ROOT,
                            "          %s: %.1f → %.1f %s",
                            figure.what(),
                            figure.before(),
                            figure.after(),
                            figure.unit())));
        }
        if (advice.moves().isEmpty()) {
            out.println("  nothing to move");
        }
        for (String note : advice.notes()) {
            out.println("  note: " + note);
        }
        out.println(String.format(
                Locale.ROOT,
                "  tone    %.1f dB from %s, %.1f dB after the moves",
                advice.corridor().toneDistanceDb(advice.before()),
                advice.corridor().label(),
                advice.corridor().toneDistanceDb(advice.after())));
    }

    static Map<String, Object> describe(Advice advice) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("comparedWith", advice.corridor().label());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : advice.findings()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("fault", finding.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            one.put("mendIn", finding.fault().belongsToTheMix() ? "mix" : "master");
            one.put("figure", finding.figure());
            one.put("unit", finding.unit());
            one.put("text", finding.text());
            double rate = advice.before().sampleRate();
            one.put("from", finding.place().start() / rate);
            one.put("to", finding.place().end() / rate);
            findings.add(one);
        }
        described.put("findings", findings);
        List<Map<String, Object>> moves = new ArrayList<>();
        for (Move move : advice.moves()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("aspect", move.aspect().name().toLowerCase(Locale.ROOT));
            one.put("effect", move.effect());
            List<Map<String, Object>> changes = new ArrayList<>();
            for (Move.Change change : move.changes()) {
                Map<String, Object> control = new LinkedHashMap<>();
                control.put("param", change.param());
                control.put("from", change.from());
                control.put("to", change.to());
                control.put("text", change.text());
                changes.add(control);
            }
            one.put("changes", changes);
            one.put("reason", move.reason());
            move.figure()
                    .ifPresent(figure -> one.put(
                            "figure",
                            Map.of(
                                    "what", figure.what(),
                                    "before", figure.before(),
                                    "after", figure.after(),
                                    "unit", figure.unit())));
            moves.add(one);
        }
        described.put("moves", moves);
        described.put("notes", advice.notes());
        described.put("lufs", advice.lufs());
        described.put("toneDistanceDb", advice.corridor().toneDistanceDb(advice.before()));
        described.put("toneDistanceAfterDb", advice.corridor().toneDistanceDb(advice.after()));
        described.put("before", advice.before().describe());
        described.put("after", advice.after().describe());
        return described;
    }
}
