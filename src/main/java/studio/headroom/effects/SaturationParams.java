package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls of the saturation: those of all of the sound, and what each band adds to them.
final class SaturationParams {
    static final int MOST_BANDS = 3;
    /// Of each band: its drive and its mix.
    static final int CONTROLS = 2;

    private static final Smoothing MOVE = new Smoothing.Linear(20);

    static final Param CURVE = new Param(
            "curve",
            "Curve",
            Unit.NONE,
            Range.Choice.of("tape", "tube", "transformer", "transistor", "soft", "hard", "tape-hysteresis"),
            0,
            Smoothing.NONE,
            true);
    static final Param DRIVE = new Param("drive", "Drive", Unit.DECIBEL, new Range.Linear(0, 36), 6, MOVE, true);
    static final Param BIAS = new Param("bias", "Asymmetry", Unit.PERCENT, new Range.Linear(-100, 100), 0, MOVE, true);
    static final Param EMPHASIS =
            new Param("emphasis", "Emphasis", Unit.DECIBEL, new Range.Linear(-6, 6), 0, MOVE, true);
    static final Param MIX = new Param("mix", "Mix", Unit.PERCENT, new Range.Linear(0, 100), 100, MOVE, true);
    static final Param OUTPUT =
            new Param("output", "Output", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Gain(20), true);
    static final Param AUTO = new Param("auto", "Keep level", Unit.NONE, new Range.Toggle(), 1, MOVE, true);
    static final Param QUALITY = new Param(
            "quality", "Oversampling", Unit.NONE, Range.Choice.of("4x", "8x", "16x"), 0, Smoothing.NONE, false);
    static final Param CHANNELS = StereoPart.PARAM;
    static final Param BANDS =
            new Param("bands", "Bands", Unit.NONE, Range.Choice.of("1", "2", "3"), 0, Smoothing.NONE, false);

    static final ParamSet ALL = new ParamSet(all());

    static final int I_CURVE = ALL.indexOf(CURVE);
    static final int I_DRIVE = ALL.indexOf(DRIVE);
    static final int I_BIAS = ALL.indexOf(BIAS);
    static final int I_EMPHASIS = ALL.indexOf(EMPHASIS);
    static final int I_MIX = ALL.indexOf(MIX);
    static final int I_OUTPUT = ALL.indexOf(OUTPUT);
    static final int I_AUTO = ALL.indexOf(AUTO);
    static final int I_QUALITY = ALL.indexOf(QUALITY);
    static final int I_CHANNELS = ALL.indexOf(CHANNELS);
    static final int I_BANDS = ALL.indexOf(BANDS);
    static final int I_CROSSOVER = ALL.indexOf("crossover1.freq");
    static final int I_BAND = ALL.indexOf("band1.drive");

    private SaturationParams() {}

    private static List<Param> all() {
        List<Param> all =
                new ArrayList<>(List.of(CURVE, DRIVE, BIAS, EMPHASIS, MIX, OUTPUT, AUTO, QUALITY, CHANNELS, BANDS));
        double[] crossovers = {200, 3000};
        for (int i = 0; i < MOST_BANDS - 1; i++) {
            all.add(new Param(
                    "crossover" + (i + 1) + ".freq",
                    "Crossover " + (i + 1),
                    Unit.HERTZ,
                    new Range.Log(30, 16_000),
                    crossovers[i],
                    new Smoothing.Taper(20),
                    true));
        }
        for (int i = 1; i <= MOST_BANDS; i++) {
            String id = "band" + i;
            String label = "Band " + i;
            all.add(new Param(id + ".drive", label + " drive", Unit.DECIBEL, new Range.Linear(-24, 24), 0, MOVE, true));
            all.add(new Param(id + ".mix", label + " mix", Unit.PERCENT, new Range.Linear(0, 100), 100, MOVE, true));
        }
        return all;
    }

    /// The drive of a band in dB.
    @RealTime
    static double drive(double all, double band) {
        return Math.clamp(all + band, 0.0, 36.0);
    }
}
