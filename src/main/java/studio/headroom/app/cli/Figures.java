package studio.headroom.app.cli;

import studio.headroom.dsp.loudness.LoudnessReport;

/// Measured figures as the command line says them.
final class Figures {
    private Figures() {}

    /// In one line.
    static String line(LoudnessReport report) {
        return String.format(
                java.util.Locale.ROOT,
                "%s LUFS, range %.1f LU, true peak %s dBTP, PLR %.1f dB, correlation %.2f",
                Numbers.level(report.integratedLufs()),
                report.loudnessRangeLu(),
                Numbers.level(report.truePeakDbtp()),
                report.plrDb(),
                Math.rint(report.correlation() * 100) / 100 + 0.0);
    }
}
