package studio.headroom.mastering.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.analysis.BandCrest;
import studio.headroom.dsp.analysis.ProgramSpectrum;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.dsp.analysis.ToneProfile;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.project.Media;
import studio.headroom.project.Reference;

/// What a master has more of than a reference, on sounds whose difference is known.
class ToneComparisonTest {
    private static final int RATE = 48_000;

    @TempDir
    private Path temp;

    /// Tones in the middle of each band; how loud says `gains`, in dB, and how wide `sides`.
    private static float[][] tones(double levelDb, double[] gains, double side) {
        float[][] made = new float[2][6 * RATE];
        for (ToneBand band : ToneBand.values()) {
            double hertz = Math.sqrt(band.fromHz() * band.toHz());
            double amplitude = 0.03 * Math.pow(10, (levelDb + gains[band.ordinal()]) / 20);
            for (int i = 0; i < made[0].length; i++) {
                double mid = amplitude * Math.sin(2 * Math.PI * hertz * i / RATE);
                double wide = side * amplitude * Math.cos(2 * Math.PI * hertz * i / RATE);
                // Begins and ends softly, or bands would ring beside the tones.
                double fade = Math.clamp(Math.min(i, made[0].length - i) / (0.1 * RATE), 0, 1);
                made[0][i] += (float) (fade * (mid + wide));
                made[1][i] += (float) (fade * (mid - wide));
            }
        }
        return made;
    }

    private static ToneProfile profile(float[][] sound) {
        AudioFormat format = new AudioFormat(RATE, sound.length);
        ProgramSpectrum spectrum = new ProgramSpectrum(format);
        BandCrest crest = new BandCrest(format);
        spectrum.process(sound, 0, sound[0].length);
        crest.process(sound, 0, sound[0].length);
        return ToneProfile.of(spectrum.finish(), spectrum.loudness().integratedLufs(), sound.length, crest.finish());
    }

    @Test
    void whatWasAddedToABandIsTold() {
        double[] flat = new double[7];
        double[] bassy = {0, 3, 0, 0, 0, 0, -4};
        ToneProfile master = profile(tones(6, bassy, 0.3));
        ToneProfile reference = profile(tones(0, flat, 0.3));
        ToneComparison all = ToneComparison.of(master, reference);
        // A common offset is loudness: what the bass adds to it. All but two bands are alike.
        double common = all.row(ToneBand.MIDS).levelDb();
        // Loudness weighs bass little, so the offset is small.
        assertThat(Math.abs(common)).isLessThan(1);
        for (ToneBand band : ToneBand.values()) {
            assertThat(all.row(band).levelDb() - common)
                    .as(band.label())
                    // Windows leak less than a hundredth into the band beside.
                    .isCloseTo(bassy[band.ordinal()], within(0.05));
            assertThat(all.row(band).sideDb()).isCloseTo(0, within(0.01));
        }
        assertThat(all.farthest().orElseThrow().band()).isEqualTo(ToneBand.AIR);
        assertThat(all.row(ToneBand.BASS).words()).startsWith("Bass: ").endsWith(" dB more than the reference");
        assertThat(all.row(ToneBand.AIR).words()).endsWith(" dB less than the reference");
    }

    @Test
    void widthAndDynamicsAreTold() {
        ToneComparison wide =
                ToneComparison.of(profile(tones(0, new double[7], 0.4)), profile(tones(0, new double[7], 0.2)));
        for (ToneComparison.Row row : wide.rows()) {
            // Twice the side's amplitude.
            assertThat(row.sideDb()).isCloseTo(6.02, within(0.02));
            assertThat(row.crestDb()).isCloseTo(0, within(0.2));
        }
        assertThat(wide.row(ToneBand.MIDS).allWords()).contains("6.0 dB wider").contains("as dynamic");
        // A tone that is heard for a quarter of the time has a crest that is 6 dB higher.
        float[][] gated = tones(0, new double[7], 0.2);
        for (float[] channel : gated) {
            for (int i = channel.length / 4; i < channel.length; i++) {
                channel[i] = 0;
            }
        }
        ToneComparison gaps = ToneComparison.of(profile(gated), profile(tones(0, new double[7], 0.2)));
        // Ends of tones overshoot a little in narrow bands.
        assertThat(gaps.row(ToneBand.MIDS).crestDb()).isCloseTo(6.02, within(0.8));
    }

    @Test
    void monoIsAsLoudAsTheSameOnTwoChannels() {
        float[][] stereo = tones(0, new double[7], 0);
        ToneComparison same = ToneComparison.of(profile(stereo), profile(new float[][] {stereo[0]}));
        for (ToneComparison.Row row : same.rows()) {
            assertThat(row.levelDb()).isCloseTo(0, within(1e-6));
            assertThat(row.words()).endsWith(": as much as the reference");
        }
    }

    @Test
    void aBandThatIsNotThereIsFarLess() {
        float[][] low = new float[2][3 * RATE];
        for (int i = 0; i < low[0].length; i++) {
            low[0][i] = (float) (0.2 * Math.sin(2 * Math.PI * 100 * i / RATE));
            low[1][i] = low[0][i];
        }
        ToneComparison all = ToneComparison.of(profile(low), profile(tones(0, new double[7], 0.2)));
        assertThat(all.row(ToneBand.PRESENCE).words()).isEqualTo("Presence: far less than the reference");
        assertThat(all.row(ToneBand.PRESENCE).sideDb()).isNaN();
        assertThat(ToneComparison.of(profile(low), profile(low)).farthest()).isEmpty();
    }

    /// The master's figures and the reference's are made by different passes, and must be the same.
    @Test
    void theSightAndTheReferenceSayTheSameOfTheSameSound() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        float[][] noise = new float[2][4 * RATE];
        for (float[] channel : noise) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = (float) (0.1 * random.nextGaussian());
            }
        }
        Path file = temp.resolve("noise.wav");
        try (AudioFileWriter out =
                AudioFiles.create(file, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            out.write(noise, 0, noise[0].length);
        }
        Reference reference = new Reference(new Media("m", "noise.wav", 2, noise[0].length, "noise"), "Noise", null);
        ToneProfile curve = ReferenceCurve.of(file, reference, Progress.NONE).tone();
        try (SampleSource source = Sources.randomAccess(file, Progress.NONE)) {
            ToneProfile sight = SoundSight.of(source, "", Progress.NONE).tone();
            assertThat(curve.crestDb()).isEqualTo(sight.crestDb());
            for (ToneBand band : ToneBand.values()) {
                assertThat(curve.levelDb(band)).isEqualTo(sight.levelDb(band));
                assertThat(curve.sideDb(band)).isEqualTo(sight.sideDb(band));
            }
            assertThat(ToneComparison.of(sight, curve).farthest()).isEmpty();
        }
    }
}
