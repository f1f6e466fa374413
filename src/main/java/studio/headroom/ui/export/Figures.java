package studio.headroom.ui.export;

import java.util.Locale;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.FigureText;

/// Measured figures as people read them.
public final class Figures {
    private Figures() {}

    /// One decimal with a true minus: `−16.1`.
    public static String level(double value) {
        return FigureText.level(value);
    }

    /// `3:27.4`.
    public static String time(double seconds) {
        return FigureText.time(seconds);
    }

    /// The two that are looked at first.
    public static String first(LoudnessReport report) {
        return level(report.integratedLufs()) + " LUFS · " + level(report.truePeakDbtp()) + " dBTP";
    }

    /// The others.
    public static String rest(LoudnessReport report) {
        String clipped =
                switch ((int) Math.min(2, report.clippedSamples())) {
                    case 0 -> "nothing clipped";
                    case 1 -> "1 clipped sample";
                    default -> String.format(Locale.ROOT, "%,d clipped samples", report.clippedSamples());
                };
        return "peak " + level(report.samplePeakDbfs()) + " dBFS · range " + level(report.loudnessRangeLu())
                + " LU · PLR " + level(report.plrDb()) + " dB · " + clipped;
    }
}
