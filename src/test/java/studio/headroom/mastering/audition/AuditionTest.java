package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleStream;
import studio.headroom.device.FileDevice;
import studio.headroom.device.NullDevice;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.Listening.Solo;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.mastering.coded.CodedFolder;
import studio.headroom.mastering.coded.CodedFormat;
import studio.headroom.mastering.coded.CodedMaster;
import studio.headroom.mastering.coded.CodedRender;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.prints.TakeOver;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.SongEdits;

/// What is heard of a master is what its file holds.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AuditionTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 5 * RATE;

    @TempDir
    private Path folder;

    private Project song;
    private Print print;

    @BeforeEach
    void prepare() throws IOException {
        song = Project.empty("Song", RATE);
        print = print("mix", music(FRAMES, 0.08));
        song = song.withMastering(song.mastering()
                .withChain(List.of(
                        insert("eq", "eq", Map.of("band2.on", 1.0, "band2.gain", 2.0)),
                        insert("glue", "compressor", Map.of("threshold", -24.0, "ratio", 2.0)),
                        insert("tape", "saturation", Map.of("drive", 6.0)),
                        insert("top", "limiter", Map.of("gain", 6.0, "ceiling", -1.0)))));
    }

    private Print print(String name, float[]... planar) throws IOException {
        Path file = folder.resolve(name + " source.wav");
        try (AudioFileWriter writer = AudioFiles.create(
                file, new AudioFormat(RATE, planar.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(planar, 0, planar[0].length);
        }
        Path taken = TakeOver.run(file, folder, RATE, Progress.NONE);
        Files.delete(file);
        return new PrintShelf(folder)
                .look(song)
                .find(taken.getFileName().toString())
                .orElseThrow();
    }

    private static Insert insert(String id, String type, Map<String, Double> values) {
        return new Insert(id, type, Values.of(new TreeMap<>(values)), null);
    }

    private static float[][] music(int frames, double level) {
        float[][] music = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            double beat = Math.exp(-(i % (RATE / 2)) / 6000.0);
            for (int side = 0; side < 2; side++) {
                double tone = Math.sin(i * 0.0144 + side) + 0.4 * Math.sin(i * 0.131) + 0.2 * Math.sin(i * 0.61 + side);
                music[side][i] = (float) (level * (0.4 + beat) * tone);
            }
        }
        return music;
    }

    private interface Listening {
        void block(LiveEngine engine, int index) throws IOException;
    }

    /// What the player plays from the beginning, with so much of the latency before it.
    private float[][] heard(Project played, int block, int frames, Listening listening) throws IOException {
        Tape tape = new Tape(frames + 2 * RATE);
        OutputRequest request = OutputRequest.of(RATE, block);
        try (LiveEngine engine =
                LiveEngine.open(played, new ProjectLibrary(folder, RATE), new NullDevice(), request, 1, new Silent())) {
            tape.engine = engine;
            tape.listening = listening;
            engine.deviceFor(new FileDevice("tape", (path, rate) -> tape), request, frames);
            listening.block(engine, -1);
            // What was asked for before the start is heard from the first sample on.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!engine.upToDate()) {
                assertThat(System.nanoTime()).as("the engine takes it over").isLessThan(end);
                Thread.onSpinWait();
            }
            engine.play(0);
            while (!engine.done()) {
                engine.tailFrames();
                Thread.onSpinWait();
            }
            engine.finish();
        }
        return tape.sound();
    }

    private static final class Silent implements LiveEngine.Owner {
        @Override
        public void notice(String message) {}

        @Override
        public void edit(studio.headroom.project.edit.Edit edit) {}
    }

    /// Keeps what is played; between two blocks the listener may do something.
    private static final class Tape implements SampleSink {
        private final float[][] all;
        private int at;
        private int blocks;
        private LiveEngine engine;
        private Listening listening = (engine, index) -> {};

        Tape(int frames) {
            all = new float[2][frames];
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, 2);
        }

        @Override
        public void write(float[][] source, int offset, int count) throws IOException {
            for (int side = 0; side < 2; side++) {
                System.arraycopy(source[side], offset, all[side], at, count);
            }
            at += count;
            listening.block(engine, blocks++);
        }

        @Override
        public void close() {}

        float[][] sound() {
            return new float[][] {Arrays.copyOf(all[0], at), Arrays.copyOf(all[1], at)};
        }
    }

    private static float[][] read(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            float[][] all = new float[stream.format().channels()][(int) stream.expectedFrames()];
            for (int at = 0; at < all[0].length; ) {
                at += stream.read(all, at, all[0].length - at);
            }
            return all;
        }
    }

    /// The first frame at which what was heard, begun as late as it is, is not what was expected; -1 where there is
    /// none.
    private static int mismatch(float[][] expected, float[][] heard) {
        int late = first(heard) - first(expected);
        int frames = Math.min(expected[0].length, heard[0].length - late);
        assertThat(late).isBetween(0, RATE);
        assertThat(frames).isGreaterThan(FRAMES - RATE);
        for (int i = 0; i < frames; i++) {
            for (int side = 0; side < 2; side++) {
                if (expected[side][i] != heard[side][i + late]) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static int first(float[][] sound) {
        int i = 0;
        while (sound[0][i] == 0 && sound[1][i] == 0) {
            i++;
        }
        return i;
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 250, 1024})
    void theMasterThatIsHeardIsTheFileThatIsWrittenSampleForSample(int block) throws IOException {
        Path file = folder.resolve("master.wav");
        MasterJob.Result result = MasterJob.run(
                print.file(),
                file,
                MasterJob.Settings.asSet(song.mastering().chain(), OutputFormat.of(SampleFormat.FLOAT32)),
                Progress.NONE);
        // It does something, and the ceiling holds.
        assertThat(result.output().integratedLufs())
                .isGreaterThan(result.input().integratedLufs() + 2);
        assertThat(result.output().truePeakDbtp()).isLessThanOrEqualTo(-1 + 0.05);

        Project played = Audition.song(song, print, null, Audition.Wanted.MASTER);
        float[][] heard = heard(played, block, FRAMES, (engine, index) -> {});

        assertThat(mismatch(read(file), heard)).isEqualTo(-1);
    }

    /// What rings before the first hit is cut from the file and heard by the player, so a place in the middle tells how
    /// late that is.
    @ParameterizedTest
    @CsvSource({"250, 1", "1024, 2"})
    void inLinearPhaseTheMasterThatIsHeardIsTheFileToo(int block, double phase) throws IOException {
        List<Insert> chain = List.of(
                insert("eq", "eq", Map.of("phase", phase, "band2.gain", 2.0, "band6.gain", 1.5, "band6.place", 2.0)),
                insert("top", "limiter", Map.of("gain", 6.0, "ceiling", -1.0)));
        song = song.withMastering(song.mastering().withChain(chain));
        Path file = folder.resolve("master.wav");
        MasterJob.run(
                print.file(),
                file,
                MasterJob.Settings.asSet(chain, OutputFormat.of(SampleFormat.FLOAT32)),
                Progress.NONE);
        float[][] written = read(file);
        float[][] heard =
                heard(Audition.song(song, print, null, Audition.Wanted.MASTER), block, FRAMES, (engine, index) -> {});
        float[] hit = Arrays.copyOfRange(written[0], FRAMES / 2, FRAMES / 2 + 2000);
        int late = 0;
        while (!Arrays.equals(hit, 0, 2000, heard[0], FRAMES / 2 + late, FRAMES / 2 + late + 2000)) {
            late++;
            assertThat(late).isLessThan(RATE);
        }
        for (int side = 0; side < 2; side++) {
            int frames = Math.min(written[side].length, heard[side].length - late);
            assertThat(frames).isGreaterThan(FRAMES - RATE);
            assertThat(Arrays.copyOfRange(heard[side], late, late + frames))
                    .isEqualTo(Arrays.copyOf(written[side], frames));
        }
    }

    @Test
    void theBypassedMasterIsThePrintSampleForSample() throws IOException {
        Project played = Audition.song(song, print, null, new Audition.Wanted(true, "", false));
        float[][] heard = heard(played, 256, FRAMES, (engine, index) -> {});
        assertThat(mismatch(read(print.file()), heard)).isEqualTo(-1);
    }

    @Test
    void aMonoFileIsHeardAndMasteredFromBothSides() throws IOException {
        float[][] music = music(FRAMES, 0.1);
        Print mono = print("mono", music[0]);
        assertThat(mono.channels()).isEqualTo(2);
        assertThat(mono.foreign()).isTrue();
        Project played = Audition.song(song, mono, null, new Audition.Wanted(true, "", false));
        float[][] heard = heard(played, 256, FRAMES, (engine, index) -> {});
        assertThat(mismatch(new float[][] {music[0], music[0]}, heard)).isEqualTo(-1);
    }

    /// A fade of 20 ms between two sines in whatever phases moves by no more than both and their difference in level.
    @Test
    void goingFromOneToAnotherNeverJumpsMoreThanAFadeDoes() throws IOException {
        double step = 2 * Math.PI * 100 / RATE;
        float[][] sine = new float[2][FRAMES];
        float[][] turned = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            sine[0][i] = sine[1][i] = (float) (0.5 * Math.sin(step * i));
            turned[0][i] = turned[1][i] = (float) (0.5 * Math.cos(step * i));
        }
        Print one = print("one", sine);
        Print other = print("other", turned);
        Media media = new Media("ref", "prints/" + one.name(), 2, FRAMES, "ref");
        Project with = MasteringEdits.addReference(media, "Reference")
                .apply(song.withMastering(
                        song.mastering().withChain(List.of(insert("top", "limiter", Map.of("gain", -3.0))))));
        List<Audition.Wanted> wanted = List.of(
                Audition.Wanted.MASTER,
                new Audition.Wanted(true, "", false),
                new Audition.Wanted(false, "", true),
                new Audition.Wanted(true, "", true),
                new Audition.Wanted(false, "ref", false));
        List<Project> ways = new ArrayList<>();
        for (Audition.Wanted way : wanted) {
            ways.add(Audition.song(with, one, other, way));
        }
        float[][] heard = heard(ways.getFirst(), 256, FRAMES, (engine, index) -> {
            if (index >= 100 && index % 25 == 0) {
                int way = index / 25 * 7 % ways.size();
                engine.update(ways.get(way));
                engine.monitor(MonitorControls.VOLUME, way == 0 ? -3 : 0);
            }
            engine.tailFrames(); // Lets the control thread do it.
        });

        double allowed = 0.5 * step // the sine itself
                + 2 * 0.5 / (0.02 * RATE) // one fades out while the other fades in
                + 0.5 / (0.02 * RATE) // the volume
                + 1e-3; // the steps of fades are those of samples
        double worst = 0;
        for (int i = 5_000; i < heard[0].length - 1; i++) {
            worst = Math.max(worst, Math.abs(heard[0][i + 1] - heard[0][i]));
        }
        assertThat(worst).isLessThan(allowed);
        // And nothing is silent in between.
        double softest = 1;
        for (int i = 5_000; i + 960 < heard[0].length; i += 480) {
            double peak = 0;
            for (int j = i; j < i + 960; j++) {
                peak = Math.max(peak, Math.abs(heard[0][j]));
            }
            softest = Math.min(softest, peak);
        }
        assertThat(softest).isGreaterThan(0.15);
    }

    private CodedMaster coded(Print of, String format, Project master) throws IOException {
        CodedFolder.Places places = new CodedFolder(folder).places();
        return CodedRender.make(
                new CodedRender.Order(
                        of.file(),
                        master.mastering().chain(),
                        master.mastering().ends(),
                        CodedFormat.parse(format),
                        places.sound(),
                        places.difference()),
                Progress.NONE);
    }

    private float[][] heardCoded(CodedMaster coded, Audition.Wanted wanted, double raiseDb) throws IOException {
        Project played = Audition.song(song, print, null, wanted, coded, raiseDb);
        return heard(played, 256, FRAMES, (engine, index) -> {});
    }

    /// What one hears is the file that a player decodes; and the difference is exactly what lies between the two that
    /// one flips between, at the same moment of the music.
    @Test
    void theCodedMasterIsHeardSampleForSampleAndSoIsItsDifference() throws IOException {
        CodedMaster coded = coded(print, "mp3:128", song);
        float[][] master = heardCoded(coded, Audition.Wanted.MASTER, 0);
        float[][] sound = heardCoded(coded, Audition.Wanted.coded(Audition.Coded.SOUND), 0);
        float[][] difference = heardCoded(coded, Audition.Wanted.coded(Audition.Coded.DIFFERENCE), 0);
        float[][] raised = heardCoded(coded, Audition.Wanted.coded(Audition.Coded.DIFFERENCE), 6);

        Path file = folder.resolve("master.wav");
        MasterJob.run(
                print.file(),
                file,
                MasterJob.Settings.asSet(song.mastering().chain(), OutputFormat.of(SampleFormat.FLOAT32)),
                Progress.NONE);
        float[][] written = read(file);
        int late = first(master) - first(written);
        float[][] decoded = read(coded.sound());
        double loudest = 0;
        int frames = Math.min(master[0].length, written[0].length + late);
        for (int i = late; i < frames; i++) {
            for (int side = 0; side < 2; side++) {
                if (master[side][i] != written[side][i - late]
                        || sound[side][i] != decoded[side][i - late]
                        || difference[side][i] != sound[side][i] - master[side][i]) {
                    assertThat(i).as("first frame that is another one").isEqualTo(-1);
                }
                loudest = Math.max(loudest, Math.abs(difference[side][i]));
                // A gain of 6 dB, rounded to float.
                assertThat((double) raised[side][i])
                        .isEqualTo(difference[side][i] * Math.pow(10, 6 / 20.0), within(1e-6));
            }
        }
        assertThat(loudest).isGreaterThan(1e-3);
    }

    @Test
    void flippingToWhatIsCodedNeverClicksAndLeavesNoGap() throws IOException {
        double step = 2 * Math.PI * 100 / RATE;
        float[][] sine = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            sine[0][i] = sine[1][i] = (float) (0.5 * Math.sin(step * i));
        }
        Print one = print("sine", sine);
        Project with =
                song.withMastering(song.mastering().withChain(List.of(insert("top", "limiter", Map.of("gain", -3.0)))));
        CodedMaster coded = coded(one, "opus:128", with);
        CodedMaster anew = coded(one, "mp3:192", with);
        Audition.Wanted sound = Audition.Wanted.coded(Audition.Coded.SOUND);
        Audition.Wanted difference = Audition.Wanted.coded(Audition.Coded.DIFFERENCE);
        List<Project> gapless = List.of(
                Audition.song(with, one, null, Audition.Wanted.MASTER, coded, 0),
                Audition.song(with, one, null, sound, coded, 0),
                // Made anew while it is heard.
                Audition.song(with, one, null, sound, anew, 0));
        List<Project> all = new ArrayList<>(gapless);
        all.add(Audition.song(with, one, null, difference, anew, 0));
        all.add(Audition.song(with, one, null, difference, anew, 20));
        for (List<Project> ways : List.of(gapless, all)) {
            float[][] heard = heard(ways.getFirst(), 256, FRAMES, (engine, index) -> {
                if (index >= 100 && index % 25 == 0) {
                    engine.update(ways.get(index / 25 * 7 % ways.size()));
                }
                engine.tailFrames();
            });
            double worst = 0;
            for (int i = 5_000; i < heard[0].length - 3_000; i++) {
                worst = Math.max(worst, Math.abs(heard[0][i + 1] - heard[0][i]));
            }
            // As in the test of the other flips: the sine, a fade in and one out, the steps of samples; and what coding
            // adds to a sine.
            assertThat(worst).isLessThan(0.5 * step + 2 * 0.5 / (0.02 * RATE) + 2e-3);
            if (ways == gapless) {
                assertThat(softest(heard)).isGreaterThan(0.15);
            }
        }
    }

    /// The lowest peak of 20 ms.
    private static double softest(float[][] heard) {
        double softest = 1;
        for (int i = 5_000; i + 960 < heard[0].length - 3_000; i += 480) {
            double peak = 0;
            for (int j = i; j < i + 960; j++) {
                peak = Math.max(peak, Math.abs(heard[0][j]));
            }
            softest = Math.min(softest, peak);
        }
        return softest;
    }

    @Test
    void comparedTheMasterIsAsLoudAsThePrintAndNeitherIsClipped() throws IOException {
        ChainLoudness loudness = new ChainLoudness();
        Level dry = loudness.of(print.file(), List.of(), Progress.NONE);
        Level master = loudness.of(print.file(), song.mastering().chain(), Progress.NONE);
        Levels levels = new Levels(dry, master, Level.UNKNOWN, Level.UNKNOWN, Map.of());
        assertThat(master.lufs() - dry.lufs()).isGreaterThan(2);
        Audition.Wanted bypassed = new Audition.Wanted(true, "", false);

        float[][] wet = heardAt(Audition.Wanted.MASTER, levels.gainDb(Audition.Wanted.MASTER, Set.of(bypassed), 0));
        float[][] plain = heardAt(bypassed, levels.gainDb(bypassed, Set.of(bypassed), 0));

        // What the Master view promises; the latency at the beginning and the tail that is cut are a thousandth of it.
        double common = levels.common(Set.of(bypassed), 0);
        assertThat(ProgramMeter.measure(RATE, wet).integratedLufs()).isEqualTo(common, within(0.1));
        assertThat(ProgramMeter.measure(RATE, plain).integratedLufs()).isEqualTo(common, within(0.1));
        assertThat(ProgramMeter.measure(RATE, wet).truePeakDbtp()).isLessThanOrEqualTo(0.01);
        assertThat(ProgramMeter.measure(RATE, plain).truePeakDbtp()).isLessThanOrEqualTo(0.01);
    }

    private float[][] heardAt(Audition.Wanted wanted, double db) throws IOException {
        return heard(Audition.song(song, print, null, wanted), 256, FRAMES, (engine, index) -> {
            if (index < 0) {
                engine.monitor(MonitorControls.VOLUME, db);
            }
        });
    }

    /// A service that raises and limits is heard through that limiter: the sound is that of the chain with the limiter
    /// behind it, sample for sample, and the file knows nothing of it.
    @Test
    void aServiceThatLimitsIsHeardThroughItsLimiter() throws IOException {
        List<Insert> playout = Playout.of(4, -1);
        assertThat(playout).extracting(Insert::type).containsExactly("limiter");
        Project played = Audition.song(song, print, null, Audition.Wanted.MASTER);
        float[][] heard = heard(played, 256, FRAMES, (engine, index) -> {
            if (index < 0) {
                engine.listen(new studio.headroom.engine.plan.Listening(Solo.IN_PLACE, playout), false);
            }
        });

        Path file = folder.resolve("played.wav");
        List<Insert> all = new ArrayList<>(song.mastering().chain());
        all.addAll(playout);
        MasterJob.run(
                print.file(),
                file,
                MasterJob.Settings.asSet(all, OutputFormat.of(SampleFormat.FLOAT32)),
                Progress.NONE);
        assertThat(mismatch(read(file), heard)).isEqualTo(-1);

        double highest = 0;
        for (float[] row : heard) {
            for (float x : row) {
                highest = Math.max(highest, Math.abs(x));
            }
        }
        assertThat(20 * Math.log10(highest)).isLessThanOrEqualTo(-1 + 0.01);
        double asItIs = new ChainLoudness()
                .of(print.file(), song.mastering().chain(), Progress.NONE)
                .lufs();
        assertThat(ProgramMeter.measure(RATE, heard).integratedLufs()).isBetween(asItIs + 1, asItIs + 4.05);
    }

    /// A band is heard behind everything: the sound is that of the chain with the filter behind it, sample for sample.
    /// When it is over, the master is heard as it is, to the last bit.
    @Test
    void aBandThatIsListenedToIsTheMasterFilteredAndAfterItTheMasterItself() throws IOException {
        Project played = Audition.song(song, print, null, Audition.Wanted.MASTER);
        Insert band = Playout.band(ToneBand.MIDS);
        float[][] alone = heard(played, 256, FRAMES, (engine, index) -> {
            if (index < 0) {
                engine.listen(new studio.headroom.engine.plan.Listening(Solo.IN_PLACE, List.of(band)), false);
            }
        });
        List<Insert> all = new ArrayList<>(song.mastering().chain());
        all.add(band);
        assertThat(mismatch(file("band.wav", all), alone)).isEqualTo(-1);

        float[][] after = heard(played, 256, FRAMES, (engine, index) -> {
            if (index < 0 || index == 300) {
                List<Insert> heard = index < 0 ? List.of(band) : List.of();
                engine.listen(new studio.headroom.engine.plan.Listening(Solo.IN_PLACE, heard), false);
            }
        });
        float[][] master = file("master.wav", song.mastering().chain());
        // The filter is over long before the last second.
        float[][] expected = cut(master, 4 * RATE);
        int late = first(alone) - first(file("band.wav", all));
        float[][] rest = cut(after, 4 * RATE + late);
        for (int side = 0; side < 2; side++) {
            assertThat(Arrays.copyOf(rest[side], RATE / 2)).isEqualTo(Arrays.copyOf(expected[side], RATE / 2));
        }
    }

    private static float[][] cut(float[][] sound, int from) {
        return new float[][] {
            Arrays.copyOfRange(sound[0], from, sound[0].length), Arrays.copyOfRange(sound[1], from, sound[1].length)
        };
    }

    private float[][] file(String name, List<Insert> chain) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        MasterJob.run(
                print.file(),
                file,
                MasterJob.Settings.asSet(chain, OutputFormat.of(SampleFormat.FLOAT32)),
                Progress.NONE);
        return read(file);
    }

    /// From band to band, to all of them and back, while it is flipped between master and reference.
    @Test
    void goingFromBandToBandNeverClicks() throws IOException {
        double step = 2 * Math.PI * 100 / RATE;
        float[][] sine = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double fade = Math.min(1, i / 4800.0);
            sine[0][i] = sine[1][i] = (float) (0.5 * fade * Math.sin(step * i));
        }
        Print one = print("one", sine);
        Media media = new Media("ref", "prints/" + one.name(), 2, FRAMES, "ref");
        Project with = MasteringEdits.addReference(media, "Reference")
                .apply(song.withMastering(song.mastering().withChain(List.of())));
        Project master = Audition.song(with, one, null, Audition.Wanted.MASTER);
        Project reference = Audition.song(with, one, null, new Audition.Wanted(false, "ref", false));
        float[][] heard = heard(master, 256, FRAMES, (engine, index) -> {
            if (index >= 100 && index % 40 == 0) {
                int turn = index / 40 * 3 % (ToneBand.values().length + 1);
                List<Insert> band =
                        turn < ToneBand.values().length ? List.of(Playout.band(ToneBand.values()[turn])) : List.of();
                engine.listen(new studio.headroom.engine.plan.Listening(Solo.IN_PLACE, band), false);
                engine.update(index / 40 % 2 == 0 ? master : reference);
            }
            engine.tailFrames(); // Lets the control thread do it.
        });
        // A click is a step within a sample; what is soft and slow is none. Second differences find it: those of the
        // tone are its amplitude times the square of its angle, fades and glides of 20 ms stay far below the rest.
        double worst = 0;
        double loudest = 0;
        for (int i = 5_000; i + 2 < heard[0].length - 5_000; i++) {
            double bend = heard[0][i] - 2.0 * heard[0][i + 1] + heard[0][i + 2];
            worst = Math.max(worst, Math.abs(bend));
            loudest = Math.max(loudest, Math.abs(heard[0][i]));
        }
        assertThat(loudest).isBetween(0.4, 0.62);
        assertThat(worst).isLessThan(0.5 * step * step + 1e-3);
    }

    @Test
    void aBandIsFlatInsideAndSteepOutside() {
        for (ToneBand band : ToneBand.values()) {
            double middle = Math.sqrt(Math.max(25, band.fromHz()) * Math.min(16_000, band.toHz()));
            assertThat(bandDb(band, middle)).as(band.label()).isBetween(-1.5, 0.1);
            if (band != ToneBand.SUB) {
                assertThat(bandDb(band, band.fromHz() / 2)).as(band.label()).isLessThan(-23);
            }
            if (band != ToneBand.AIR) {
                assertThat(bandDb(band, 2 * band.toHz())).as(band.label()).isLessThan(-23);
            }
        }
        assertThat(bandDb(ToneBand.AIR, 18_000)).isGreaterThan(-1);
        assertThat(bandDb(ToneBand.SUB, 25)).isGreaterThan(-1);
    }

    private double bandDb(ToneBand band, double hertz) {
        float[][] sine = new float[2][RATE];
        for (int i = 0; i < RATE; i++) {
            sine[0][i] = sine[1][i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        try {
            Print tone = print("tone", sine);
            Path file = folder.resolve("tone filtered.wav");
            Files.deleteIfExists(file);
            MasterJob.run(
                    tone.file(),
                    file,
                    MasterJob.Settings.asSet(List.of(Playout.band(band)), OutputFormat.of(SampleFormat.FLOAT32)),
                    Progress.NONE);
            float[][] out = read(file);
            double power = 0;
            for (int i = RATE / 2; i < RATE; i++) {
                power += (double) out[0][i] * out[0][i] / (RATE / 2);
            }
            return 10 * Math.log10(power / 0.125);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatTheListenersVolumeCannotRaiseIsRaisedByAnEffect() {
        assertThat(Playout.of(-3, -1)).isEmpty();
        assertThat(Playout.of(5, Double.NaN)).isEmpty();
        assertThat(Playout.of(9, Double.NaN)).singleElement().satisfies(insert -> {
            assertThat(insert.type()).isEqualTo("utility");
            assertThat(insert.values().asMap()).containsExactly(Map.entry("gain", 9.0));
        });
    }

    @Test
    void aReferencesRegionIsRepeatedFromTheSongsLoopOn() {
        Media media = new Media("ref", "media/ref.wav", 2, 100_000, "ref");
        Project with = MasteringEdits.addReference(media, "Reference").apply(song);
        with = MasteringEdits.referenceRegion("ref", new Span(10_000, 60_000)).apply(with);
        with = SongEdits.loop(new Span(70_000, 90_000)).apply(with);
        Project played = Audition.song(with, print, null, new Audition.Wanted(false, "ref", false));
        var clips = played.strips().stream()
                .filter(strip ->
                        strip.name().equals("Reference") && !strip.clips().isEmpty())
                .findFirst()
                .orElseThrow()
                .clips();
        assertThat(clips.getFirst().start()).isZero();
        assertThat(clips).anySatisfy(clip -> {
            assertThat(clip.start()).isEqualTo(70_000);
            assertThat(clip.offset()).isEqualTo(10_000);
        });
        assertThat(clips.getLast().end()).isEqualTo(FRAMES);
        for (int i = 1; i < clips.size(); i++) {
            assertThat(clips.get(i).start()).isEqualTo(clips.get(i - 1).end());
        }
    }
}
