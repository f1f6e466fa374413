package studio.headroom.dsp.limiter;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Turns the gain that each frame asks for into a smooth gain that never lies above it.
///
/// Requests → minimum over a sliding window → release, which only delays the way up → cascaded box filters whose
/// joint response is not longer than the window. All weights of the boxes are positive and sum to 1, and every
/// value under them has seen the request, so their mean is not above it (Hämäläinen, Smoothing of the Control
/// Signal Without Clipped Output in Digital Peak Limiters, DAFx 2002). The window reaches one frame further on each
/// side, because what peaks between two samples is made by several.
///
/// Gains are kept as whole multiples of 2^-30, rounded down, so that the boxes' running sums are exact for ever and
/// rest gives exactly 1.
///
/// The release holds first, which keeps a bass from being followed within its period; then it goes quickly to a
/// slow average of what was asked for, and with that average back to 1: a lone peak is forgotten soon, dense music
/// is not pumped.
@RealTime
public final class LimiterGain {
    /// The longest run, in frames.
    public static final int BLOCK = Timeline.SUB_BLOCK;

    private static final double ONE = 1L << 30;
    /// The ways up aim this much too high, so that they arrive.
    private static final double BEYOND = 1.01;
    /// A request this little above the gain keeps the hold going.
    private static final double TOUCH = 1.01;

    private final int lookahead;
    private final int window;
    private final int mask;

    /// The monotone queue of the sliding minimum: rising values and the frames they came in.
    private final double[] queueValue;

    private final int[] queueFrame;
    private int queueHead;
    private int queueTail;

    /// Histories, the oldest first, each with room for a run behind it.
    private final double[] pad;

    private final int padding;
    private final int boxes;
    private final int length;
    private final long[][] boxLine;
    private final long[] boxSum;
    private final long[] work = new long[BLOCK];
    private final double scale;

    private int frame;
    private double envelope;
    private double average;
    private int held;
    /// Frames since anything was not 1.
    private int rest;

    private int hold;
    private double fast = 1;
    private double wanted = 1;
    private int announced;
    /// The part of the way up that may be gone until frames that are looked at now have all passed.
    private double rise = 1;
    private double slowDown = 1;
    private double slowUp = 1;
    private boolean twoStages;

    /// @param lookahead frames by which the gain comes late, 1 or more
    /// @param attack frames that the gain's way down takes, at most `lookahead`
    /// @param boxes how many box filters make that way: 1 a straight line, 2 a parabola's S, 3 a smoother one
    public LimiterGain(int lookahead, int attack, int boxes) {
        this.lookahead = lookahead;
        this.boxes = boxes;
        length = Math.max(1, (Math.min(attack, lookahead) + boxes - 1) / boxes);
        int support = boxes * (length - 1) + 1;
        window = support + 2;
        int size = Integer.highestOneBit(window + 1) << 1;
        mask = size - 1;
        queueValue = new double[size];
        queueFrame = new int[size];
        padding = lookahead - support;
        pad = new double[padding + BLOCK];
        boxLine = new long[boxes][length + BLOCK];
        boxSum = new long[boxes];
        scale = 1.0 / (ONE * Math.pow(length, boxes));
        setRelease(1, 0, 1, 1, false);
        clear();
    }

    /// Sets the way up. A faster one than before is announced by this and begins as many frames later as [#sure]
    /// looks ahead.
    ///
    /// @param hold frames for which the gain stays down
    /// @param fast part of the way up that a frame goes
    /// @param slowDown part of the way down that the average goes per frame
    /// @param slowUp part of the way up that the average goes per frame
    /// @param twoStages whether the average is waited for
    public void setRelease(double fast, int hold, double slowDown, double slowUp, boolean twoStages) {
        if (fast != wanted) {
            wanted = fast;
            announced = fast > this.fast ? (window + BLOCK) / BLOCK + 2 : 0;
            this.fast = Math.min(fast, this.fast);
            rise = 1.0 - Math.pow(1.0 - wanted, window + BLOCK);
        }
        this.hold = hold;
        this.slowDown = slowDown;
        this.slowUp = slowUp;
        this.twoStages = twoStages;
    }

    /// To rest: gain 1, nothing asked for.
    public void clear() {
        queueHead = queueTail = 0;
        Arrays.fill(pad, 1.0);
        long value = (long) ONE;
        for (int b = 0; b < boxes; b++) {
            Arrays.fill(boxLine[b], value);
            value *= length;
            boxSum[b] = value;
        }
        frame = 0;
        envelope = average = 1;
        held = 0;
        rest = window + lookahead;
        // No way up is faster than this, so that the next one that is set begins at once.
        fast = wanted = rise = 1;
        announced = 0;
    }

