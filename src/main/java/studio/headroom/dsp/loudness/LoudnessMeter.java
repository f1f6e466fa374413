package studio.headroom.dsp.loudness;

import java.util.Arrays;
import java.util.Collection;
import studio.headroom.audio.AudioFormat;
import studio.headroom.concurrent.RealTime;

/// Momentary, short-term and integrated loudness and loudness range of a stream: ITU-R BS.1770-5, EBU Tech 3341 and
/// 3342.
///
/// The windows of 400 ms and 3 s move in steps of 10 ms; gating blocks are taken every 100 ms, each to the nearest
/// sample. Before the first frame there was silence. A step of 10 ms in which a channel holds a NaN or an infinity
/// counts as silent in that channel.
///
/// One thread processes and resets; one other may read the values meanwhile, and one, that or another, calls
/// [#makeRoom()] at least every ten minutes. All block powers are kept for gating, 576 kB an hour. Results do not
/// depend on how the stream is cut.
public final class LoudnessMeter {
    /// The prototypes of the weighting do not fit below this.
    public static final int MIN_SAMPLE_RATE = 8000;

    private static final int STEPS_PER_SECOND = 100;
    private static final int STEPS_PER_BLOCK = 10;
    private static final int MOMENTARY_BLOCKS = 4;
    private static final int SHORT_TERM_BLOCKS = 30;
    private static final int SHORT_TERM_STEPS = SHORT_TERM_BLOCKS * STEPS_PER_BLOCK;
    /// A file meter lets the last sounds pass the middle of the short-term window: 1.5 s (EBU Tech 3342).
    private static final int CLOSING_BLOCKS = SHORT_TERM_BLOCKS / 2;
    private static final double TINY = 1e-15;
    private static final int STATES = 4;

    private final int sampleRate;
    private final double[] weights;
    /// The weighting filter, see [KWeighting].
    private final double b0;

    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private final double c1;
    private final double c2;
    private final double[] state;
    private final double[] energy;

    /// Weighted energies of the last ten steps, and of the 100 ms before the end of each of the last 300 steps.
    private final double[] steps = new double[STEPS_PER_BLOCK];
    private final double[] tenths = new double[SHORT_TERM_STEPS];
    private long frame;
    private long step;
    private long stepEnd;
    /// Whole blocks of 100 ms since the integration began or went on.
    private int blocksSinceStart;

    private final BlockPowers momentaryBlocks = new BlockPowers();
    private final BlockPowers shortTermBlocks = new BlockPowers();
    private volatile boolean integrating = true;
    private volatile double momentary;
    private volatile double shortTerm;
    private volatile double maxMomentary;
    private volatile double maxShortTerm;

    /// A meter with the standard weights of the format's channels.
    public LoudnessMeter(AudioFormat format) {
        this(format.sampleRate(), ChannelWeights.standard(format.channels()));
    }

    /// @param sampleRate at least [#MIN_SAMPLE_RATE]
    /// @param weights one for each channel, 0 or more
    public LoudnessMeter(int sampleRate, double... weights) {
        if (sampleRate < MIN_SAMPLE_RATE) {
            throw new IllegalArgumentException("loudness is not defined at a sample rate of " + sampleRate + " Hz");
        }
        this.sampleRate = sampleRate;
        this.weights = weights.clone();
        KWeighting filter = KWeighting.at(sampleRate);
        b0 = filter.b0();
        b1 = filter.b1();
        b2 = filter.b2();
        a1 = filter.a1();
        a2 = filter.a2();
        c1 = filter.c1();
        c2 = filter.c2();
        state = new double[STATES * weights.length];
        energy = new double[weights.length];
        stepEnd = boundary(1);
    }

    /// Forgets everything, as if the stream began now.
    @RealTime
    public void reset() {
        Arrays.fill(state, 0);
        Arrays.fill(energy, 0);
        Arrays.fill(steps, 0);
        Arrays.fill(tenths, 0);
        frame = 0;
        step = 0;
        stepEnd = boundary(1);
        momentary = 0;
        shortTerm = 0;
        restartIntegration();
    }

    /// Begins integrated loudness, range and maxima anew; the windows go on.
    @RealTime
    public void restartIntegration() {
        blocksSinceStart = 0;
        momentaryBlocks.clear();
        shortTermBlocks.clear();
        maxMomentary = 0;
        maxShortTerm = 0;
    }

