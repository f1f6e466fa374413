package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Ends;
import studio.headroom.project.Project;
import studio.headroom.ui.start.NewSong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CheckCommandTest {
    private static final int RATE = 48_000;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void sound() throws IOException {
        float[][] sound = Cli.music(RATE, 4, 2);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= (float) Math.clamp(Math.min(i - 4800, row.length - 9600 - i) / 9600.0, 0, 1);
            }
        }
        file = Cli.write(folder.resolve("a.wav"), RATE, sound);
    }

    @Test
    void aFileWithoutErrorsEndsWithZero() {
        Cli run = Cli.run("check", file).done();
        assertThat(run.out()).startsWith(file + System.lineSeparator()).contains("48 kHz, stereo");
    }

    @Test
    void anErrorEndsWithOneAndIsStillReportedOnTheStandardOutput() {
        Cli run = Cli.run("check", file, "--ceiling", "-40");
        assertThat(run.code()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("error    peaks above the ceiling at 0:").contains("1 error, ");
    }

    @Test
    void jsonHoldsPlacesNumbersAndCures() {
        Cli run = Cli.run("check", file, "--ceiling", "-40", "--json");
        assertThat(run.code()).isEqualTo(CommandLineProgram.FAILED);
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("passed").asBoolean()).isFalse();
        assertThat(report.get("errors").asInt()).isEqualTo(1);
        JsonNode finding = report.get("findings").get(0);
        assertThat(finding.get("kind").asString()).isEqualTo("over-ceiling");
        assertThat(finding.get("limit").asDouble()).isEqualTo(-40);
        assertThat(finding.get("fix").get("action").asString()).isEqualTo("lower");
        assertThat(finding.get("fix").get("amount").asDouble()).isBetween(10.0, 40.0);
        assertThat(finding.get("places").size()).isPositive();
        assertThat(finding.get("to").asDouble())
                .isGreaterThan(finding.get("from").asDouble());
    }

    @Test
    void wrongUsageAndMissingFilesAreSaid() {
        Cli.run("check", file, "--ceiling", "3").wrong("--ceiling");
        Cli.run("check", file, "--ceiling", "loud").wrong("--ceiling", "'loud' is not a number");
        Cli.run("check", folder.resolve("none.wav")).failed("none.wav");
    }

    @Test
    void aProjectIsCheckedByItsPrint() {
        Path project = folder.resolve("Song.headroom");
        Cli.run("new", project, file).done();
        Cli run = Cli.run("check", project, "--json");
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("file").asString()).contains("prints");
        assertThat(report.get("frames").asLong()).isGreaterThanOrEqualTo(4L * RATE);
    }

    @Test
    void whatIsDeliveredOfAProjectIsJudged() throws IOException {
        Path project = folder.resolve("Song.headroom");
        Cli.run("new", project, file).done();
        Project song = ProjectFiles.load(project);
        Ends ends = Ends.WHOLE
                .withHead(new Ends.Edge.At(1))
                .withTail(new Ends.Edge.At(3))
                .withFadeOut(0.5);
        ProjectFiles.save(project, song.withMastering(song.mastering().withEnds(ends)));
        assertThat(Cli.run("check", project).done().out())
                .contains("judged as it is delivered: 1.00 s cut off the beginning")
                .contains("faded out over 0.50 s");
        JsonNode report =
                new ObjectMapper().readTree(Cli.run("check", project, "--json").out());
        assertThat(report.get("seconds").asDouble()).isEqualTo(2);
        assertThat(report.get("delivered").get("from").asDouble()).isEqualTo(1);
        assertThat(report.get("delivered").get("to").asDouble()).isEqualTo(3);
        assertThat(report.get("delivered").get("fadeOut").asDouble()).isEqualTo(0.5);
    }

    @Test
    void whatWasLookedForIsSaid() {
        Cli run = Cli.run("check", file).done();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("looked for: no sound, clipping, peaks cut off below full scale, peaks between samples");
        assertThat(run.out().lines().map(String::length))
                .as("columns, but for the file's name")
                .filteredOn(length -> length > 80)
                .hasSizeLessThanOrEqualTo(1);
        JsonNode report = new ObjectMapper()
                .readTree(Cli.run("check", file, "--ceiling", "-1", "--json").out());
        assertThat(report.get("lookedFor"))
                .extracting(JsonNode::asString)
                .contains("over-ceiling", "mono-loss")
                .doesNotContain("over-full-scale", "not-numbers");
    }

    /// A song of a file from elsewhere has no tracks that could be printed.
    @Test
    void aSongThatIsNothingButAFileToMasterIsCheckedByThat() throws IOException {
        Path project = folder.resolve("Elsewhere.headroom");
        NewSong.ofMaster(project, "Elsewhere", file, ImportProgress.NONE);
        Cli run = Cli.run("check", project, "--json").done();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("file").asString()).endsWith("a.wav").contains("prints");
        assertThat(report.get("frames").asLong()).isEqualTo(4L * RATE);
        Path empty = folder.resolve("Empty.headroom");
        ProjectFiles.create(empty, folder -> Project.empty("Empty", RATE));
        Cli.run("check", empty).failed("Empty", "no clips");
    }

    /// Another one in its place would be a wrong master that nobody notices.
    @Test
    void aChosenPrintThatIsGoneIsNamed() throws IOException {
        Path project = folder.resolve("Song.headroom");
        Cli.run("new", project, file).done();
        Project song = ProjectFiles.load(project);
        ProjectFiles.save(project, song.withMastering(song.mastering().withPrint("Mix print 3.wav")));
        for (String command : new String[] {"check", "master", "deliver"}) {
            Object[] args = command.equals("check")
                    ? new Object[] {command, project}
                    : new Object[] {command, project, "-o", folder.resolve("out.wav")};
            Cli.run(args).failed("Mix print 3.wav", "Song", "choose another one");
        }
        assertThat(folder.resolve("out.wav")).doesNotExist();
    }
}
