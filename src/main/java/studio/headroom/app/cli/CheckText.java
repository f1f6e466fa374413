package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.headroom.mastering.Trim;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.check.FindingKind;
import studio.headroom.mastering.check.Place;
import studio.headroom.mastering.check.QualityReport;
import studio.headroom.mastering.check.Severity;

/// A quality report in words, and for programs.
final class CheckText {
    private static final int PLACES_SHOWN = 5;
    /// Columns of a terminal.
    private static final int LINE = 80;

    private CheckText() {}

    static void print(Path file, QualityReport report, PrintWriter out) {
        out.println(file);
        out.printf(
                "  %s, %s kHz, %s%n",
                Numbers.seconds(report.seconds()),
                Numbers.plain(report.format().sampleRate() / 1000.0),
                report.format().channels() == 1 ? "mono" : "stereo");
        if (!report.part().isWhole()) {
            out.println("  judged as it is delivered: " + report.part().words());
            out.println("  times are those of the whole print");
        }
        for (Finding finding : report.findings()) {
            out.printf(
                    "%n  %-8s %s%s%n", finding.severity().id(), finding.kind().title(), places(finding, report));
            out.println("           " + finding.reason());
            out.println("           " + finding.advice());
        }
        if (report.findings().isEmpty()) {
            out.println("  nothing found");
        } else {
            out.printf(
                    "%n  %s, %s, %s%n",
                    counted(report.count(Severity.ERROR), "error"),
                    counted(report.count(Severity.WARNING), "warning"),
                    counted(report.count(Severity.INFO), "note"));
        }
        out.println();
        lookedFor(report).forEach(out::println);
    }

    /// All that could have been found, in lines of a terminal.
    private static List<String> lookedFor(QualityReport report) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("  looked for:");
        List<FindingKind> kinds = report.lookedFor();
        for (FindingKind kind : kinds) {
            String word = kind.title() + (kind == kinds.getLast() ? "" : ",");
            if (line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// The worst place and some of the others; nothing where it is the whole file.
    private static String places(Finding finding, QualityReport report) {
        if (report.isEverywhere(finding)) {
            return "";
        }
        int rate = report.format().sampleRate();
        StringBuilder text = new StringBuilder(" at ").append(time(finding.from(), rate));
        List<String> others = finding.places().stream()
                .filter(place -> place.from() != finding.from())
                .limit(PLACES_SHOWN)
                .map(place -> time(place.from(), rate))
                .toList();
        if (!others.isEmpty()) {
            text.append(", also at ").append(String.join(", ", others));
            long more = finding.count() - 1 - others.size();
            if (more > 0) {
                text.append(String.format(Locale.ROOT, " and %,d more", more));
            }
        }
        return text.toString();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String time(long frame, int rate) {
        long millis = Math.round(1000.0 * frame / rate);
        return String.format(Locale.ROOT, "%d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    static Map<String, Object> describe(Path file, QualityReport report) {
        int rate = report.format().sampleRate();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("file", file.toString());
        described.put("sampleRate", rate);
        described.put("channels", report.format().channels());
        described.put("frames", report.frames());
        described.put("seconds", report.seconds());
        if (!report.part().isWhole()) {
            described.put("delivered", delivered(report.part()));
        }
        described.put("passed", report.passed());
        for (Severity severity : Severity.values()) {
            described.put(severity.id() + "s", report.count(severity));
        }
        List<Map<String, Object>> findings = new ArrayList<>();
        report.findings().forEach(finding -> findings.add(finding(finding, rate)));
        described.put("findings", findings);
        described.put(
                "lookedFor", report.lookedFor().stream().map(FindingKind::id).toList());
        return described;
    }

    /// In seconds of the print.
    private static Map<String, Object> delivered(Trim part) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("from", part.headSeconds());
        described.put("to", (double) part.to() / part.rate());
        described.put("fadeIn", part.fadeInSeconds());
        described.put("fadeOut", part.fadeOutSeconds());
        return described;
    }

    private static Map<String, Object> finding(Finding finding, int rate) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("kind", finding.kind().id());
        described.put("title", finding.kind().title());
        described.put("severity", finding.severity().id());
        described.put("from", (double) finding.from() / rate);
        described.put("to", (double) finding.to() / rate);
        described.put("value", finding.value());
        described.put("limit", finding.limit());
        described.put("unit", finding.kind().unit());
        described.put("reason", finding.reason());
        described.put("advice", finding.advice());
        finding.fix().ifPresent(fix -> {
            Map<String, Object> cure = new LinkedHashMap<>();
            cure.put("action", fix.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            cure.put("amount", fix.amount());
            described.put("fix", cure);
        });
        described.put("count", finding.count());
        List<Map<String, Object>> places = new ArrayList<>();
        for (Place place : finding.places()) {
            places.add(Map.of(
                    "from", (double) place.from() / rate,
                    "to", (double) place.to() / rate,
                    "value", place.value()));
        }
        described.put("places", places);
        return described;
    }
}
