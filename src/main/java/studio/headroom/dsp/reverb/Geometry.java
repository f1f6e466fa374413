package studio.headroom.dsp.reverb;

import studio.headroom.concurrent.RealTime;

/// One space in frames: every delay of the reverb, and the gains that follow from the delays and the decay
/// time, so that each path through it has lost what it should have lost by the time it took (J.-M. Jot and A.
/// Chaigne, "Digital delay networks for designing artificial reverberators", AES 90, 1991).
@RealTime
final class Geometry {
    static final int LINES = 16;
    static final int CHANNELS = 8;
    static final int STAGES = 3;

    /// Shortest line, so that a run of frames and an interpolator's window fit in it while it is modulated.
    private static final int SHORTEST = 160;

    /// Scales a Hadamard transform of eight signals to an orthogonal one.
    static final double MIX = Math.sqrt(1.0 / CHANNELS);

    /// The network's mixture of 16 is to be scaled by a quarter; half of its lines take in the energy of all.
    static final double ENTRY = Math.sqrt(2) / 4;

    private static final double MAX_PREDELAY_MS = 250;
    private static final double MAX_SIZE = 2;

    private final double sampleRate;
    private RoomShape shape = RoomShape.HALL;
    private double size = 1;
    private double predelayMs;

    /// Frames from the input to the first stage of the diffuser; its delays contain it.
    int onset;
    /// Frames from the input, and gains, of reflections by `2 * from + to`.
    final int[][] early = new int[4][0];

    final float[][] earlyGain = new float[4][0];
    final int[][] diffuser = new int[STAGES][CHANNELS];
    final float[][] diffuserGain = new float[STAGES][CHANNELS];
    final int[] line = new int[LINES];
    /// Where on the lines they are heard, the even ones on the left and the odd ones on the right.
    final int[] tap = new int[LINES];

    final float[] tapGain = new float[LINES];

    /// The gains at the start of the present sub-block, where they move.
    final float[][] earlyBefore = new float[4][0];

    final float[][] diffuserBefore = new float[STAGES][CHANNELS];
    final float[] tapBefore = new float[LINES];
    boolean moving;
    private boolean laid;

    Geometry(double sampleRate) {
        this.sampleRate = sampleRate;
        for (int path = 0; path < 4; path++) {
            early[path] = new int[ReflectionPattern.taps(path)];
            earlyGain[path] = new float[ReflectionPattern.taps(path)];
            earlyBefore[path] = new float[ReflectionPattern.taps(path)];
        }
    }

    static int longestInput(double sampleRate) {
        double reflections = 0;
        for (int i = 0; i < 4; i++) {
            RoomShape shape = RoomShape.of(i);
            double onset = shape.onsetMs() + shape.diffusionMs()[0];
            reflections = Math.max(reflections, Math.max(shape.reflections().lastMs(), onset));
        }
        return (int) Math.ceil((MAX_PREDELAY_MS + MAX_SIZE * reflections) * 0.001 * sampleRate) + 1;
    }

    static int longestDiffuser(double sampleRate, int stage) {
        double longest = 0;
        for (int i = 0; i < 4; i++) {
            longest = Math.max(longest, RoomShape.of(i).diffusionMs()[stage]);
        }
        return (int) Math.ceil(MAX_SIZE * longest * 0.001 * sampleRate) + 1;
    }

    static int longestLine(double sampleRate) {
        double longest = 0;
        for (int i = 0; i < 4; i++) {
            longest = Math.max(longest, RoomShape.of(i).longestMs());
        }
        // Room for the search of a prime above.
        return (int) Math.ceil(MAX_SIZE * longest * 0.001 * sampleRate) + 2 * SHORTEST;
    }

    boolean is(RoomShape otherShape, double otherSize, double otherPredelayMs) {
        return shape == otherShape && size == otherSize && predelayMs == otherPredelayMs;
    }

