package studio.headroom.mastering.sight;

import java.io.IOException;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.analysis.ToneProfile;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.Progress;

/// What there is to see of one sound: a print, a master, a reference or a region of one. Immutable.
///
/// @param frames length
/// @param report its figures as a whole; the same that [studio.headroom.mastering.Measurement] gives
/// @param curve loudness over time
/// @param waveform over both channels
/// @param spectrum the average, gated as its loudness is
/// @param crestDb peak over root mean square in each [studio.headroom.dsp.analysis.ToneBand], in their order
/// @param minPsrDb the least that its true peak of 3 s stands above the loudness of the same 3 s, in dB; NaN where it
///     is shorter or silent
/// @param loudestFrame where its loudest 400 ms begin
public record SoundSight(
        AudioFormat format,
        long frames,
        LoudnessReport report,
        LoudnessCurve curve,
        Waveform waveform,
        ThirdOctaves spectrum,
        List<Double> crestDb,
        double minPsrDb,
        long loudestFrame) {
    /// Where the bands of [#correlation(Band)] meet, in Hz.
    private static final double LOW = 120;

    private static final double HIGH = 2000;
    private static final double LOWEST = 10;
    private static final double HIGHEST = 24_000;
    private static final int BLOCK = 8192;

    /// Parts of the spectrum in which the sides are compared.
    public enum Band {
        LOW(LOWEST, SoundSight.LOW),
        MIDDLE(SoundSight.LOW, SoundSight.HIGH),
        HIGH(SoundSight.HIGH, HIGHEST);

        private final double fromHz;
        private final double toHz;

        Band(double fromHz, double toHz) {
            this.fromHz = fromHz;
            this.toHz = toHz;
        }
    }

    /// What it is in each band.
    public ToneProfile tone() {
        return ToneProfile.of(spectrum, report.integratedLufs(), format.channels(), crestDb);
    }

    public double seconds() {
        return (double) frames / format.sampleRate();
    }

    public double seconds(long frame) {
        return (double) frame / format.sampleRate();
    }

    /// How alike the sides are in the third octaves whose middle lies in a band, from -1 to 1; 0 where a side is
    /// silent.
    public double correlation(Band band) {
        return spectrum.correlation(band.fromHz, band.toHz);
    }

    /// How much of the power is lost in mono, in dB, 0 or less: 0 where both sides are alike, -3 where they have
    /// nothing
    /// in common, -∞ where they are opposite; 0 for silence.
    public double monoFoldDb() {
        double mid = spectrum.mid(LOWEST, HIGHEST);
        double side = spectrum.side(LOWEST, HIGHEST);
        return mid + side == 0 ? 0 : Decibels.fromPower(mid / (mid + side));
    }

    /// How much louder the left side is than the right one, in dB; 0 where both are silent.
    public double balanceDb() {
        return report.balanceDb();
    }

    /// Looks at a region of a sound of one or two channels.
    ///
    /// @param from its first frame
    /// @param to the frame after its last one, at most the sound's length
    /// @param step what the progress is called
    /// @throws OfflineRender.Canceled when it was called off
    /// @throws IOException when it cannot be read; names the file
    public static SoundSight of(SampleSource source, long from, long to, String step, Progress progress)
            throws IOException {
        SoundScan scan = new SoundScan(source.format(), to - from);
        float[][] block = new float[source.format().channels()][BLOCK];
        for (long at = from; at < to; ) {
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
            int count = (int) Math.min(BLOCK, to - at);
            source.read(at, block, 0, count);
            scan.write(block, 0, count);
            at += count;
            progress.at(step, (double) (at - from) / (to - from));
        }
        return scan.finish();
    }

    /// Looks at all of a sound of one or two channels.
    public static SoundSight of(SampleSource source, String step, Progress progress) throws IOException {
        return of(source, 0, source.frames(), step, progress);
    }
}
