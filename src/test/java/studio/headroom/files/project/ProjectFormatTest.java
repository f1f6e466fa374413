package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Folder;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Group;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Look;
import studio.headroom.project.Marker;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.RandomProjects;
import studio.headroom.project.Reference;
import studio.headroom.project.Send;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.Tempo;
import studio.headroom.project.ToDo;
import tools.jackson.databind.node.ObjectNode;

class ProjectFormatTest {
    /// What a strip of silences makes of one shaped clip can be opened again.
    @Test
    void piecesOfOneShapedClipAreNoMorePointsThanTheClip() throws ProjectFormatException {
        Media sound = new Media("m", "media/m.wav", 1, 1_000_000, "m.wav");
        GainEnvelope envelope = new GainEnvelope(IntStream.range(0, 1_001)
                .mapToObj(i -> new GainEnvelope.Point(i * 900L, -i % 20))
                .toList());
        List<Clip> pieces = IntStream.range(0, 500)
                .mapToObj(i -> Clip.whole("c" + i, sound, 0)
                        .withSpan(i * 2_000L, i * 2_000L, 1_900)
                        .withEnvelope(envelope))
                .toList();
        Project song = Project.empty("Song", 48_000)
                .withMedia(List.of(sound))
                .withStrips(List.of(Strip.create(Kind.TRACK, "t", "Vox").withClips(pieces)));
        assertThat(ProjectFormat.read(ProjectFormat.write(song))).isEqualTo(song);
    }

    @Test
    void everyProjectComesBackAsItWas() throws ProjectFormatException {
        for (long seed = 0; seed < 300; seed++) {
            Project project = RandomProjects.create(seed);
            byte[] text = ProjectFormat.write(project);
            assertThat(ProjectFormat.read(text)).as("seed %d", seed).isEqualTo(project);
            assertThat(ProjectFormat.write(ProjectFormat.read(text))).isEqualTo(text);
        }
    }

    /// The first format, as it was: this file is never changed.
    @Test
    void formatOneOpensForEver() throws Exception {
        assertThat(ProjectFormat.read(resource("v1.json"))).isEqualTo(firstExample());
    }

    @Test
    void formatTwoOpensForEver() throws Exception {
        assertThat(ProjectFormat.read(resource("v2.json"))).isEqualTo(secondExample());
    }

    @Test
    void formatThreeOpensForEver() throws Exception {
        assertThat(ProjectFormat.read(resource("v3.json"))).isEqualTo(example());
    }

    @Test
    void groupsOfTheFirstFormatBecomeGroupsWithoutLinks() throws ProjectFormatException {
        Project project = read("""
                {"formatVersion": 1, "sampleRate": 48000,
                 "strips": [{"id": "group1", "kind": "track", "name": "T", "group": "Drums"},
                   {"id": "b", "kind": "track", "name": "T", "group": "Keys"},
                   {"id": "c", "kind": "track", "name": "T", "group": ""},
                   {"id": "d", "kind": "bus", "name": "T", "group": "Drums"}],
                 "master": {"id": "m", "kind": "master", "name": "M", "group": "Keys"}}""");
        assertThat(project.groups())
                .containsExactly(
                        new Group("group2", "Drums", "grey", Set.of()), new Group("group3", "Keys", "grey", Set.of()));
        assertThat(project.strips()).extracting(Strip::group).containsExactly("group2", "group3", "", "group2");
        assertThat(project.master().group()).isEqualTo("group3");
    }

