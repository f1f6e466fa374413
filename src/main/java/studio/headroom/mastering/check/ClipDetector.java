package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.files.audio.codec.SampleFormat;

/// Clipping: runs of samples at full scale, and peaks below it whose tops are cut off flat.
final class ClipDetector implements Detector {
    private final int channels;
    /// Whether steps are so large that any wave has flat tops.
    private final boolean coarse;
    private final Places clipped;
    private final Places flat;
    private final int[] fullRun;
    private final int[] equalRun;
    private final float[] last;
    /// How far the sample before the equal ones lies under them, as a part of their level.
    private final double[] stepIn;
    private long clippedSamples;
    private double highest;
    private double flatLevel;
    private int flatTops;

    /// @param stored how the file holds samples; nothing where that says little
    ClipDetector(AudioFormat format, Optional<SampleFormat> stored) {
        coarse = stored.filter(samples -> samples.bits() <= Limits.COARSE_BITS).isPresent();
        channels = format.channels();
        long near = Math.round(Limits.ONE_PLACE * format.sampleRate());
        clipped = new Places(near);
        flat = new Places(near);
        fullRun = new int[channels];
        equalRun = new int[channels];
        last = new float[channels];
        stepIn = new double[channels];
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        for (int c = 0; c < channels; c++) {
            full(chunk[c], count, at, c);
            equal(chunk[c], count, at, c);
        }
    }

    private void full(float[] in, int count, long at, int c) {
        int run = fullRun[c];
        for (int i = 0; i < count; i++) {
            float level = Math.abs(in[i]);
            if (level >= PeakMeter.CLIPPED) {
                run++;
                highest = Math.max(highest, level);
            } else if (run > 0) {
                endFull(run, at + i);
                run = 0;
            }
        }
        fullRun[c] = run;
    }

    private void endFull(int run, long end) {
        if (run >= Limits.CLIPPED_RUN) {
            clippedSamples += run;
            clipped.add(end - run, end, run);
        }
    }

    private void equal(float[] in, int count, long at, int c) {
        int run = equalRun[c];
        float before = last[c];
        for (int i = 0; i < count; i++) {
            float x = in[i];
            if (x == before) {
                run++;
            } else {
                if (run >= Limits.FLAT_RUN) {
                    endEqual(run, before, x, stepIn[c], at + i);
                }
                if (Math.abs(x) >= Limits.FLAT_LEVEL) {
                    stepIn[c] = step(x, before);
                }
                run = 1;
                before = x;
            }
        }
        equalRun[c] = run;
        last[c] = before;
    }

    /// How far `other` lies nearer to zero than `top`, as a part of `top`.
    private static double step(float top, float other) {
        return (top - other) / top;
    }

    private void endEqual(int run, float top, float after, double in, long end) {
        double level = Math.abs(top);
        if (!coarse
                && level >= Limits.FLAT_LEVEL
                && level < PeakMeter.CLIPPED
                && in >= Limits.FLAT_STEP
                && step(top, after) >= Limits.FLAT_STEP) {
            flatTops++;
            flatLevel = Math.max(flatLevel, level);
            flat.add(end - run, end, run);
        }
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        for (int c = 0; c < channels; c++) {
            endFull(fullRun[c], frames);
        }
        if (!clipped.isEmpty()) {
            findings.add(Finding.at(
                    FindingKind.CLIPPED,
                    Severity.ERROR,
                    clipped,
                    Limits.CLIPPED_RUN - 1,
                    String.format(
                            Locale.ROOT,
                            "%,d samples stand at or above full scale in a row (the highest at %+.1f dBFS): the tops of"
                                    + " waves are cut off, which is heard as crackle or harshness.",
                            clippedSamples,
                            Decibels.fromGain(highest))));
        }
        if (flatTops >= Limits.FLAT_PLACES) {
            findings.add(Finding.at(
                    FindingKind.FLAT_TOPS,
                    Severity.WARNING,
                    flat,
                    Limits.FLAT_RUN - 1,
                    String.format(
                            Locale.ROOT,
                            "%,d peaks are cut off flat below full scale (at %.1f dBFS and lower): something was clipped"
                                    + " before it was turned down.",
                            flatTops,
                            Decibels.fromGain(flatLevel))));
        }
    }
}
