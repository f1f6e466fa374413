package studio.headroom.mastering.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;

/// Beginning and end: too much silence, too little of it, and sound that was cut. Levels are half of what lies between
/// the highest and the lowest sample of 5 ms, so that a DC offset is no sound.
final class EdgeDetector implements Detector {
    private static final double STEP_SECONDS = 0.005;

    private final int channels;
    private final int rate;
    private final int stepFrames;
    private final BalanceDetector means;
    private final float[] first;
    private final float[] low;
    private final float[] high;
    private final double headSilence = Decibels.toGain(Limits.HEAD_SILENCE);
    private final double tailSilence = Decibels.toGain(Limits.TAIL_SILENCE);
    private int inStep;
    private long done;
    private double firstStep = -1;
    private double beforeLast;
    private double last;
    private long headEnd = -1;
    private long soundEnd;
    private long tailStart;

    /// @param means finished before this one is
    EdgeDetector(AudioFormat format, BalanceDetector means) {
        channels = format.channels();
        rate = format.sampleRate();
        stepFrames = Math.max(2, (int) (rate * STEP_SECONDS));
        this.means = means;
        first = new float[channels];
        low = new float[channels];
        high = new float[channels];
        beginStep();
    }

    private void beginStep() {
        Arrays.fill(low, Float.MAX_VALUE);
        Arrays.fill(high, -Float.MAX_VALUE);
        inStep = 0;
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        if (at == 0) {
            for (int c = 0; c < channels; c++) {
                first[c] = chunk[c][0];
            }
        }
        int from = 0;
        while (from < count) {
            int now = Math.min(count - from, stepFrames - inStep);
            for (int c = 0; c < channels; c++) {
                extremes(chunk[c], from, now, c);
            }
            from += now;
            inStep += now;
            done += now;
            if (inStep == stepFrames) {
                endStep();
            }
        }
    }

    private void extremes(float[] in, int from, int count, int c) {
        float lowest = low[c];
        float highest = high[c];
        for (int i = from; i < from + count; i++) {
            lowest = Math.min(lowest, in[i]);
            highest = Math.max(highest, in[i]);
        }
        low[c] = lowest;
        high[c] = highest;
    }

    private void endStep() {
        double level = 0;
        for (int c = 0; c < channels; c++) {
            level = Math.max(level, 0.5 * ((double) high[c] - low[c]));
        }
        if (firstStep < 0) {
            firstStep = level;
        }
        beforeLast = last;
        last = level;
        if (level > headSilence) {
            if (headEnd < 0) {
                headEnd = done - inStep;
            }
            soundEnd = done;
        }
        if (level > tailSilence) {
            tailStart = done;
        }
        beginStep();
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        if (inStep > 0) {
            endStep();
        }
        if (headEnd < 0) {
            return;
        }
        head(findings);
        tail(frames, findings);
    }

    private void head(List<Finding> findings) {
        double cut = 0;
        for (int c = 0; c < channels; c++) {
            // What begins at an offset is told as that; what is faded in from zero clicks as little.
            cut = Math.max(cut, Math.min(Math.abs(first[c]), Math.abs(first[c] - means.mean(c))));
        }
        double cutDb = Decibels.fromGain(cut);
        double seconds = (double) headEnd / rate;
        if (cutDb > Limits.CUT_START) {
            findings.add(Finding.at(
                            FindingKind.CUT_START,
                            Severity.WARNING,
                            new Place(0, stepFrames, cutDb),
                            Limits.CUT_START,
                            String.format(
                                    Locale.ROOT,
                                    "The file begins in the middle of a sound: its first sample is at %.1f dBFS, which"
                                            + " clicks.",
                                    cutDb))
                    .fixedBy(Fix.Action.FADE_IN, 0.005));
        } else if (Decibels.fromGain(firstStep) > Limits.CUT_START) {
            findings.add(Finding.at(
                            FindingKind.SHORT_HEAD,
                            Severity.INFO,
                            new Place(0, stepFrames, 0),
                            Limits.SHORT_HEAD * 1000,
                            "The sound begins with the file: players that wake up or fade in swallow the first"
                                    + " attack.")
                    .fixedBy(Fix.Action.PAD_HEAD, 0.02));
        } else if (seconds > Limits.LONG_HEAD) {
            findings.add(Finding.at(
                            FindingKind.LONG_HEAD,
                            Severity.WARNING,
                            new Place(0, headEnd, seconds),
                            Limits.LONG_HEAD,
                            String.format(
                                    Locale.ROOT,
                                    "%.1f seconds pass before anything is heard: listeners skip, and playlists have a"
                                            + " hole.",
                                    seconds))
                    .fixedBy(Fix.Action.TRIM_HEAD, Math.max(0, seconds - 0.1)));
        }
    }

    private void tail(long frames, List<Finding> findings) {
        double cutDb = Decibels.fromGain(Math.max(beforeLast, last));
        double seconds = (double) (frames - tailStart) / rate;
        double room = (double) (frames - soundEnd) / rate;
        if (cutDb > Limits.CUT_TAIL) {
            findings.add(Finding.at(
                            FindingKind.CUT_TAIL,
                            Severity.WARNING,
                            new Place(Math.max(0, frames - 2L * stepFrames), frames, cutDb),
                            Limits.CUT_TAIL,
                            String.format(
                                    Locale.ROOT,
                                    "The file ends while it still sounds, at %.1f dBFS: the last note or its reverb is"
                                            + " cut off.",
                                    cutDb))
                    .fixedBy(Fix.Action.FADE_OUT, 0.5));
        } else if (seconds > Limits.LONG_TAIL) {
            findings.add(Finding.at(
                            FindingKind.LONG_TAIL,
                            Severity.WARNING,
                            new Place(tailStart, frames, seconds),
                            Limits.LONG_TAIL,
                            String.format(
                                    Locale.ROOT,
                                    "%.1f seconds of silence follow the last sound: the next song comes late.",
                                    seconds))
                    .fixedBy(Fix.Action.TRIM_TAIL, Math.max(0, seconds - 1)));
        } else if (room < Limits.SHORT_TAIL) {
            findings.add(Finding.at(
                            FindingKind.SHORT_TAIL,
                            Severity.INFO,
                            new Place(soundEnd, frames, room * 1000),
                            Limits.SHORT_TAIL * 1000,
                            (room < 0.0005
                                            ? "The file ends with its last sound"
                                            : String.format(
                                                    Locale.ROOT, "Only %.0f ms follow the last sound", room * 1000))
                                    + ": players that stop early take a part of it.")
                    .fixedBy(Fix.Action.PAD_TAIL, Limits.SHORT_TAIL));
        }
    }
}
