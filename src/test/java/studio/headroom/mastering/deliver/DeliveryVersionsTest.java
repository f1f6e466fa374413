package studio.headroom.mastering.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.Sha256;
import studio.headroom.mastering.ExportWatch;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Insert;

/// Several versions of a song in one delivery.
class DeliveryVersionsTest extends DeliveryRig {
    private static final String OWN_ISRC = "US-RC1-76-07840";

    private Path instrumental;

    /// The print without its hits.
    @BeforeEach
    void writeInstrumental() throws IOException {
        instrumental = write("instrumental.wav", tones(SECONDS, 0.2), RATE);
    }

    private static float[][] tones(double seconds, double level) {
        float[][] tones = new float[2][(int) (RATE * seconds)];
        for (int i = 0; i < tones[0].length; i++) {
            double t = (double) i / RATE;
            for (int c = 0; c < 2; c++) {
                tones[c][i] = (float)
                        (level * (Math.sin(2 * Math.PI * 110 * t) + 0.5 * Math.sin(2 * Math.PI * (220 + c) * t)));
            }
        }
        return tones;
    }

    private Path write(String name, float[][] sound, int rate) throws IOException {
        Path file = folder.resolve(name);
        try (AudioFileWriter writer = AudioFiles.create(
                file, new AudioFormat(rate, sound.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, sound[0].length);
        }
        return file;
    }

    private static DeliveryPlan.Other other(String name, Path print, String isrc) {
        return new DeliveryPlan.Other(name, print, new DeliveryPlan.Sound(RATE, 2, SECONDS), isrc);
    }

    private DeliveryPlan plan(String pattern, String version, List<DeliveryPlan.Other> others, String... specs) {
        return DeliveryPlan.of(new DeliveryPlan.Request(
                print,
                new DeliveryPlan.Sound(RATE, 2, SECONDS),
                Arrays.stream(specs).map(ItemText::parse).toList(),
                pattern,
                folder.resolve("out"),
                new TreeMap<>(Map.of("title", "Lanterns", "artist", "Paper", "isrc", "US-RC1-76-07839")),
                null,
                version,
                others,
                LocalDate.of(2026, 11, 20)));
    }

    private DeliveryPlan both(String isrc, String... specs) {
        return plan(DeliveryPlan.USUAL_NAME, "", List.of(other("Instrumental", instrumental, isrc)), specs);
    }

    private static DeliveryJob.Order order(
            @Nullable List<Insert> chain,
            Ends ends,
            VersionLevel level,
            DeliveryPlan plan,
            DeliveryReport.Place... reports) {
        return new DeliveryJob.Order(
                "Lanterns", plan.versions(), level, List.of(), chain, ends, plan.folders(), List.of(reports));
    }

    private static DeliveryJob.Result deliver(
            @Nullable List<Insert> chain, Ends ends, VersionLevel level, DeliveryPlan plan) throws IOException {
        return DeliveryJob.run(order(chain, ends, level, plan), DeliveryWatch.of(Progress.NONE));
    }

    private static float[][] samples(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            float[][] all = new float[2][Math.toIntExact(stream.expectedFrames())];
            int done = 0;
            for (int read = 0; read >= 0 && done < all[0].length; done += read) {
                read = stream.read(all, done, all[0].length - done);
            }
            return all;
        }
    }

    // ---- sound ----

    @Test
    void theSongsFilesAreByteForByteThoseOfADeliveryWithoutVersions() throws IOException {
        String[] specs = {"wav24,lufs=-14,ceiling=-1", "wav16,rate=44100,target=cd", "flac24", "mp3,ceiling=-1", "opus"
        };
        for (List<Insert> chain : Arrays.asList(chain(6, -1), null)) {
            DeliveryPlan alone = plan(DeliveryPlan.USUAL_NAME, "", List.of(), specs);
            deliver(chain, Ends.WHOLE, VersionLevel.SONG, alone);
            List<String> before = sums(alone.files());
            DeliveryPlan together = both("", specs);
            deliver(chain, Ends.WHOLE, VersionLevel.SONG, together);
            assertThat(sums(together.files().subList(0, specs.length))).isEqualTo(before);
        }
    }

