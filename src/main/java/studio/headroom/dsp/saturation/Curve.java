package studio.headroom.dsp.saturation;

import studio.headroom.concurrent.RealTime;

/// Saturation curves: slope 1 at 0, ceilings at ±1. All but one are memoryless.
///
/// What makes a curve sound like a machine is its knee, its asymmetry, and what is emphasized before it and taken
/// back after it: tape takes less treble, a transformer less bass.
public enum Curve {
    /// x / √(1 + x²): a long knee.
    TAPE(0f, 3.0, false) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = algebraic(x[i] + bias[i]) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return algebraic(x);
        }
    },
    /// A hyperbolic tangent off its center: second harmonics first.
    TUBE(0.4f, 0.0, false) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = tanh(x[i] + bias[i]) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return tanh(x);
        }
    },
    /// x / ⁴√(1 + x⁴): nearly straight, then a bend, in the bass first.
    TRANSFORMER(0f, -4.0, true) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = quartic(x[i] + bias[i]) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return quartic(x);
        }
    },
    /// A clipper with a knee from a half on, a little off its center.
    TRANSISTOR(0.12f, 0.0, true) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = clip(x[i] + bias[i], 0.5f) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return clip(x, 0.5f);
        }
    },
    /// A hyperbolic tangent: odd harmonics that fade fast.
    SOFT(0f, 0.0, false) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = tanh(x[i] + bias[i]) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return tanh(x);
        }
    },
    /// Straight up to -3.5 dB, cut off at 0 dB. The harmonics of a sharp corner fall so slowly that they would alias at
    /// any rate, so the slope falls in a smooth step in between.
    HARD(0f, 0.0, true) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = clip(x[i] + bias[i], 0.33f) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return clip(x, 0.33f);
        }
    },
    /// A tape that remembers: [Hysteresis] makes its sound; the curve is that on which the tips of its loops lie.
    HYSTERESIS(0f, 3.0, true) {
        @Override
        void bend(float[] x, float[] bias, float[] offset, int frames) {
            for (int i = 0; i < frames; i++) {
                x[i] = LoopTips.of(x[i] + bias[i]) - offset[i];
            }
        }

        @Override
        public float at(float x) {
            return LoopTips.of(x);
        }

        @Override
        float slope(float x) {
            return Hysteresis.smallest(x);
        }
    };

    private final float ownBias;
    private final double ownEmphasisDb;
    private final boolean sharp;

    Curve(float ownBias, double ownEmphasisDb, boolean sharp) {
        this.ownBias = ownBias;
        this.ownEmphasisDb = ownEmphasisDb;
        this.sharp = sharp;
    }

    /// Whether its harmonics reach so high that it needs twice the oversampling of the others.
    @RealTime
    public boolean isSharp() {
        return sharp;
    }

    /// The output for one input, without bias.
    @RealTime
    public abstract float at(float x);

    /// How much of a small signal around one input comes out.
    @RealTime
    float slope(float x) {
        return (at(x + 0.01f) - at(x - 0.01f)) / 0.02f;
    }

    /// Puts each x through the curve at its bias and takes the offset away.
    @RealTime
    abstract void bend(float[] x, float[] bias, float[] offset, int frames);

    /// Its own asymmetry, as part of the ceiling.
    @RealTime
    float ownBias() {
        return ownBias;
    }

    /// Its own emphasis of treble (positive) or bass (negative), in dB at the ends of the spectrum.
    @RealTime
    double ownEmphasisDb() {
        return ownEmphasisDb;
    }

    @RealTime
    private static float algebraic(float x) {
        return x / (float) Math.sqrt(1f + x * x);
    }

    @RealTime
    private static float quartic(float x) {
        // Beyond 1000 the curve is flat, and the fourth power must stay finite.
        float y = Math.max(-1000f, Math.min(1000f, x));
        float square = y * y;
        return y / (float) Math.sqrt((float) Math.sqrt(1f + square * square));
    }

    /// The slope falls from 1 at 1 - knee to 0 at 1 + knee along a polynomial of fifth order, so that the curve has
    /// three continuous derivatives.
    @RealTime
    private static float clip(float x, float knee) {
        float y = Math.max(-1f - knee, Math.min(1f + knee, x));
        float straight = 1f - knee;
        float beyond = (y - Math.max(-straight, Math.min(straight, y))) * (0.5f / knee);
        float t = Math.abs(beyond);
        return y - 2f * knee * (beyond * t * (t * t) * (t * t - 3f * t + 2.5f));
    }

    /// The hyperbolic tangent as a rational function: the seventh convergent of its continued fraction at x/2, then
    /// the double argument. Off by less than 2e-6.
    @RealTime
    static float tanh(float x) {
        float u = 0.5f * Math.max(-9.8f, Math.min(9.8f, x));
        float v = u * u;
        float p = u * (135135f + v * (17325f + v * (378f + v)));
        float q = 135135f + v * (62370f + v * (3150f + v * 28f));
        return 2f * p * q / (q * q + p * p);
    }
}
