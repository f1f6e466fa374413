package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.BandSplitter;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls of the multiband compressor: those of crossovers, those of each band, those of all bands. What came
/// later stands at the end: the sixth band, what each band does, and the crossovers' phase.
final class MultibandParams {
    static final int MOST = BandSplitter.MOST_BANDS;
    static final int FEWEST = 2;

    /// Places of a band's controls after its first.
    static final int ON = 0;

    static final int THRESHOLD = 1;
    static final int RATIO = 2;
    static final int ATTACK = 3;
    static final int RELEASE = 4;
    static final int RANGE = 5;
    static final int GAIN = 6;
    static final int SOLO = 7;
    /// What a band does, in the order of its choice.
    static final int COMPRESS = 0;

    static final int EXPAND = 1;
    static final int LIMIT = 2;

    /// The second phase of the crossovers.
    static final int LINEAR = 1;

    /// The bands that stand at the beginning.
    private static final int FIRST_BANDS = 5;

    private static final Smoothing LINE = new Smoothing.Linear(20);
    private static final Smoothing TAPER = new Smoothing.Taper(20);
    private static final double[] CROSSOVERS = {120, 1200, 6000, 12_000, 16_000};
    /// Lows are slow, highs are fast.
    private static final double[] ATTACKS = {30, 20, 10, 5, 3, 2};

    private static final double[] RELEASES = {250, 180, 120, 80, 60, 50};

    static final Param BANDS =
            new Param("bands", "Bands", Unit.NONE, Range.Choice.of("2", "3", "4", "5", "6"), 2, Smoothing.NONE, false);
    static final Param KNEE = new Param("knee", "Knee", Unit.DECIBEL, new Range.Linear(0, 24), 6, LINE, true);
    static final Param AUTO_RELEASE =
            new Param("release.auto", "Automatic release", Unit.NONE, new Range.Toggle(), 0, LINE, true);
    static final Param LINK = percent("link", "Stereo link");
    static final Param MIX = percent("mix", "Mix");
    static final Param OUTPUT =
            new Param("gain", "Output gain", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Gain(20), true);

    static final Param CHANNELS = StereoPart.PARAM;

    static final Param PHASE =
            new Param("phase", "Phase", Unit.NONE, Range.Choice.of("minimum", "linear"), 0, Smoothing.NONE, false);

    static final ParamSet ALL = new ParamSet(all());

    static final int I_BANDS = ALL.indexOf(BANDS);
    private static final int[] CROSSOVER = indices("crossover", ".freq", MOST - 1);
    private static final int[] BAND = indices("band", ".on", MOST);
    private static final int[] MODE = indices("band", ".mode", MOST);
    static final int I_KNEE = ALL.indexOf(KNEE);
    static final int I_AUTO_RELEASE = ALL.indexOf(AUTO_RELEASE);
    static final int I_LINK = ALL.indexOf(LINK);
    static final int I_MIX = ALL.indexOf(MIX);
    static final int I_OUTPUT = ALL.indexOf(OUTPUT);
    static final int I_CHANNELS = ALL.indexOf(CHANNELS);
    static final int I_PHASE = ALL.indexOf(PHASE);

    private MultibandParams() {}

    /// The index of the crossover above a band.
    @RealTime
    static int crossover(int band) {
        return CROSSOVER[band];
    }

    /// The index of a band's first control, from 0.
    @RealTime
    static int band(int band) {
        return BAND[band];
    }

    /// The index of the control of what a band does.
    @RealTime
    static int mode(int band) {
        return MODE[band];
    }

    private static int[] indices(String before, String after, int count) {
        return IntStream.rangeClosed(1, count)
                .map(i -> ALL.indexOf(before + i + after))
                .toArray();
    }

    private static List<Param> all() {
        List<Param> params = new ArrayList<>(List.of(BANDS));
        for (int i = 1; i < FIRST_BANDS; i++) {
            params.add(crossoverAbove(i));
        }
        for (int i = 1; i <= FIRST_BANDS; i++) {
            params.addAll(controls(i));
        }
        params.addAll(List.of(KNEE, AUTO_RELEASE, LINK, MIX, OUTPUT, CHANNELS));
        for (int i = FIRST_BANDS; i < MOST; i++) {
            params.add(crossoverAbove(i));
            params.addAll(controls(i + 1));
        }
        Range modes = Range.Choice.of("compress", "expand", "limit");
        for (int i = 1; i <= MOST; i++) {
            params.add(new Param(
                    "band" + i + ".mode", "Band " + i + " mode", Unit.NONE, modes, COMPRESS, Smoothing.NONE, true));
        }
        params.add(PHASE);
        return params;
    }

    private static Param crossoverAbove(int band) {
        return new Param(
                "crossover" + band + ".freq",
                "Crossover " + band,
                Unit.HERTZ,
                new Range.Log(30, 16_000),
                CROSSOVERS[band - 1],
                new Smoothing.Taper(band < FIRST_BANDS ? 50 : 80),
                true);
    }

    private static List<Param> controls(int number) {
        String id = "band" + number + ".";
        String label = "Band " + number + " ";
        double attack = ATTACKS[number - 1];
        double release = RELEASES[number - 1];
        return List.of(
                new Param(id + "on", label + "on", Unit.NONE, new Range.Toggle(), 1, LINE, true),
                decibels(id + "threshold", label + "threshold", -60, 0, -24),
                new Param(id + "ratio", label + "ratio", Unit.RATIO, new Range.Log(1, 100), 2, TAPER, true),
                time(id + "attack", label + "attack", 0.05, 250, attack),
                time(id + "release", label + "release", 5, 5000, release),
                decibels(id + "range", label + "most reduction", 0, 60, 60),
                decibels(id + "gain", label + "gain", -24, 24, 0),
                new Param(id + "solo", label + "solo", Unit.NONE, new Range.Toggle(), 0, LINE, true));
    }

    private static Param percent(String id, String label) {
        return new Param(id, label, Unit.PERCENT, new Range.Linear(0, 100), 100, LINE, true);
    }

    private static Param decibels(String id, String label, double min, double max, double initial) {
        return new Param(id, label, Unit.DECIBEL, new Range.Linear(min, max), initial, LINE, true);
    }

    private static Param time(String id, String label, double min, double max, double initial) {
        return new Param(id, label, Unit.MILLISECOND, new Range.Log(min, max), initial, TAPER, true);
    }
}
