package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;
import studio.headroom.dsp.dynamics.GainReducer;
import studio.headroom.dsp.filter.Cascade;
import studio.headroom.dsp.filter.DynamicSection;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;

/// The dynamic part of one band of the equalizer: a bell or shelf at the band's place whose gain goes to
/// `range` dB as the band's part of the equalizer's input rises over a threshold.
///
/// At full range it is as wide as a fixed band of that gain. Other shapes have no dynamic part.
@RealTime
final class EqDynamics {
    private static final double RATIO = 3;
    private static final double KNEE_DB = 6;
    private static final double BUTTERWORTH_Q = Math.sqrt(0.5);
    private static final float HALF = (float) (0.5 * FastMath.LOG2_PER_DB);

    /// The most that the sign moves in a sub-block: 20 ms at 48 kHz from down to up.
    private static final float TURN = 0.15f;

    private final int channels;
    private final int sampleRate;
    private final FilterBand design = new FilterBand();
    private final float[][] part = new float[2][Timeline.SUB_BLOCK];
    private final float[] root = new float[Timeline.SUB_BLOCK];
    private final GainReducer reducer;
    private final Cascade filter;
    private final DynamicSection section = new DynamicSection();

    private boolean started;
    private boolean aimed;
    private boolean reduced;
    private Placement placement = Placement.STEREO;
    /// -1 for a band that goes down, 1 for one that goes up, and straight between while the range is under 1 dB.
    private float sign0;

    private float sign1;
    /// Where [#sign1] goes.
    private float goalSign;

    /// The part of the sound to be on.
    private Placement wanted = Placement.STEREO;

    EqDynamics(int channels, int sampleRate) {
        this.channels = channels;
        this.sampleRate = sampleRate;
        reducer = new GainReducer(channels);
        filter = new Cascade(1, channels);
    }

    /// The shape that a band of a shape has for its dynamic part; bells for those that have none.
    static DynamicSection.Shape shape(FilterShape shape) {
        return shape == FilterShape.LOW_SHELF
                ? DynamicSection.Shape.LOW_SHELF
                : shape == FilterShape.HIGH_SHELF ? DynamicSection.Shape.HIGH_SHELF : DynamicSection.Shape.BELL;
    }

    static boolean isDynamic(FilterShape shape) {
        return shape.canMove();
    }

    /// The frequency of the poles that puts the middle of a shelf of `rangeDb` at `hertz`.
    static double poleHertz(DynamicSection.Shape shape, double hertz, double rangeDb) {
        double shift = Math.exp(rangeDb * (Math.log(10.0) / 80.0));
        return switch (shape) {
            case BELL -> hertz;
            case LOW_SHELF -> hertz / shift;
            case HIGH_SHELF -> hertz * shift;
        };
    }

    /// The Q of the poles that makes a bell of `rangeDb` as wide as one of `q`.
    static double poleQ(DynamicSection.Shape shape, double q, double rangeDb) {
        return shape == DynamicSection.Shape.BELL ? q * Math.exp(rangeDb * (Math.log(10.0) / 40.0)) : q;
    }

    /// What attack and release of a band are multiplied with: with `amount` 1 the square root of 1 kHz over its
    /// frequency, from 4 at 62.5 Hz and below to 1/4 at 16 kHz and above, which lies halfway between equally long
    /// for all
    /// bands and equally many periods; with 0 it is 1.
    static double times(double hertz, double amount) {
        return amount == 0 ? 1 : Math.pow(1000.0 / Math.max(62.5, Math.min(16_000.0, hertz)), 0.5 * amount);
    }

    void clear() {
        reducer.clear();
        filter.clear();
        section.clear();
        started = false;
        reduced = false;
    }

    /// Sets where the coming sub-block goes.
    ///
    /// @param active whether the band is on
    void aim(
            boolean active,
            FilterShape bandShape,
            double hertz,
            double q,
            Placement place,
            double threshold0,
            double threshold1,
            double rangeDb,
            double attackMs,
            double releaseMs) {
        boolean works = active && isDynamic(bandShape) && !(channels == 1 && place == Placement.SIDE);
        double most = works ? Math.max(1.0, Math.abs(rangeDb)) : 0;
        reducer.curve(threshold0, threshold1, RATIO, RATIO, KNEE_DB, KNEE_DB, most);
        reducer.times(0.001 * attackMs, 0, 0.001 * releaseMs, 0, sampleRate);
        float sign = (float) Math.max(-1.0, Math.min(1.0, rangeDb));
        goalSign = sign;
        if (!started) {
            sign1 = sign;
        }
        if (works) {
            wanted = channels == 1 ? Placement.STEREO : place;
            placement = started ? placement : wanted;
            DynamicSection.Shape shape = shape(bandShape);
            section.aim(shape, poleHertz(shape, hertz, rangeDb), poleQ(shape, q, rangeDb), sampleRate);
            FilterShape heard = listened(bandShape);
            design.design(heard, hertz, 0, heard == FilterShape.BAND_PASS ? q : BUTTERWORTH_Q, 2, sampleRate);
            filter.aim(0, design.section(0), Placement.STEREO, started ? 1 : 0);
            aimed = true;
        }
        started = true;
    }

