package studio.headroom.engine.meter;

import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;

/// How much of the time there is goes into each of several units of work (the whole block, a strip, an insert): 1 is
/// all of it. Units are numbers that the owner gives.
///
/// Times are those of the clock, so a unit that was interrupted reads more than it worked.
///
/// **Who writes:** any number of threads, each unit one at a time; a unit may change threads when what the last one
/// wrote happened before. **Who reads:** any thread; resets one thread. **Ordering and progress:** as [MeterSlots].
public final class LoadMeter {
    private static final double SMOOTHING_SECONDS = 1;

    private final MeterSlots smoothed;
    private final MeterSlots worst;
    private final double secondsPerFrame;

    /// @param units numbered from 0
    public LoadMeter(int sampleRate, int units) {
        smoothed = new MeterSlots(units, 0);
        worst = new MeterSlots(units, 0);
        secondsPerFrame = 1.0 / sampleRate;
    }

    public int units() {
        return smoothed.size();
    }

    /// Notes that a unit took `nanos` for its share of `frames` frames, at least 1.
    @RealTime
    public void add(int unit, long nanos, int frames) {
        double seconds = frames * secondsPerFrame;
        double load = nanos * 1e-9 / seconds;
        double before = smoothed.get(unit);
        smoothed.set(unit, before + (load - before) * seconds / (SMOOTHING_SECONDS + seconds));
        worst.hold(unit, load);
    }

    /// The load of about the last second, weighted exponentially. Any thread.
    public double smoothed(int unit) {
        return smoothed.get(unit);
    }

    /// The largest load of a single call since the last reset. Any thread.
    public double worst(int unit) {
        return worst.get(unit);
    }

    /// Lets a unit's worst load start anew with the next call for it. One thread, not the audio thread.
    public void resetWorst(int unit) {
        worst.reset(unit);
    }

    /// Lets all units' worst load start anew.
    public void resetWorst() {
        worst.resetAll();
    }
}
