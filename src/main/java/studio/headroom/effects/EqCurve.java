package studio.headroom.effects;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.convolution.LinearPhaseDesign;
import studio.headroom.dsp.filter.DynamicSection;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;

/// The response that an equalizer with given values has, computed from the very coefficients that it filters
/// with. Immutable after construction; any thread.
///
/// A band on the middle or the sides, or on one channel, is met by that part of the signal alone: [#parts] says which
/// parts go through different filters, and [#responseDb(Placement, double)] what each meets.
public final class EqCurve {
    /// What is left of a band's ringing that is taken for nothing.
    private static final double RINGS = 0.03;

    private static final double FLOOR_DB = -200;

    private final FilterBand[] bands = new FilterBand[Eq.BANDS];
    private final boolean[] active = new boolean[Eq.BANDS];
    private final double[] values;
    private final int sampleRate;
    private final double gainDb;

    /// Of a stereo sound.
    ///
    /// @param values plain values by the parameter index of the effect `eq`
    public EqCurve(double[] values, int sampleRate) {
        this(values, sampleRate, 2);
    }

    /// @param values plain values by the parameter index of the effect `eq`
    /// @param channels 1 or 2: a mono sound is its own middle, left and right, and has no sides
    public EqCurve(double[] values, int sampleRate, int channels) {
        double scale = values[Eq.PARAMS.indexOf(Eq.SCALE)] / 100.0;
        this.sampleRate = sampleRate;
        this.values = values.clone();
        EqLoudness loudness = new EqLoudness();
        for (int b = 0; b < Eq.BANDS; b++) {
            int at = b * EqBand.CONTROLS;
            bands[b] = new FilterBand();
            active[b] = EqBand.design(
                    bands[b],
                    values[at + EqBand.ON],
                    values[at + EqBand.TYPE],
                    values[at + EqBand.FREQ],
                    values[at + EqBand.GAIN],
                    values[at + EqBand.Q],
                    values[at + EqBand.SLOPE],
                    scale,
                    sampleRate);
            if (active[b]) {
                loudness.set(b, bands[b], EqBand.placement(values[at + EqBand.PLACE], channels), sampleRate);
            }
        }
        gainDb = values[Eq.PARAMS.indexOf(Eq.GAIN)] + values[Eq.PARAMS.indexOf(Eq.AUTO)] * loudness.gainDb();
        if (channels == 1) {
            foldPlacements();
        }
    }

    private void foldPlacements() {
        for (int b = 0; b < Eq.BANDS; b++) {
            int at = b * EqBand.CONTROLS;
            if (EqBand.placement(values[at + EqBand.PLACE]) == Placement.SIDE) {
                active[b] = false;
                values[at + EqBand.ON] = 0;
            }
            values[at + EqBand.PLACE] = Placement.STEREO.ordinal();
        }
    }

    /// Frames by which an equalizer with these values is late: 0 in minimum phase.
    public int latency() {
        return Eq.latency(values, sampleRate);
    }

    public int bands() {
        return Eq.BANDS;
    }

    /// What a band is on; all of a mono sound.
    ///
    /// @param band from 0
    public Placement placement(int band) {
        return EqBand.placement(values[band * EqBand.CONTROLS + EqBand.PLACE]);
    }

    /// The parts of the signal that may be filtered otherwise than the rest: mid and side where a band is on one of
    /// them, left and right likewise; [Placement#STEREO] alone where every band is on all of it. Bands that do
    /// nothing
    /// do not count.
    public List<Placement> parts() {
        Set<Placement> placed = EnumSet.noneOf(Placement.class);
        for (int b = 0; b < Eq.BANDS; b++) {
            if (active[b] || isDynamic(b)) {
                placed.add(placement(b));
            }
        }
        List<Placement> parts = new ArrayList<>();
        if (placed.contains(Placement.MID) || placed.contains(Placement.SIDE)) {
            parts.addAll(List.of(Placement.MID, Placement.SIDE));
        }
        if (placed.contains(Placement.LEFT) || placed.contains(Placement.RIGHT)) {
            parts.addAll(List.of(Placement.LEFT, Placement.RIGHT));
        }
        return parts.isEmpty() ? List.of(Placement.STEREO) : List.copyOf(parts);
    }

    /// Whether a part of the signal goes through a band: those on all of it, and its own.
    ///
    /// @param band from 0
    public boolean reaches(int band, Placement part) {
        Placement placement = placement(band);
        return placement == Placement.STEREO || placement == part;
    }

    /// The response in dB that a part of the signal meets at `hz`, output gain included; up to Nyquist. Bands on left
    /// or
    /// right are no part of what mid and side meet, and the other way round: where both are used, they mix the
    /// parts.
    public double responseDb(Placement part, double hz) {
        double db = gainDb;
        for (int b = 0; b < Eq.BANDS; b++) {
            db += reaches(b, part) ? bandDb(b, hz) : 0.0;
        }
        return db;
    }

