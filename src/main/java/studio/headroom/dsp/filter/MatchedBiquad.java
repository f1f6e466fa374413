package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// Second-order digital filters that follow their analog prototypes ([AnalogFilter]) up to the Nyquist frequency
/// instead of being squeezed under it.
///
/// After M. Vicanek, "Matched Second Order Digital Filters" (2016): the poles are those of the analog filter by impulse
/// invariance, the zeros follow from the power response at chosen frequencies. Bells, shelves, high cuts and
/// band-passes are matched at 0 Hz, at their frequency and at a third one: 75 % of Nyquist or 18 kHz, whichever is
/// less, but above the filter's own. Low cuts and notches keep their zeros and are matched at their frequency and at
/// 0 Hz. Cuts of bells and shelves are the inverse of boosts, so that the two undo each other exactly. All-passes are
/// bilinear: exact at 0 Hz, their frequency and Nyquist.
///
/// Largest deviation from the analog response in dB at 44.1 / 48 / 96 kHz, up to 20 kHz and where that response is
/// above -24 dB, for filters up to 10 kHz, Q 0.5 to 2 and gains up to 12 dB:
///
/// - bells 0.5 / 0.2 / 0.01
/// - shelves and tilts 0.55 / 0.35 / 0.02
/// - first-order shelves 0.3 / 0.15 / 0.02
/// - low cuts 0.65 / 0.45 / 0.03, high cuts 0.8 / 0.25 / 0.01
/// - band-passes 0.7 / 0.3 / 0.02
/// - notches 1.7 / 1.15 / 0.1, from Q 2 on 0.2 / 0.15 / 0.02
///
/// A bell of 6 dB at 16 kHz with Q 0.7 stays within 0.3 dB at 44.1 kHz.
///
/// Each method writes `b0 b1 b2 a1 a2` of (b0 + b1·z⁻¹ + b2·z⁻²) / (1 + a1·z⁻¹ + a2·z⁻²): stable, and minimum phase but
/// for the all-pass. `w` is the filter's angular frequency per sample, above 0 and at most [#HIGHEST]; `q` above 0.
@RealTime
public final class MatchedBiquad {
    /// The highest frequency that filters are made for, as a part of the sample rate.
    public static final double HIGHEST = 0.475;

    private static final double THIRD_NYQUIST = 0.75 * Math.PI;
    private static final double THIRD_HERTZ = 18_000;
    private static final double THIRD_ABOVE = 1.02;

    /// Above this, cuts and band-passes are matched here and at their frequency, or at 75 % of Nyquist where that is
    /// more:
    /// two points at the edge would leave what lies below free.
    private static final double SECOND_HIGHEST = 0.65 * Math.PI;

    private MatchedBiquad() {}

    /// The angular frequency per sample of a filter at `hertz`, kept below Nyquist.
    public static double angular(double hertz, double sampleRate) {
        return 2.0 * Math.PI * Math.min(hertz / sampleRate, HIGHEST);
    }

    public static void bell(double w, double gainDb, double q, double sampleRate, double[] c) {
        double a = amplitude(Math.abs(gainDb));
        poles(w, 1.0 / (2.0 * a * q), c);
        double third = third(w, sampleRate);
        match(w, third, 1.0, power(a), AnalogFilter.bell(third / w, a, q), c);
        keepZerosInside(w, 0.5 * a / q, AnalogFilter.bell(Math.PI / w, a, q), c);
        if (gainDb < 0) {
            invert(1.0, c);
        }
    }

    public static void lowShelf(double w, double gainDb, double q, double sampleRate, double[] c) {
        lowShelfBoost(w, amplitude(Math.abs(gainDb)), q, sampleRate, c);
        if (gainDb < 0) {
            invert(1.0, c);
        }
    }

    /// A high shelf is what is left of a gain when a low shelf takes it away below.
    public static void highShelf(double w, double gainDb, double q, double sampleRate, double[] c) {
        double a = amplitude(Math.abs(gainDb));
        lowShelfBoost(w, a, q, sampleRate, c);
        if (gainDb < 0) {
            scale(1.0 / (a * a), c);
        } else {
            invert(a * a, c);
        }
    }

    /// `gainDb` above, `-gainDb` below.
    public static void tilt(double w, double gainDb, double q, double sampleRate, double[] c) {
        highShelf(w, 2.0 * gainDb, q, sampleRate, c);
        double a = amplitude(2.0 * gainDb);
        scale(1.0 / a, c);
    }

    public static void highCut(double w, double q, double sampleRate, double[] c) {
        poles(w, 1.0 / (2.0 * q), c);
        double second = Math.min(w, SECOND_HIGHEST);
        double third = Math.max(w, third(second, sampleRate));
        double atSecond = second == w ? q * q : AnalogFilter.highCut(second / w, q);
        match(second, third, 1.0, atSecond, AnalogFilter.highCut(third / w, q), c);
    }

