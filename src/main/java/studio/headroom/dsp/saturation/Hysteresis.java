package studio.headroom.dsp.saturation;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// The magnetization of a tape under its record head, which depends on what came before.
///
/// The model of Jiles and Atherton (Journal of Magnetism and Magnetic Materials 61, 1986) as J. Chowdhury uses it for
/// tape machines (Real-time Physical Modelling for Analog Tape Machines, DAFx 2019), in units of the saturation for the
/// magnetization m and of the shape parameter a for the field h:
///
///     dm/dh = ((1 - c)·u / ((1 - c)·k - α·u) + c·L'(q)) / (1 - c·α·L'(q))
///     q = h + α·m, u = max(0, δ·(L(q) - m)), δ = sign(dh), L(q) = coth(q) - 1/q
///
/// It knows no time, only the way of the field, so the field goes in a straight line from sample to sample, and
/// Runge and Kutta's method of fourth order follows it in steps of [#STEP] at most, for which it is stable by far. A
/// longer jump than [#REACH] begins that far before its end: what was before is forgotten by then (e^-12).
///
/// The bias of the machine is no tone here. It is in c: with bias most of the magnetization goes back when the field
/// does. The tape moves on: what stays magnetized leaves the head with a time constant of 32 ms.
@RealTime
final class Hysteresis {
    /// Part of the magnetization that goes back with the field.
    private static final double REVERSIBLE = 0.75;
    /// Half of what the field has to turn back for, in units of a.
    private static final double COERCIVITY = 1.0;
    /// How much the magnetization adds to the field: 1.6e-3 · 350 kA/m / 22 kA/m.
    private static final double COUPLING = 0.0255;

    private static final double STEP = 1.0;
    private static final double REACH = 12;
    private static final double LEAVE_HERTZ = 5;
    /// From here on coth is 1 within 2e-5.
    private static final double FAR = 6;

    /// Field for a sample of 1: so much that the slope for small signals is 1.
    static final double FIELD = (1 - REVERSIBLE * COUPLING / 3) * 3 / REVERSIBLE;

    private final int channels;
    private final double stay;
    /// Of each channel: its last sample, and the magnetization beyond that at rest.
    private final double[] last;

    private final double[] beyond;

    /// @param sampleRate at which samples come
    Hysteresis(int channels, double sampleRate) {
        this.channels = channels;
        last = new double[channels];
        beyond = new double[channels];
        stay = Math.exp(-2.0 * Math.PI * LEAVE_HERTZ / sampleRate);
    }

    void clear() {
        Arrays.fill(last, 0.0);
        Arrays.fill(beyond, 0.0);
    }

    /// Magnetizes a run: replaces each sample by how far the magnetization is from that at rest.
    ///
    /// @param planes rows whose samples take turns: row p of frame i, channel c, at i·channels + c
    /// @param bias added to the samples, for all rows
    /// @param rest the magnetization at that bias
    /// @param count samples of each row
    void process(float[][] planes, float[] bias, float[] rest, int count) {
        int rows = planes.length;
        for (int at = 0; at < count; at += channels) {
            for (int p = 0; p < rows; p++) {
                float[] row = planes[p];
                for (int c = 0; c < channels; c++) {
                    double x = row[at + c];
                    double still = rest[at + c];
                    double m = follow(FIELD * (x + bias[at + c]), FIELD * (x - last[c]), still + stay * beyond[c]);
                    last[c] = x;
                    beyond[c] = m - still;
                    row[at + c] = (float) beyond[c];
                }
            }
        }
    }

    /// Clears what is spoilt or too small to matter. To be called at the same frames whatever the block size is.
    void tidy() {
        for (int c = 0; c < channels; c++) {
            double size = Math.abs(beyond[c]);
            beyond[c] = size > 1e-15 && size < 3 ? beyond[c] : 0;
            last[c] = Math.abs(last[c]) < 1e30 ? last[c] : 0;
        }
    }

    /// @param end the field at the end of a step
    /// @param change by how much it came there
    /// @param m the magnetization at its beginning
    /// @return that at its end
    static double follow(double end, double change, double m) {
        double way = Math.max(-REACH, Math.min(REACH, change));
        int steps = 1 + (int) (Math.abs(way) / STEP);
        double part = way / steps;
        double half = 0.5 * part;
        double sign = Math.signum(way);
        double h = end - way;
        double now = m;
        for (int i = 0; i < steps; i++) {
            double k1 = slope(h, now, sign);
            double k2 = slope(h + half, now + half * k1, sign);
            double k3 = slope(h + half, now + half * k2, sign);
            double k4 = slope(h + part, now + part * k3, sign);
            now += part * (1.0 / 6.0) * (k1 + 2.0 * (k2 + k3) + k4);
            h += part;
        }
        return now;
    }

    /// dm/dh.
    private static double slope(double h, double m, double sign) {
        double q = h + COUPLING * m;
        double square = q * q;
        double r = Math.abs(q) < FAR ? ratio(square) : (Math.abs(q) - 1.0) / square;
        // L = q·r, and L' = 1 - L² - 2·L / q.
        double steep = 1.0 - r * (square * r + 2.0);
        double u = Math.max(0.0, sign * (q * r - m));
        double hold = (1.0 - REVERSIBLE) * COERCIVITY - COUPLING * u;
        return ((1.0 - REVERSIBLE) * u + REVERSIBLE * steep * hold) / (hold * (1.0 - REVERSIBLE * COUPLING * steep));
    }

    /// L(q) / q by the eighth convergent of its continued fraction 1/(3 + q²/(5 + q²/(7 + …))), within 7e-7 up to 6.
    private static double ratio(double square) {
        double p = 11486475.0 + square * (810810.0 + square * (12870.0 + square * 44.0));
        double q = 34459425.0 + square * (4729725.0 + square * (135135.0 + square * (990.0 + square)));
        return p / q;
    }

    /// The slope of the smallest loops around a bias, which are reversible.
    static float smallest(float bias) {
        return (float) (FIELD * slope(FIELD * bias, LoopTips.of(bias), 0));
    }
}
