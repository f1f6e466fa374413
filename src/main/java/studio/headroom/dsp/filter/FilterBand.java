package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// The second-order sections of one band of an equalizer, and the response they and their analog prototypes have.
///
/// Cuts of more than 12 dB an octave are Butterworth filters of that order; their Q scales that of every section alike,
/// so that the gain at their frequency is Q at any slope (of even order), and 0.71 is Butterworth.
@RealTime
public final class FilterBand {
    /// The most sections a band may have: a cut of 96 dB an octave.
    public static final int MAX_SECTIONS = 8;

    private final double[][] sections = new double[MAX_SECTIONS][5];
    private int count;

    private FilterShape shape = FilterShape.BELL;
    private double hertz;
    private double a;
    private double q;
    private int order;
    private double sampleRate;

    /// @param hertz moved below Nyquist where it is not
    /// @param gainDb ignored by shapes without a gain
    /// @param order of cuts, 1 to 16: 6 dB an octave each; ignored by others
    public void design(FilterShape shape, double hertz, double gainDb, double q, int order, double sampleRate) {
        double w = MatchedBiquad.angular(hertz, sampleRate);
        this.shape = shape;
        this.hertz = w * sampleRate / (2.0 * Math.PI);
        this.a = Math.exp(gainDb * (Math.log(10.0) / 40.0));
        this.q = q;
        this.order = order;
        this.sampleRate = sampleRate;
        count = shape.isCut() ? (order + 1) / 2 : 1;
        double[] c = sections[0];
        switch (shape) {
            case BELL -> MatchedBiquad.bell(w, gainDb, q, sampleRate, c);
            case LOW_SHELF -> MatchedBiquad.lowShelf(w, gainDb, q, sampleRate, c);
            case HIGH_SHELF -> MatchedBiquad.highShelf(w, gainDb, q, sampleRate, c);
            case LOW_BAXANDALL -> MatchedBiquad.lowShelf(w, gainDb, sampleRate, c);
            case HIGH_BAXANDALL -> MatchedBiquad.highShelf(w, gainDb, sampleRate, c);
            case TILT -> MatchedBiquad.tilt(w, gainDb, q, sampleRate, c);
            case NOTCH -> MatchedBiquad.notch(w, q, c);
            case BAND_PASS -> MatchedBiquad.bandPass(w, q, sampleRate, c);
            case ALL_PASS -> MatchedBiquad.allPass(w, q, c);
            case LOW_CUT, HIGH_CUT -> designCut(w);
        }
    }

    public int count() {
        return count;
    }

    /// `b0 b1 b2 a1 a2` of a section.
    public double[] section(int index) {
        return sections[index];
    }

    /// |H|² of the sections.
    public double power(double hz) {
        double w = 2.0 * Math.PI * hz / sampleRate;
        double power = 1.0;
        for (int i = 0; i < count; i++) {
            power *= MatchedBiquad.power(w, sections[i]);
        }
        return power;
    }

    /// |H|² of the analog prototype.
    public double analogPower(double hz) {
        double x = hz / hertz;
        return switch (shape) {
            case BELL -> AnalogFilter.bell(x, a, q);
            case LOW_SHELF -> AnalogFilter.lowShelf(x, a, q);
            case HIGH_SHELF -> AnalogFilter.highShelf(x, a, q);
            case LOW_BAXANDALL -> AnalogFilter.lowShelf(x, a);
            case HIGH_BAXANDALL -> AnalogFilter.lowShelf(1.0 / x, a);
            case TILT -> AnalogFilter.highShelf(x, a * a, q) / (a * a * a * a);
            case NOTCH -> AnalogFilter.notch(x, q);
            case BAND_PASS -> AnalogFilter.bandPass(x, q);
            case ALL_PASS -> 1.0;
            case LOW_CUT, HIGH_CUT -> analogCutPower(x);
        };
    }

    private void designCut(double w) {
        for (int i = 0; i < count; i++) {
            double[] c = sections[i];
            boolean first = isFirstOrder(i);
            if (shape == FilterShape.LOW_CUT) {
                if (first) {
                    MatchedBiquad.lowCut(w, c);
                } else {
                    MatchedBiquad.lowCut(w, sectionQ(i), c);
                }
            } else if (first) {
                MatchedBiquad.highCut(w, c);
            } else {
                MatchedBiquad.highCut(w, sectionQ(i), sampleRate, c);
            }
        }
    }

    private double analogCutPower(double x) {
        double power = 1.0;
        for (int i = 0; i < count; i++) {
            boolean first = isFirstOrder(i);
            if (shape == FilterShape.LOW_CUT) {
                power *= first ? AnalogFilter.lowCut(x) : AnalogFilter.lowCut(x, sectionQ(i));
            } else {
                power *= first ? AnalogFilter.highCut(x) : AnalogFilter.highCut(x, sectionQ(i));
            }
        }
        return power;
    }

    /// The last section of odd orders.
    private boolean isFirstOrder(int section) {
        return 2 * section + 1 == order;
    }

    /// Butterworth's, times the band's part of the resonance.
    private double sectionQ(int section) {
        double angle = order % 2 == 0 ? Math.PI * (2 * section + 1) / (2.0 * order) : Math.PI * (section + 1) / order;
        int resonant = order / 2;
        double scale = resonant == 1 ? q * Math.sqrt(2.0) : Math.pow(q * Math.sqrt(2.0), 1.0 / resonant);
        return scale / (2.0 * Math.cos(angle));
    }
}
