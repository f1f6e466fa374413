package studio.headroom.ui.mixer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.ui.model.MeterSource;

/// The meter of a strip that may not be played yet, or not any more: silent then.
final class StripMeterSource implements MeterSource {
    /// A sine reads its peak on a K meter, as AES-17 has it.
    private static final double SINE = Math.sqrt(2);

    private final Supplier<LiveMeters> meters;
    private final String strip;
    private final Supplier<MeterReads> reads;
    private LiveMeters.@Nullable Strip meter;

    /// @param reads what the bars show
    StripMeterSource(Supplier<LiveMeters> meters, String strip, Supplier<MeterReads> reads) {
        this.meters = meters;
        this.strip = strip;
        this.reads = reads;
    }

    @Override
    public double peak(int side) {
        if (side == 0) {
            look();
        }
        return switch (reads.get()) {
            case BOTH, PEAK -> level(side, StripReading.PEAK_LEFT, StripReading.PEAK_RIGHT);
            case RMS -> mean(side);
            case K20, K14, K12 ->
                Math.max(SINE * mean(side), level(side, StripReading.PEAK_LEFT, StripReading.PEAK_RIGHT));
            case LOUDNESS -> {
                LiveMeters.Strip now = meter;
                yield now == null
                        ? 0
                        : Decibels.toGain(Math.max(
                                now.loudness().momentaryLufs(), now.loudness().shortTermLufs()));
            }
        };
    }

    @Override
    public double rms(int side) {
        return switch (reads.get()) {
            case BOTH, RMS -> mean(side);
            case PEAK -> level(side, StripReading.PEAK_LEFT, StripReading.PEAK_RIGHT);
            case K20, K14, K12 -> SINE * mean(side);
            case LOUDNESS -> {
                LiveMeters.Strip now = meter;
                yield now == null ? 0 : Decibels.toGain(now.loudness().shortTermLufs());
            }
        };
    }

    @Override
    public double reference() {
        return reads.get().reference();
    }

    /// The meter of the song as it is played now.
    private LiveMeters.@Nullable Strip look() {
        meter = meters.get().strip(strip).orElse(null);
        return meter;
    }

    private double mean(int side) {
        return level(side, StripReading.RMS_LEFT, StripReading.RMS_RIGHT);
    }

    private double level(int side, StripReading left, StripReading right) {
        LiveMeters.Strip now = meter;
        return now == null ? 0 : now.levels().get(side == 0 ? left : right);
    }

    @Override
    public double highest() {
        LiveMeters.Strip now = look();
        return now == null
                ? 0
                : Math.max(
                        now.levels().get(StripReading.HIGHEST_PEAK_LEFT),
                        now.levels().get(StripReading.HIGHEST_PEAK_RIGHT));
    }

    @Override
    public double clipped() {
        LiveMeters.Strip now = look();
        return now == null ? 0 : now.levels().get(StripReading.CLIPPED);
    }

    @Override
    public void resetHeld() {
        LiveMeters.Strip now = look();
        if (now != null) {
            now.levels().resetHeld();
        }
    }
}
