package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;

/// Clicks and pops: an edge that stands alone. The second difference of a step of about 0.7 ms is held against those
/// of the 5 ms before and after it; where the sound goes on louder than before, the edge is the attack of a note.
/// Steps with cut-off peaks are clipping, not clicks.
final class ClickDetector {
    private static final int STEPS_PER_SECOND = 1500;
    private static final int SHORTEST_STEP = 16;
    private static final int RING = 64;
    /// Steps on each side that an edge is held against, from the second on.
    private static final int SIDE = 8;
    /// Steps on each side, 20 ms, that tell whether a note begins.
    private static final int ONSET = 28;

    private final int channels;
    private final int rate;
    private final int stepFrames;
    private final float[][] edge;
    private final float[][] swing;
    private final boolean[][] flat;
    private final float[] newest;
    private final float[] older;
    private final float[] low;
    private final float[] high;
    private final float[] sharpest;
    private final int[] equal;
    private final Places places;
    private int inStep;
    private long steps;

    ClickDetector(AudioFormat format) {
        channels = format.channels();
        rate = format.sampleRate();
        stepFrames = Math.max(SHORTEST_STEP, rate / STEPS_PER_SECOND);
        edge = new float[channels][RING];
        swing = new float[channels][RING];
        flat = new boolean[channels][RING];
        newest = new float[channels];
        older = new float[channels];
        low = new float[channels];
        high = new float[channels];
        sharpest = new float[channels];
        equal = new int[channels];
        places = new Places(Math.round(Limits.ONE_PLACE * rate));
        beginStep();
    }

    private void beginStep() {
        for (int c = 0; c < channels; c++) {
            low[c] = Float.MAX_VALUE;
            high[c] = -Float.MAX_VALUE;
            sharpest[c] = 0;
            equal[c] = 0;
        }
        inStep = 0;
    }

    /// See [Detector#process].
    void process(float[][] chunk, int count) {
        int from = 0;
        while (from < count) {
            int now = Math.min(count - from, stepFrames - inStep);
            for (int c = 0; c < channels; c++) {
                look(chunk[c], from, now, c);
            }
            from += now;
            inStep += now;
            if (inStep == stepFrames) {
                endStep();
            }
        }
    }

    private void look(float[] in, int from, int count, int c) {
        float one = newest[c];
        float two = older[c];
        float lowest = low[c];
        float highest = high[c];
        float sharp = sharpest[c];
        int same = equal[c];
        for (int i = from; i < from + count; i++) {
            float x = in[i];
            sharp = Math.max(sharp, Math.abs(x - 2 * one + two));
            lowest = Math.min(lowest, x);
            highest = Math.max(highest, x);
            if (x == one && Math.abs(x) > Limits.FLAT_LEVEL) {
                same++;
            }
            two = one;
            one = x;
        }
        newest[c] = one;
        older[c] = two;
        low[c] = lowest;
        high[c] = highest;
        sharpest[c] = sharp;
        equal[c] = same;
    }

    private void endStep() {
        int at = (int) (steps % RING);
        for (int c = 0; c < channels; c++) {
            edge[c][at] = sharpest[c];
            swing[c][at] = 0.5f * (high[c] - low[c]);
            flat[c][at] = equal[c] >= 2;
        }
        steps++;
        beginStep();
        if (steps > 2 * ONSET) {
            judge(steps - 1 - ONSET);
        }
    }

    /// Looks at a step with as many before and after it as it takes.
    private void judge(long step) {
        for (int c = 0; c < channels; c++) {
            float level = edge[c][ring(step)];
            if (level < Limits.CLICK_LEVEL || flatNear(c, step)) {
                continue;
            }
            float around = Math.max(highest(edge[c], step - SIDE, step - 2), highest(edge[c], step + 2, step + SIDE));
            float before = highest(swing[c], step - ONSET, step - 2);
            float after = highest(swing[c], step + 2, step + ONSET);
            if (level > Limits.CLICK_RATIO * around && after <= Limits.CLICK_ONSET * before) {
                places.add(step * stepFrames, (step + 1) * stepFrames, ratio(level, around));
            }
        }
    }

    private static double ratio(float level, float around) {
        return Math.min(60, Decibels.fromGain(level / Math.max(around, 1e-9)));
    }

    private boolean flatNear(int c, long step) {
        return flat[c][ring(step - 1)] || flat[c][ring(step)] || flat[c][ring(step + 1)];
    }

    private static float highest(float[] ring, long from, long to) {
        float highest = 0;
        for (long step = from; step <= to; step++) {
            highest = Math.max(highest, ring[ring(step)]);
        }
        return highest;
    }

    private static int ring(long step) {
        return (int) (step % RING);
    }

    /// @param explained places where edges have another cause
    void finish(List<Place> explained, List<Finding> findings) {
        if (places.isEmpty()) {
            return;
        }
        Places left = places.without(explained, Math.round(0.03 * rate));
        if (left.isEmpty()) {
            return;
        }
        findings.add(Finding.at(
                FindingKind.CLICK,
                Severity.WARNING,
                left,
                Decibels.fromGain(Limits.CLICK_RATIO),
                String.format(
                        Locale.ROOT,
                        "%s: an edge that stands %.0f dB out of what is around it. Bad edits, digital glitches and"
                                + " dust sound like this.",
                        left.count() == 1 ? "A click" : left.count() + " clicks",
                        left.worst().value())));
    }
}
