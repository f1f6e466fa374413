package studio.headroom.dsp.analysis;

import java.util.Random;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;

/// Sound that is put together for tests.
final class Synth {
    static final BooleanSupplier GO_ON = () -> false;

    final int rate;
    final float[] samples;
    private final Random random;

    Synth(int rate, double seconds, long seed) {
        this.rate = rate;
        samples = new float[(int) (rate * seconds)];
        random = new Random(seed);
    }

    /// A burst of noise that dies away.
    Synth noise(double at, double decaySeconds, double gain) {
        int start = (int) Math.round(at * rate);
        for (int i = 0; i < 8 * decaySeconds * rate && start + i < samples.length; i++) {
            samples[start + i] += (float) (gain * random.nextGaussian() * 0.3 * Math.exp(-i / (decaySeconds * rate)));
        }
        return this;
    }

    /// A beep of 1 kHz, 20 ms long.
    Synth click(double at, double gain) {
        int start = (int) Math.round(at * rate);
        for (int i = 0; i < 0.02 * rate && start + i < samples.length; i++) {
            samples[start + i] +=
                    (float) (gain * Math.sin(2 * Math.PI * 1_000 * i / rate) * Math.exp(-i / (0.005 * rate)));
        }
        return this;
    }

    /// A drum with a falling pitch.
    Synth kick(double at, double gain) {
        int start = (int) Math.round(at * rate);
        double phase = 0;
        for (int i = 0; i < 0.3 * rate && start + i < samples.length; i++) {
            double time = (double) i / rate;
            phase += 2 * Math.PI * (50 + 150 * Math.exp(-time / 0.03)) / rate;
            samples[start + i] += (float) (gain * Math.sin(phase) * Math.exp(-time / 0.1));
        }
        return this;
    }

    /// A plucked or struck note with ten harmonics.
    Synth note(double at, double seconds, double midi, double gain) {
        int start = (int) Math.round(at * rate);
        double hz = 440 * Math.pow(2, (midi - 69) / 12);
        for (int h = 1; h <= 10 && h * hz < 0.45 * rate; h++) {
            double phase = 2 * Math.PI * random.nextDouble();
            for (int i = 0; i < seconds * rate && start + i < samples.length; i++) {
                double time = (double) i / rate;
                double envelope =
                        Math.min(1, time / 0.004) * Math.exp(-time / 0.6) * Math.min(1, (seconds - time) / 0.02);
                samples[start + i] += (float) (gain / h * envelope * Math.sin(2 * Math.PI * h * hz * time + phase));
            }
        }
        return this;
    }

    Synth hiss(double gain) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (gain * random.nextGaussian());
        }
        return this;
    }

    SampleStream stream() {
        return new SampleStream() {
            private int position;

            @Override
            public AudioFormat format() {
                return new AudioFormat(rate, 2);
            }

            @Override
            public long expectedFrames() {
                return samples.length;
            }

            @Override
            public int read(float[][] target, int offset, int count) {
                int part = Math.min(Math.min(count, 777), samples.length - position);
                System.arraycopy(samples, position, target[0], offset, part);
                System.arraycopy(samples, position, target[1], offset, part);
                position += part;
                return part == 0 ? -1 : part;
            }

            @Override
            public void close() {}
        };
    }
}
