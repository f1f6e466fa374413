package studio.headroom.files.audio.codec;

/// Checks on blocks of samples.
public final class Samples {
    private Samples() {}

    /// Replaces what is not a number or infinite by 0.
    ///
    /// @return how many samples were replaced
    public static int silenceInvalid(float[][] block, int channels, int offset, int count) {
        int replaced = 0;
        for (int channel = 0; channel < channels; channel++) {
            if (!allFinite(block[channel], offset, count)) {
                replaced += silence(block[channel], offset, count);
            }
        }
        return replaced;
    }

    /// Whether every sample is a finite number: zero times such a number is zero, and NaN otherwise, which no addition
    /// removes. Four sums keep the additions from waiting for each other.
    public static boolean allFinite(float[] samples, int offset, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int end = offset + count;
        int i = offset;
        for (; i < end - 3; i += 4) {
            a += samples[i] * 0f;
            b += samples[i + 1] * 0f;
            c += samples[i + 2] * 0f;
            d += samples[i + 3] * 0f;
        }
        for (; i < end; i++) {
            a += samples[i] * 0f;
        }
        return a + b + c + d == 0f;
    }

    /// How many samples lie outside ±1 and will be clipped by an integer format.
    public static int countOverFullScale(float[] samples, int offset, int count) {
        int over = 0;
        for (int i = offset; i < offset + count; i++) {
            over += Math.abs(samples[i]) > 1f ? 1 : 0;
        }
        return over;
    }

    private static int silence(float[] samples, int offset, int count) {
        int replaced = 0;
        for (int i = offset; i < offset + count; i++) {
            if (!Float.isFinite(samples[i])) {
                samples[i] = 0;
                replaced++;
            }
        }
        return replaced;
    }
}
