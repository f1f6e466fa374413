package studio.headroom.mastering.coded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import studio.headroom.mastering.MeasuredFigures;

/// What a coding does to a master, under the names that JSON output uses. Pure function.
public final class CodedReport {
    private CodedReport() {}

    public static Map<String, Object> of(CodedMaster coded) {
        CodedFigures figures = coded.figures();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("format", coded.format().id());
        report.put("sampleRate", coded.sampleRate());
        report.put("channels", coded.channels());
        report.put("seconds", (double) coded.frames() / coded.sampleRate());
        report.put("startSeconds", (double) coded.at() / coded.sampleRate());
        report.put("louderLu", figures.louderLu());
        report.put("belowDb", figures.belowDb());
        put(report, "cutoffHz", figures.cutoffHz());
        put(report, "ceilingDbtp", figures.ceilingDbtp());
        report.put("limiterCeilingDbtp", figures.limiterDbtp());
        report.put("passes", figures.passes());
        report.put("overs", peaks(figures.kept()));
        report.put("oversAsSet", peaks(figures.asSet()));
        report.put("master", MeasuredFigures.of(figures.master()));
        report.put("decoded", MeasuredFigures.of(figures.coded()));
        report.put("differenceFigures", MeasuredFigures.of(figures.difference()));
        report.put(
                "thirdOctaves",
                figures.thirds().stream().map(CodedReport::third).toList());
        report.put("words", List.copyOf(CodedWords.sentences(figures)));
        return report;
    }

    private static void put(Map<String, Object> report, String name, OptionalDouble value) {
        // A figure that there is not is written as one that is silent: as null.
        report.put(name, value.orElse(Double.NEGATIVE_INFINITY));
    }

    private static Map<String, Object> peaks(CodedFigures.Peaks peaks) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("truePeakDbtp", peaks.truePeakDbtp());
        made.put("samples", peaks.samples());
        made.put("places", peaks.places());
        return made;
    }

    private static Map<String, Object> third(CodedFigures.Third third) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("hertz", third.hertz());
        made.put("masterDb", third.masterDb());
        made.put("codedDb", third.codedDb());
        made.put("differenceDb", third.differenceDb());
        return made;
    }
}
