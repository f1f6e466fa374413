package studio.headroom.mastering.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EqCurve;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Bounce;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

/// The assistant on thirty seconds of the sample song's mix.
class AssistSongTest {
    private static final Path SONG = Path.of("samples", "Room Above the Rain.headroom");

    @TempDir
    private Path folder;

    @Test
    void theSampleSongIsMovedWithinLimitsAndTheSameWayTwice() throws IOException {
        Project project = ProjectFiles.load(SONG);
        int rate = project.sampleRate();
        Path mix = folder.resolve("mix.wav");
        Bounce.run(
                project,
                new ProjectLibrary(SONG, rate),
                mix,
                null,
                new Bounce.Settings(
                        OutputFormat.of(SampleFormat.FLOAT32),
                        40L * rate,
                        OptionalLong.of(70L * rate),
                        1,
                        Bounce.DEFAULT_BLOCK),
                Progress.NONE);
        AssistJob.Settings settings = new AssistJob.Settings(
                Style.find("pop").orElseThrow().corridor(), Amounts.all(1), Manner.ASSIST, -1, OptionalDouble.empty());
        Advice advice = AssistJob.run(mix, settings, Progress.NONE);
        assertThat(advice.moves()).isNotEmpty();
        assertThat(advice.corridor().toneDistanceDb(advice.after()))
                .isLessThan(advice.corridor().toneDistanceDb(advice.before()));
        for (Insert insert : advice.chain()) {
            if (insert.type().equals("eq")) {
                EqCurve curve =
                        new EqCurve(Catalogue.find("eq").orElseThrow().params().resolve(insert.values()), rate);
                for (double hz = 20; hz < 20_000; hz *= 1.02) {
                    assertThat(curve.responseDb(hz)).isBetween(-3.0, 3.0);
                }
            }
        }
        MovesHelpTest.everyMoveHelps(advice);
        Advice again = AssistJob.run(mix, settings, Progress.NONE);
        assertThat(again.moves()).isEqualTo(advice.moves());
        assertThat(again.chain()).isEqualTo(advice.chain());
        MasterJob.Result result = MasterJob.run(
                mix,
                folder.resolve("master.wav"),
                new MasterJob.Settings(
                        advice.chain(), OptionalDouble.of(advice.lufs()), -1, OutputFormat.of(SampleFormat.FLOAT32)),
                Progress.NONE);
        double limited = advice.after().report().truePeakDbtp() + result.gainDb() - result.ceilingSet();
        assertThat(limited).isLessThanOrEqualTo(3.0);
        assertThat(List.of(result.output().truePeakDbtp())).allMatch(peak -> peak <= -1);
    }
}