    private static List<String> sums(List<DeliveryFile> files) throws IOException {
        List<String> sums = new ArrayList<>();
        for (DeliveryFile file : files) {
            sums.add(Sha256.of(file.path()));
        }
        return sums;
    }

    @Test
    void anInstrumentalGetsTheGainAndTheLimiterOfTheSongAndIsSofterByWhatItLacks() throws IOException {
        DeliveryJob.Result result = deliver(
                chain(0, -1),
                Ends.WHOLE,
                VersionLevel.SONG,
                both("", "wav24,lufs=-12,ceiling=-1", "mp3,lufs=-12,ceiling=-1", "wav24,rate=44100,ceiling=-1"));
        List<Delivered> song = result.song().files();
        List<Delivered> other = result.versions().getLast().files();
        for (int i = 0; i < song.size(); i++) {
            assertThat(other.get(i).gainDb()).isEqualTo(song.get(i).gainDb());
            assertThat(other.get(i).ceilingSet())
                    .isLessThanOrEqualTo(song.get(i).ceilingSet());
            assertThat(other.get(i).holds()).isTrue();
            double softer = song.get(i).report().integratedLufs()
                    - other.get(i).report().integratedLufs();
            assertThat(softer).isGreaterThan(0.3);
            assertThat(other.get(i).againstSong().orElseThrow()).isEqualTo(-softer, within(1e-9));
            assertThat(other.get(i).levelWords()).contains("as the song’s", "LU softer");
            assertThat(song.get(i).levelWords()).isEmpty();
        }
        assertThat(song.getFirst().report().integratedLufs()).isEqualTo(-12, within(0.1));
    }

    @Test
    void eachByItselfIsBroughtToItsOwnLevel() throws IOException {
        DeliveryJob.Result result = deliver(
                chain(0, -1), Ends.WHOLE, VersionLevel.OWN, both("", "wav24,lufs=-14,ceiling=-1", "flac,lufs=-16"));
        for (DeliveredVersion version : result.versions()) {
            assertThat(version.files().getFirst().report().integratedLufs()).isEqualTo(-14, within(0.1));
            assertThat(version.files().getLast().report().integratedLufs()).isEqualTo(-16, within(0.1));
            assertThat(version.files()).allMatch(file -> file.levelWords().isEmpty() && file.holds());
        }
    }

    /// The a cappella of a song can peak higher than the song where both cancel each other.
    @Test
    void aVersionWithHigherPeaksKeepsTheCeilingWithEveryLevel() throws IOException {
        Path hot = write("hot.wav", tones(SECONDS, 0.9), RATE);
        DeliveryPlan plan = plan(
                DeliveryPlan.USUAL_NAME,
                "",
                List.of(other("A cappella", hot, "")),
                "wav24,lufs=-14,ceiling=-1",
                "wav24,rate=44100,level=unlimited,ceiling=-1,version=bare",
                "mp3,ceiling=-2",
                "wav16,version=set");
        DeliveryJob.Result result = deliver(chain(3, -1), Ends.WHOLE, VersionLevel.SONG, plan);
        for (Delivered file : result.versions().getLast().files()) {
            assertThat(file.holds()).as(file.file().path().toString()).isTrue();
            assertThat(measured(file.file().path()).truePeakDbtp())
                    .isLessThanOrEqualTo(file.ceiling().orElseThrow());
        }
        Delivered bare = result.versions().getLast().files().get(1);
        assertThat(bare.gainDb()).isLessThan(result.song().files().get(1).gainDb());
        assertThat(bare.report().truePeakDbtp()).isBetween(-1.2, -1.0);
        assertThat(bare.remarks()).anyMatch(remark -> remark.contains("less gain"));
    }

