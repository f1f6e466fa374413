package studio.headroom.mastering.sight;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;

/// Sound in memory.
record Sounds(int rate, float[]... planar) implements SampleSource {
    static final int RATE = 48_000;

    @Override
    public AudioFormat format() {
        return new AudioFormat(rate, planar.length);
    }

    @Override
    public long frames() {
        return planar[0].length;
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) {
        for (int c = 0; c < planar.length; c++) {
            for (int i = 0; i < count; i++) {
                long at = start + i;
                target[c][offset + i] = at >= 0 && at < frames() ? planar[c][(int) at] : 0;
            }
        }
    }

    static float[] of(double seconds, IntToDoubleFunction sample) {
        float[] made = new float[(int) (seconds * RATE)];
        for (int i = 0; i < made.length; i++) {
            made[i] = (float) sample.applyAsDouble(i);
        }
        return made;
    }

    static float[] sine(double seconds, double hertz, double amplitude) {
        return of(seconds, i -> amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }

    static float[] sum(float[]... all) {
        float[] sum = all[0].clone();
        for (float[] each : Arrays.copyOfRange(all, 1, all.length)) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += each[i];
            }
        }
        return sum;
    }

    static Sounds stereo(float[] left, float[] right) {
        return new Sounds(RATE, left, right);
    }
}
