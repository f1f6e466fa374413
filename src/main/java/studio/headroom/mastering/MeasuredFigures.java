package studio.headroom.mastering;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.headroom.dsp.loudness.LoudnessDistribution;
import studio.headroom.dsp.loudness.LoudnessReport;

/// Measured figures under the names that JSON output and reports use for them.
public final class MeasuredFigures {
    private MeasuredFigures() {}

    public static Map<String, Object> of(LoudnessReport report) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("integratedLufs", report.integratedLufs());
        figures.put("loudnessRangeLu", report.loudnessRangeLu());
        figures.put("maxMomentaryLufs", report.maxMomentaryLufs());
        figures.put("maxShortTermLufs", report.maxShortTermLufs());
        figures.put("truePeakDbtp", report.truePeakDbtp());
        figures.put("samplePeakDbfs", report.samplePeakDbfs());
        figures.put("plrDb", report.plrDb());
        figures.put("rmsDbfs", report.rmsDbfs());
        figures.put("crestDb", report.crestDb());
        figures.put("correlation", report.correlation());
        figures.put("dcOffset", report.dcOffset());
        figures.put("balanceDb", report.balanceDb());
        figures.put("clippedSamples", report.clippedSamples());
        figures.put("frames", report.frames());
        return figures;
    }

    /// How often a program was how loud.
    public static Map<String, Object> of(LoudnessDistribution distribution) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("lowLufs", distribution.lowLufs());
        figures.put("highLufs", distribution.highLufs());
        figures.put("gateLufs", distribution.gateLufs());
        figures.put("binLu", LoudnessDistribution.BIN_LU);
        figures.put("fromLufs", distribution.fromLufs());
        figures.put("windows", distribution.counts());
        return figures;
    }

    /// What was cut off a sound and how it was faded, in seconds.
    public static Map<String, Object> of(Trim trim) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("headSeconds", trim.headSeconds());
        figures.put("tailSeconds", trim.tailSeconds());
        figures.put("fadeInSeconds", trim.fadeInSeconds());
        figures.put("fadeOutSeconds", trim.fadeOutSeconds());
        return figures;
    }
}
