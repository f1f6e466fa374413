package studio.headroom.mastering;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.files.Json;

/// What was measured on the files of an export, as a file for people or programs.
public enum ExportReport {
    JSON(".json"),
    HTML(".html");

    private final String ending;

    ExportReport(String ending) {
        this.ending = ending;
    }

    public String ending() {
        return ending;
    }

    /// @param title of the song
    /// @throws FileException when it cannot be written
    public void write(Path file, String title, Instant made, List<ExportJob.Written> files) throws FileException {
        String text = this == JSON ? json(title, made, files) : html(title, made, files);
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String title, Instant made, List<ExportJob.Written> files) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ExportJob.Written written : files) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", name(written));
            one.put("sampleRate", written.format().sampleRate());
            one.put("channels", written.format().channels());
            one.put("gainDb", written.gainDb());
            if (written.report() != null) {
                one.putAll(MeasuredFigures.of(written.report()));
            }
            one.put("remarks", written.remarks());
            all.add(one);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("song", title);
        report.put("made", made.toString());
        report.put("files", all);
        return Json.text(report);
    }

    private static String html(String title, Instant made, List<ExportJob.Written> files) {
        StringBuilder rows = new StringBuilder();
        for (ExportJob.Written written : files) {
            rows.append("<tr><th scope=\"row\">")
                    .append(FigureText.escaped(name(written)))
                    .append("</th>")
                    .append(cells(written))
                    .append("</tr>\n");
            for (String remark : written.remarks()) {
                rows.append("<tr><td colspan=\"11\" class=\"remark\">")
                        .append(FigureText.escaped(remark))
                        .append("</td></tr>\n");
            }
        }
        return PAGE.replace("@title", FigureText.escaped(title))
                .replace("@made", FigureText.moment(made))
                .replace("@rows", rows);
    }

    private static String cells(ExportJob.Written written) {
        AudioFormat format = written.format();
        String start = FigureText.cell(String.format(Locale.ROOT, "%.1f kHz", format.sampleRate() / 1000.0))
                + FigureText.cell(format.channels() == 1 ? "mono" : "stereo");
        LoudnessReport report = written.report();
        if (report == null) {
            return start + "<td colspan=\"8\">not measured</td>";
        }
        return start
                + FigureText.cell(FigureText.time((double) report.frames() / format.sampleRate()))
                + FigureText.cell(FigureText.level(report.integratedLufs()))
                + FigureText.cell(FigureText.level(report.loudnessRangeLu()))
                + FigureText.cell(FigureText.level(report.truePeakDbtp()))
                + FigureText.cell(FigureText.level(report.samplePeakDbfs()))
                + FigureText.cell(FigureText.level(report.plrDb()))
                + FigureText.cell(String.format(Locale.ROOT, "%.2f", report.correlation()))
                + FigureText.cell(Long.toString(report.clippedSamples()));
    }

    private static String name(ExportJob.Written written) {
        return String.valueOf(written.file().path().getFileName());
    }

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>@title: export report</title>
            <style>
            body { font: 15px/1.5 sans-serif; margin: 2em; color-scheme: light dark; }
            table { border-collapse: collapse; }
            th, td { padding: 0.3em 0.9em; text-align: right; border-bottom: 1px solid #8886; }
            th:first-child { text-align: left; }
            .remark { text-align: left; font-style: italic; }
            </style>
            </head>
            <body>
            <h1>@title</h1>
            <p>Exported @made. Every file was read again and measured after it was written, by ITU-R BS.1770-5,
            EBU R 128 and EBU Tech 3342.</p>
            <table>
            <thead><tr><th scope="col">File</th><th scope="col">Rate</th><th scope="col">Channels</th>
            <th scope="col">Length</th><th scope="col">LUFS-I</th><th scope="col">LRA, LU</th>
            <th scope="col">dBTP</th><th scope="col">Peak, dBFS</th><th scope="col">PLR, dB</th>
            <th scope="col">Correlation</th><th scope="col">Clipped samples</th></tr></thead>
            <tbody>
            @rows</tbody>
            </table>
            </body>
            </html>
            """;
}