    /// Pauses or continues integrated loudness, range and maxima; the windows go on. Any thread.
    @RealTime
    public void setIntegrating(boolean on) {
        integrating = on;
    }

    /// Makes room for the blocks of the next ten minutes. Always the same thread, where there is no other the one that
    /// processes.
    public void makeRoom() {
        momentaryBlocks.makeRoom();
        shortTermBlocks.makeRoom();
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int now = (int) Math.min(end - at, stepEnd - frame);
            int channel = 0;
            for (; channel + 1 < weights.length; channel += 2) {
                weigh(in[channel], in[channel + 1], at, now, channel);
            }
            if (channel < weights.length) {
                weigh(in[channel], at, now, channel);
            }
            at += now;
            frame += now;
            if (frame == stepEnd) {
                endStep();
            }
        }
    }

    /// Filters two channels side by side, which hides the latency of the recursion, and adds up their energies.
    @RealTime
    private void weigh(float[] left, float[] right, int from, int count, int channel) {
        int base = STATES * channel;
        double p1 = state[base], p2 = state[base + 1], q1 = state[base + 2], q2 = state[base + 3];
        double r1 = state[base + 4], r2 = state[base + 5], s1 = state[base + 6], s2 = state[base + 7];
        double sumLeft = energy[channel];
        double sumRight = energy[channel + 1];
        for (int i = from; i < from + count; i++) {
            double x = left[i];
            double v = b0 * x + p1;
            p1 = (b1 * x + p2) - a1 * v;
            p2 = b2 * x - a2 * v;
            double w = v + q1;
            q1 = (q2 - 2 * v) - c1 * w;
            q2 = v - c2 * w;
            sumLeft += w * w;
            double y = right[i];
            double u = b0 * y + r1;
            r1 = (b1 * y + r2) - a1 * u;
            r2 = b2 * y - a2 * u;
            double z = u + s1;
            s1 = (s2 - 2 * u) - c1 * z;
            s2 = u - c2 * z;
            sumRight += z * z;
        }
        state[base] = p1;
        state[base + 1] = p2;
        state[base + 2] = q1;
        state[base + 3] = q2;
        state[base + 4] = r1;
        state[base + 5] = r2;
        state[base + 6] = s1;
        state[base + 7] = s2;
        energy[channel] = sumLeft;
        energy[channel + 1] = sumRight;
    }

    @RealTime
    private void weigh(float[] in, int from, int count, int channel) {
        int base = STATES * channel;
        double p1 = state[base], p2 = state[base + 1], q1 = state[base + 2], q2 = state[base + 3];
        double sum = energy[channel];
        for (int i = from; i < from + count; i++) {
            double x = in[i];
            double v = b0 * x + p1;
            p1 = (b1 * x + p2) - a1 * v;
            p2 = b2 * x - a2 * v;
            double w = v + q1;
            q1 = (q2 - 2 * v) - c1 * w;
            q2 = v - c2 * w;
            sum += w * w;
        }
        state[base] = p1;
        state[base + 1] = p2;
        state[base + 2] = q1;
        state[base + 3] = q2;
        energy[channel] = sum;
    }

    @RealTime
    private void endStep() {
        steps[(int) (step % STEPS_PER_BLOCK)] = takeEnergy();
        double tenth = 0;
        for (int i = 0; i < STEPS_PER_BLOCK; i++) {
            tenth += steps[i];
        }
        tenths[(int) (step % SHORT_TERM_STEPS)] = tenth;
        step++;
        stepEnd = boundary(step + 1);
        double momentaryPower = power(MOMENTARY_BLOCKS);
        double shortTermPower = power(SHORT_TERM_BLOCKS);
        momentary = momentaryPower;
        shortTerm = shortTermPower;
        if (!integrating) {
            blocksSinceStart = 0;
            return;
        }
        maxMomentary = Math.max(maxMomentary, momentaryPower);
        maxShortTerm = Math.max(maxShortTerm, shortTermPower);
        if (step % STEPS_PER_BLOCK == 0) {
            blocksSinceStart = Math.min(blocksSinceStart + 1, SHORT_TERM_BLOCKS);
            if (blocksSinceStart >= MOMENTARY_BLOCKS) {
                momentaryBlocks.add(momentaryPower);
            }
            if (blocksSinceStart == SHORT_TERM_BLOCKS) {
                shortTermBlocks.add(shortTermPower);
            }
        }
    }

    /// The weighted energy of the step that ends, over all channels; keeps the filters finite and free of denormals.
    @RealTime
    private double takeEnergy() {
        double sum = 0;
        for (int channel = 0; channel < weights.length; channel++) {
            double e = energy[channel];
            boolean finite = e < Double.POSITIVE_INFINITY;
            if (finite) {
                sum += weights[channel] * e;
            }
            energy[channel] = 0;
            for (int i = STATES * channel; i < STATES * (channel + 1); i++) {
                if (!finite || Math.abs(state[i]) < TINY) {
                    state[i] = 0;
                }
            }
        }
        return sum;
    }

    /// The mean power of the last `blocks` tenths of a second.
    @RealTime
    private double power(int blocks) {
        double sum = 0;
        int at = (int) ((step - 1) % SHORT_TERM_STEPS);
        for (int i = 0; i < blocks; i++) {
            sum += tenths[at];
            at -= STEPS_PER_BLOCK;
            if (at < 0) {
                at += SHORT_TERM_STEPS;
            }
        }
        return sum / (boundary(step) - boundary(step - (long) blocks * STEPS_PER_BLOCK));
    }

    /// The frame nearest to the end of `steps` steps.
    @RealTime
    private long boundary(long steps) {
        return Math.floorDiv(steps * sampleRate + STEPS_PER_SECOND / 2, (long) STEPS_PER_SECOND);
    }

    /// Loudness of the last 400 ms in LUFS; -∞ for silence.
    @RealTime
    public double momentaryLufs() {
        return Gating.toLufs(momentary);
    }

    /// Loudness of the last 3 s in LUFS; -∞ for silence.
    @RealTime
    public double shortTermLufs() {
        return Gating.toLufs(shortTerm);
    }

    /// The weighted mean square of the last 400 ms, summed over the channels: what [#momentaryLufs()] is the logarithm
    /// of; 0 for silence.
    @RealTime
    public double momentaryPower() {
        return momentary;
    }

    /// The largest momentary loudness since the integration began, looked for every 10 ms.
    @RealTime
    public double maxMomentaryLufs() {
        return Gating.toLufs(maxMomentary);
    }

    /// The largest short-term loudness since the integration began, looked for every 10 ms.
    @RealTime
    public double maxShortTermLufs() {
        return Gating.toLufs(maxShortTerm);
    }

    /// Gated loudness in LUFS since the integration began; -∞ where no block of 400 ms passes the gates.
    public double integratedLufs() {
        return Gating.integratedLufs(momentaryBlocks.toArray());
    }

    /// How long the integration has gone on, in seconds, without its pauses.
    public double integratedSeconds() {
        return (double) momentaryBlocks.size() * STEPS_PER_BLOCK / STEPS_PER_SECOND;
    }

    /// Loudness range in LU since the integration began, of what the windows have seen so far; 0 before the first 3
    /// s.
    public double loudnessRangeLu() {
        return Gating.range(shortTermBlocks).lu();
    }

    /// How often it was how loud since the integration began, which the loudness range is taken of.
    public LoudnessDistribution distribution() {
        return LoudnessDistribution.of(shortTermBlocks);
    }

    /// Ends the program: lets 1.5 s of silence follow for the loudness range, as EBU Tech 3342 asks of meters of
    /// files. Integrated loudness and maxima stay. Nothing may be processed after this until [#reset()].
    public void finish() {
        makeRoom();
        for (int block = 0; block < CLOSING_BLOCKS && blocksSinceStart == SHORT_TERM_BLOCKS; block++) {
            for (int i = 0; i < STEPS_PER_BLOCK; i++) {
                steps[(int) (step % STEPS_PER_BLOCK)] = 0;
                tenths[(int) (step % SHORT_TERM_STEPS)] = Arrays.stream(steps).sum();
                step++;
            }
            shortTermBlocks.add(power(SHORT_TERM_BLOCKS));
        }
    }

    /// The integrated loudness of several programs as one, such as the songs of an album: gated over the union of
    /// their blocks.
    public static double integratedLufs(Collection<LoudnessMeter> programs) {
        return Gating.integratedLufs(
                programs.stream().map(meter -> meter.momentaryBlocks.toArray()).toArray(double[][]::new));
    }
}
