package studio.headroom.dsp;

import studio.headroom.concurrent.RealTime;

/// Copying, adding and scaling of one channel, with the gain moving in a straight line: frame i of n gets
/// `from + (to - from)·(i + 1)/n`. Gains that stand still at 1 or 0 cost a copy or nothing.
@RealTime
public final class Gain {
    private Gain() {}

    /// `buffer[offset .. offset + n)` times the gain.
    public static void scale(float[] buffer, int offset, int n, double from, double to) {
        if (from == to) {
            if (to != 1.0) {
                float gain = (float) to;
                for (int i = offset; i < offset + n; i++) {
                    buffer[i] *= gain;
                }
            }
            return;
        }
        float step = (float) ((to - from) / n);
        float first = (float) from + step;
        for (int i = 0; i < n; i++) {
            buffer[offset + i] *= first + step * i;
        }
    }

    /// `target = source · gain` over `[offset .. offset + n)`.
    public static void copy(float[] source, float[] target, int offset, int n, double from, double to) {
        if (from == to) {
            float gain = (float) to;
            if (to == 1.0) {
                System.arraycopy(source, offset, target, offset, n);
            } else {
                for (int i = offset; i < offset + n; i++) {
                    target[i] = source[i] * gain;
                }
            }
            return;
        }
        float step = (float) ((to - from) / n);
        float first = (float) from + step;
        for (int i = 0; i < n; i++) {
            target[offset + i] = source[offset + i] * (first + step * i);
        }
    }

    /// `target += source · gain` over `[offset .. offset + n)`.
    public static void add(float[] source, float[] target, int offset, int n, double from, double to) {
        if (from == to) {
            float gain = (float) to;
            if (to == 1.0) {
                for (int i = offset; i < offset + n; i++) {
                    target[i] += source[i];
                }
            } else if (to != 0.0) {
                for (int i = offset; i < offset + n; i++) {
                    target[i] += source[i] * gain;
                }
            }
            return;
        }
        float step = (float) ((to - from) / n);
        float first = (float) from + step;
        for (int i = 0; i < n; i++) {
            target[offset + i] += source[offset + i] * (first + step * i);
        }
    }
}
