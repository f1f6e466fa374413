package studio.headroom.ui.editor.graph;

import java.util.List;
import studio.headroom.dsp.analysis.LiveSpectrum;

/// Frequencies from 20 Hz to 20 kHz along a line, evenly by ratio. Pure functions.
final class FrequencyAxis {
    static final double LOWEST = LiveSpectrum.LOWEST_HZ;
    static final double HIGHEST = LiveSpectrum.HIGHEST_HZ;
    static final List<Double> NUMBERED =
            List.of(20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0, 20_000.0);
    static final List<Double> LINES = List.of(
            30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 700.0, 800.0, 900.0,
            1000.0, 2000.0, 3000.0, 4000.0, 5000.0, 6000.0, 7000.0, 8000.0, 9000.0, 10_000.0);

    private FrequencyAxis() {}

    /// Where a frequency lies, 0 to 1; beyond where it is outside.
    static double position(double hertz) {
        return Math.log(hertz / LOWEST) / Math.log(HIGHEST / LOWEST);
    }

    static double hertz(double position) {
        return LOWEST * Math.pow(HIGHEST / LOWEST, position);
    }

    static boolean isStrong(double hertz) {
        return hertz == 100 || hertz == 1000 || hertz == 10_000;
    }

    static String text(double hertz) {
        return hertz >= 1000 ? Math.round(hertz / 1000) + "k" : Long.toString(Math.round(hertz));
    }
}
