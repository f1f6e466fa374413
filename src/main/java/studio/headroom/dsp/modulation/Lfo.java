package studio.headroom.dsp.modulation;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A slow oscillator that is read at the ends of sub-blocks; what it moves goes in straight lines between.
@RealTime
public final class Lfo {
    /// Forms of one turn, each from -1 to 1.
    public enum Shape {
        SINE,
        TRIANGLE,
        SQUARE,
        RISING,
        FALLING
    }

    private double phase;

    public void clear() {
        phase = 0;
    }

    /// Goes on by one sub-block.
    public void advance(double hertz, int sampleRate) {
        phase += hertz * Timeline.SUB_BLOCK / sampleRate;
        phase -= Math.floor(phase);
    }

    /// A sine of the present place.
    ///
    /// @param turns by which it is ahead
    public double sine(double turns) {
        return Math.sin(2.0 * Math.PI * (phase + turns));
    }

    /// Any shape at the present place; all but the falling ramp begin by rising.
    public double value(Shape shape, double turns) {
        double p = phase + turns;
        p -= Math.floor(p);
        return switch (shape) {
            case SINE -> Math.sin(2.0 * Math.PI * p);
            case TRIANGLE -> p < 0.25 ? 4.0 * p : p < 0.75 ? 2.0 - 4.0 * p : 4.0 * p - 4.0;
            case SQUARE -> p < 0.5 ? 1.0 : -1.0;
            case RISING -> 2.0 * p - 1.0;
            case FALLING -> 1.0 - 2.0 * p;
        };
    }
}
