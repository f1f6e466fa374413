package studio.headroom.ui.editor.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.headroom.dsp.analysis.LiveSpectrum;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.model.ControlModel;

/// How editors draw spectra, and how far an equalizer's curve is magnified. Belongs to the person who looks, not to the
/// song. UI thread.
public final class SpectrumView {
    private static final double[] RANGES = {3, 6, 12, 24};
    private static final double[] FALLS = {1.2, LiveSpectrum.FALL_SECONDS, 0.08};
    private static final double[] SLOPES = {0, 3, 4.5};
    private static final double[] HOLDS = {0, LiveSpectrum.HOLD_SECONDS, Double.POSITIVE_INFINITY};
    /// Where all slopes meet, in Hz.
    private static final double PIVOT = 1000;

    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final ControlModel range = choice(
            "range",
            "Range",
            2,
            "How many dB the curve's picture shows above and below its middle.",
            "3",
            "6",
            "12",
            "24");
    private final ControlModel shown = choice(
            "spectrum",
            "Spectrum",
            3,
            "Which sound is drawn: before the effect, behind it, or both.",
            "off",
            "pre",
            "post",
            "both");
    private final ControlModel speed = choice(
            "speed",
            "Speed",
            1,
            "How fast the spectrum falls back: slow to see the balance, fast to see hits.",
            "slow",
            "normal",
            "fast");
    private final ControlModel slope = choice(
            "slope",
            "Slope",
            1,
            "How the spectrum is tilted. With 3 dB per octave pink noise, and nearly all music, lies level; with 0 dB"
                    + " white noise does.",
            "0",
            "3",
            "4.5");
    private final ControlModel hold = choice(
            "hold", "Peak hold", 1, "For how long the thin line keeps the highest levels.", "off", "2s", "infinite");
    private final ControlModel freeze =
            toggle("freeze", "Freeze", "Lets the spectrum stand still, to compare it with what you do next.");
    private final ControlModel piano = toggle("piano", "Piano keys", "Draws a keyboard along the frequencies.");

    private ControlModel choice(String id, String label, int initial, String explanation, String... options) {
        return control(id, label, Range.Choice.of(options), initial, explanation);
    }

    private ControlModel toggle(String id, String label, String explanation) {
        return control(id, label, new Range.Toggle(), 0, explanation);
    }

    private ControlModel control(String id, String label, Range range, int initial, String explanation) {
        Param param = new Param(id, label, Unit.NONE, range, initial, Smoothing.NONE, false);
        return new ControlModel(param, "Analyzer " + label.toLowerCase(java.util.Locale.ROOT), explanation, _ -> {
            observers.forEach(Runnable::run);
        });
    }

    /// Runs `observer` after every change.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    public ControlModel range() {
        return range;
    }

    public ControlModel shown() {
        return shown;
    }

    public ControlModel speed() {
        return speed;
    }

    public ControlModel slope() {
        return slope;
    }

    public ControlModel hold() {
        return hold;
    }

    public ControlModel freeze() {
        return freeze;
    }

    public ControlModel piano() {
        return piano;
    }

    /// What a curve's picture shows above and below its middle, in dB.
    public double rangeDb() {
        return RANGES[index(range)];
    }

    public boolean showsBefore() {
        return (index(shown) & 1) != 0;
    }

    public boolean showsAfter() {
        return (index(shown) & 2) != 0;
    }

    public boolean showsHeld() {
        return index(hold) > 0 && index(shown) > 0;
    }

    public boolean frozen() {
        return freeze.isOn();
    }

    /// Lets a spectrum fall and hold as chosen.
    void tune(LiveSpectrum spectrum) {
        spectrum.setFall(FALLS[index(speed)]);
        spectrum.setHold(HOLDS[index(hold)]);
    }

    /// What the slope adds to a level at a frequency, in dB.
    public double tiltDb(double hertz) {
        // The bands' levels are those of equal ratio, a slope of 3 dB per octave already.
        return (SLOPES[index(slope)] - 3) * Math.log(hertz / PIVOT) / Math.log(2);
    }

    private static int index(ControlModel choice) {
        return (int) Math.round(choice.value());
    }
}
