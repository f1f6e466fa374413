package studio.headroom.ui.model;

import java.util.function.IntToDoubleFunction;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.meter.StripReading;

/// Where a meter on the screen takes its numbers from, once a frame. Levels are linear, full scale being 1.
public interface MeterSource {
    /// The largest recent sample.
    ///
    /// @param side 0 left, 1 right
    double peak(int side);

    double rms(int side);

    /// The largest sample of both sides since the last reset.
    double highest();

    /// Samples beyond full scale since the last reset.
    double clipped();

    /// Lets highest and clipped start anew when sound next arrives.
    void resetHeld();

    /// The level that counts as 0 on its scale, in dB, such as −20 of a K-20 meter; NaN where full scale does.
    default double reference() {
        return Double.NaN;
    }

    /// One that knows no RMS and holds nothing.
    ///
    /// @param peaks the largest recent sample of side 0 (left) or 1 (right)
    static MeterSource ofPeaks(IntToDoubleFunction peaks) {
        return new MeterSource() {
            @Override
            public double peak(int side) {
                return peaks.applyAsDouble(side);
            }

            @Override
            public double rms(int side) {
                return 0;
            }

            @Override
            public double highest() {
                return 0;
            }

            @Override
            public double clipped() {
                return 0;
            }

            @Override
            public void resetHeld() {}
        };
    }

    static MeterSource of(StripMeter meter) {
        return new MeterSource() {
            @Override
            public double peak(int side) {
                return meter.get(side == 0 ? StripReading.PEAK_LEFT : StripReading.PEAK_RIGHT);
            }

            @Override
            public double rms(int side) {
                return meter.get(side == 0 ? StripReading.RMS_LEFT : StripReading.RMS_RIGHT);
            }

            @Override
            public double highest() {
                return Math.max(meter.get(StripReading.HIGHEST_PEAK_LEFT), meter.get(StripReading.HIGHEST_PEAK_RIGHT));
            }

            @Override
            public double clipped() {
                return meter.get(StripReading.CLIPPED);
            }

            @Override
            public void resetHeld() {
                meter.resetHeld();
            }
        };
    }
}
