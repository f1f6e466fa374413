package studio.headroom.dsp.stereo;

import studio.headroom.concurrent.RealTime;

/// Makes a stereo signal mono below a frequency.
///
/// The side signal passes a Linkwitz-Riley high-pass of fourth order, the mid signal the all-pass that this
/// high-pass and its low-pass add up to. Mid and side so keep one phase: the mono sum is flat, and what is panned
/// hard turns gradually to the center instead of crossing to the other side, as it would if only the side were
/// filtered.
///
/// The filters are trapezoidal state-variable filters (Zavalishin, The Art of VA Filter Design, ch. 4) and stay
/// stable while the frequency moves.
@RealTime
public final class BassMono {
    private static final double DAMPING = Math.sqrt(2.0);

    private final int sampleRate;
    private double g;
    private double d;
    private double mid1;
    private double mid2;
    private double first1;
    private double first2;
    private double second1;
    private double second2;

    public BassMono(int sampleRate) {
        this.sampleRate = sampleRate;
        setFrequency(120);
    }

    /// @param hertz where low and high part are 6 dB down, above 0
    public void setFrequency(double hertz) {
        g = Math.tan(Math.PI * Math.min(hertz / sampleRate, 0.49));
        d = 1.0 / (1.0 + g * (g + DAMPING));
    }

    public void clear() {
        mid1 = mid2 = first1 = first2 = second1 = second2 = 0;
    }

    /// Replaces `left` and `right` by a blend with the processed signal.
    ///
    /// @param blend 0 for the input to 1 for mono bass, at frame 0 of a straight line
    /// @param step what the blend grows by per frame
    /// @param first the place of the first frame on that line
    public void process(double[] left, double[] right, int frames, double blend, double step, int first) {
        double g0 = g;
        double d0 = d;
        double m1 = mid1;
        double m2 = mid2;
        double a1 = first1;
        double a2 = first2;
        double b1 = second1;
        double b2 = second2;
        for (int i = 0; i < frames; i++) {
            double mid = 0.5 * (left[i] + right[i]);
            double side = 0.5 * (left[i] - right[i]);

            double band = (g0 * (mid - m2) + m1) * d0;
            double low = m2 + g0 * band;
            m1 = 2.0 * band - m1;
            m2 = 2.0 * low - m2;
            double allPassed = mid - 2.0 * DAMPING * band;

            band = (g0 * (side - a2) + a1) * d0;
            low = a2 + g0 * band;
            a1 = 2.0 * band - a1;
            a2 = 2.0 * low - a2;
            double high = side - DAMPING * band - low;
            band = (g0 * (high - b2) + b1) * d0;
            low = b2 + g0 * band;
            b1 = 2.0 * band - b1;
            b2 = 2.0 * low - b2;
            high -= DAMPING * band + low;

            double amount = blend + step * (first + i);
            left[i] += amount * (allPassed + high - left[i]);
            right[i] += amount * (allPassed - high - right[i]);
        }
        mid1 = m1;
        mid2 = m2;
        first1 = a1;
        first2 = a2;
        second1 = b1;
        second2 = b2;
    }

    /// Clears what is too small to be heard or no number. To be called at the same frames whatever the block size
    /// is.
    public void tidy() {
        double size = Math.abs(mid1)
                + Math.abs(mid2)
                + Math.abs(first1)
                + Math.abs(first2)
                + Math.abs(second1)
                + Math.abs(second2);
        if (!(size > 1e-15 && size < 1e40)) {
            clear();
        }
    }
}