    /// Lays the space out; gains follow with [#attenuate].
    ///
    /// @param newSize 1 for the shape's own size, up to 2
    /// @param newPredelayMs up to 250
    void lay(RoomShape newShape, double newSize, double newPredelayMs) {
        laid = true;
        shape = newShape;
        size = Math.min(newSize, MAX_SIZE);
        predelayMs = Math.min(newPredelayMs, MAX_PREDELAY_MS);
        double perMs = 0.001 * sampleRate;
        int predelay = (int) Math.rint(predelayMs * perMs);
        onset = predelay + (int) Math.rint(shape.onsetMs() * size * perMs);
        for (int path = 0; path < 4; path++) {
            for (int k = 0; k < early[path].length; k++) {
                early[path][k] = predelay + (int) Math.rint(shape.reflections().delayMs()[path][k] * size * perMs);
            }
        }
        for (int stage = 0; stage < STAGES; stage++) {
            double spread = shape.diffusionMs()[stage] * size * perMs;
            for (int c = 0; c < CHANNELS; c++) {
                // One delay in each eighth of the spread, in an order that differs from stage to stage.
                int eighth = (c * (2 * stage + 3) + stage) % CHANNELS;
                int delay = (int) ((eighth + Scatter.unit(stage, c)) / CHANNELS * spread);
                diffuser[stage][c] = stage == 0 ? onset + delay : delay;
            }
        }
        double ratio = shape.longestMs() / shape.shortestMs();
        for (int i = 0; i < LINES; i++) {
            double place = (i + 0.7 * (Scatter.unit(40, i) - 0.5)) / (LINES - 1);
            double length = shape.shortestMs() * Math.pow(ratio, Math.clamp(place, 0, 1)) * size * perMs;
            line[i] = Scatter.prime(Math.max(SHORTEST + 7 * i, length));
            // The taps spread evenly over the lines' extents, in an order of their own.
            double share = shape.tapSpread() * ((i * 5) % LINES + Scatter.unit(50, i)) / LINES;
            tap[i] = (int) (share * line[i]);
        }
    }

    /// Begins a sub-block: the gains are what they have become, until [#attenuate] moves them.
    void settle() {
        if (!moving) {
            return;
        }
        for (int path = 0; path < 4; path++) {
            System.arraycopy(earlyGain[path], 0, earlyBefore[path], 0, earlyGain[path].length);
        }
        for (int stage = 0; stage < STAGES; stage++) {
            System.arraycopy(diffuserGain[stage], 0, diffuserBefore[stage], 0, CHANNELS);
        }
        System.arraycopy(tapGain, 0, tapBefore, 0, LINES);
        moving = false;
    }

    /// Recomputes the gains, which go there over the present sub-block.
    ///
    /// @param decaySeconds time in which the middle frequencies fall by 60 dB
    /// @return the gain that gives the late reverberation the energy of its input
    double attenuate(double decaySeconds) {
        moving = true;
        double perFrame = -3 * Math.log(10) / (decaySeconds * sampleRate);
        ReflectionPattern pattern = shape.reflections();
        for (int path = 0; path < 4; path++) {
            for (int k = 0; k < early[path].length; k++) {
                double loss = Math.exp(perFrame * pattern.delayMs()[path][k] * size * 0.001 * sampleRate);
                earlyGain[path][k] = (float) (pattern.gain()[path][k] * loss);
            }
        }
        double energy = 1;
        for (int stage = 0; stage < STAGES; stage++) {
            double passed = 0;
            for (int c = 0; c < CHANNELS; c++) {
                int delay = diffuser[stage][c] - (stage == 0 ? onset : 0);
                double gain = Math.exp(perFrame * delay);
                passed += gain * gain / CHANNELS;
                double scale = stage == 0 ? ENTRY * MIX : stage == STAGES - 1 ? 1 : MIX;
                diffuserGain[stage][c] = (float) (scale * gain);
            }
            energy *= passed;
        }
        double kept = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < LINES; i++) {
            kept += Math.exp(2 * perFrame * line[i]) / LINES;
            double power = Math.exp(2 * perFrame * tap[i]);
            left += (i & 1) == 0 ? power : 0;
            right += (i & 1) == 0 ? 0 : power;
        }
        for (int i = 0; i < LINES; i++) {
            double side = (i & 1) == 0 ? left : right;
            tapGain[i] = (float) (Math.exp(perFrame * tap[i]) / Math.sqrt(side)) * Scatter.sign(60, i);
        }
        if (laid) {
            laid = false;
            settle();
        }
        return Math.sqrt((1 - kept) / energy);
    }

    /// The longest way through everything but the feedback, in frames.
    int longestPath() {
        int longest = 0;
        for (int path = 0; path < 4; path++) {
            for (int delay : early[path]) {
                longest = Math.max(longest, delay);
            }
        }
        int diffusion = 0;
        for (int stage = 0; stage < STAGES; stage++) {
            int most = 0;
            for (int delay : diffuser[stage]) {
                most = Math.max(most, delay);
            }
            diffusion += stage == 0 ? most - onset : most;
        }
        int slowest = 0;
        for (int length : line) {
            slowest = Math.max(slowest, length);
        }
        return Math.max(longest, onset + diffusion + slowest);
    }
}
