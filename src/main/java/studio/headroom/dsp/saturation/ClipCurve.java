package studio.headroom.dsp.saturation;

import studio.headroom.concurrent.RealTime;

/// A ceiling for magnitudes with a quadratic knee: straight up to `ceiling·(1 - knee)`, the ceiling from
/// `ceiling·(1 + knee)` on, and between them a parabola that meets both without a corner.
///
/// @param ceiling more than 0
/// @param knee 0 for a corner to 1 for a curve from zero on
public record ClipCurve(double ceiling, double knee) {
    /// Knees at least this wide keep the parabola's scale finite.
    private static final double NARROWEST = 1e-6;

    /// What comes out for an input.
    public double output(double x) {
        return x - Math.copySign(taken(Math.abs(x)), x);
    }

    private double taken(double magnitude) {
        double width = width(ceiling, knee);
        double start = start(ceiling, knee);
        double beyond = Math.max(0, magnitude - start - width);
        double bent = Math.min(width, Math.max(0, magnitude - start));
        return beyond + bent * bent / (2 * width);
    }

    /// Where the knee begins.
    @RealTime
    public static double start(double ceiling, double knee) {
        return ceiling - 0.5 * width(ceiling, knee);
    }

    /// How wide it is.
    @RealTime
    public static double width(double ceiling, double knee) {
        return 2.0 * ceiling * Math.max(NARROWEST, knee);
    }

    /// Replaces samples by what the curve adds to them: 0 where they stay, and of the opposite sign elsewhere.
    ///
    /// @param start of the knee for each sample
    /// @param width of the knee for each sample
    @RealTime
    public static void change(float[] x, float[] start, float[] width, int n) {
        for (int i = 0; i < n; i++) {
            float over = x[i] - start[i];
            float under = -x[i] - start[i];
            float w = width[i];
            float scale = 0.5f / w;
            float beyondOver = positive(over - w);
            float beyondUnder = positive(under - w);
            float bentOver = positive(over) - beyondOver;
            float bentUnder = positive(under) - beyondUnder;
            x[i] = (beyondUnder + bentUnder * bentUnder * scale) - (beyondOver + bentOver * bentOver * scale);
        }
    }

    @RealTime
    private static float positive(float v) {
        return 0.5f * (v + Math.abs(v));
    }
}