    public static void bandPass(double w, double q, double sampleRate, double[] c) {
        poles(w, 1.0 / (2.0 * q), c);
        double second = Math.min(w, SECOND_HIGHEST);
        double third = Math.max(w, third(second, sampleRate));
        double atSecond = second == w ? 1.0 : AnalogFilter.bandPass(second / w, q);
        match(second, third, 0.0, atSecond, AnalogFilter.bandPass(third / w, q), c);
    }

    public static void lowCut(double w, double q, double[] c) {
        poles(w, 1.0 / (2.0 * q), c);
        double s = squaredSine(w);
        double b = q * Math.sqrt(denominator(s, c)) / (4.0 * s);
        zeros(b, -2.0 * b, b, c);
    }

    public static void notch(double w, double q, double[] c) {
        poles(w, 1.0 / (2.0 * q), c);
        double b = (1.0 + c[3] + c[4]) / (4.0 * squaredSine(w));
        zeros(b, -2.0 * b * Math.cos(w), b, c);
    }

    public static void allPass(double w, double q, double[] c) {
        double alpha = Math.sin(w) / (2.0 * q);
        c[3] = -2.0 * Math.cos(w) / (1.0 + alpha);
        c[4] = (1.0 - alpha) / (1.0 + alpha);
        zeros(c[4], c[3], 1.0, c);
    }

    /// First order, at most 6 dB an octave: half the gain at its frequency.
    public static void lowShelf(double w, double gainDb, double sampleRate, double[] c) {
        lowShelfBoost(w, amplitude(Math.abs(gainDb)), sampleRate, c);
        if (gainDb < 0) {
            invert(1.0, c);
        }
    }

    /// First order, at most 6 dB an octave: half the gain at its frequency.
    public static void highShelf(double w, double gainDb, double sampleRate, double[] c) {
        double a = amplitude(Math.abs(gainDb));
        lowShelfBoost(w, a, sampleRate, c);
        if (gainDb < 0) {
            scale(1.0 / (a * a), c);
        } else {
            invert(a * a, c);
        }
    }

    /// First order, 6 dB an octave.
    public static void highCut(double w, double[] c) {
        double pole = Math.exp(-w);
        double s = squaredSine(w);
        double dc = 1.0 - pole;
        double nyquist = Math.sqrt(Math.max(0.0, (square(1.0 + pole) * s - square(dc) * (1.0 - s)) / (2.0 * s)));
        c[3] = -pole;
        c[4] = 0.0;
        zeros(0.5 * (dc + nyquist), 0.5 * (dc - nyquist), 0.0, c);
    }

    /// First order, 6 dB an octave.
    public static void lowCut(double w, double[] c) {
        double pole = Math.exp(-w);
        double s = squaredSine(w);
        double b = 0.5 * Math.sqrt(0.5 * (square(1.0 - pole) * (1.0 - s) + square(1.0 + pole) * s) / s);
        c[3] = -pole;
        c[4] = 0.0;
        zeros(b, -b, 0.0, c);
    }

    /// The power response |H|² of coefficients at an angular frequency per sample.
    public static double power(double w, double[] c) {
        double s = squaredSine(w);
        double numerator = square(c[0] + c[1] + c[2]) * (1.0 - s)
                + square(c[0] - c[1] + c[2]) * s
                - 16.0 * c[0] * c[2] * s * (1.0 - s);
        return Math.max(0.0, numerator) / denominator(s, c);
    }

    private static void lowShelfBoost(double w, double a, double q, double sampleRate, double[] c) {
        poles(w / Math.sqrt(a), 1.0 / (2.0 * q), c);
        double third = third(w, sampleRate);
        // With a high Q it is the dip at the zeros, half a shelf above, that must be met.
        double dip = w * Math.pow(a, 0.5 * Math.max(0.0, Math.min(1.0, q - 1.0)));
        double second = Math.max(w, Math.min(dip, 0.85 * third));
        match(
                second,
                third,
                power(a),
                AnalogFilter.lowShelf(second / w, a, q),
                AnalogFilter.lowShelf(third / w, a, q),
                c);
        keepZerosInside(w * Math.sqrt(a), 0.5 / q, AnalogFilter.lowShelf(Math.PI / w, a, q), c);
    }

