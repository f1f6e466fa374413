package studio.headroom.engine.monitor;

import java.util.Arrays;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Gain;
import studio.headroom.param.Values;

/// The monitor path: what the controls of [MonitorControls] make of a stereo signal on its way to the loudspeakers.
///
/// All of them together are one matrix of 2 by 2 gains. Whatever is changed, the matrix goes to its new gains in a
/// straight line of 20 ms; a change during a fade begins a new one from where that one is. With all controls at their
/// initial values nothing is touched, bit for bit. Results do not depend on how the stream is cut.
///
/// The path is floating point and clips nothing. What leaves it beyond full scale is cut off by most devices, so it is
/// counted: [#CLIPPED].
///
/// One thread at a time, the audio thread; [#meters()] as [MeterSlots] says.
public final class Monitor {
    /// Slot of [#meters()]: samples of both channels beyond full scale since the last reset.
    public static final int CLIPPED = 0;

    private static final int VOLUME = MonitorControls.PARAMS.indexOf(MonitorControls.VOLUME);
    private static final int DIM = MonitorControls.PARAMS.indexOf(MonitorControls.DIM);
    private static final int DIM_LEVEL = MonitorControls.PARAMS.indexOf(MonitorControls.DIM_LEVEL);
    private static final int MONO = MonitorControls.PARAMS.indexOf(MonitorControls.MONO);
    private static final int LISTEN = MonitorControls.PARAMS.indexOf(MonitorControls.LISTEN);
    private static final int POLARITY_LEFT = MonitorControls.PARAMS.indexOf(MonitorControls.POLARITY_LEFT);
    private static final int POLARITY_RIGHT = MonitorControls.PARAMS.indexOf(MonitorControls.POLARITY_RIGHT);
    private static final int MUTE = MonitorControls.PARAMS.indexOf(MonitorControls.MUTE);
    private static final int LEVEL = MonitorControls.PARAMS.indexOf(MonitorControls.LEVEL);
    private static final int NOISE = MonitorControls.PARAMS.indexOf(MonitorControls.NOISE);
    private static final int FROM_LEFT = MonitorControls.NoiseFrom.LEFT.ordinal();
    private static final int FROM_RIGHT = MonitorControls.NoiseFrom.RIGHT.ordinal();
    private static final int FROM_BOTH = MonitorControls.NoiseFrom.BOTH.ordinal();

