package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.RealTime;

/// Everything that is measured on a stream while it plays, with figures that can be read at any time.
///
/// The audio thread processes and resets. One other thread reads and calls [#makeRoom()] at least every ten minutes.
public final class LiveMeter {
    private static final int TENTHS = 30;

    private final LoudnessMeter loudness;
    private final PeakMeter peaks;
    private final SignalStatistics statistics;
    private final int tenthFrames;
    /// The true peaks of the last tenths of a second.
    private final float[] tenths = new float[TENTHS];
    private int tenth;
    private int inTenth;
    private volatile float recentPeak;

    /// With the standard channel weights and eight phases for true peaks.
    public LiveMeter(AudioFormat format) {
        loudness = new LoudnessMeter(format);
        peaks = PeakMeter.live(format, InterpolationKernel.KAISER_8);
        statistics = new SignalStatistics(format.sampleRate(), format.channels());
        tenthFrames = format.sampleRate() / 10;
    }

    /// Forgets everything.
    @RealTime
    public void reset() {
        loudness.reset();
        peaks.reset();
        statistics.reset();
        Arrays.fill(tenths, 0);
        tenth = 0;
        inTenth = 0;
        recentPeak = 0;
    }

    /// Begins integrated loudness, range, maxima and peaks anew; the stream goes on.
    @RealTime
    public void restart() {
        loudness.restartIntegration();
        peaks.restart();
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        loudness.process(in, offset, count);
        statistics.process(in, offset, count);
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, tenthFrames - inTenth);
            peaks.process(in, offset + done, now);
            done += now;
            inTenth += now;
            if (inTenth == tenthFrames) {
                endTenth();
            }
        }
    }

    @RealTime
    private void endTenth() {
        tenths[tenth] = peaks.takeRecentPeak();
        tenth = (tenth + 1) % TENTHS;
        inTenth = 0;
        float peak = 0;
        for (int i = 0; i < TENTHS; i++) {
            peak = Math.max(peak, tenths[i]);
        }
        recentPeak = peak;
    }

    /// See [LoudnessMeter#makeRoom()].
    public void makeRoom() {
        loudness.makeRoom();
    }

    /// Momentary, short-term and integrated loudness, range and maxima.
    @RealTime
    public LoudnessMeter loudness() {
        return loudness;
    }

    /// Peaks since the last [#reset()] or [#restart()].
    @RealTime
    public PeakMeter peaks() {
        return peaks;
    }

    /// Offsets, levels and correlation.
    @RealTime
    public SignalStatistics statistics() {
        return statistics;
    }

    /// Peak to short-term loudness ratio in dB: the largest true peak of the last 3 s less the loudness of the last 3
    /// s. 0 in silence.
    @RealTime
    public double psrDb() {
        double shortTerm = loudness.shortTermLufs();
        double peak = recentPeak;
        return peak > 0 && Double.isFinite(shortTerm) ? Decibels.fromGain(peak) - shortTerm : 0;
    }

    /// Peak to loudness ratio in dB: the largest true peak less the integrated loudness. 0 where there is none.
    public double plrDb() {
        double integrated = loudness.integratedLufs();
        return Double.isFinite(integrated) ? peaks.truePeakDbtp() - integrated : 0;
    }
}
