package studio.headroom.mastering.coded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.dsp.resample.ResampledStream;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.deliver.DeliveryFile;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.mastering.deliver.DeliveryWatch;
import studio.headroom.param.Values;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Insert;

/// A coded master is the delivered file, decoded, on the master to the sample.
class CodedRenderTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        out = Files.createDirectory(folder.resolve("coded"));
    }

    private static final List<Insert> CHAIN = List.of(
            insert("eq", Map.of("band2.on", 1.0, "band2.gain", 2.0)),
            insert("limiter", Map.of("gain", 6.0, "ceiling", -1.0)));

    private static Insert insert(String type, Map<String, Double> values) {
        return new Insert(type, type, Values.of(new TreeMap<>(values)), null);
    }

    /// Chords and beats of noise over all frequencies: no two moments are alike.
    private static float[][] music(int rate, double seconds, double level) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] made = new float[2][(int) (rate * seconds)];
        for (int i = 0; i < made[0].length; i++) {
            double t = (double) i / rate;
            double hit = Math.exp(-(t % 0.25) * 14);
            double noise = random.nextDouble() * 2 - 1;
            for (int ch = 0; ch < 2; ch++) {
                double tone = Math.sin(2 * Math.PI * 110 * t + ch) + 0.5 * Math.sin(2 * Math.PI * 659.3 * t);
                double own = random.nextDouble() * 2 - 1;
                made[ch][i] = (float) (level * (0.4 * tone + hit * (0.7 * noise + 0.2 * own)));
            }
        }
        return made;
    }

    private Path print(int rate, float[]... sound) throws IOException {
        Path file = folder.resolve("print.wav");
        try (AudioFileWriter writer = AudioFiles.create(
                file, new AudioFormat(rate, sound.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, sound[0].length);
        }
        return file;
    }

    private CodedRender.Order order(Path print, String format, List<Insert> chain, Ends ends) {
        return new CodedRender.Order(
                print,
                chain,
                ends,
                CodedFormat.parse(format),
                out.resolve("0123456789ab sound.wav"),
                out.resolve("0123456789ab difference.wav"));
    }

    private static float[][] read(SampleStream from, int frames) throws IOException {
        try (SampleStream stream = from) {
            float[][] all = new float[stream.format().channels()][frames];
            int at = 0;
            while (at < frames) {
                int read = stream.read(all, at, frames - at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
            return all;
        }
    }

    private static float[][] read(Path file) throws IOException {
        return read(AudioFiles.open(file), (int) AudioFiles.source(file).frames());
    }

    /// How far the second sound lies behind the first, in frames and parts of one, around a frame of both.
    private static double lag(float[] one, float[] two, int from) {
        int most = 1500;
        int length = 6000;
        double[] alike = new double[2 * most + 1];
        int best = 0;
        for (int lag = -most; lag <= most; lag++) {
            double sum = 0;
            for (int i = from; i < from + length; i++) {
                sum += one[i] * two[i + lag];
            }
            alike[lag + most] = sum;
            best = sum > alike[best] ? lag + most : best;
        }
        assertThat(best).isBetween(1, 2 * most - 1);
        double before = alike[best - 1];
        double after = alike[best + 1];
        return best - most + (before - after) / (2 * (before - 2 * alike[best] + after));
    }

    @ParameterizedTest
    @CsvSource({
        "mp3:320, 44100",
        "mp3:320, 48000",
        "mp3:128, 44100",
        "mp3:128, 48000",
        "mp3:192, 96000",
        "opus:128, 44100",
        "opus:128, 48000",
        "opus:64, 48000"
    })
    void theCodedSoundLiesOnTheMasterToTheSampleFromBeginningToEnd(String format, int rate) throws IOException {
        Path print = print(rate, music(rate, 4.03, 0.2));
        CodedMaster coded = CodedRender.make(order(print, format, CHAIN, Ends.WHOLE), Progress.NONE);

        Path file = folder.resolve("master.wav");
        MasterJob.run(
                print, file, MasterJob.Settings.asSet(CHAIN, OutputFormat.of(SampleFormat.FLOAT32)), Progress.NONE);
        float[][] master = read(file);
        float[][] sound = read(coded.sound());
        assertThat(coded.frames()).isEqualTo(master[0].length);
        assertThat(sound[0]).hasSameSizeAs(master[0]);
        int end = master[0].length - 8000;
        for (int from : new int[] {2000, end / 2, end}) {
            // A sample off would be 1 here; what a coder does to the phase moves the top of the correlation by a
            // little.
            assertThat(lag(master[0], sound[0], from)).isEqualTo(0, within(0.1));
            assertThat(lag(master[1], sound[1], from)).isEqualTo(0, within(0.1));
        }
    }

    /// Nothing of what is measured here comes from the code that is tested but the two files.
    @ParameterizedTest
    @CsvSource({"mp3:128, 48000", "opus:96, 44100"})
    void theDifferenceIsTheDeliveredFileLessTheMaster(String format, int rate) throws IOException {
        Path print = print(rate, music(rate, 2.5, 0.2));
        CodedMaster coded = CodedRender.make(order(print, format, CHAIN, Ends.WHOLE), Progress.NONE);

        Path file = folder.resolve("master.wav");
        MasterJob.run(
                print, file, MasterJob.Settings.asSet(CHAIN, OutputFormat.of(SampleFormat.FLOAT32)), Progress.NONE);
        Path delivered = folder.resolve(format.startsWith("mp3") ? "song.mp3" : "song.opus");
        DeliveryJob.run(
                new DeliveryJob.Order(
                        "Song",
                        print,
                        List.of(),
                        CHAIN,
                        Ends.WHOLE,
                        List.of(new DeliveryFile(
                                delivered, CodedFormat.parse(format).item(), Tags.NONE)),
                        List.of(),
                        List.of()),
                DeliveryWatch.of(Progress.NONE));
        float[][] master = read(file);
        float[][] decoded = read(ResampledStream.of(AudioFiles.open(delivered), rate), master[0].length);
        float[][] sound = read(coded.sound());
        float[][] difference = read(coded.difference());
        for (int ch = 0; ch < 2; ch++) {
            assertThat(sound[ch]).as("the delivered file, every sample").isEqualTo(decoded[ch]);
            for (int i = 0; i < difference[ch].length; i++) {
                if (difference[ch][i] != decoded[ch][i] - master[ch][i]) {
                    assertThat(difference[ch][i]).as("frame " + i).isEqualTo(decoded[ch][i] - master[ch][i]);
                }
            }
        }
        CodedFigures figures = coded.figures();
        assertThat(figures.difference()).isEqualTo(ProgramMeter.measure(rate, difference));
        assertThat(figures.master()).isEqualTo(ProgramMeter.measure(rate, master));
        assertThat(figures.coded().truePeakDbtp()).isLessThanOrEqualTo(-1);
        assertThat(figures.ceilingDbtp()).hasValue(-1);
        assertThat(figures.belowDb()).isBetween(5.0, 40.0);
        assertThat(figures.louderLu()).isEqualTo(0, within(1.0));
    }

    @Test
    void itIsTheSameEveryTimeAndOnlyItsFilesAreLeft() throws IOException {
        Path print = print(48_000, music(48_000, 1.5, 0.2));
        CodedRender.Order order = order(print, "mp3:128", CHAIN, Ends.WHOLE);
        CodedMaster first = CodedRender.make(order, Progress.NONE);
        byte[] sound = Files.readAllBytes(first.sound());
        CodedMaster second = CodedRender.make(order, Progress.NONE);
        assertThat(Files.readAllBytes(second.sound())).isEqualTo(sound);
        assertThat(second.figures()).isEqualTo(first.figures());
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).containsExactlyInAnyOrder(order.sound(), order.difference());
        }
    }

    /// 0.12345 s are 5444 frames of 44.1 kHz, which fall 0.44 of a frame behind one of the file's 48 kHz.
    @ParameterizedTest
    @CsvSource({"opus:256, 44100, 0.12345", "opus:256, 44100, 0.5", "mp3:320, 96000, 0.50001"})
    void whatBeginsBetweenTwoFramesOfTheFileLiesOnTheMasterToo(String format, int rate, double head)
            throws IOException {
        Path print = print(rate, music(rate, 3, 0.2));
        Ends ends = new Ends(new Ends.Edge.At(head), Ends.WHOLE.tail(), 0, 0, Fade.Shape.LINEAR);
        CodedMaster coded = CodedRender.make(order(print, format, CHAIN, ends), Progress.NONE);
        float[][] sound = read(coded.sound());
        float[] master = read(coded.difference())[0];
        for (int i = 0; i < master.length; i++) {
            master[i] = sound[0][i] - master[i];
        }
        for (int from : new int[] {4000, master.length / 2, master.length - 8000}) {
            assertThat(lag(master, sound[0], from)).isEqualTo(0, within(0.1));
        }
    }

    @Test
    void whatIsCutAndFadedForTheDeliveryIsCutAndFadedHere() throws IOException {
        Path print = print(48_000, music(48_000, 3, 0.2));
        Ends ends = new Ends(new Ends.Edge.At(0.5), new Ends.Edge.At(2.5), 0.2, 0.3, Fade.Shape.LINEAR);
        CodedMaster coded = CodedRender.make(order(print, "mp3:192", CHAIN, ends), Progress.NONE);
        assertThat(coded.at()).isEqualTo(24_000);
        assertThat(coded.frames()).isEqualTo(96_000);
        float[][] difference = read(coded.difference());
        assertThat(difference[0]).hasSize(96_000);
        // Both are faded, so the fade is no difference: a quarter of the way into it half of the sound would be.
        assertThat(coded.figures().belowDb()).isGreaterThan(10);
        float[][] sound = read(coded.sound());
        assertThat(Math.abs(sound[0][0])).isLessThan(0.02f);
    }

    @Test
    void lowBitRatesLoseMoreAndSayWhereTheyEnd() throws IOException {
        Path print = print(48_000, music(48_000, 3, 0.2));
        CodedFigures best = CodedRender.make(order(print, "mp3:320", CHAIN, Ends.WHOLE), Progress.NONE)
                .figures();
        CodedFigures least = CodedRender.make(order(print, "mp3:128", CHAIN, Ends.WHOLE), Progress.NONE)
                .figures();
        assertThat(best.belowDb()).isGreaterThan(least.belowDb() + 3);
        assertThat(least.cutoffHz().orElseThrow()).isBetween(14_000.0, 18_000.0);
        assertThat(best.cutoffHz().orElse(24_000)).isGreaterThan(19_000);
        assertThat(least.thirds()).hasSize(31);
        assertThat(least.thirds().get(0).hertz()).isEqualTo(20, within(0.1));
        assertThat(least.thirds().get(30).belowDb()).isEqualTo(0, within(1.5));
        assertThat(CodedWords.sentences(least))
                .anyMatch(words -> words.matches("Everything above 1[4-7](\\.\\d)? kHz is gone\\."))
                .anyMatch(words -> words.matches("The difference is \\d+ dB below the sound\\."));
        assertThat(CodedWords.sentences(best)).noneMatch(words -> words.contains("gone"));
    }

    @Test
    void whatItWouldPassWithoutRoomIsCounted() throws IOException {
        List<Insert> hot = List.of(insert("limiter", Map.of("gain", 18.0, "ceiling", 0.0)));
        Path print = print(44_100, music(44_100, 3, 0.25));
        CodedMaster coded = CodedRender.make(order(print, "mp3:128", hot, Ends.WHOLE), Progress.NONE);
        CodedFigures figures = coded.figures();
        assertThat(figures.asSet().truePeakDbtp()).isGreaterThan(0);
        assertThat(figures.asSet().samples()).isPositive();
        assertThat(figures.asSet().places()).isBetween(1, 30);
        assertThat(figures.kept().samples()).isZero();
        assertThat(figures.kept().truePeakDbtp()).isLessThanOrEqualTo(0);
        assertThat(figures.kept().truePeakDbtp()).isEqualTo(figures.coded().truePeakDbtp(), within(1e-9));
        assertThat(figures.passes()).isGreaterThan(1);
        assertThat(figures.loweredDb()).isPositive();
        assertThat(CodedWords.sentences(figures)).anyMatch(words -> words.contains("a delivery sets it to -"));
    }

    @Test
    void theDifferenceIsRaisedNoFurtherThanToTheMaster() throws IOException {
        Path print = print(48_000, music(48_000, 2, 0.2));
        CodedFigures figures = CodedRender.make(order(print, "opus:64", CHAIN, Ends.WHOLE), Progress.NONE)
                .figures();
        assertThat(figures.raiseDb(0)).isZero();
        double most = figures.raiseDb(60);
        assertThat(figures.difference().truePeakDbtp() + most)
                .isLessThanOrEqualTo(figures.master().truePeakDbtp() + 1e-9);
        assertThat(figures.difference().maxMomentaryLufs() + most)
                .isLessThanOrEqualTo(figures.master().maxMomentaryLufs() + 1e-9);
    }

    @Test
    void calledOffAnywhereItLeavesNothing() throws IOException {
        Path print = print(48_000, music(48_000, 1.5, 0.2));
        AtomicInteger asked = new AtomicInteger();
        List<Double> shares = new ArrayList<>();
        CodedRender.make(order(print, "mp3:128", CHAIN, Ends.WHOLE), new Progress() {
            @Override
            public void at(String step, double share) {
                shares.add(share);
            }

            @Override
            public boolean canceled() {
                asked.incrementAndGet();
                return false;
            }
        });
        assertThat(shares).isSorted().last().isEqualTo(1.0);
        clear();
        int all = asked.get();
        for (int part = 1; part < 8; part++) {
            AtomicInteger left = new AtomicInteger(Math.max(1, all * part / 8));
            assertThatThrownBy(() -> CodedRender.make(order(print, "mp3:128", CHAIN, Ends.WHOLE), new Progress() {
                        @Override
                        public boolean canceled() {
                            return left.decrementAndGet() <= 0;
                        }
                    }))
                    .isInstanceOf(OfflineRender.Canceled.class);
            try (Stream<Path> files = Files.list(out)) {
                assertThat(files).isEmpty();
            }
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws IOException {
        Path print = print(48_000, music(48_000, 1, 0.2));
        Files.delete(out);
        assertThatThrownBy(() -> CodedRender.make(order(print, "mp3:128", CHAIN, Ends.WHOLE), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(out.getFileName().toString());
    }

    @Test
    void formatsComeFromThoseOfDeliveries() {
        assertThat(CodedFormat.all())
                .extracting(CodedFormat::label)
                .contains("MP3 320", "MP3 128", "Opus 128", "Opus 96");
        assertThat(CodedFormat.parse("mp3")).isEqualTo(CodedFormat.parse("MP3:320"));
        for (CodedFormat format : CodedFormat.all()) {
            assertThat(CodedFormat.parse(format.id())).isEqualTo(format);
        }
        assertThatThrownBy(() -> CodedFormat.parse("aac:256")).hasMessageContaining("mp3, opus");
        assertThatThrownBy(() -> CodedFormat.parse("wav24")).hasMessageContaining("no lossy format");
        assertThatThrownBy(() -> CodedFormat.parse("mp3:fast")).hasMessageContaining("mp3:128");
        assertThatThrownBy(() -> CodedFormat.parse("mp3:127")).hasMessageContaining("320");
    }

    /// What somebody has linked lies elsewhere and is nobody's leftover.
    @Test
    void theFolderFollowsNoLinksAndRemovesNone() throws IOException {
        Path song = Files.createDirectory(folder.resolve("Linked.headroom"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path ours = Files.write(elsewhere.resolve("0123456789ab sound.wav"), new byte[1]);
        Path coded = Files.createSymbolicLink(song.resolve(CodedFolder.FOLDER), elsewhere);
        new CodedFolder(song).clear();
        assertThat(coded).isSymbolicLink();
        assertThat(ours).exists();
        Files.delete(coded);
        Files.createDirectory(coded);
        Path link = Files.createSymbolicLink(coded.resolve("0123456789ab sound.wav"), ours);
        Path others = Files.write(coded.resolve("0123456789ab sound of rain.wav"), new byte[1]);
        Path folderOfThat = Files.createDirectory(coded.resolve("0123456789ab difference.wav"));
        new CodedFolder(song).clear();
        assertThat(ours).exists();
        assertThat(link).isSymbolicLink();
        assertThat(others).exists();
        assertThat(folderOfThat).exists();
    }

    @Test
    void theFolderForgetsItsOwnFilesAndKeepsThoseOfOthers() throws IOException {
        Path song = Files.createDirectory(folder.resolve("Song.headroom"));
        CodedFolder coded = new CodedFolder(song);
        CodedFolder.Places places = coded.places();
        Files.write(places.sound(), new byte[1]);
        Files.write(places.difference(), new byte[1]);
        Files.write(places.sound().resolveSibling(".0123456789ab sound (coded).mp3.00112233aabb.part"), new byte[1]);
        Path kept = Files.write(places.sound().resolveSibling("notes.txt"), new byte[1]);
        coded.clear();
        try (Stream<Path> left = Files.list(song.resolve(CodedFolder.FOLDER))) {
            assertThat(left).containsExactly(kept);
        }
        Files.delete(kept);
        coded.clear();
        assertThat(song.resolve(CodedFolder.FOLDER)).doesNotExist();
    }
}