    /// Of each [MonitorControls.Listen]: left to left, right to left, left to right, right to right.
    private static final double[][] LISTEN_GAINS = {
        {1, 0, 0, 1}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0.5, 0.5, 0.5, 0.5}, {0.5, -0.5, 0.5, -0.5}, {0, 1, 1, 0}
    };

    private final MeterSlots meters = new MeterSlots(1, 0);
    private final double[] values;
    private final Fade fade;
    private final ReferenceNoise noise;
    private final double[] from = new double[4];
    private final double[] to = new double[4];
    private final double[] next = new double[4];

    /// At rest with these values.
    public Monitor(int sampleRate, Values values) {
        this.values = MonitorControls.PARAMS.resolve(values);
        fade = new Fade(sampleRate);
        noise = new ReferenceNoise(sampleRate);
        computeNext();
        System.arraycopy(next, 0, to, 0, to.length);
    }

    /// See [#CLIPPED].
    public MeterSlots meters() {
        return meters;
    }

    /// What takes the place of what is played, at this monitor's level. It is for the very end, since it sounds while
    /// nothing
    /// is played, too.
    @RealTime
    public ReferenceNoise noise() {
        return noise;
    }

    /// Sets a control; what follows fades to it.
    ///
    /// @param param index in [MonitorControls#PARAMS]
    /// @param value plain, clamped into the control's range
    @RealTime
    public void set(int param, double value) {
        values[param] = MonitorControls.PARAMS.get(param).clamp(value);
        computeNext();
        if (!Arrays.equals(next, to)) {
            double share = fade.share();
            for (int i = 0; i < to.length; i++) {
                from[i] = fade.rests() ? to[i] : from[i] + (to[i] - from[i]) * share;
                to[i] = next[i];
            }
            fade.begin();
        }
    }

    /// Ends a fade at once. For when nothing is heard, so that sound does not begin with what was set before.
    @RealTime
    public void settle() {
        fade.end();
    }

    /// Changes `stereo[0 and 1][offset .. offset + frames)` in place.
    @RealTime
    public void process(float[][] stereo, int offset, int frames) {
        float[] left = stereo[0];
        float[] right = stereo[1];
        int fading = Math.min(frames, fade.left());
        if (fading > 0) {
            fade(left, right, offset, fading);
            fade.advance(fading);
        }
        if (fading < frames) {
            rest(left, right, offset + fading, frames - fading);
        }
        meters.add(CLIPPED, clipped(left, offset, frames) + clipped(right, offset, frames));
    }

    @RealTime
    private void computeNext() {
        double level = Decibels.toGain(values[LEVEL]) * (1 - values[MUTE]);
        int source = (int) values[NOISE];
        noise.set(
                source == FROM_LEFT || source == FROM_BOTH ? level : 0,
                source == FROM_RIGHT || source == FROM_BOTH ? level : 0,
                source == 0 ? 1 : 0);
        double gain = Decibels.toGain(values[VOLUME]) * level;
        if (values[DIM] > 0) {
            gain *= Decibels.toGain(values[DIM_LEVEL]);
        }
        double left = gain * (1 - 2 * values[POLARITY_LEFT]);
        double right = gain * (1 - 2 * values[POLARITY_RIGHT]);
        double[] listen = LISTEN_GAINS[(int) values[LISTEN]];
        double share = 0.5 * values[MONO];
        next[0] = left * (listen[0] + share * (listen[2] - listen[0]));
        next[1] = right * (listen[1] + share * (listen[3] - listen[1]));
        next[2] = left * (listen[2] + share * (listen[0] - listen[2]));
        next[3] = right * (listen[3] + share * (listen[1] - listen[3]));
        for (int i = 0; i < next.length; i++) {
            // No -0.0, which would not equal 0.0.
            next[i] += 0.0;
        }
    }

    @RealTime
    private void fade(float[] left, float[] right, int offset, int frames) {
        double a = from[0], b = from[1], c = from[2], d = from[3];
        double toA = to[0] - a, toB = to[1] - b, toC = to[2] - c, toD = to[3] - d;
        for (int i = 0; i < frames; i++) {
            double share = fade.share(i);
            double x = left[offset + i];
            double y = right[offset + i];
            left[offset + i] = (float) ((a + toA * share) * x + (b + toB * share) * y);
            right[offset + i] = (float) ((c + toC * share) * x + (d + toD * share) * y);
        }
    }

    /// Sides that do not cross are left alone by each other, so that not even a NaN gets over.
    @RealTime
    private void rest(float[] left, float[] right, int offset, int frames) {
        if (to[1] == 0 && to[2] == 0) {
            scale(left, offset, frames, to[0]);
            scale(right, offset, frames, to[3]);
            return;
        }
        double a = to[0], b = to[1], c = to[2], d = to[3];
        for (int i = offset; i < offset + frames; i++) {
            double x = left[i];
            double y = right[i];
            left[i] = (float) (a * x + b * y);
            right[i] = (float) (c * x + d * y);
        }
    }

    @RealTime
    private static void scale(float[] buffer, int offset, int frames, double gain) {
        if (gain == 0) {
            Arrays.fill(buffer, offset, offset + frames, 0f);
        } else {
            Gain.scale(buffer, offset, frames, gain, gain);
        }
    }

    @RealTime
    private static int clipped(float[] buffer, int offset, int frames) {
        int clipped = 0;
        for (int i = offset; i < offset + frames; i++) {
            if (Math.abs(buffer[i]) > 1f) {
                clipped++;
            }
        }
        return clipped;
    }
}