    /// Meets the analog filter at 0 Hz and at the third frequency.
    private static void lowShelfBoost(double w, double a, double sampleRate, double[] c) {
        double pole = Math.exp(-w / a);
        c[3] = -pole;
        c[4] = 0.0;
        double third = third(w, sampleRate);
        double t = squaredSine(third);
        double root0 = a * a * (1.0 - pole);
        double n1 = (AnalogFilter.lowShelf(third / w, a) * denominator(t, c) - root0 * root0 * (1.0 - t)) / t;
        double least = 0.25 * Math.sqrt(AnalogFilter.lowShelf(Math.PI / w, a)) * (1.0 + pole);
        double root1 = Math.max(least, Math.sqrt(Math.max(0.0, n1)));
        zeros(0.5 * (root0 + root1), 0.5 * (root0 - root1), 0.0, c);
    }

    /// The poles of s² + 2·damping·w·s + w², by impulse invariance.
    private static void poles(double w, double damping, double[] c) {
        double decay = Math.exp(-damping * w);
        if (damping <= 1.0) {
            c[3] = -2.0 * decay * Math.cos(Math.sqrt(1.0 - damping * damping) * w);
        } else {
            // Two real poles; their exponents are put together first, so that neither overflows.
            double spread = Math.sqrt(damping * damping - 1.0) * w;
            c[3] = -(Math.exp(spread - damping * w) + Math.exp(-spread - damping * w));
        }
        c[4] = decay * decay;
    }

    /// The zeros that give powers `dc` at 0 Hz, `atW` at `w` and `atThird` at `third` with the poles in `c`.
    private static void match(double w, double third, double dc, double atW, double atThird, double[] c) {
        double s = squaredSine(w);
        double t = squaredSine(third);
        double n0 = dc * square(1.0 + c[3] + c[4]);
        // n1·s + n2·4s(1 - s) is the rest of the numerator's power at w, and so at the third frequency.
        double restW = (atW * denominator(s, c) - n0 * (1.0 - s)) / s;
        double restThird = (atThird * denominator(t, c) - n0 * (1.0 - t)) / t;
        double n2 = (restW - restThird) / (4.0 * (t - s));
        double n1 = restW - 4.0 * n2 * (1.0 - s);
        double root0 = Math.sqrt(n0);
        double root1 = Math.sqrt(Math.max(0.0, n1));
        double half = 0.5 * (root0 + root1);
        double b0 = 0.5 * (half + Math.sqrt(Math.max(0.0, half * half + n2)));
        zeros(b0, 0.5 * (root0 - root1), -n2 / (4.0 * b0), c);
    }

    /// Leaves zeros no nearer to the circle than those of the analog filter at `w` with `damping` would lie, and
    /// Nyquist at least a quarter of the analog response: the inverse is a filter too.
    private static void keepZerosInside(double w, double damping, double nyquistPower, double[] c) {
        double root0 = c[0] + c[1] + c[2];
        double least = 0.25 * Math.sqrt(nyquistPower) * (1.0 - c[3] + c[4]);
        double root1 = Math.max(least, c[0] - c[1] + c[2]);
        double half = 0.5 * (root0 + root1);
        double spread = Math.max(c[0] - c[2], half * Math.tanh(0.5 * damping * w));
        zeros(0.5 * (half + spread), 0.5 * (root0 - root1), 0.5 * (half - spread), c);
    }

    private static double third(double w, double sampleRate) {
        double wanted = Math.min(THIRD_NYQUIST, 2.0 * Math.PI * THIRD_HERTZ / sampleRate);
        return Math.max(wanted, THIRD_ABOVE * w);
    }

    /// |1 + a1·z⁻¹ + a2·z⁻²|² where sin²(w/2) = s.
    private static double denominator(double s, double[] c) {
        return square(1.0 + c[3] + c[4]) * (1.0 - s) + square(1.0 - c[3] + c[4]) * s - 16.0 * c[4] * s * (1.0 - s);
    }

    /// `gain` / H.
    private static void invert(double gain, double[] c) {
        double first = 1.0 / c[0];
        double b1 = c[1];
        double b2 = c[2];
        zeros(gain * first, gain * first * c[3], gain * first * c[4], c);
        c[3] = b1 * first;
        c[4] = b2 * first;
    }

    private static void scale(double gain, double[] c) {
        zeros(c[0] * gain, c[1] * gain, c[2] * gain, c);
    }

    private static void zeros(double b0, double b1, double b2, double[] c) {
        c[0] = b0;
        c[1] = b1;
        c[2] = b2;
    }

    /// A of the cookbook: the square root of the gain.
    private static double amplitude(double gainDb) {
        return Math.exp(gainDb * (Math.log(10.0) / 40.0));
    }

    /// The power of a gain A².
    private static double power(double a) {
        return a * a * a * a;
    }

    private static double squaredSine(double w) {
        double s = Math.sin(0.5 * w);
        return s * s;
    }

    private static double square(double v) {
        return v * v;
    }
}
