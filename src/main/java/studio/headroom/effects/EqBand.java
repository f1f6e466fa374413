package studio.headroom.effects;

import java.util.List;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls of one band of the equalizer, and how their values read as a filter.
///
/// All bands are on from the start and at 0 dB, so that setting a gain, or choosing a shape that has none, is enough to
/// hear a band; none of the initial shapes is a cut.
final class EqBand {
    /// Places of a band's controls after its first.
    static final int ON = 0;

    static final int TYPE = 1;
    static final int FREQ = 2;
    static final int GAIN = 3;
    static final int Q = 4;
    static final int SLOPE = 5;
    static final int PLACE = 6;
    static final int CONTROLS = 7;

    /// What cuts and shelves are without a resonance; bells are an octave and a half wide with it.
    private static final double BUTTERWORTH_Q = Math.sqrt(0.5);

    private static final Smoothing TAPER = new Smoothing.Taper(20);
    private static final Range TYPES = Range.Choice.of(
            "bell",
            "low-shelf",
            "high-shelf",
            "low-cut",
            "high-cut",
            "notch",
            "tilt",
            "band-pass",
            "all-pass",
            "low-baxandall",
            "high-baxandall");
    private static final Range SLOPES = Range.Choice.of("6", "12", "18", "24", "36", "48", "72", "96");
    private static final Range PLACES = Range.Choice.of("stereo", "mid", "side", "left", "right");
    private static final int[] ORDERS = {1, 2, 3, 4, 6, 8, 12, 16};
    private static final FilterShape[] SHAPES = FilterShape.values();
    private static final Placement[] PLACEMENTS = Placement.values();

    private EqBand() {}

    /// The controls of a band, in the order of the places above.
    static List<Param> controls(int number, FilterShape shape, double hertz) {
        String id = "band" + number + ".";
        String label = "Band " + number + " ";
        return List.of(
                new Param(id + "on", label + "on", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, true),
                new Param(id + "type", label + "type", Unit.NONE, TYPES, shape.ordinal(), Smoothing.NONE, true),
                new Param(id + "freq", label + "frequency", Unit.HERTZ, new Range.Log(10, 30_000), hertz, TAPER, true),
                new Param(
                        id + "gain",
                        label + "gain",
                        Unit.DECIBEL,
                        new Range.Linear(-24, 24),
                        0,
                        new Smoothing.Linear(20),
                        true),
                new Param(id + "q", label + "Q", Unit.Q, new Range.Log(0.1, 40), BUTTERWORTH_Q, TAPER, true),
                new Param(id + "slope", label + "slope in dB/oct", Unit.NONE, SLOPES, 1, Smoothing.NONE, true),
                new Param(id + "place", label + "placement", Unit.NONE, PLACES, 0, Smoothing.NONE, true));
    }

    @RealTime
    static FilterShape shape(double plain) {
        return SHAPES[(int) plain];
    }

    @RealTime
    static Placement placement(double plain) {
        return PLACEMENTS[(int) plain];
    }

    /// The part that a band is on in a sound of one or two channels: a mono sound is its own middle, left and right; of
    /// its sides there is nothing.
    @RealTime
    static Placement placement(double plain, int channels) {
        Placement placement = placement(plain);
        return channels == 1 && placement != Placement.SIDE ? Placement.STEREO : placement;
    }

    /// Designs a band from its values, if it is one that changes anything.
    ///
    /// @param scale what its gain is multiplied with
    /// @return false when it is off or flat, and `band` was left as it was
    @RealTime
    static boolean design(
            FilterBand band,
            double on,
            double type,
            double hertz,
            double gainDb,
            double q,
            double slope,
            double scale,
            int sampleRate) {
        FilterShape shape = shape(type);
        double gain = gainDb * scale;
        if (on < 0.5 || shape.usesGain() && gain == 0.0) {
            return false;
        }
        band.design(shape, hertz, gain, q, ORDERS[(int) slope], sampleRate);
        return true;
    }
}