    /// Takes over the whole state of another of the same measures.
    public void copy(LimiterGain other) {
        queueHead = other.queueHead;
        queueTail = other.queueTail;
        System.arraycopy(other.queueValue, 0, queueValue, 0, queueValue.length);
        System.arraycopy(other.queueFrame, 0, queueFrame, 0, queueFrame.length);
        System.arraycopy(other.pad, 0, pad, 0, pad.length);
        for (int b = 0; b < boxes; b++) {
            System.arraycopy(other.boxLine[b], 0, boxLine[b], 0, boxLine[b].length);
        }
        System.arraycopy(other.boxSum, 0, boxSum, 0, boxes);
        frame = other.frame;
        envelope = other.envelope;
        average = other.average;
        held = other.held;
        rest = other.rest;
        fast = other.fast;
        wanted = other.wanted;
        announced = other.announced;
        rise = other.rise;
    }

    /// Whether the gain is 1 and stays so for as long as nothing is asked for.
    public boolean atRest() {
        return rest >= window + lookahead;
    }

    /// To be called at the beginning of each sub-block of [#BLOCK] frames, whether they are processed or not.
    public void beginSubBlock() {
        if (announced > 0 && --announced == 0) {
            fast = wanted;
        }
    }

    /// A gain under which the frames of this sub-block stay whatever they ask for, because the gain is low already
    /// and rises only so fast. Requests above it need not be known exactly.
    public double sure() {
        double highest = envelope;
        if (held < window + BLOCK) {
            highest += (BEYOND - envelope) * rise;
        }
        return Math.min(1.0, highest * TOUCH);
    }

    /// @param requests the greatest gain each frame may have, 0 to 1
    /// @param gains set to the gains of the frames that came `lookahead` frames before
    /// @param frames at most [#BLOCK]
    public void process(double[] requests, double[] gains, int frames) {
        long[] values = work;
        minimum(requests, gains, frames);
        release(gains, values, frames);
        for (int b = 0; b < boxes; b++) {
            long[] line = boxLine[b];
            System.arraycopy(values, 0, line, length, frames);
            long sum = boxSum[b];
            for (int i = 0; i < frames; i++) {
                sum += line[length + i] - line[i];
                values[i] = sum;
            }
            boxSum[b] = sum;
            System.arraycopy(line, frames, line, 0, length);
        }
        double[] late = pad;
        for (int i = 0; i < frames; i++) {
            late[padding + i] = values[i] * scale;
        }
        System.arraycopy(late, 0, gains, 0, frames);
        System.arraycopy(late, frames, late, 0, padding);
    }

    /// The least request of the window up to each frame.
    private void minimum(double[] requests, double[] least, int count) {
        double[] values = queueValue;
        int[] frames = queueFrame;
        int last = mask;
        int head = queueHead;
        int tail = queueTail;
        int now = frame;
        for (int i = 0; i < count; i++) {
            double asked = requests[i];
            while (tail != head && values[tail - 1 & last] >= asked) {
                tail--;
            }
            values[tail & last] = asked;
            frames[tail & last] = now;
            tail++;
            if (now - frames[head & last] >= window) {
                head++;
            }
            now++;
            least[i] = values[head & last];
        }
        frame = now;
        queueHead = head;
        queueTail = tail;
    }

    private void release(double[] requests, long[] values, int count) {
        double e = envelope;
        double mean = average;
        double down = slowDown;
        double up = slowUp;
        double step = fast;
        int wait = held;
        int still = rest;
        int most = window + lookahead;
        boolean both = twoStages;
        for (int i = 0; i < count; i++) {
            double least = requests[i];
            if (both) {
                mean = least < mean ? mean + down * (least - mean) : lower(least, mean + up * (BEYOND * least - mean));
            }
            if (least <= e * TOUCH && least < 1.0) {
                e = lower(e, least);
                // A shorter hold that was set meanwhile does not cut a longer one: what was sure stays sure.
                wait = Math.max(wait, hold);
            } else if (wait > 0) {
                wait--;
            } else {
                double goal = both ? lower(least, mean) : least;
                double next = lower(goal, e + step * (BEYOND * goal - e));
                e = next > e ? next : e;
            }
            still = e >= 1.0 && least >= 1.0 ? Math.min(still + 1, most) : 0;
            values[i] = (long) (e * ONE);
        }
        envelope = e;
        average = mean;
        held = wait;
        rest = still;
    }

    /// The minimum of what is never NaN nor -0, which is less to wait for.
    private static double lower(double a, double b) {
        return a < b ? a : b;
    }
}
