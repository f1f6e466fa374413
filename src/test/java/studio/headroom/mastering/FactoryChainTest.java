package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.Effect;
import studio.headroom.effects.EffectType;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.gentle.Gentleness;
import studio.headroom.mastering.gentle.SongPlaces;
import studio.headroom.mastering.gentle.Verdict;
import studio.headroom.mastering.gentle.Work;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

class FactoryChainTest {
    private static final int RATE = 44_100;
    private static final Path SAMPLE = Path.of("samples/Room Above the Rain.headroom");

    @TempDir
    private static Path folder;

    /// What chains are tried on: noise of a mix's loudness and spectrum, and 20 s of the sample song's mix.
    private static List<float[][]> sounds = List.of();

    @BeforeAll
    static void makeSounds() throws IOException {
        float[][] noise = pink(6);
        double lufs = lufs(noise);
        for (float[] row : noise) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= (float) Math.pow(10, (-18 - lufs) / 20);
            }
        }
        sounds = List.of(noise, sample());
    }

    private static float[][] sample() throws IOException {
        Project song = ProjectFiles.load(SAMPLE);
        Path mix = folder.resolve("sample.wav");
        Bounce.run(
                song,
                new ProjectLibrary(SAMPLE, song.sampleRate()),
                mix,
                null,
                new Bounce.Settings(
                        OutputFormat.of(SampleFormat.FLOAT32),
                        20L * RATE,
                        OptionalLong.of(40L * RATE),
                        2,
                        Bounce.DEFAULT_BLOCK),
                Progress.NONE);
        return TestFiles.read(mix);
    }

    private static float[][] pink(double seconds) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] noise = new float[2][(int) (seconds * RATE)];
        double[] poles = {0.99765, 0.963, 0.57};
        double[] gains = {0.099046, 0.2965164, 1.0526913};
        for (float[] row : noise) {
            double[] state = new double[poles.length];
            for (int i = 0; i < row.length; i++) {
                double white = random.nextDouble() * 2 - 1;
                double sum = 0.1848 * white;
                for (int n = 0; n < poles.length; n++) {
                    state[n] = poles[n] * state[n] + gains[n] * white;
                    sum += state[n];
                }
                row[i] = (float) (0.05 * sum);
            }
        }
        return noise;
    }

    private static double lufs(float[][] sound) {
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(RATE, 2));
        for (int at = 0; at < sound[0].length; at += 4410) {
            meter.makeRoom();
            meter.process(sound, at, Math.min(4410, sound[0].length - at));
        }
        meter.finish();
        return meter.integratedLufs();
    }

    static List<Named<FactoryChain>> chains() {
        return FactoryChain.all().stream()
                .map(chain -> Named.of(chain.name(), chain))
                .toList();
    }

    /// Sends a sound through a chain, in its place.
    ///
    /// @return of each effect how far it turned down
    private static List<Double> run(List<Insert> chain, float[][] io) {
        List<Double> deepest = new ArrayList<>();
        for (Insert insert : chain) {
            EffectType type = Catalogue.find(insert.type()).orElseThrow();
            Effect effect = type.factory().get();
            effect.prepare(new Effect.Setup(RATE, 2, type.params().resolve(insert.values())));
            double db = 0;
            for (int at = 0; at < io[0].length; at += 480) {
                effect.process(io, null, at, Math.min(480, io[0].length - at));
                db = Math.max(db, -effect.gainReductionDb());
            }
            deepest.add(db);
        }
        return deepest;
    }

    @ParameterizedTest
    @MethodSource("chains")
    void aChainIsGentleUnlessItSaysWhyItIsNot(FactoryChain chain) {
        List<Verdict> notes = new ArrayList<>();
        for (float[][] sound : sounds) {
            float[][] io = {sound[0].clone(), sound[1].clone()};
            List<Double> deepest = run(chain.chain(), io);
            for (int i = 0; i < deepest.size(); i++) {
                Verdict verdict = Gentleness.of(
                        chain.chain().get(i),
                        Work.heard(deepest.get(i), deepest.get(i) / 2),
                        new SongPlaces(List.of(), RATE),
                        RATE);
                if (verdict.level() == Verdict.Level.NOTE) {
                    notes.add(verdict);
                }
            }
            // What a chain takes from the loudness or adds to it is a matter of a few dB; how loud a master gets is
            // not left to a preset, but for a demo.
            double change = lufs(io) - lufs(sound);
            assertThat(change)
                    .as("change of loudness")
                    .isBetween(-3.5, chain.beyond().isEmpty() ? 1.0 : 9.0);
        }
        if (chain.beyond().isEmpty()) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).isNotEmpty();
        }
    }

    /// What a song begins with must not be marked as more than gentle, however loud its mix comes.
    @Test
    void theChainThatASongBeginsWithIsGentle() {
        for (float[][] sound : sounds) {
            for (float gain : new float[] {0.3f, 1, 3}) {
                float[][] io = {scaled(sound[0], gain), scaled(sound[1], gain)};
                List<Insert> chain = MasteringChain.gentle(ProgramMeter.measure(RATE, io));
                List<Double> deepest = run(chain, io);
                for (int i = 0; i < chain.size() - 1; i++) {
                    assertThat(Gentleness.of(
                                            chain.get(i),
                                            Work.heard(deepest.get(i), deepest.get(i) / 2),
                                            new SongPlaces(List.of(), RATE),
                                            RATE)
                                    .level())
                            .as(chain.get(i).type() + " at " + gain)
                            .isNotEqualTo(Verdict.Level.NOTE);
                }
            }
        }
    }

    private static float[] scaled(float[] row, float gain) {
        float[] scaled = row.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= gain;
        }
        return scaled;
    }

    @Test
    void namesAreUniqueAndEveryChainHasItsWords() {
        assertThat(FactoryChain.all().stream().map(FactoryChain::name)).doesNotHaveDuplicates();
        assertThat(FactoryChain.all().stream().map(FactoryChain::label)).doesNotHaveDuplicates();
        for (FactoryChain chain : FactoryChain.all()) {
            assertThat(chain.name()).matches("[a-z][a-z-]*");
            assertThat(chain.job()).isNotBlank();
            assertThat(chain.ceiling()).isBetween(-3.0, 0.0);
            assertThat(chain.chain().getLast().type()).isEqualTo("limiter");
        }
        for (FactoryChain.Group group : FactoryChain.Group.values()) {
            assertThat(FactoryChain.all())
                    .filteredOn(chain -> chain.group() == group)
                    .hasSizeGreaterThan(4);
        }
    }

    @Test
    void theTaughtExampleGoesThroughWithoutAWarning() throws IOException {
        FactoryChain chain = FactoryChain.find("tape-warmth").orElseThrow();
        assertThat(chain.ceiling()).isEqualTo(-0.1);
        assertThat(chain.chain().getFirst().values().asMap())
                .containsEntry("band2.gain", 0.9)
                .containsEntry("band2.freq", 60.0)
                .containsEntry("band4.gain", -0.6)
                .containsEntry("band4.freq", 718.0);
        Path mix = folder.resolve("mix.wav");
        float[][] music = TestFiles.music(48_000, 8);
        TestFiles.write(mix, 48_000, music);
        MasterJob.Result result = MasterJob.run(
                mix,
                folder.resolve("master.wav"),
                new MasterJob.Settings(
                        chain.chain(), OptionalDouble.of(-14), chain.ceiling(), OutputFormat.of(SampleFormat.INT24)),
                Progress.NONE);
        assertThat(result.remarks()).isEmpty();
        assertThat(result.output().truePeakDbtp()).isLessThanOrEqualTo(-0.1);
    }
}
