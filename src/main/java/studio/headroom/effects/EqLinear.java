package studio.headroom.effects;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.convolution.ConvolverResponse;
import studio.headroom.dsp.convolution.LinearPhaseDesign;
import studio.headroom.dsp.convolution.LinearPhaseLength;
import studio.headroom.dsp.convolution.PartitionedConvolver;

/// The fixed filters of an equalizer as one linear-phase response: all that passes is late alike, and nothing but
/// amplitudes changes.
///
/// While bands move, a new response is designed in each cycle of two partitions, a share of the work with each
/// sub-block but those that end a partition, which have its transforms to do; it is faded over to during the next
/// cycle. The moves wait before that until the sound of their time comes out, so that they meet it within half a cycle;
/// so does automation.
@RealTime
final class EqLinear {
    /// What the values of bands and scale are in a row.
    static final int VALUES = Eq.BANDS * EqBand.CONTROLS + 1;

    private static final int CYCLE_PARTITIONS = 2;
    /// From a move to the middle of its fade: half a cycle, on average, until the next begins, the cycle in which the
    /// response is designed, a partition for its sums and half a fade.
    private static final int MOVE_PARTITIONS = 5;

    private static final int RESPONSES = 3;

    private final int sampleRate;
    private final LinearPhaseLength length;
    private final PartitionedConvolver convolver;
    private final float[][][] outputs = new float[1][][];
    private final EqMatrix matrix;
    private final double[] squaredSine;
    private final LinearPhaseDesign direct;
    private final LinearPhaseDesign crossed;
    private final double[] real;
    private final double[] imaginary;
    /// One is heard, one fades in, one is loaded.
    private final ConvolverResponse[] responses = new ConvolverResponse[RESPONSES];

    private int latest;
    /// Whether the latest response is designed and loaded.
    private boolean complete;

    private boolean starting;
    /// What the latest response was, or is being, designed for.
    private final double[] designed = new double[VALUES];

    /// The values of the last sub-blocks.
    private final double[][] past;

    private int newest;
    private final int cycle;
    /// Sub-blocks of a partition.
    private final int turns;
    /// Into how many shares the work of a design is cut.
    private final int shares;

    private int turn;

    EqLinear(LinearPhaseLength length, int channels, int sampleRate) {
        this.sampleRate = sampleRate;
        this.length = length;
        convolver = new PartitionedConvolver(channels, 1, length.partition(), length.partitions(), CYCLE_PARTITIONS);
        for (int i = 0; i < RESPONSES; i++) {
            responses[i] = new ConvolverResponse(convolver, true);
        }
        matrix = new EqMatrix(channels);
        direct = new LinearPhaseDesign(length.half());
        crossed = channels == 2 ? new LinearPhaseDesign(length.half()) : direct;
        squaredSine = new double[direct.bins()];
        for (int bin = 0; bin < squaredSine.length; bin++) {
            double sine = Math.sin(Math.PI * direct.frequency(bin));
            squaredSine[bin] = sine * sine;
        }
        real = new double[length.partition()];
        imaginary = new double[length.partition()];
        turns = length.partition() / Timeline.SUB_BLOCK;
        cycle = CYCLE_PARTITIONS * turns;
        shares = cycle - CYCLE_PARTITIONS;
        int wait = length.latency() - MOVE_PARTITIONS * length.partition();
        past = new double[wait / Timeline.SUB_BLOCK + 1][VALUES];
    }

    int latency() {
        return length.latency();
    }

    /// Frames behind the latency until the response is over.
    int tail() {
        return length.latency();
    }

    /// Designs the response for these values at once, for [#start] to find; not for the audio thread's sake.
    void prepare(double[] values) {
        begin(values);
        for (int i = 0; i < shares; i++) {
            design(i);
        }
        complete = true;
    }

    /// Forgets all sound, and starts with these values reached. Where they are new, their response is designed during
    /// the first partition, before whose end nothing comes out.
    void start(double[] values) {
        convolver.clear();
        for (double[] row : past) {
            System.arraycopy(values, 0, row, 0, VALUES);
        }
        newest = 0;
        turn = 0;
        starting = !complete || differs(values);
        if (starting) {
            begin(values);
        } else {
            convolver.set(0, responses[latest]);
        }
    }