    /// With a linear chain the song is the sum of its versions, sample for sample.
    @Test
    void withoutLimitingTheVersionsSumToTheSong() throws IOException {
        float[][] song = samples(print);
        float[][] chords = samples(instrumental);
        float[][] hits = new float[2][song[0].length];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < hits[c].length; i++) {
                hits[c][i] = song[c][i] - chords[c][i];
            }
        }
        Path voice = write("voice.wav", hits, RATE);
        DeliveryPlan plan = plan(
                DeliveryPlan.USUAL_NAME,
                "",
                List.of(other("Instrumental", instrumental, ""), other("A cappella", voice, "")),
                "wav32f,level=unlimited,ceiling=-6");
        DeliveryJob.Result result = deliver(List.of(Insert.create("eq", "eq")), Ends.WHOLE, VersionLevel.SONG, plan);
        List<float[][]> made = new ArrayList<>();
        for (Delivered file : result.files()) {
            made.add(samples(file.file().path()));
        }
        for (int i = 0; i < song[0].length; i++) {
            // Three floats, each rounded once.
            assertThat(made.get(1)[0][i] + made.get(2)[0][i]).isEqualTo(made.get(0)[0][i], within(1e-6f));
        }
    }

    @Test
    void withoutAChainAllVersionsGetTheOneThatIsMadeForTheSong() throws IOException {
        DeliveryJob.Result result = deliver(null, Ends.WHOLE, VersionLevel.SONG, both("", "wav24,lufs=-9,ceiling=-1"));
        assertThat(result.files().getLast().chain())
                .isEqualTo(result.files().getFirst().chain());
    }

    @Test
    void anotherRateAndMonoAreDeliveredBesideTheSong() throws IOException {
        float[][] mono = {tones(2, 0.2)[0]};
        Path elsewhere = write("elsewhere.wav", mono, 44_100);
        DeliveryPlan plan = plan(
                DeliveryPlan.USUAL_NAME,
                "",
                List.of(new DeliveryPlan.Other("TV", elsewhere, new DeliveryPlan.Sound(44_100, 1, 2), "")),
                "wav24,ceiling=-1",
                "flac,rate=44100,ceiling=-1");
        assertThat(plan.problems()).isEmpty();
        DeliveryJob.Result result = deliver(chain(3, -1), Ends.WHOLE, VersionLevel.SONG, plan);
        List<Delivered> tv = result.versions().getLast().files();
        assertThat(tv).allMatch(Delivered::holds);
        assertThat(tv.getFirst().format()).isEqualTo(new AudioFormat(44_100, 1));
    }

    /// So that they line up: the voice alone begins later, and must not be cut there.
    @Test
    void silenceIsCutWhereItIsCutOffTheSongUnlessTheVersionSoundsThere() throws IOException {
        print = write("print.wav", placed(1.0, 4.0, 6), RATE);
        Path voice = write("voice.wav", placed(2.5, 3.0, 6), RATE);
        Path early = write("early.wav", placed(0.5, 5.5, 6), RATE);
        Ends ends = new Ends(new Ends.Edge.Silence(0.1), new Ends.Edge.Silence(0.5), 0, 0, Fade.Shape.LINEAR);
        DeliveryPlan plan = plan(
                DeliveryPlan.USUAL_NAME,
                "",
                List.of(other("A cappella", voice, ""), other("TV", early, "")),
                "wav32f,level=exactly");
        List<DeliveredVersion> made =
                deliver(List.of(), ends, VersionLevel.SONG, plan).versions();
        assertThat(made.get(0).trim().headSeconds()).isEqualTo(0.9, within(0.01));
        assertThat(made.get(1).trim()).isEqualTo(made.get(0).trim());
        assertThat(made.get(1).files().getFirst().seconds())
                .isEqualTo(made.get(0).files().getFirst().seconds());
        assertThat(made.get(2).trim().headSeconds()).isEqualTo(0.4, within(0.01));
        assertThat(made.get(2).trim().tailSeconds()).isEqualTo(0, within(0.01));
    }

    private static float[][] placed(double from, double to, double seconds) {
        float[][] sound = new float[2][(int) (RATE * seconds)];
        float[][] tones = tones(to - from, 0.3);
        for (int c = 0; c < 2; c++) {
            System.arraycopy(tones[c], 0, sound[c], (int) (from * RATE), tones[c].length);
        }
        return sound;
    }

    // ---- names and tags ----

    @Test
    void aVersionIsNamedInItsFilesAndItsTitleAndNeverGetsTheIsrcOfTheSong() throws IOException {
        DeliveryPlan plan = both("", "wav24", "mp3,title=Radio", "flac,isrc=US-RC1-76-00001");
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.notes()).anyMatch(note -> note.contains("“Instrumental” gets no ISRC"));
        assertThat(plan.names())
                .containsExactly(
                        "Paper - Lanterns 24-bit 48 kHz.wav",
                        "Paper - Radio 320 kbps 48 kHz.mp3",
                        "Paper - Lanterns 24-bit 48 kHz.flac",
                        "Paper - Lanterns (Instrumental) 24-bit 48 kHz.wav",
                        "Paper - Radio (Instrumental) 320 kbps 48 kHz.mp3",
                        "Paper - Lanterns (Instrumental) 24-bit 48 kHz.flac");
        deliver(chain(0, -1), Ends.WHOLE, VersionLevel.SONG, plan);
        List<Tags> tags = new ArrayList<>();
        for (DeliveryFile file : plan.files()) {
            tags.add(AudioFiles.tags(file.path()));
        }
        assertThat(tags.stream().map(each -> each.get(Tags.Field.TITLE)))
                .containsExactly(
                        "Lanterns", "Radio", "Lanterns", "Lanterns (Instrumental)", "Radio", "Lanterns (Instrumental)");
        assertThat(tags.stream().map(each -> each.get(Tags.Field.ISRC)))
                .containsExactly("USRC17607839", "USRC17607839", "USRC17600001", "", "", "");
        assertThat(tags).allMatch(each -> each.get(Tags.Field.ARTIST).equals("Paper"));
    }

    @Test
    void aVersionGetsTheIsrcThatIsTypedForIt() {
        DeliveryPlan plan = both(OWN_ISRC, "wav24");
        assertThat(plan.notes()).isEmpty();
        assertThat(plan.files().getLast().tags().get(Tags.Field.ISRC)).isEqualTo("USRC17607840");
        assertThat(both("US-RC1-76-0784", "wav24").problems())
                .singleElement()
                .asString()
                .startsWith("“Instrumental”: An ISRC")
                .contains("11 characters");
        assertThat(both("usrc17607839", "wav24").problems())
                .singleElement()
                .asString()
                .contains("has the ISRC of another version");
    }

    @Test
    void namesThatMeetBetweenVersionsAreToldWithTheCure() {
        DeliveryPlan.Other first = other("Instrumental", instrumental, "");
        assertThat(plan("{artist} {title} {bits}", "", List.of(first), "wav24", "flac")
                        .problems())
                .containsExactly(
                        "Files of “Instrumental” would be called as those of another version: put {version} into"
                                + " the names.");
        assertThat(plan(DeliveryPlan.USUAL_NAME, "", List.of(first, other(" instrumental", print, "")), "wav24")
                        .problems())
                .containsExactly("Two versions are called “instrumental”: give each a name of its own.");
        assertThat(plan(DeliveryPlan.USUAL_NAME, "Instrumental", List.of(first), "wav24")
                        .problems())
                .hasSize(1);
        assertThat(plan(DeliveryPlan.USUAL_NAME, "", List.of(other(" ", instrumental, "")), "wav24")
                        .problems())
                .containsExactly("A version has no name yet: give it one, such as Instrumental.");
        assertThat(plan(
                                DeliveryPlan.USUAL_NAME,
                                "",
                                List.of(other("TV/Clean", print, ""), other("TV_Clean", print, "")),
                                "wav24")
                        .problems())
                .containsExactly(
                        "Files of “TV_Clean” would be called as those of another version: give it another name.");
        assertThat(plan("{version}/{title} {bits}", "Song", List.of(first), "wav24")
                        .problems())
                .isEmpty();
    }

    @Test
    void aVersionOfTheVeryFileOfAnotherOrOfAnotherLengthIsSaid() {
        Path same = print.resolveSibling("out/..").resolve(print.getFileName());
        DeliveryPlan.Other other = new DeliveryPlan.Other(
                "Clean", folder.resolve("clean.wav"), new DeliveryPlan.Sound(RATE, 2, SECONDS + 7), OWN_ISRC);
        DeliveryPlan.Other untold = new DeliveryPlan.Other(
                "Untold", folder.resolve("untold.mp3"), new DeliveryPlan.Sound(RATE, 2, 0), "US-RC1-76-07844");
        DeliveryPlan plan = plan(
                DeliveryPlan.USUAL_NAME,
                "",
                List.of(
                        other("TV", same, "US-RC1-76-07841"),
                        other("Instrumental", instrumental, "US-RC1-76-07842"),
                        other("A cappella", instrumental, "US-RC1-76-07843"),
                        other,
                        untold),
                "wav24");
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.notes())
                .containsExactly(
                        "“TV” is made of the very file that the song is made of: choose another for it.",
                        "“A cappella” is made of the very file that “Instrumental” is made of: choose another for it.",
                        "“Clean” is 7.0 s longer than the song: look whether it is of this song.");
    }

    @Test
    void theVersionOfAFileStandsBesideThatOfTheSong() {
        assertThat(both("", "wav24,version=Quiet").names())
                .containsExactly(
                        "Paper - Lanterns (Quiet) 24-bit 48 kHz.wav",
                        "Paper - Lanterns (Instrumental, Quiet) 24-bit 48 kHz.wav");
    }

    // ---- all or nothing ----

    @Test
    void progressCoversAllVersionsAndEachIsRenderedOnce() throws IOException {
        List<String> steps = new ArrayList<>();
        double[] share = new double[1];
        List<Integer> complete = new ArrayList<>();
        DeliveryJob.run(
                order(chain(3, -1), Ends.WHOLE, VersionLevel.SONG, both("", "wav24", "wav16,rate=44100", "flac")),
                new DeliveryWatch() {
                    @Override
                    public synchronized void at(String step, double now) {
                        if (now == 0 || steps.isEmpty() || !steps.getLast().equals(step)) {
                            steps.add(step);
                        }
                    }

                    @Override
                    public void whole(double now) {
                        assertThat(now).isBetween(share[0] - 1e-9, 1.0);
                        share[0] = now;
                    }

                    @Override
                    public void file(int index, ExportWatch.Stage stage) {
                        if (stage == ExportWatch.Stage.DONE) {
                            complete.add(index);
                        }
                    }
                });
        assertThat(share[0]).isEqualTo(1);
        assertThat(complete)
                .containsExactlyElementsOf(IntStream.range(0, 6).boxed().toList());
        long renders = steps.stream()
                .filter(step -> step.startsWith("Rendering the chain"))
                .count();
        assertThat(renders).isLessThanOrEqualTo(2);
    }

    @Test
    void calledOffOrFailingInTheLastVersionItLeavesNothing() throws IOException {
        DeliveryPlan plan = both("", "wav24", "mp3,ceiling=-1");
        Path there = plan.files().getFirst().path();
        Files.createDirectories(there.getParent());
        Files.writeString(there, "what was there before");
        List<String> before = everything();
        DeliveryReport.Place report = new DeliveryReport.Place(DeliveryReport.JSON, folder.resolve("out/report.json"));
        boolean[] last = new boolean[1];
        assertThatThrownBy(() -> DeliveryJob.run(
                        order(chain(3, -1), Ends.WHOLE, VersionLevel.SONG, plan, report), new DeliveryWatch() {
                            @Override
                            public void file(int index, ExportWatch.Stage stage) {
                                last[0] |= index == 3;
                            }

                            @Override
                            public boolean canceled() {
                                return last[0];
                            }
                        }))
                .isInstanceOf(OfflineRender.Canceled.class);
        assertThat(everything()).isEqualTo(before);

        Path silent = write("silent.wav", new float[2][RATE], RATE);
        before = everything();
        DeliveryPlan bad = plan(DeliveryPlan.USUAL_NAME, "", List.of(other("Clean", silent, "")), "wav24");
        assertThatThrownBy(() -> deliver(chain(3, -1), Ends.WHOLE, VersionLevel.SONG, bad))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("silent.wav");
        assertThat(everything()).isEqualTo(before);
        assertThat(there).hasContent("what was there before");
    }

    @Test
    void whatStandsAgainstAnyVersionIsSaidBeforeAnythingIsRendered() throws IOException {
        Path wide = write("wide.wav", new float[4][RATE], RATE);
        DeliveryPlan four = plan(
                DeliveryPlan.USUAL_NAME,
                "",
                List.of(new DeliveryPlan.Other("TV", wide, new DeliveryPlan.Sound(RATE, 4, 1), "")),
                "wav24");
        assertThat(four.problems()).singleElement().asString().contains("one or two channels, not 4");
        assertThatThrownBy(() -> deliver(chain(0, -1), Ends.WHOLE, VersionLevel.SONG, four))
                .hasMessageContaining("(TV)")
                .hasMessageContaining("not 4");
        DeliveryPlan onto = plan("{title}{version}", "", List.of(other("x", instrumental, "")), "wav24");
        List<DeliveryVersion> over = List.of(
                onto.versions().getFirst(),
                new DeliveryVersion(
                        "x",
                        instrumental,
                        List.of(onto.versions().getLast().files().getFirst().at(instrumental))));
        byte[] before = Files.readAllBytes(instrumental);
        assertThatThrownBy(() -> DeliveryJob.run(
                        new DeliveryJob.Order(
                                "", over, VersionLevel.SONG, List.of(), null, Ends.WHOLE, List.of(), List.of()),
                        DeliveryWatch.of(Progress.NONE)))
                .hasMessageContaining("instrumental.wav");
        assertThat(instrumental).hasBinaryContent(before);
    }

    @Test
    void allVersionsHaveTheSameItems() {
        DeliveryFile wav = both("", "wav24").files().getFirst();
        assertThatThrownBy(() -> new DeliveryJob.Order(
                        "",
                        List.of(
                                new DeliveryVersion("", print, List.of(wav)),
                                new DeliveryVersion("TV", instrumental, List.of())),
                        VersionLevel.SONG,
                        List.of(),
                        null,
                        Ends.WHOLE,
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- reports ----

    @Test
    void theReportsTellWhichFileIsWhichVersionAndHowItsLevelCameAbout() throws IOException {
        Path html = folder.resolve("out/report.html");
        Path json = folder.resolve("out/report.json");
        DeliveryPlan plan = both("", "wav24,lufs=-14,ceiling=-1");
        DeliveryJob.run(
                order(
                        chain(0, -1),
                        Ends.WHOLE,
                        VersionLevel.SONG,
                        plan,
                        new DeliveryReport.Place(DeliveryReport.HTML, html),
                        new DeliveryReport.Place(DeliveryReport.JSON, json)),
                DeliveryWatch.of(Progress.NONE));
        assertThat(Files.readString(html))
                .contains(
                        "<h3>Song</h3>",
                        "<h3>Instrumental</h3>",
                        ">Version</th>",
                        "<td class=\"words\">Instrumental</td>")
                .contains("gain and limiter as the song’s")
                .contains(Sha256.of(instrumental));
        assertThat(Files.readString(json))
                .contains("\"versions\"", "\"version\" : \"Instrumental\"", "\"againstSongLu\" : -");
        DeliveryPlan alone = plan(DeliveryPlan.USUAL_NAME, "", List.of(), "wav24");
        DeliveryJob.run(
                order(
                        chain(0, -1),
                        Ends.WHOLE,
                        VersionLevel.SONG,
                        alone,
                        new DeliveryReport.Place(DeliveryReport.HTML, html),
                        new DeliveryReport.Place(DeliveryReport.JSON, json)),
                DeliveryWatch.of(Progress.NONE));
        assertThat(Files.readString(html)).doesNotContain("Version</th>", "<h3>Song");
        assertThat(Files.readString(json)).doesNotContain("\"versions\"", "againstSongLu");
    }

    @Test
    void aLevelThatNeedsNoSearchIsTheChainsOwnInEveryVersion() throws IOException {
        DeliveryJob.Result result = deliver(
                chain(6, -1), Ends.WHOLE, VersionLevel.SONG, both("", "wav32f", "wav32f,level=exactly,version=e"));
        assertThat(result.files()).allMatch(file -> file.gainDb() == 0);
        assertThat(result.files().getFirst().file().item().level()).isInstanceOf(Level.AsSet.class);
    }
}
