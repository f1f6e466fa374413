package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.Cascade;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Eight bands of any shape one after the other, each on both channels or on a part of them, and a gain.
///
/// Minimum phase, no latency. The digital filters follow their analog prototypes up to Nyquist
/// ([studio.headroom.dsp.filter.MatchedBiquad]). Bands that are off or at 0 dB are left out; when all are, and the gain
/// is 0 dB, the samples are not touched. Frequency, gain and Q move with each sub-block and the coefficients in a
/// straight line between; what is switched (on, type, slope) turns from one filter into the other over 20 ms; a new
/// placement goes by way of flat.
final class Eq extends ControlRateEffect {
    static final int BANDS = 8;

    static final Param GAIN = new Param(
            "gain", "Output gain", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Linear(20), true);
    static final Param SCALE = new Param(
            "scale", "Gain scale", Unit.PERCENT, new Range.Linear(0, 200), 100, new Smoothing.Linear(20), true);

    static final ParamSet PARAMS = params();

    static final EffectType TYPE = new EffectType(
            "eq",
            "Equalizer",
            "Raises, lowers or removes parts of the spectrum with up to eight bands.",
            PARAMS,
            true,
            false,
            false,
            Eq::new);

    private static final int I_GAIN = PARAMS.indexOf(GAIN);
    private static final int I_SCALE = PARAMS.indexOf(SCALE);
    private static final double SWITCH_SECONDS = 0.020;
    private static final double TAIL_DB = 90;

    private final FilterBand design = new FilterBand();

    /// The values that each band's filters were last made for, scale last.
    private final double[][] known = new double[BANDS][EqBand.CONTROLS + 1];

    private Cascade cascade = new Cascade(0, 1);
    private boolean started;
    private double gain;

    Eq() {
        super(PARAMS);
    }

    private static ParamSet params() {
        double[] hertz = {60, 150, 350, 800, 2000, 4000, 7000, 12_000};
        List<Param> params = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            FilterShape shape =
                    i == 0 ? FilterShape.LOW_SHELF : i == BANDS - 1 ? FilterShape.HIGH_SHELF : FilterShape.BELL;
            params.addAll(EqBand.controls(i + 1, shape, hertz[i]));
        }
        params.add(GAIN);
        params.add(SCALE);
        return new ParamSet(params);
    }

    @Override
    public int latency() {
        return 0;
    }

    /// The sum over all sections of the time in which their slowest pole decays.
    @Override
    public long tail() {
        FilterBand band = new FilterBand();
        double nepers = TAIL_DB * Math.log(10.0) / 20.0;
        double frames = 0;
        for (int b = 0; b < BANDS; b++) {
            if (!design(band, b)) {
                continue;
            }
            for (int s = 0; s < band.count(); s++) {
                double[] c = band.section(s);
                double root = c[3] * c[3] / 4.0 - c[4];
                double radius = root < 0 ? Math.sqrt(c[4]) : Math.abs(c[3]) / 2.0 + Math.sqrt(root);
                frames += 1.0 - nepers / Math.log(radius);
            }
        }
        return (long) Math.ceil(frames);
    }

    @Override
    void allocate() {
        cascade = new Cascade(BANDS * FilterBand.MAX_SECTIONS, channels());
    }

    @Override
    @RealTime
    void clear() {
        cascade.clear();
        started = false;
    }

    @Override
    @RealTime
    void update() {
        int slow = (int) Math.ceil(SWITCH_SECONDS * sampleRate() / Timeline.SUB_BLOCK);
        for (int b = 0; b < BANDS; b++) {
            boolean switched = differs(b, EqBand.ON)
                    || differs(b, EqBand.TYPE)
                    || differs(b, EqBand.SLOPE)
                    || differs(b, EqBand.PLACE);
            boolean moved = differs(b, EqBand.FREQ)
                    || differs(b, EqBand.GAIN)
                    || differs(b, EqBand.Q)
                    || known[b][EqBand.CONTROLS] != to(I_SCALE);
            if (!started || switched || moved) {
                tune(b, !started ? 0 : switched ? slow : 1);
            }
        }
        double next = Decibels.toGain(to(I_GAIN));
        cascade.gain(started ? gain : next, next);
        gain = next;
        started = true;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        cascade.process(io, offset, frames, phase());
    }

    @RealTime
    private void tune(int band, int subBlocks) {
        int slot = band * FilterBand.MAX_SECTIONS;
        int used = design(design, band) ? design.count() : 0;
        for (int i = 0; i < FilterBand.MAX_SECTIONS; i++) {
            if (i < used) {
                double place = to(band * EqBand.CONTROLS + EqBand.PLACE);
                cascade.aim(slot + i, design.section(i), EqBand.placement(place), subBlocks);
            } else {
                cascade.aimFlat(slot + i, subBlocks);
            }
        }
        for (int i = 0; i < EqBand.CONTROLS; i++) {
            known[band][i] = to(band * EqBand.CONTROLS + i);
        }
        known[band][EqBand.CONTROLS] = to(I_SCALE);
    }

    @RealTime
    private boolean design(FilterBand filter, int band) {
        int at = band * EqBand.CONTROLS;
        return EqBand.design(
                filter,
                to(at + EqBand.ON),
                to(at + EqBand.TYPE),
                to(at + EqBand.FREQ),
                to(at + EqBand.GAIN),
                to(at + EqBand.Q),
                to(at + EqBand.SLOPE),
                to(I_SCALE) / 100.0,
                sampleRate());
    }

    @RealTime
    private boolean differs(int band, int control) {
        return known[band][control] != to(band * EqBand.CONTROLS + control);
    }
}
