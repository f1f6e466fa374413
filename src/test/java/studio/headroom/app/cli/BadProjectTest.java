package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Projects that are none, that contradict themselves, or whose sounds are gone: code 1, the file's name, nothing
/// written.
class BadProjectTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path song;
    private Path out;

    @BeforeEach
    void make() throws IOException {
        Path first = Cli.write(folder.resolve("Kick.wav"), 48_000, Cli.music(48_000, 0.6, 1));
        Path second = Cli.write(folder.resolve("Keys.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        song = folder.resolve("Song.headroom");
        Cli.run("new", song, first, second).done();
        out = Files.writeString(folder.resolve("out.wav"), "precious");
    }

    private void refused(Object... parts) throws IOException {
        Cli.run("bounce", song, "-o", out, "--json").failed(parts);
        Cli.run("master", song, "-o", out, "--json").failed(parts);
        Cli.run("open", song, "-o", folder.resolve("made"));
        assertThat(out).hasContent("precious");
        if (Files.exists(folder.resolve("made"))) {
            assertThat(Cli.names(folder.resolve("made"))).isEmpty();
        }
        assertThat(Cli.names(folder)).noneMatch(name -> name.startsWith("."));
    }

    private Path file() {
        return song.resolve(ProjectFiles.FILE);
    }

    private void edit(Consumer<ObjectNode> change) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(Files.readAllBytes(file()));
        change.accept(tree);
        Files.write(file(), JSON.writeValueAsBytes(tree));
    }

    private static ObjectNode strip(ObjectNode tree, int index) {
        return (ObjectNode) tree.get("strips").get(index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\0\0\0\0",
                "{\"formatVersion\":1}",
                "{\"title\":\"no version\"}",
                "{\"format\":\"headroom-chain\",\"formatVersion\":1}",
                "{\"formatVersion\":-1}",
                "{\"formatVersion\":\"one\"}"
            })
    void aFileThatIsNoProjectIsNamed(String text) throws IOException {
        Files.writeString(file(), text);
        refused("project.json");
        Cli.run("info", song, "--json").failed("project.json");
        assertThat(file()).hasContent(text);
    }

    @Test
    void aProjectCutOffInItsMiddleIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
        refused("project.json");
    }

    @Test
    void deepNestingIsAnError() throws IOException {
        Files.writeString(file(), "{\"formatVersion\":1,\"x\":" + "[".repeat(200_000));
        refused("project.json");
    }

    @Test
    void aNewerProjectAsksForAnUpdate() throws IOException {
        edit(tree -> tree.put("formatVersion", 99));
        refused("newer Headroom");
        Cli.run("info", song).failed("Update");
    }

    @ParameterizedTest
    @CsvSource({
        "sampleRate, 1",
        "sampleRate, 10000000",
        "sampleRate, -48000",
        "sampleRate, 1e300",
        "sampleRate, '\"fast\"'",
        "panLaw, '\"LOUD\"'",
        "panLaw, '-4.5'",
        "panLaw, '[]'",
        "tempo, '{\"beatsPerMinute\":0}'",
        "tempo, '{\"beatsPerMinute\":\"NaN\"}'",
        "tempo, '{\"beatsPerMinute\":-1e300}'",
        "strips, '{}'",
        "master, 'null'",
        "media, '[{\"id\":\"x\",\"path\":\"media/x.wav\",\"frames\":1e300}]'",
        "mastering, '[1]'",
    })
    void absurdValuesAreErrors(String key, String value) throws IOException {
        edit(tree -> tree.set(key, JSON.readTree(value)));
        refused("project.json");
    }

    @ParameterizedTest
    @CsvSource({
        "controls, '{\"volume\":\"NaN\"}'",
        "controls, '{\"volume\":\"loud\"}'",
        "output, '\"nowhere\"'",
        "kind, '\"MASTER\"'",
        "kind, '\"PIANO\"'",
        "clips, '[{\"id\":\"c\",\"media\":\"none\",\"start\":0,\"length\":1}]'",
        "sends, '[{\"id\":\"s\",\"target\":\"master\"}]'",
    })
    void absurdStripsAreErrors(String key, String value) throws IOException {
        edit(tree -> strip(tree, 0).set(key, JSON.readTree(value)));
        refused("project.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e300", "99999999999999999999", "0.5", "\"long\"", "70368744177665"})
    void absurdClipsAreErrors(String length) throws IOException {
        edit(tree -> ((ObjectNode) strip(tree, 0).get("clips").get(0)).set("length", JSON.readTree(length)));
        refused("project.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0, \"NaN\"]]",
                "[[0, NaN]]",
                "[[0, 1e300]]",
                "[[0, -1e300]]",
                "[[0, 24.001]]",
                "[[0, \"-Infinity\"]]",
                "[[0, null]]",
                "[[-1, 0]]",
                "[[1e300, 0]]",
                "[[0.5, 0]]",
                "[[70368744177665, 0]]",
                "[[10, 0], [10, 0]]",
                "[[10, 0], [9, 0]]",
                "[[0]]",
                "[[0, 0, 0]]",
                "[0, 0]",
                "[null]",
                "{}",
                "\"loud\""
            })
    void absurdEnvelopesAreErrors(String envelope) throws IOException {
        refusedWith(tree -> tree.get("clips").get(0), "envelope", envelope);
    }

    @Test
    void anEnvelopeOfMillionsOfPointsIsAnError() throws IOException {
        StringBuilder points = new StringBuilder("[[0, 0]");
        for (int i = 1; i <= 500_000; i++) {
            points.append(",[").append(i).append(",0]");
        }
        refusedWith(tree -> tree.get("clips").get(0), "envelope", points + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0001", "-1.0001", "1e300", "\"NaN\"", "NaN", "\"-Infinity\"", "null", "[]", "\"bent\""})
    void absurdCurvesAreErrors(String curve) throws IOException {
        String owner = project().strips().getFirst().id();
        refusedWith(
                tree -> tree,
                "automation",
                "[{\"owner\":\"" + owner + "\",\"param\":\"volume\",\"points\":[[0,-6,\"linear\"," + curve
                        + "],[48000,0,\"linear\"]]}]");
    }

    /// Sets a value of the first strip or of something in it as text, which need not be JSON.
    private void refusedWith(UnaryOperator<JsonNode> part, String key, String value) throws IOException {
        edit(tree -> ((ObjectNode) part.apply(strip(tree, 0))).put(key, "HERE"));
        String text = Files.readString(file());
        assertThat(text).contains("\"HERE\"");
        Files.writeString(file(), text.replace("\"HERE\"", value));
        refused("project.json");
        Cli.run("info", song, "--json").failed("project.json");
    }

    @Test
    void routingInACircleIsAnError() throws IOException {
        edit(tree -> {
            for (int i = 0; i < 2; i++) {
                strip(tree, i).put("kind", "bus").remove("clips");
            }
            strip(tree, 0).put("output", strip(tree, 1).get("id").asString());
            strip(tree, 1).put("output", strip(tree, 0).get("id").asString());
        });
        refused("project.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../Kick.wav", "/etc/passwd", "media/../../Kick.wav", "C:/x.wav", "media\\x.wav", "", "media//x"
            })
    void mediaOutsideTheFolderAreErrors(String path) throws IOException {
        edit(tree -> ((ObjectNode) tree.get("media").get(0)).put("path", path));
        refused("project.json");
    }

    @Test
    @org.junit.jupiter.api.condition.DisabledOnOs(org.junit.jupiter.api.condition.OS.WINDOWS)
    void aLinkOutOfTheFolderIsAnError() throws IOException {
        Path media = song.resolve(project().media().getFirst().path());
        Files.delete(media);
        Files.createSymbolicLink(media, folder.resolve("Kick.wav"));
        refused(media.getFileName());
    }

    private Project project() throws IOException {
        return ProjectFiles.load(song);
    }

    @Test
    void aSongOfYearsIsNotRendered() throws IOException {
        Project project = project();
        Strip late = project.strips().getFirst();
        Clip clip = late.clips().getFirst().withStart(10L * 365 * 24 * 3600 * 48_000);
        ProjectFiles.save(song, project.withStrip(late.withClips(java.util.List.of(clip))));
        refused("87600 hours", "Kick");
        Cli.run("bounce", song, "-o", out, "--to", "9000000").failed("hours");
        Cli.run("bounce", song, "-o", folder.resolve("part.wav"), "--to", "0.5").done();
    }

    @Test
    void anEffectThatIsNotKnownIsNotLeftOutSilently() throws IOException {
        Project project = project();
        Strip strip = project.strips().getFirst();
        ProjectFiles.save(song, project.withStrip(strip.withInserts(java.util.List.of(Insert.create("x", "explode")))));
        refused("explode", "Kick");
        Cli.run("info", song).done();
    }

    @Test
    void aTargetOrTagThatIsNotKnownIsNamed() throws IOException {
        edit(tree -> tree.set("mastering", JSON.readTree("{\"target\":\"moon\"}")));
        Cli.run("master", song, "-o", out).failed("moon", "Song");
        Cli.run("master", song, "-o", folder.resolve("other.wav"), "--target", "tidal")
                .done();
        edit(tree -> tree.set("mastering", JSON.readTree("{\"tags\":{\"isrc\":\"1\"}}")));
        Cli.run("master", song, "-o", out).failed("isrc", "Song");
    }

    @Test
    void aStemThatVanishedIsNamedWithItsOrigin() throws IOException {
        Path media = song.resolve(project().media().getFirst().path());
        Files.delete(media);
        refused(media.getFileName(), "missing", "Kick.wav");
        assertThat(Cli.run("info", song).done().out()).contains("missing");
        assertThat(Cli.run("info", song, "--json").json().get("problems")).hasSize(1);
    }

    @Test
    void aStemThatIsCutOffIsNamed() throws IOException {
        Path media = song.resolve(project().media().getFirst().path());
        Files.write(media, java.util.Arrays.copyOf(Files.readAllBytes(media), 10_000));
        refused(media.getFileName());
    }

    @Test
    void aStemFullOfWhatIsNoNumberIsNamed() throws IOException {
        Path media = song.resolve(project().media().getFirst().path());
        float[] samples = new float[(int) project().media().getFirst().frames()];
        samples[20_000] = Float.NaN;
        Cli.writeRaw(media, 48_000, 1, samples);
        refused(media.getFileName(), "not numbers");
    }

    @Test
    void aFolderThatIsNoProjectIsNamed() throws IOException {
        Files.delete(file());
        refused("Song.headroom");
        Cli.run("bounce", folder.resolve("none.headroom"), "-o", out).failed("none.headroom");
        Cli.run("bounce", folder.resolve("Kick.wav"), "-o", out).failed("Kick.wav");
        Cli.run("info", folder).failed(folder.getFileName());
    }

    @Test
    void anExistingProjectIsNotReplacedByANewOne() throws IOException {
        byte[] before = Files.readAllBytes(file());
        Cli.run("new", song, folder.resolve("Kick.wav")).failed("Song.headroom", "exists");
        assertThat(file()).hasBinaryContent(before);
        Cli.run("new", folder.resolve("none/Other.headroom"), folder.resolve("Kick.wav"))
                .failed("none");
        Cli.run("new", folder.resolve("Kick.wav"), folder.resolve("Kick.wav")).failed("Kick.wav");
    }
}