    /// Begins a sub-block.
    ///
    /// @param values at its end
    void advance(double[] values) {
        newest = newest + 1 == past.length ? 0 : newest + 1;
        double[] oldest = past[newest];
        if (turn == 0 && !starting && differs(oldest)) {
            begin(oldest);
        }
        System.arraycopy(values, 0, oldest, 0, VALUES);
        if (starting) {
            designFirst();
        } else if (!complete) {
            int share = shareAt(turn, turns);
            if (share >= 0) {
                design(share);
            }
            if (turn == cycle - 1) {
                complete = true;
                convolver.fade(0, responses[latest]);
            }
        }
        turn = turn + 1 == cycle ? 0 : turn + 1;
    }

    /// The share of a design that is done in a sub-block of a cycle: none, -1, in those that end a partition.
    static int shareAt(int turn, int turns) {
        return turn % turns == turns - 1 ? -1 : turn - turn / turns;
    }

    private void designFirst() {
        if (shareAt(turn, turns) < 0) {
            starting = false;
            complete = true;
            convolver.set(0, responses[latest]);
            return;
        }
        for (int i = 0; i < CYCLE_PARTITIONS; i++) {
            design(CYCLE_PARTITIONS * turn + i);
        }
    }

    void process(float[][] io, int offset, int frames) {
        outputs[0] = io;
        convolver.process(io, offset, outputs, offset, frames);
    }

    private boolean differs(double[] values) {
        for (int i = 0; i < VALUES; i++) {
            if (values[i] != designed[i]) {
                return true;
            }
        }
        return false;
    }

    private void begin(double[] values) {
        System.arraycopy(values, 0, designed, 0, VALUES);
        matrix.design(values, sampleRate);
        latest = latest + 1 == RESPONSES ? 0 : latest + 1;
        complete = false;
    }

    /// One share of a design. Where channels are crossed, a quarter of the work are amplitudes, a quarter transforms,
    /// and the rest partitions.
    private void design(int at) {
        int quarter = shares / 4;
        int partitions = shares - 2 * quarter;
        if (at < quarter) {
            sample(share(direct.bins(), at, quarter), share(direct.bins(), at + 1, quarter));
        } else if (at < 2 * quarter) {
            direct.transform(at - quarter, quarter);
            if (!matrix.isAlike()) {
                crossed.transform(at - quarter, quarter);
            }
        } else {
            int first = at - 2 * quarter;
            int loads = length.partitions() * (matrix.isAlike() ? 1 : 2);
            load(share(loads, first, partitions), share(loads, first + 1, partitions));
        }
    }

    private static int share(int all, int at, int of) {
        return (int) ((long) all * at / of);
    }

    private void sample(int from, int to) {
        boolean alike = matrix.isAlike();
        for (int bin = from; bin < to; bin++) {
            matrix.at(squaredSine[bin]);
            double ll = matrix.leftToLeft();
            if (alike) {
                direct.set(bin, ll, 0.0);
                continue;
            }
            double rr = matrix.rightToRight();
            double lr = matrix.leftToRight();
            double rl = matrix.rightToLeft();
            direct.set(bin, 0.5 * (ll + rr), 0.5 * (lr - rl));
            crossed.set(bin, 0.5 * (ll - rr), 0.5 * (lr + rl));
        }
    }

    /// Loads partitions, each of them twice where channels are crossed.
    private void load(int from, int to) {
        ConvolverResponse response = responses[latest];
        response.cross(!matrix.isAlike());
        int size = length.partition();
        for (int i = from; i < to; i++) {
            if (matrix.isAlike()) {
                direct.taps(i * size, size, real, imaginary);
                response.load(i, real, imaginary);
                continue;
            }
            int part = i / 2;
            LinearPhaseDesign design = i % 2 == 0 ? direct : crossed;
            design.taps(part * size, size, real, imaginary);
            if (i % 2 == 0) {
                response.load(part, real, imaginary);
            } else {
                response.loadCrossed(part, real, imaginary);
            }
        }
    }
}
