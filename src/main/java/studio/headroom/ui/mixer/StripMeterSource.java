package studio.headroom.ui.mixer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.ui.model.MeterSource;

/// The meter of a strip that may not be played yet, or not any more: silent then.
final class StripMeterSource implements MeterSource {
    private final Supplier<LiveMeters> meters;
    private final String strip;
    private final Supplier<MeterReads> reads;
    private @Nullable StripMeter meter;

    /// @param reads what the bars show
    StripMeterSource(Supplier<LiveMeters> meters, String strip, Supplier<MeterReads> reads) {
        this.meters = meters;
        this.strip = strip;
        this.reads = reads;
    }

    @Override
    public double peak(int side) {
        if (side == 0) {
            meter = meters.get().strip(strip).map(LiveMeters.Strip::levels).orElse(null);
        }
        return reads.get() == MeterReads.RMS
                ? level(side, StripReading.RMS_LEFT, StripReading.RMS_RIGHT)
                : level(side, StripReading.PEAK_LEFT, StripReading.PEAK_RIGHT);
    }

    @Override
    public double rms(int side) {
        return reads.get() == MeterReads.PEAK
                ? level(side, StripReading.PEAK_LEFT, StripReading.PEAK_RIGHT)
                : level(side, StripReading.RMS_LEFT, StripReading.RMS_RIGHT);
    }

    private double level(int side, StripReading left, StripReading right) {
        StripMeter now = meter;
        return now == null ? 0 : now.get(side == 0 ? left : right);
    }

    @Override
    public double highest() {
        StripMeter now = meter;
        return now == null
                ? 0
                : Math.max(now.get(StripReading.HIGHEST_PEAK_LEFT), now.get(StripReading.HIGHEST_PEAK_RIGHT));
    }

    @Override
    public double clipped() {
        StripMeter now = meter;
        return now == null ? 0 : now.get(StripReading.CLIPPED);
    }

    @Override
    public void resetHeld() {
        StripMeter now = meter;
        if (now != null) {
            now.resetHeld();
        }
    }
}
