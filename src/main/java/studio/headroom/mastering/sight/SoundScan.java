package studio.headroom.mastering.sight;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSink;
import studio.headroom.dsp.analysis.BandCrest;
import studio.headroom.dsp.analysis.ProgramSpectrum;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.dsp.loudness.SignalStatistics;

/// Gathers what there is to see of a sound while it passes. One thread. Results do not depend on how the sound is cut.
final class SoundScan implements SampleSink {
    private static final int PER_SECOND = 10;
    private static final int SHORT_TERM_STEPS = 30;
    private static final double MOMENTARY_SECONDS = 0.4;
    private static final double SILENT_LUFS = -70;

    private final AudioFormat format;
    private final ProgramSpectrum spectrum;
    private final LoudnessMeter loudness;
    private final PeakMeter peaks;
    private final SignalStatistics statistics;
    private final BandCrest crest;
    private final Waveform.Builder waveform;
    private float[] momentary;
    private float[] shortTerm;
    private float[] integrated;
    private int steps;
    private long frame;
    private long stepEnd;
    private final float[] recentPeaks = new float[SHORT_TERM_STEPS];
    private double minPsr = Double.NaN;
    private double loudest = Double.NEGATIVE_INFINITY;
    private long loudestFrame;
    private float integratedNow = Float.NEGATIVE_INFINITY;

    /// @param format one or two channels
    /// @param expected frames; only a guess
    SoundScan(AudioFormat format, long expected) {
        this.format = format;
        spectrum = new ProgramSpectrum(format);
        loudness = spectrum.loudness();
        peaks = PeakMeter.live(format, InterpolationKernel.KAISER_16);
        statistics = new SignalStatistics(format.sampleRate(), format.channels());
        crest = new BandCrest(format);
        waveform = new Waveform.Builder(expected);
        int guess = (int) (expected * PER_SECOND / format.sampleRate()) + 1;
        momentary = new float[guess];
        shortTerm = new float[guess];
        integrated = new float[guess];
        stepEnd = boundary(1);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public void write(float[][] source, int offset, int count) {
        waveform.add(source, offset, count);
        statistics.process(source, offset, count);
        crest.process(source, offset, count);
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int now = (int) Math.min(end - at, stepEnd - frame);
            spectrum.process(source, at, now);
            peaks.process(source, at, now);
            at += now;
            frame += now;
            if (frame == stepEnd) {
                endStep();
            }
        }
    }

    /// The frame nearest to the end of so many steps.
    private long boundary(long count) {
        return Math.floorDiv(count * format.sampleRate() + PER_SECOND / 2, (long) PER_SECOND);
    }

    private void endStep() {
        if (steps == momentary.length) {
            int more = 2 * steps + PER_SECOND;
            momentary = Arrays.copyOf(momentary, more);
            shortTerm = Arrays.copyOf(shortTerm, more);
            integrated = Arrays.copyOf(integrated, more);
        }
        recentPeaks[steps % SHORT_TERM_STEPS] = peaks.takeRecentPeak();
        momentary[steps] = (float) loudness.momentaryLufs();
        shortTerm[steps] = (float) loudness.shortTermLufs();
        if (steps % PER_SECOND == PER_SECOND - 1) {
            integratedNow = (float) loudness.integratedLufs();
        }
        integrated[steps] = integratedNow;
        steps++;
        stepEnd = boundary(steps + 1L);
        if (loudness.maxMomentaryLufs() > loudest) {
            loudest = loudness.maxMomentaryLufs();
            loudestFrame = Math.max(0, frame - Math.round(MOMENTARY_SECONDS * format.sampleRate()));
        }
        if (steps >= SHORT_TERM_STEPS && shortTerm[steps - 1] > SILENT_LUFS) {
            float peak = 0;
            for (float each : recentPeaks) {
                peak = Math.max(peak, each);
            }
            double psr = Decibels.fromGain(peak) - shortTerm[steps - 1];
            minPsr = Double.isNaN(minPsr) ? psr : Math.min(minPsr, psr);
        }
    }

    @Override
    public void close() {}

    /// Ends the sound. Nothing may be written after this.
    SoundSight finish() {
        var thirds = spectrum.finish();
        peaks.finish();
        statistics.finish();
        LoudnessReport report = LoudnessReport.of(loudness, peaks, statistics, format.channels(), frame);
        LoudnessCurve curve = new LoudnessCurve(
                Arrays.copyOf(momentary, steps), Arrays.copyOf(shortTerm, steps), Arrays.copyOf(integrated, steps));
        return new SoundSight(
                format, frame, report, curve, waveform.finish(), thirds, crest.finish(), minPsr, loudestFrame);
    }
}
