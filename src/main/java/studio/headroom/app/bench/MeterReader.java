package studio.headroom.app.bench;

import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Reads every meter that a window of the whole mixer shows, and sees whether all of them are numbers.
final class MeterReader {
    private static final StripReading[] STRIP = StripReading.values();
    private static final MasterReading[] MASTER = MasterReading.values();

    private final LiveEngine engine;
    private long readings;
    private long broken;
    private double highestPeak;

    MeterReader(LiveEngine engine) {
        this.engine = engine;
    }

    void readAll(Project song) {
        for (MasterReading reading : MASTER) {
            note(engine.master().get(reading));
        }
        note(engine.master().integratedLufs());
        note(engine.master().loudnessRangeLu());
        StripMeter mix = engine.master().strip();
        read(mix);
        highestPeak =
                Math.max(highestPeak, Math.max(mix.get(StripReading.PEAK_LEFT), mix.get(StripReading.PEAK_RIGHT)));
        song.strips().forEach(this::read);
        read(song.master());
        note(engine.status().load());
    }

    private void read(Strip strip) {
        LiveMeters meters = engine.meters();
        meters.strip(strip.id()).ifPresent(found -> {
            read(found.levels());
            note(found.load().smoothed(0));
        });
        for (Insert insert : strip.inserts()) {
            meters.insert(insert.id()).ifPresent(found -> {
                note(found.gainReduction().get(0));
                note(found.load().smoothed(0));
            });
        }
    }

    private void read(StripMeter meter) {
        for (StripReading reading : STRIP) {
            note(meter.get(reading));
        }
    }

    private void note(double reading) {
        readings++;
        if (Double.isNaN(reading) || reading == Double.POSITIVE_INFINITY) {
            broken++;
        }
    }

    long readings() {
        return readings;
    }

    long broken() {
        return broken;
    }

    double highestPeak() {
        return highestPeak;
    }
}
