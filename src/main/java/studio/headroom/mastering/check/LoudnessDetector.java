package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.ChannelWeights;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.PeakMeter;

/// What was made too loud: peaks that stand too little above the loudness (ITU-R BS.1770-5; a mono file counts as it is
/// heard, from two loudspeakers), and many peaks that all end at one level, as behind a limiter.
final class LoudnessDetector implements Detector {
    private final AudioFormat format;
    private final @Nullable LoudnessMeter loudness;
    private final PeakMeter peaks;
    private final double same = Decibels.toGain(-Limits.LIMITED_WITHIN);
    private final float[] one;
    private final float[] two;
    private float top;
    private long tops;

    LoudnessDetector(AudioFormat format) {
        this.format = format;
        int rate = format.sampleRate();
        loudness = rate < LoudnessMeter.MIN_SAMPLE_RATE
                ? null
                : new LoudnessMeter(
                        rate,
                        format.channels() == 1
                                ? ChannelWeights.dualMono()
                                : ChannelWeights.standard(format.channels()));
        peaks = new PeakMeter(format, InterpolationKernel.KAISER_16);
        one = new float[format.channels()];
        two = new float[format.channels()];
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        if (loudness != null) {
            loudness.makeRoom();
            loudness.process(chunk, 0, count);
        }
        peaks.process(chunk, 0, count);
        for (int c = 0; c < format.channels(); c++) {
            tops(chunk[c], count, c);
        }
    }

    /// Counts the peaks that come within a hair of the highest one so far; a higher one begins anew.
    private void tops(float[] in, int count, int c) {
        float before = one[c];
        float earlier = two[c];
        float floor = (float) (top * same);
        for (int i = 0; i < count; i++) {
            float x = Math.abs(in[i]);
            if (before >= floor && before > earlier && before >= x && before > 0) {
                if (before > top) {
                    tops = before * same > top ? 0 : tops;
                    top = before;
                    floor = (float) (top * same);
                }
                tops++;
            }
            earlier = before;
            before = x;
        }
        one[c] = before;
        two[c] = earlier;
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        peaks.finish();
        if (loudness != null) {
            loudness.finish();
            double integrated = loudness.integratedLufs();
            double plr = peaks.truePeakDbtp() - integrated;
            if (Double.isFinite(plr) && plr < Limits.PLR) {
                findings.add(Finding.at(
                        FindingKind.TOO_HOT,
                        Severity.WARNING,
                        new Place(0, frames, plr),
                        Limits.PLR,
                        String.format(
                                Locale.ROOT,
                                "Peaks stand only %.1f dB above the loudness (%.1f LUFS): it sounds flat and small as"
                                        + " soon as a service turns it down.",
                                plr,
                                integrated)));
            }
        }
        double perSecond = (double) tops * format.sampleRate() / Math.max(1, frames);
        if (top >= Limits.LIMITED_LEVEL && tops > Limits.LIMITED_PEAKS && perSecond > Limits.LIMITED_PER_SECOND) {
            findings.add(Finding.at(
                    FindingKind.LIMITED,
                    Severity.INFO,
                    new Place(0, frames, tops),
                    Limits.LIMITED_PEAKS,
                    String.format(
                            Locale.ROOT,
                            "%,d peaks end at %.1f dBFS: a limiter or clipper was at work.",
                            tops,
                            Decibels.fromGain(top))));
        }
    }
}
