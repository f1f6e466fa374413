package studio.headroom.mastering.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.headroom.dsp.dither.BitDepthMeter;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.FigureText;
import studio.headroom.mastering.sight.PlaybackForecast;

/// A delivery as one page that needs nothing else: figures, curves, tags, chain, and what each platform will do.
final class ReportPage {
    private static final Pattern PLACE = Pattern.compile("@(title|made|print|version|rows|files)");

    private ReportPage() {}

    static String html(String title, Instant made, DeliveryJob.Result result) {
        boolean several = result.versions().size() > 1;
        StringBuilder prints = new StringBuilder();
        for (DeliveredVersion version : result.versions()) {
            prints.append(several ? "<h3>" + FigureText.escaped(called(version)) + "</h3>" : "")
                    .append(print(version));
        }
        StringBuilder files = new StringBuilder();
        result.files().forEach(file -> files.append(section(file)));
        Map<String, String> parts = Map.of(
                "@title", FigureText.escaped(title),
                "@made", FigureText.moment(made),
                "@print", prints.toString(),
                "@version", several ? "<th scope=\"col\" class=\"words\">Version</th>" : "",
                "@rows", rows(result, several),
                "@files", files.toString());
        return PLACE.matcher(PAGE).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group())));
    }

    private static String called(DeliveredVersion version) {
        return version.name().isBlank() ? "Song" : version.name();
    }

    private static String print(DeliveredVersion version) {
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {"Print", String.valueOf(version.print().getFileName())});
        facts.add(new String[] {"Print, SHA-256", version.printSha256()});
        if (!version.mixHash().isEmpty()) {
            facts.add(new String[] {"Hash of the mix", version.mixHash()});
        }
        facts.add(new String[] {"Print measured", figures(version.input())});
        if (!version.trim().isWhole()) {
            facts.add(new String[] {"Beginning and end", version.trim().words()});
        }
        return definitions(facts);
    }

    private static String figures(LoudnessReport report) {
        return FigureText.level(report.integratedLufs()) + " LUFS, range " + FigureText.level(report.loudnessRangeLu())
                + " LU, true peak " + FigureText.level(report.truePeakDbtp()) + " dBTP, PLR "
                + FigureText.level(report.plrDb()) + " dB";
    }

    // ---- the table ----

    private static String rows(DeliveryJob.Result result, boolean several) {
        StringBuilder rows = new StringBuilder();
        for (DeliveredVersion version : result.versions()) {
            String column = several ? "<td class=\"words\">" + FigureText.escaped(called(version)) + "</td>" : "";
            rows.append(rows(version.files(), column));
        }
        return rows.toString();
    }

    /// @param version a cell with its name, or empty
    private static String rows(List<Delivered> files, String version) {
        StringBuilder rows = new StringBuilder();
        for (Delivered file : files) {
            LoudnessReport report = file.report();
            String ceiling = file.ceiling().isEmpty()
                    ? "none"
                    : FigureText.level(file.ceiling().getAsDouble()) + (file.holds() ? " holds" : " does not hold");
            rows.append("<tr><th scope=\"row\">")
                    .append(FigureText.escaped(name(file)))
                    .append("</th>")
                    .append(version)
                    .append(FigureText.cell(file.file().item().coding().words()))
                    .append(FigureText.cell(Coding.kilohertz(file.format().sampleRate())))
                    .append(FigureText.cell(bits(file)))
                    .append(FigureText.cell(FigureText.time(file.seconds())))
                    .append(FigureText.cell(FigureText.level(report.integratedLufs())))
                    .append(FigureText.cell(FigureText.level(report.loudnessRangeLu())))
                    .append(FigureText.cell(FigureText.decimals(report.truePeakDbtp(), 2)))
                    .append(FigureText.cell(ceiling))
                    .append(FigureText.cell(FigureText.level(report.plrDb())))
                    .append("</tr>\n");
        }
        return rows.toString();
    }

    private static String bits(Delivered file) {
        Coding coding = file.file().item().coding();
        if (coding.lossy()) {
            return file.file().item().kilobits() + " kbit/s";
        }
        int used = file.sight().bits();
        String held = coding.samples().floating()
                ? "32f"
                : String.valueOf(coding.samples().bits());
        return used == BitDepthMeter.FLOATING_POINT ? held + ", float used" : held + ", " + used + " used";
    }

    // ---- one file ----

    private static String section(Delivered file) {
        StringBuilder section = new StringBuilder();
        section.append("<section><h2>").append(FigureText.escaped(name(file))).append("</h2>\n");
        section.append("<div class=\"curves\">\n")
                .append(figure("Waveform", ReportCurves.waveform(file)))
                .append(figure(
                        "Short-term loudness, LUFS; how often, and the loudness range", ReportCurves.history(file)))
                .append(figure("Spectrum, third octaves, dB", ReportCurves.spectrum(file)))
                .append("</div>\n");
        if (!file.remarks().isEmpty()) {
            section.append("<h3>To know</h3><ul class=\"remarks\">");
            file.remarks()
                    .forEach(remark -> section.append("<li>")
                            .append(FigureText.escaped(remark))
                            .append("</li>"));
            section.append("</ul>\n");
        }
        section.append("<div class=\"columns\"><div>")
                .append(definitions(facts(file)))
                .append("</div><div>")
                .append(playback(file))
                .append("</div></div></section>\n");
        return section.toString();
    }

    private static String figure(String caption, String svg) {
        return "<figure>" + svg + "<figcaption>" + caption + "</figcaption></figure>\n";
    }

    private static List<String[]> facts(Delivered file) {
        List<String[]> facts = new ArrayList<>();
        LoudnessReport report = file.report();
        facts.add(new String[] {
            "Loudest",
            FigureText.level(report.maxMomentaryLufs()) + " LUFS in 400 ms, "
                    + FigureText.level(report.maxShortTermLufs()) + " in 3 s"
        });
        facts.add(new String[] {
            "Correlation, balance",
            String.format(
                            Locale.ROOT,
                            "%.2f, %+.1f dB",
                            report.correlation(),
                            Math.round(report.balanceDb() * 10) / 10.0)
                    .replace('-', '−')
        });
        facts.add(new String[] {"Clipped samples", String.valueOf(report.clippedSamples())});
        facts.add(new String[] {
            "Into the limiter",
            String.format(Locale.ROOT, "%+.2f dB", file.gainDb()).replace('-', '−')
                    + (Double.isInfinite(file.ceilingSet())
                            ? ", no limiter"
                            : ", set to " + FigureText.decimals(file.ceilingSet(), 2) + " dBTP")
                    + (file.passes() == 1 ? ", made once" : ", made " + file.passes() + " times until it held")
        });
        if (!file.levelWords().isEmpty()) {
            facts.add(new String[] {"Level", file.levelWords()});
        }
        ChainWords.of(file.chain()).forEach(line -> {
            int colon = line.indexOf(':');
            facts.add(
                    colon < 0
                            ? new String[] {line, ""}
                            : new String[] {line.substring(0, colon), line.substring(colon + 2)});
        });
        file.file().tags().texts().forEach((field, text) -> facts.add(new String[] {"Tag " + field.key(), text}));
        if (file.file().tags().cover() != null) {
            facts.add(new String[] {"Cover", cover(file)});
        }
        facts.add(new String[] {"Size", String.format(Locale.ROOT, "%,d bytes", file.bytes())});
        facts.add(new String[] {"SHA-256", file.sha256()});
        return facts;
    }

    private static String cover(Delivered file) {
        var cover = file.file().tags().cover();
        return cover == null
                ? ""
                : cover.mediaType()
                        + CoverFacts.of(cover)
                                .map(facts -> ", " + facts.width() + " × " + facts.height() + " pixels")
                                .orElse("");
    }

    private static String playback(Delivered file) {
        StringBuilder rows = new StringBuilder();
        for (PlaybackForecast forecast : file.playback()) {
            String peak = (forecast.peakHolds() ? "yes, " : "no, ") + FigureText.level(forecast.advisedDbtp());
            rows.append("<tr><th scope=\"row\">")
                    .append(FigureText.escaped(forecast.service().label()))
                    .append("</th>")
                    .append(FigureText.cell(FigureText.level(forecast.playsAt())))
                    .append(FigureText.cell(FigureText.level(forecast.changeDb())))
                    .append(FigureText.cell(peak))
                    .append("<td class=\"words\">")
                    .append(FigureText.escaped(forecast.words()))
                    .append("</td></tr>\n");
        }
        return rows.isEmpty()
                ? ""
                : "<table><thead><tr><th scope=\"col\">Destination</th><th scope=\"col\">Plays at, LUFS</th>"
                        + "<th scope=\"col\">Change, dB</th><th scope=\"col\">Peak under the advised dBTP</th>"
                        + "<th scope=\"col\" class=\"words\">What it does</th></tr></thead><tbody>" + rows
                        + "</tbody></table>";
    }

    // ---- words ----

    private static String definitions(List<String[]> facts) {
        StringBuilder list = new StringBuilder("<dl>");
        facts.forEach(fact -> list.append("<dt>")
                .append(FigureText.escaped(fact[0]))
                .append("</dt><dd>")
                .append(FigureText.escaped(fact[1]))
                .append("</dd>"));
        return list.append("</dl>").toString();
    }

    private static String name(Delivered file) {
        return String.valueOf(file.file().path().getFileName());
    }

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>@title: delivery</title>
            <style>
            :root { color-scheme: light dark; --line: light-dark(#2b6cb0, #7db5e8); --soft: #8884; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 76em; padding: 0 1.5em; }
            h1 { margin-bottom: 0; }
            h2 { font-size: 1.1em; margin: 2.2em 0 0.6em; border-top: 1px solid var(--soft); padding-top: 1.2em; }
            h3 { font-size: 1em; margin: 1em 0 0.3em; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 0.25em 0.8em; text-align: right; border-bottom: 1px solid var(--soft); }
            th:first-child { text-align: left; padding-left: 0; font-weight: 600; }
            .words { text-align: left; }
            .scroll { overflow-x: auto; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15em 1.2em; margin: 0.6em 0; }
            dt { opacity: 0.75; }
            dd { margin: 0; overflow-wrap: anywhere; }
            .columns { display: grid; grid-template-columns: 2fr 3fr; gap: 2em; align-items: start; }
            .curves { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.2em; }
            figure { margin: 0; }
            figcaption { font-size: 0.85em; opacity: 0.75; }
            svg { width: 100%; height: auto; background: #8881; display: block; }
            svg text { font: 9px sans-serif; fill: currentColor; opacity: 0.75; }
            .grid { stroke: #8885; stroke-width: 1; }
            .mark { stroke: currentColor; stroke-dasharray: 4 3; opacity: 0.6; }
            .curve { fill: none; stroke: var(--line); stroke-width: 1.4; }
            .range { fill: none; stroke: currentColor; opacity: 0.75; }
            .area { fill: var(--line); stroke: none; }
            @media (max-width: 60em) { .columns, .curves { grid-template-columns: 1fr; } }
            </style>
            </head>
            <body>
            <h1>@title</h1>
            <p>Delivered @made. Every file was decoded and measured after it was written, by ITU-R BS.1770-5, EBU R 128 and
            EBU Tech 3342, and made again where it passed its ceiling.</p>
            @print
            <div class="scroll"><table>
            <thead><tr><th scope="col">File</th>@version<th scope="col">Format</th><th scope="col">Rate</th><th scope="col">Bits</th>
            <th scope="col">Length</th><th scope="col">LUFS-I</th><th scope="col">LRA, LU</th><th scope="col">dBTP</th>
            <th scope="col">Ceiling</th><th scope="col">PLR, dB</th></tr></thead>
            <tbody>
            @rows</tbody>
            </table></div>
            @files
            </body>
            </html>
            """;
}
