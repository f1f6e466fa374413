package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.ChannelWeights;
import studio.headroom.dsp.loudness.DynamicRange;
import studio.headroom.dsp.loudness.LoudnessDistribution;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.Json;
import studio.headroom.mastering.HeardStream;
import studio.headroom.mastering.MeasuredFigures;
import studio.headroom.mastering.Measurement;
import studio.headroom.mastering.Sources;

@Command(
        name = "measure",
        header = "Loudness, range, true peak, correlation and more of whole sound files.",
        description = "By ITU-R BS.1770-5, EBU R 128, EBU Tech 3341 and 3342.",
        customSynopsis = {"headroom measure AUDIO... [--dual-mono] [--json]"},
        sortOptions = false)
final class MeasureCommand extends Subcommand {
    @Parameters(paramLabel = "AUDIO", arity = "1..*", description = "Sound files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Print one JSON object: the figures of the file, or a list 'files' for several.")
    private boolean json;

    @Option(
            names = "--dual-mono",
            description = "Take mono files as they are heard from two loudspeakers: 3 LU louder.")
    private boolean dualMono;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        List<Map<String, Object>> all = new ArrayList<>();
        for (Path file : files) {
            Measured measured = measure(file);
            if (json) {
                Map<String, Object> described = new LinkedHashMap<>();
                described.put("file", file.toString());
                described.putAll(MeasuredFigures.of(measured.report));
                described.put("dynamicRangeDb", measured.dynamicRange);
                described.put("shortTerm", MeasuredFigures.of(measured.report.distribution()));
                all.add(described);
            } else {
                print(file, measured, out);
            }
        }
        if (json) {
            out.println(Json.text(all.size() == 1 ? all.getFirst() : Map.of("files", all)));
        }
        return CommandLineProgram.DONE;
    }

    private record Measured(LoudnessReport report, double dynamicRange) {}

    private Measured measure(Path file) throws IOException {
        try (ProgressLine progress = new ProgressLine(err(), json);
                SampleStream stream = Sources.stream(file)) {
            DynamicRange range = new DynamicRange(stream.format());
            int channels = stream.format().channels();
            double[] weights =
                    dualMono && channels == 1 ? ChannelWeights.dualMono() : ChannelWeights.standard(channels);
            LoudnessReport report = Measurement.of(
                    new HeardStream(stream, range::process), file.toString(), "Measuring", progress, weights);
            return new Measured(report, range.finish());
        }
    }

    /// Where the loudness range begins and ends.
    private static String ends(LoudnessDistribution distribution) {
        return distribution.counts().isEmpty()
                ? ""
                : ", from " + Numbers.level(distribution.lowLufs()) + " to " + Numbers.level(distribution.highLufs())
                        + " LUFS";
    }

    private static void print(Path file, Measured measured, PrintWriter out) {
        LoudnessReport report = measured.report;
        out.println(file);
        out.printf("  integrated        %7s LUFS%n", Numbers.level(report.integratedLufs()));
        out.printf("  range             %7.1f LU%s%n", report.loudnessRangeLu(), ends(report.distribution()));
        out.printf("  loudest momentary %7s LUFS%n", Numbers.level(report.maxMomentaryLufs()));
        out.printf("  loudest 3 seconds %7s LUFS%n", Numbers.level(report.maxShortTermLufs()));
        out.printf("  true peak         %7s dBTP%n", Numbers.level(report.truePeakDbtp()));
        out.printf("  sample peak       %7s dBFS%n", Numbers.level(report.samplePeakDbfs()));
        out.printf("  peak to loudness  %7.1f dB%n", report.plrDb());
        out.printf("  RMS               %7s dBFS%n", Numbers.level(report.rmsDbfs()));
        out.printf("  crest factor      %7.1f dB%n", report.crestDb());
        out.printf("  dynamic range     %7s%n", "DR" + Math.round(measured.dynamicRange));
        out.printf("  correlation       %7.2f%n", Math.rint(report.correlation() * 100) / 100 + 0.0);
        out.printf("  left to right     %7.1f dB%n", Math.rint(report.balanceDb() * 10) / 10 + 0.0);
        out.printf("  DC offset         %7.4f %%%n", report.dcOffset() * 100);
        if (report.clippedSamples() > 0) {
            out.printf(
                    "  %d samples at full scale: this file is clipped, or was mastered without headroom%n",
                    report.clippedSamples());
        }
    }
}