    /// What is written now; a change here is a change of the format and needs a version and a migration.
    @Test
    void theLayoutOfTheTextIsFixed() throws IOException {
        assertThat(new String(ProjectFormat.write(example()), StandardCharsets.UTF_8))
                .isEqualTo(new String(resource("v" + ProjectFormat.VERSION + ".json"), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotKnownIsPassedOverOrKept() throws ProjectFormatException {
        String text = """
                {"formatVersion": 1, "sampleRate": 48000, "hologram": {"deep": [1, {"er": null}]},
                 "strips": [{"id": "t", "kind": "track", "name": "T", "smell": "roses",
                   "inserts": [{"id": "i", "type": "time-machine", "values": {"year": 1955, "flux.on": 1}}]}],
                 "master": {"id": "m", "kind": "master", "name": "M"}}""";
        Project project = read(text);
        Insert insert = project.strips().getFirst().inserts().getFirst();
        assertThat(insert.type()).isEqualTo("time-machine");
        assertThat(insert.values().asMap()).containsExactly(Map.entry("flux.on", 1.0), Map.entry("year", 1955.0));
        assertThat(ProjectFormat.read(ProjectFormat.write(project))).isEqualTo(project);
    }

    @Test
    void whatHasADefaultMayBeMissing() throws ProjectFormatException {
        Project project = read("""
                {"formatVersion": 1, "sampleRate": 44100, "master": {"id": "master", "kind": "master", "name": "Master"},
                 "strips": [{"id": "r", "kind": "return", "name": "Hall"}]}""");
        assertThat(project)
                .isEqualTo(Project.empty("", 44_100).withStrips(List.of(Strip.create(Kind.RETURN, "r", "Hall"))));
    }

    @Test
    void anOlderFormatIsCarriedForwardStepByStep() throws ProjectFormatException {
        List<ProjectFormat.Migration> migrations = List.of(
                tree -> tree.set("title", tree.remove("name")),
                tree -> tree.put("sampleRate", tree.get("sampleRate").intValue() * 1000));
        ObjectNode tree = ProjectFormat.migrated(
                JsonText.parse(bytes("{\"formatVersion\": 1, \"name\": \"Old\", \"sampleRate\": 48}")), migrations);
        assertThat(tree.toString()).isEqualTo("{\"formatVersion\":3,\"sampleRate\":48000,\"title\":\"Old\"}");
        tree = ProjectFormat.migrated(JsonText.parse(bytes("{\"formatVersion\": 2, \"sampleRate\": 48}")), migrations);
        assertThat(tree.toString()).isEqualTo("{\"formatVersion\":3,\"sampleRate\":48000}");
    }

    @Test
    void aNewerFormatIsRefusedWithTheCure() {
        assertThatThrownBy(() -> read("{\"formatVersion\": 7}"))
                .hasMessage("it was made by a newer Headroom (format 7; this one reads up to format 3). Update Headroom"
                        + " to open it");
        assertThatThrownBy(() -> read("{\"formatVersion\": 99999999999}")).hasMessageContaining("newer Headroom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "3",
                "\"text\"",
                "{\"formatVersion\": null}",
                "{\"format\": \"recipe\", \"formatVersion\": 1}"
            })
    void otherJsonIsNoProject(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProjectFormatException.class)
                .hasMessageContaining("it is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"formatVersion\": 1",
                "nonsense",
                "{\"formatVersion\": 1} trailing",
                "{'a': 1}",
                "{\"formatVersion\": 1, \"formatVersion\": 1}",
                "{\"formatVersion\": 0}",
                "{\"formatVersion\": -1}",
                "{\"formatVersion\": \"1\"}",
                "{\"formatVersion\": 1.5}"
            })
    void brokenTextIsSaidToBeDamaged(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProjectFormatException.class,
                        e -> assertThat(e.isDamaged()).isTrue());
    }

    @Test
    void aPointOfAutomationMayHaveACurve() throws ProjectFormatException {
        Project song = read(pointed("[0, -6, \"linear\"], [100, 0, \"linear\", -0.25], [200, 0, \"hold\"]"));
        assertThat(song.master().automation().getFirst().points())
                .containsExactly(
                        new Lane.Point(0, -6, Lane.Shape.LINEAR),
                        new Lane.Point(100, 0, Lane.Shape.LINEAR, -0.25),
                        new Lane.Point(200, 0, Lane.Shape.HOLD));
        for (String wrong : List.of("[0, 0, \"linear\", 2]", "[0, 0, \"linear\", 0, 0]", "[0, 0]")) {
            assertThatThrownBy(() -> read(pointed(wrong))).isInstanceOf(ProjectFormatException.class);
        }
    }

    private static String pointed(String points) {
        return """
                {"formatVersion": 2, "sampleRate": 44100, "master": {"id": "master", "kind": "master", "name": "Master",
                 "automation": [{"owner": "master", "param": "volume", "points": [%s]}]}}""".formatted(points);
    }

    @Test
    void textCutAnywhereIsRefusedAndNeverHalfRead() {
        byte[] whole = ProjectFormat.write(RandomProjects.create(11));
        for (int length = 0; length < whole.length - 2; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ProjectFormat.read(cut)).isInstanceOf(ProjectFormatException.class);
        }
    }

