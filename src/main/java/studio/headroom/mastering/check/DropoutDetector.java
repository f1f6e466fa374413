package studio.headroom.mastering.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;

/// Zeros where sound should be: short ones with sound at both borders, which is how buffers that came too late look,
/// and long ones of all channels.
final class DropoutDetector implements Detector {
    private static final double BORDER_SECONDS = 0.005;

    private final int channels;
    private final int rate;
    private final long shortest;
    private final long longest;
    private final long gap;
    private final int border;
    private final float forget;
    private final long[] zeros;
    private final float[] before;
    /// Where a run of zeros that had sound before it began and ended; -1: none waits for the sound after it.
    private final long[] waitingFrom;
    private final long[] waitingTo;
    private final Places dropouts;
    private final Places gaps;
    private long black;
    private boolean sounded;

    DropoutDetector(AudioFormat format) {
        channels = format.channels();
        rate = format.sampleRate();
        shortest = Math.max(8, Math.round(Limits.DROPOUT_SHORTEST * rate));
        longest = Math.round(Limits.DROPOUT_LONGEST * rate);
        gap = Math.round(Limits.GAP * rate);
        border = Math.max(8, (int) (BORDER_SECONDS * rate));
        forget = (float) Math.pow(0.1, 1.0 / border);
        zeros = new long[channels];
        before = new float[channels];
        waitingFrom = new long[channels];
        waitingTo = new long[channels];
        Arrays.fill(waitingFrom, -1);
        dropouts = new Places(Math.round(Limits.ONE_PLACE * rate));
        gaps = new Places(0);
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        for (int c = 0; c < channels; c++) {
            channel(chunk[c], count, at, c);
        }
        allBlack(chunk, count, at);
    }

    private void channel(float[] in, int count, long at, int c) {
        long run = zeros[c];
        float level = before[c];
        float keep = forget;
        for (int i = 0; i < count; i++) {
            float x = in[i];
            if (x == 0) {
                run++;
                continue;
            }
            if (run >= shortest && run <= longest && level >= Limits.DROPOUT_LEVEL) {
                waitingFrom[c] = at + i - run;
                waitingTo[c] = at + i;
            }
            if (run >= shortest) {
                level = 0;
            }
            run = 0;
            level = Math.max(Math.abs(x), level * keep);
            if (waitingFrom[c] >= 0) {
                wait(level, at + i, c);
            }
        }
        zeros[c] = run;
        before[c] = level;
    }

    private void wait(float level, long frame, int c) {
        if (level >= Limits.DROPOUT_LEVEL) {
            dropouts.add(waitingFrom[c], waitingTo[c], 1000.0 * (waitingTo[c] - waitingFrom[c]) / rate);
            waitingFrom[c] = -1;
        } else if (frame - waitingTo[c] > border) {
            waitingFrom[c] = -1;
        }
    }

    private void allBlack(float[][] chunk, int count, long at) {
        for (int i = 0; i < count; i++) {
            boolean zero = chunk[0][i] == 0 && chunk[channels - 1][i] == 0;
            if (zero) {
                black++;
            } else {
                if (sounded && black >= gap) {
                    gaps.add(at + i - black, at + i, (double) black / rate);
                }
                black = 0;
                sounded = true;
            }
        }
    }

    /// What explains edges in the sound.
    Places dropouts() {
        return dropouts;
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        if (!dropouts.isEmpty()) {
            findings.add(Finding.at(
                    FindingKind.DROPOUT,
                    Severity.ERROR,
                    dropouts,
                    Limits.DROPOUT_SHORTEST * 1000,
                    String.format(
                            Locale.ROOT,
                            "The sound is exactly zero for %.1f ms in the middle of a passage: a piece is missing.",
                            dropouts.worst().value())));
        }
        if (!gaps.isEmpty()) {
            findings.add(Finding.at(
                    FindingKind.GAP,
                    Severity.INFO,
                    gaps,
                    Limits.GAP,
                    String.format(
                            Locale.ROOT,
                            "All is exactly zero for %.1f seconds between sounds, without noise or reverb.",
                            gaps.worst().value())));
        }
    }
}
