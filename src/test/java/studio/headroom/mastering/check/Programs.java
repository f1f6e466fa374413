package studio.headroom.mastering.check;

import java.util.SplittableRandom;

/// Sounds that a check finds nothing in, made of formulas: 12 seconds, stereo, with room before and a faded end after.
final class Programs {
    static final int RATE = 48_000;
    private static final double SECONDS = 12;
    private static final double HEAD = 0.15;
    private static final double TAIL = 0.6;

    private Programs() {}

    /// Chords, bass, drums and a hat, with a quieter part in the middle.
    static float[][] music(int rate) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] out = new float[2][frames(rate)];
        double[] roots = {55, 65.41, 73.42, 82.41};
        for (int i = 0; i < out[0].length; i++) {
            double t = (double) i / rate - HEAD;
            if (t < 0) {
                continue;
            }
            double root = roots[(int) (t / 2) % roots.length];
            double level = t > 4 && t < 7 ? 0.5 : 1;
            double note = t % 2;
            double attack = Math.min(1, note / 0.01) * Math.min(1, (2 - note) / 0.05);
            double bass = 0.2 * attack * sine(root, note);
            // Every other one upside down, so that they have no mean.
            double kick = (t % 1 < 0.5 ? 0.35 : -0.35)
                    * Math.exp(-(t % 0.5) * 14)
                    * Math.min(1, (t % 0.5) / 0.001)
                    * sine(60, t % 0.5);
            for (int c = 0; c < 2; c++) {
                double chord = 0;
                for (int n = 1; n < 6; n++) {
                    chord += sine(root * (2 + n) * (1 + 0.001 * c), note) / n;
                }
                double hat = 0.2 * Math.exp(-(t % 0.25) * 25) * Math.min(1, (t % 0.25) / 0.0005) * noise(random);
                double air = 0.004 * noise(random);
                out[c][i] = (float) (level * (bass + kick + 0.05 * attack * chord + hat + air));
            }
        }
        return faded(out, rate);
    }

    /// Syllables of a pulse-like voice through two resonances, breaths and pauses; the same on both sides.
    static float[][] speech(int rate) {
        SplittableRandom random = new SplittableRandom(4);
        float[][] out = new float[2][frames(rate)];
        for (int i = 0; i < out[0].length; i++) {
            double t = (double) i / rate - HEAD;
            if (t < 0) {
                continue;
            }
            double syllable = t % 0.31;
            boolean speaks = t % 2.3 < 1.7;
            double envelope = speaks ? Math.min(1, syllable / 0.03) * Math.exp(-syllable * 9) : 0;
            double pitch = 112 + 14 * Math.sin(t * 2.1);
            double voice = 0;
            for (int n = 1; n < 30; n++) {
                double hertz = n * pitch;
                double formant =
                        1 / (1 + Math.pow((hertz - 650) / 250, 2)) + 0.5 / (1 + Math.pow((hertz - 1700) / 300, 2));
                voice += formant * sine(hertz, syllable + 0.1 * n);
            }
            double x = 0.14 * envelope * (voice + 0.5 * noise(random)) + 0.0001 * noise(random);
            out[0][i] = (float) x;
            out[1][i] = (float) x;
        }
        return faded(out, rate);
    }

    /// Bursts of noise, no tones at all, different on both sides.
    static float[][] bursts(int rate) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] out = new float[2][frames(rate)];
        for (int i = 0; i < out[0].length; i++) {
            double t = (double) i / rate - HEAD;
            if (t < 0) {
                continue;
            }
            double beat = t % 0.4;
            double envelope = Math.min(1, beat / 0.002) * Math.exp(-beat * 10);
            for (int c = 0; c < 2; c++) {
                out[c][i] = (float) ((0.4 * envelope + 0.01) * noise(random));
            }
        }
        return faded(out, rate);
    }

    static int frames(int rate) {
        return (int) (SECONDS * rate);
    }

    static double noise(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }

    static double sine(double hertz, double t) {
        return Math.sin(2 * Math.PI * hertz * t);
    }

    /// Fades the last 0.6 s out and leaves 0.2 s.
    private static float[][] faded(float[][] out, int rate) {
        int frames = out[0].length;
        for (float[] row : out) {
            for (int i = 0; i < frames; i++) {
                double left = (double) (frames - i) / rate - 0.2;
                double fade = Math.clamp(left / TAIL, 0, 1);
                row[i] *= (float) (fade * fade * fade);
            }
        }
        return out;
    }
}
