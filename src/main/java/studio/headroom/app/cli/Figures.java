package studio.headroom.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.headroom.dsp.loudness.LoudnessReport;

/// Measured figures under the names that the command line uses for them.
final class Figures {
    private Figures() {}

    static Map<String, Object> of(LoudnessReport report) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("integratedLufs", report.integratedLufs());
        figures.put("loudnessRangeLu", report.loudnessRangeLu());
        figures.put("maxMomentaryLufs", report.maxMomentaryLufs());
        figures.put("maxShortTermLufs", report.maxShortTermLufs());
        figures.put("truePeakDbtp", report.truePeakDbtp());
        figures.put("samplePeakDbfs", report.samplePeakDbfs());
        figures.put("plrDb", report.plrDb());
        figures.put("correlation", report.correlation());
        figures.put("dcOffset", report.dcOffset());
        figures.put("balanceDb", report.balanceDb());
        figures.put("clippedSamples", report.clippedSamples());
        figures.put("frames", report.frames());
        return figures;
    }

    /// In one line.
    static String line(LoudnessReport report) {
        return String.format(
                java.util.Locale.ROOT,
                "%s LUFS, range %.1f LU, true peak %s dBTP, PLR %.1f dB, correlation %.2f",
                Numbers.level(report.integratedLufs()),
                report.loudnessRangeLu(),
                Numbers.level(report.truePeakDbtp()),
                report.plrDb(),
                report.correlation());
    }
}