    /// Whatever is in a file, the answer is a project or a reason, never another exception.
    @Test
    void randomlyDamagedTextGivesAProjectOrAReason() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] text = ProjectFormat.write(RandomProjects.create(i % 50));
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                text[random.nextInt(text.length)] =
                        (byte) "0123456789-eE.{}[],:\"\\ truefalsn\u0000\u00ff".charAt(random.nextInt(34));
            }
            try {
                ProjectFormat.read(text);
            } catch (ProjectFormatException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"output\": \"t\"}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"output\": \"nowhere\"}",
                "{\"id\": \"t\", \"kind\": \"bus\", \"name\": \"T\", \"output\": \"t\"}",
                "{\"id\": \"t\", \"kind\": \"bus\", \"name\": \"T\", \"sends\": [{\"id\": \"s\", \"target\": \"t\"}]}",
                "{\"id\": \"t\", \"kind\": \"bus\", \"name\": \"T\", \"inserts\": [{\"id\": \"s\", \"type\": \"x\", \"key\": \"t\"}]}",
                "{\"id\": \"m\", \"kind\": \"bus\", \"name\": \"T\"}",
                "{\"id\": \"t\", \"kind\": \"tuba\", \"name\": \"T\"}",
                "{\"id\": \"t\", \"kind\": \"master\", \"name\": \"T\"}",
                "{\"id\": \"t\", \"kind\": \"track\"}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"controls\": {\"volume\": \"loud\"}}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"controls\": {\"volume\": \"NaN\"}}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"controls\": {\"volume\": 1e999}}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"clips\": [{\"id\": \"c\", \"media\": \"none\", \"start\": 0, \"length\": 1}]}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"automation\": [{\"owner\": \"z\", \"param\": \"volume\"}]}",
                "{\"id\": \"t\", \"kind\": \"track\", \"name\": \"T\", \"automation\": [{\"owner\": \"t\", \"param\": \"volume\", \"points\": [[0, 1]]}]}"
            })
    void aStrangersFileCannotBuildAnImpossibleSong(String strip) {
        assertThatThrownBy(() -> read("{\"formatVersion\": 1, \"sampleRate\": 48000, \"strips\": [" + strip
                        + "], \"master\": {\"id\": \"m\", \"kind\": \"master\", \"name\": \"M\"}}"))
                .isInstanceOf(ProjectFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.wav",
                "media/../../evil.wav",
                "/etc/passwd",
                "C:/evil.wav",
                "media\\\\..\\\\evil.wav",
                "\\\\\\\\server\\\\share",
                "media/a\\u0000b.wav",
                "",
                "media//a.wav",
                "./a.wav",
                "media/.",
                "media/a.wav/",
                "nul",
                "media/COM1.wav",
                "media/a. ",
                "a.wav:stream"
            })
    void mediaStayInTheFolder(String path) {
        assertThatThrownBy(
                        () -> read(
                                "{\"formatVersion\": 1, \"sampleRate\": 48000, \"media\": [{\"id\": \"a\", \"path\": \""
                                        + path
                                        + "\", \"channels\": 1, \"frames\": 1}], \"master\": {\"id\": \"m\", \"kind\": \"master\", \"name\": \"M\"}}"))
                .isInstanceOf(ProjectFormatException.class)
                .hasMessageContaining("media[0]");
    }

    @Test
    void aStrangersNamesAreOneLineThatCanBeRead() throws ProjectFormatException {
        String text = """
                {"formatVersion": 2, "title": "a\\nb", "sampleRate": 48000, "media": [],
                 "strips": [{"id": "s1", "kind": "track", "name": "Kick\\r\\n\\tIn"},
                            {"id": "s2", "kind": "bus", "name": " \\n "},
                            {"id": "s3", "kind": "return", "name": "\\u202Ellah"}],
                 "master": {"id": "master", "kind": "master", "name": ""}}
                """;
        Project song = ProjectFormat.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(song.title()).isEqualTo("a b");
        assertThat(song.strips()).extracting(Strip::name).containsExactly("Kick In", "Bus", "llah");
        assertThat(song.master().name()).isEqualTo("Master");
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(ProjectFormatException.class);
        assertThatThrownBy(() -> read("{\"formatVersion\": 1, \"a\": " + "[".repeat(40) + "]".repeat(40) + "}"))
                .isInstanceOf(ProjectFormatException.class);
        assertThatThrownBy(() -> read("{\"formatVersion\": " + "9".repeat(1000) + "}"))
                .isInstanceOf(ProjectFormatException.class);
    }

    @Test
    void halfASurrogatePairSurvives() throws ProjectFormatException {
        Project project = Project.empty("a\ud83eb\udd41", 48_000);
        assertThat(ProjectFormat.read(ProjectFormat.write(project))).isEqualTo(project);
    }

    private static Project read(String text) throws ProjectFormatException {
        return ProjectFormat.read(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ProjectFormatTest.class.getResourceAsStream(name)) {
            assertThat(in).as("resource %s", name).isNotNull();
            return in.readAllBytes();
        }
    }

    /// The third format: all of the second, and what came with it.
    private static Project example() {
        Project second = secondExample().withPanLaw(PanLaw.EQUAL_GAIN);
        Strip kick = second.strips().getFirst();
        GainEnvelope envelope =
                new GainEnvelope(List.of(new GainEnvelope.Point(0, 0), new GainEnvelope.Point(960, -4.5)));
        second = second.withStrip(kick.withClips(List.of(
                kick.clips().getFirst().withEnvelope(envelope), kick.clips().getLast())));
        Strip keys = second.strips().get(1);
        List<Lane> lanes = new ArrayList<>(keys.automation());
        lanes.set(
                2,
                new Lane(
                        "d1",
                        "level",
                        true,
                        List.of(
                                new Lane.Point(10, 0.1, Lane.Shape.LINEAR, -0.5),
                                new Lane.Point(960, -6, Lane.Shape.HOLD))));
        second = second.withStrip(keys.withAutomation(lanes));
        Mastering first = second.mastering();
        Media pier = new Media("r1", "references/North Pier.flac", 2, 96_000, "North Pier.flac", "a5".repeat(32));
        return second.withMastering(new Mastering(
                first.chain(),
                first.target(),
                first.tags(),
                "B",
                new TreeMap<>(Map.of("A", List.of(new Insert("i9", "eq", Values.of(Map.of("band2.gain", 0.9)), null)))),
                "Sample 0123456789abcdef.wav",
                new TreeSet<>(Set.of("Sample 0123456789abcdef.wav")),
                List.of(new Reference(pier, "North Pier", new Span(4_800, 48_000))),
                List.of(new ToDo("todo1", 96_000, "Breath before the chorus", true)),
                new Ends(new Ends.Edge.Silence(0.1), new Ends.Edge.At(2.5), 0.005, 0.5, Fade.Shape.EQUAL_POWER)));
    }

    /// The second format: all of the first, and what came with it.
    private static Project secondExample() {
        Project first = firstExample();
        Project song = first.withGroups(List.of(
                        new Group("group1", "Rhythm", "coral", Set.of(Group.Link.LEVEL, Group.Link.MUTE)),
                        new Group("g2", "", "grey", Set.of(Group.Link.SELECT, Group.Link.SOLO))))
                .withFolders(List.of(new Folder("f1", "Band", "amber", true)))
                .withLoop(new Span(96_000, 192_000))
                .withMarkers(
                        List.of(new Marker("k1", 96_000, "Chorus", "teal", true), new Marker("k2", 100_000, "Breath")));
        Strip kick = song.strips().getFirst();
        Clip named = kick.clips().getFirst().withName("Intro").withColor("rose");
        song = song.withStrip(kick.withLook(new Look("drum", true, false, "f1"))
                        .withClips(List.of(named, kick.clips().getLast())))
                .withStrip(song.strips().get(1).withLook(new Look("", false, true, "f1")));
        return song.withSnapshots(List.of(
                Snapshot.of(song, "n1", "A", "Rough").withLoudness(OptionalDouble.of(-18.25)),
                new Snapshot("n2", "", "Empty", OptionalDouble.empty(), List.of())));
    }

    private static Project firstExample() {
        Media kick = new Media("m1", "media/Kick.wav", 1, 480_000, "01 Kick.wav", "00ff".repeat(16));
        Media keys = new Media("m2", "media/Keys.wav", 2, 960_000, "Keys.flac");
        Strip kickTrack = Strip.create(Kind.TRACK, "s1", "Kick")
                .withColor("coral")
                .withOutput("s3")
                .withClips(List.of(
                        Clip.whole("c1", kick, 0),
                        new Clip(
                                "c2",
                                "m1",
                                480_000,
                                96,
                                9_600,
                                Double.NEGATIVE_INFINITY,
                                new Fade(96, Fade.Shape.LINEAR),
                                new Fade(4_800, Fade.Shape.EQUAL_POWER),
                                true,
                                true)));
        Strip keysTrack = Strip.create(Kind.TRACK, "s2", "Keys \u201eL\u00e4ngs\u201c")
                .withColor("teal")
                .withControls(Values.INITIAL
                        .with(StripControls.VOLUME, -6.25)
                        .with(StripControls.PAN, -30)
                        .with(StripControls.MUTE, 1))
                .withSolo(true)
                .withClips(List.of(Clip.whole("c3", keys, 48_000)))
                .withInserts(List.of(
                        new Insert("i1", "compressor", Values.of(Map.of("threshold", -20.5, "ratio", 4.0)), "s1"),
                        Insert.create("i2", "of-tomorrow")))
                .withSends(List.of(new Send(
                        "d1", "s4", true, Values.INITIAL.with(StripControls.SEND_LEVEL, Double.NEGATIVE_INFINITY))));
        keysTrack = keysTrack.withAutomation(List.of(
                new Lane(
                        "s2",
                        "volume",
                        true,
                        List.of(
                                new Lane.Point(0, Double.NEGATIVE_INFINITY, Lane.Shape.LINEAR),
                                new Lane.Point(48_000, -6, Lane.Shape.HOLD))),
                new Lane("i1", "threshold", false, List.of()),
                new Lane("d1", "level", true, List.of(new Lane.Point(10, 0.1, Lane.Shape.HOLD)))));
        Strip bus = Strip.create(Kind.BUS, "s3", "Drums").withGroup("group1").withNotes("parallel?\nlater");
        Strip hall = Strip.create(Kind.RETURN, "s4", "Hall").withColor("blue").withOutput("s3");
        return new Project(
                "Sample",
                48_000,
                new Tempo(97.5, 6, 8),
                List.of(kick, keys),
                List.of(kickTrack, keysTrack, bus, hall),
                Strip.create(Kind.MASTER, "master", "Master").withInserts(List.of(Insert.create("i3", "gain"))),
                List.of(new Marker("k1", 96_000, "Chorus")),
                new Mastering(
                        List.of(Insert.create("i4", "true-peak-limiter")),
                        "spotify",
                        new TreeMap<>(Map.of("artist", "Somebody", "year", "2026"))),
                "All of the first format.",
                List.of(new Group("group1", "Rhythm", "grey", Set.of())),
                List.of(),
                null,
                List.of(),
                PanLaw.EQUAL_POWER);
    }
}