    /// The filter that lets through what a band of a shape acts on.
    static FilterShape listened(FilterShape shape) {
        return switch (shape) {
            case LOW_SHELF, LOW_BAXANDALL, LOW_CUT -> FilterShape.HIGH_CUT;
            case HIGH_SHELF, HIGH_BAXANDALL, HIGH_CUT -> FilterShape.LOW_CUT;
            default -> FilterShape.BAND_PASS;
        };
    }

    /// Hears the input, before anything is changed.
    ///
    /// @return how far the band goes now, in dB: below 0 when it goes down, above when it goes up
    double listen(float[][] io, int offset, int n, int done) {
        if (done == 0) {
            if (!aimed) {
                section.rest();
            }
            aimed = false;
            goOn();
        }
        int rows = take(io, offset, n);
        if (rows < channels) {
            System.arraycopy(part[0], 0, part[1], 0, n);
        }
        filter.process(part, 0, n, done);
        reduced = reducer.process(part, 0, n, done);
        double deepest = reducer.takeDeepestDb();
        return deepest == 0 ? 0 : sign1 * deepest;
    }

    /// Goes from down to up, and to another part of the sound, by way of doing nothing.
    private void goOn() {
        sign0 = sign1;
        if (sign1 == 0 && placement != wanted) {
            placement = wanted;
            // What it holds is another part's, or of a channel's past.
            section.forget();
        }
        float goal = placement == wanted ? goalSign : 0;
        sign1 += Math.max(-TURN, Math.min(TURN, goal - sign1));
    }

    /// Changes the signal as was found necessary in [#listen].
    void process(float[][] io, int offset, int n, int done) {
        int rows = take(io, offset, n);
        if (!reduced) {
            for (int c = 0; c < rows; c++) {
                section.follow(c, part[c], 0, n);
            }
        } else {
            computeRoot(n, done);
            for (int c = 0; c < rows; c++) {
                section.process(c, part[c], 0, root, n, done);
            }
            put(io, offset, n);
        }
        if (done + n == Timeline.SUB_BLOCK) {
            section.flush();
        }
    }

    private void computeRoot(int n, int done) {
        float[] reduction = reducer.reduction(0);
        float step = (sign1 - sign0) / Timeline.SUB_BLOCK;
        for (int i = 0; i < n; i++) {
            root[i] = HALF * (sign0 + (done + i + 1) * step) * reduction[i];
        }
        FastMath.exp2(root, root, n);
    }

    /// Copies the part of the signal that the band is on.
    ///
    /// @return its rows
    private int take(float[][] io, int offset, int n) {
        float[] left = io[0];
        float[] right = io[channels - 1];
        switch (placement) {
            case STEREO -> {
                System.arraycopy(left, offset, part[0], 0, n);
                System.arraycopy(right, offset, part[1], 0, n);
                return channels;
            }
            case LEFT -> System.arraycopy(left, offset, part[0], 0, n);
            case RIGHT -> System.arraycopy(right, offset, part[0], 0, n);
            case MID -> mix(left, right, offset, 0.5f, n);
            case SIDE -> mix(left, right, offset, -0.5f, n);
        }
        return 1;
    }

    private void mix(float[] left, float[] right, int offset, float ofRight, int n) {
        float[] mixed = part[0];
        for (int i = 0; i < n; i++) {
            mixed[i] = 0.5f * left[offset + i] + ofRight * right[offset + i];
        }
    }

    private void put(float[][] io, int offset, int n) {
        switch (placement) {
            case STEREO -> {
                for (int c = 0; c < channels; c++) {
                    System.arraycopy(part[c], 0, io[c], offset, n);
                }
            }
            case LEFT -> System.arraycopy(part[0], 0, io[0], offset, n);
            case RIGHT -> System.arraycopy(part[0], 0, io[1], offset, n);
            case MID -> addChange(io, offset, 0.5f, n);
            case SIDE -> addChange(io, offset, -0.5f, n);
        }
    }

    /// Adds what changed in half the sum of both channels, or half their difference, to both.
    private void addChange(float[][] io, int offset, float ofRight, int n) {
        float[] left = io[0];
        float[] right = io[1];
        float[] now = part[0];
        for (int i = 0; i < n; i++) {
            float change = now[i] - (0.5f * left[offset + i] + ofRight * right[offset + i]);
            left[offset + i] += change;
            right[offset + i] += 2f * ofRight * change;
        }
    }

    /// The time in which its filters fall by 90 dB, in frames.
    static double tail(DynamicSection.Shape shape, double hertz, double q, double rangeDb, int sampleRate) {
        double half = 0.5 / poleQ(shape, q, rangeDb);
        double slow = half <= 1 ? half : half - Math.sqrt(half * half - 1);
        double frequency = poleHertz(shape, hertz, rangeDb) * Math.max(1e-3, slow);
        return 10.4 / (2 * Math.PI * frequency) * sampleRate;
    }
}
