package studio.headroom.ui.master.sight;

import java.util.function.BooleanSupplier;
import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.meter.MasterReading;

/// How loud what is heard is, now and since the measurement began. UI thread; the one reader of the meter's integrated
/// values.
public final class LiveLoudness {
    /// How often integrated loudness and range are computed, in seconds.
    private static final double RENEWAL = 0.5;
    /// EBU Tech 3341, 2.6: how long a loudness range is not stable, in seconds.
    private static final double STABLE = 60;

    private final MasterMeter meter;
    private final BooleanSupplier begun;
    private double since = RENEWAL;
    private double integrated = Double.NEGATIVE_INFINITY;
    private double range;

    /// @param begun whether what is to be measured has sounded at all; until then there are no figures of it
    LiveLoudness(MasterMeter meter, BooleanSupplier begun) {
        this.meter = meter;
        this.begun = begun;
    }

    /// Once a frame.
    void frame(double seconds) {
        since += seconds;
        if (!begun.getAsBoolean()) {
            forget();
        } else if (since >= RENEWAL) {
            since = 0;
            integrated = meter.integratedLufs();
            range = meter.loudnessRangeLu();
        }
    }

    /// Of the last 400 ms, in LUFS.
    public double momentary() {
        return meter.get(MasterReading.MOMENTARY_LUFS);
    }

    /// Of the last 3 s.
    public double shortTerm() {
        return meter.get(MasterReading.SHORT_TERM_LUFS);
    }

    public double highestMomentary() {
        return highest(MasterReading.HIGHEST_MOMENTARY_LUFS);
    }

    /// Gated, since the measurement began.
    public double integrated() {
        return integrated;
    }

    /// In LU.
    public double range() {
        return range;
    }

    /// Whether the range was measured over a minute, before which it still moves by itself.
    public boolean rangeIsStable() {
        return meter.programSeconds() >= STABLE;
    }

    /// The highest since the measurement began, in dBTP.
    public double truePeak() {
        return highest(MasterReading.TRUE_PEAK_DBTP);
    }

    private double highest(MasterReading reading) {
        return begun.getAsBoolean() ? meter.get(reading) : Double.NEGATIVE_INFINITY;
    }

    /// Of the last 3 s, in dB; NaN while there is none.
    public double psr() {
        return begun.getAsBoolean() ? meter.get(MasterReading.PSR_DB) : Double.NaN;
    }

    /// True peak less integrated loudness, in dB; NaN while there is none.
    public double plr() {
        double ratio = truePeak() - integrated;
        return Double.isFinite(ratio) ? ratio : Double.NaN;
    }

    /// Begins the measurement anew.
    public void reset() {
        meter.restartProgram();
        forget();
    }

    private void forget() {
        integrated = Double.NEGATIVE_INFINITY;
        range = 0;
        // The meter begins anew with the next block of sound.
        since = 0;
    }

    public boolean paused() {
        return meter.paused();
    }

    /// Holds integrated loudness, range and maxima, or lets them go on.
    public void pause(boolean now) {
        meter.pause(now);
    }
}