    /// The response in dB at `hz` of all bands together, whatever part of the signal each is on, output gain included;
    /// up to Nyquist.
    public double responseDb(double hz) {
        double db = gainDb;
        for (int b = 0; b < Eq.BANDS; b++) {
            db += bandDb(b, hz);
        }
        return db;
    }

    /// As [#responseDb(Placement, double)], at many frequencies, and of what linear phase makes of it: bands that
    /// are too narrow for the length of its response come out smoother.
    public double[] heardDb(Placement part, double[] hertz) {
        int half = Eq.linearHalf(values, sampleRate);
        if (half == 0 || !isLongerThan(half)) {
            double[] db = new double[hertz.length];
            for (int i = 0; i < db.length; i++) {
                db[i] = responseDb(part, hertz[i]);
            }
            return db;
        }
        double[] taps = LinearPhaseDesign.response(
                cycles -> Decibels.toGain(responseDb(part, cycles * sampleRate) - gainDb), half);
        double[] db = LinearPhaseDesign.amplitudes(taps, hertz, sampleRate);
        for (int i = 0; i < db.length; i++) {
            db[i] = Math.max(FLOOR_DB, Decibels.fromGain(Math.abs(db[i]))) + gainDb;
        }
        return db;
    }

    /// Whether a band rings on behind the inner half of a response, which is as designed.
    private boolean isLongerThan(int half) {
        for (int b = 0; b < Eq.BANDS; b++) {
            for (int i = 0; active[b] && i < bands[b].count(); i++) {
                double[] c = bands[b].section(i);
                double slowest = Math.max(radius(1.0, c[3], c[4]), radius(c[0], c[1], c[2]));
                if (Math.pow(slowest, 0.5 * half) > RINGS) {
                    return true;
                }
            }
        }
        return false;
    }

    /// How far from 0 the roots of a section's polynomial are that lie beside the real axis, or their mirrors inside of
    /// the unit circle; those on it make no ripple.
    private static double radius(double c0, double c1, double c2) {
        if (c1 * c1 >= 4.0 * c0 * c2) {
            return 0;
        }
        double radius = Math.sqrt(c2 / c0);
        return Math.min(radius, 1.0 / radius);
    }

    /// The response of one band, 0 where it is off.
    ///
    /// @param band from 0
    public double bandDb(int band, double hz) {
        return active[band] ? Decibels.fromPower(bands[band].power(hz)) : 0.0;
    }

    /// The output gain, the automatic one included.
    public double gainDb() {
        return gainDb;
    }

    /// What the dynamic part of a band adds at `hz` when its sound is far above the threshold; 0 where it has
    /// none.
    ///
    /// @param band from 0
    public double rangeDb(int band, double hz) {
        return isDynamic(band) ? movedDb(band, hz, values[extra(band) + EqBandExtras.RANGE]) : 0;
    }

    private boolean isDynamic(int band) {
        int at = band * EqBand.CONTROLS;
        return values[at + EqBand.ON] >= 0.5
                && values[extra(band) + EqBandExtras.ON] >= 0.5
                && EqDynamics.isDynamic(EqBand.shape(values[at + EqBand.TYPE]));
    }

    /// What the dynamic part of a bell or shelf adds at `hz` while its gain has gone so far.
    ///
    /// @param band from 0
    /// @param moved in dB, down or up
    public double movedDb(int band, double hz, double moved) {
        int at = band * EqBand.CONTROLS;
        double range = values[extra(band) + EqBandExtras.RANGE];
        FilterShape bandShape = EqBand.shape(values[at + EqBand.TYPE]);
        DynamicSection.Shape shape = EqDynamics.shape(bandShape);
        double hertz = EqDynamics.poleHertz(shape, values[at + EqBand.FREQ], range);
        double q = EqDynamics.poleQ(shape, values[at + EqBand.Q], range);
        return Decibels.fromPower(DynamicSection.power(shape, hertz, q, Decibels.toGain(moved), sampleRate, hz));
    }

    /// The index of a band's first further control.
    private static int extra(int band) {
        return Eq.PARAMS.indexOf("band1.dyn.on") + band * EqBandExtras.CONTROLS;
    }

    /// The response that the analog prototypes have, which [#responseDb] follows.
    public double analogResponseDb(double hz) {
        double db = gainDb;
        for (int b = 0; b < Eq.BANDS; b++) {
            db += active[b] ? Decibels.fromPower(bands[b].analogPower(hz)) : 0.0;
        }
        return db;
    }
}
