package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

class BounceTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 60_000;

    @TempDir
    private Path folder;

    /// Two tracks, one of them with a send into a delay of its own strip.
    private Project song(double delayMs) throws IOException {
        Path project = folder.resolve("Song.headroom");
        List<Media> media = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            float[][] music = TestFiles.music(RATE, (double) FRAMES / RATE);
            media.add(new Media("m" + t, "media/" + t + ".wav", 2, FRAMES, "Track/" + t));
            Files.createDirectories(project.resolve("media"));
            TestFiles.write(project.resolve("media/" + t + ".wav"), RATE, music);
            strips.add(Strip.create(Strip.Kind.TRACK, "t" + t, "Track/" + t)
                    .withClips(List.of(Clip.whole("c" + t, media.get(t), 0)))
                    .withSends(
                            List.of(new Send("s" + t, "r", false, Values.INITIAL.with(StripControls.SEND_LEVEL, -6)))));
        }
        Map<String, Double> delay = Map.of("time.left", delayMs, "time.right", delayMs, "feedback", 0.0);
        strips.add(Strip.create(Strip.Kind.RETURN, "r", "Echo")
                .withInserts(List.of(new Insert("d", "delay", Values.of(delay), null))));
        Project song = Project.empty("Song", RATE).withMedia(media).withStrips(strips);
        ProjectFiles.save(project, song);
        return song;
    }

    private Bounce.Result bounce(Project song, Path out, @Nullable Path stems, Bounce.Settings settings)
            throws IOException {
        return Bounce.run(
                song, new ProjectLibrary(folder.resolve("Song.headroom"), RATE), out, stems, settings, Progress.NONE);
    }

    private static Bounce.Settings whole(SampleFormat samples) {
        return new Bounce.Settings(OutputFormat.of(samples), 0, OptionalLong.empty(), 2, Bounce.DEFAULT_BLOCK);
    }

    @Test
    void goesOnUntilTheSongHasRungOutAndNoLonger() throws IOException {
        Path out = folder.resolve("mix.wav");
        bounce(song(500), out, null, whole(SampleFormat.FLOAT32));
        float[][] mix = TestFiles.read(out);
        assertThat(mix[0].length).isBetween(FRAMES + RATE / 2 - 2000, FRAMES + RATE / 2 + 2000);
        assertThat(Math.max(Math.abs(mix[0][mix[0].length - 1]), Math.abs(mix[1][mix[0].length - 1])))
                .isGreaterThan((float) Decibels.toGain(-96));
    }

    @Test
    void stemsLieInTheirFolderUnderSafeNamesAndSumToTheMix() throws IOException {
        Path out = folder.resolve("mix.wav");
        Path stems = folder.resolve("stems");
        Bounce.Result result = bounce(song(250), out, stems, whole(SampleFormat.FLOAT32));
        assertThat(result.files())
                .containsExactly(
                        out,
                        stems.resolve("01 Track_0.wav"),
                        stems.resolve("02 Track_1.wav"),
                        stems.resolve("03 Echo.wav"));
        float[][] mix = TestFiles.read(out);
        double worst = 0;
        List<float[][]> parts = new ArrayList<>();
        for (Path stem : result.files().subList(1, 4)) {
            parts.add(TestFiles.read(stem));
        }
        for (int i = 0; i < mix[0].length; i++) {
            double sum = 0;
            for (float[][] part : parts) {
                sum += part[0][i];
            }
            worst = Math.max(worst, Math.abs(sum - mix[0][i]));
        }
        assertThat(Decibels.fromGain(worst)).isLessThan(-120);
    }

    @Test
    void aRangeIsCutToTheFrame() throws IOException {
        Project song = song(250);
        Path whole = folder.resolve("whole.wav");
        Path part = folder.resolve("part.wav");
        bounce(song, whole, null, whole(SampleFormat.FLOAT32));
        bounce(
                song,
                part,
                null,
                new Bounce.Settings(OutputFormat.of(SampleFormat.FLOAT32), 12_345, OptionalLong.of(23_456), 1, 511));
        float[][] expected = TestFiles.read(whole);
        float[][] actual = TestFiles.read(part);
        assertThat(actual[0]).containsExactly(java.util.Arrays.copyOfRange(expected[0], 12_345, 23_456));
    }

    @Test
    void anotherRateKeepsTheLength() throws IOException {
        Path out = folder.resolve("mix44.wav");
        OutputFormat format =
                new OutputFormat(SampleFormat.INT24, 0, OptionalInt.of(44_100), OutputFormat.Dither.TPDF, Tags.NONE);
        bounce(song(250), out, null, new Bounce.Settings(format, 0, OptionalLong.of(48_000), 1, 512));
        assertThat((double) TestFiles.read(out)[0].length).isEqualTo(44_100, within(1.0));
    }

    @Test
    void aMissingStemIsNamedAndNothingIsWritten() throws IOException {
        Project song = song(250);
        Files.delete(folder.resolve("Song.headroom/media/1.wav"));
        Path out = folder.resolve("mix.wav");
        assertThatThrownBy(() -> bounce(song, out, null, whole(SampleFormat.INT24)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1.wav");
        assertThat(out).doesNotExist();
    }

    @Test
    void aStemOfAnotherLengthIsRefusedByName() throws IOException {
        Project song = song(250);
        TestFiles.write(folder.resolve("Song.headroom/media/0.wav"), RATE, new float[2][100]);
        assertThatThrownBy(() -> bounce(song, folder.resolve("mix.wav"), null, whole(SampleFormat.INT24)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("0.wav")
                .hasMessageContaining("100 frames");
    }

    @Test
    void aPrintIsMadeOnceAndGoesStaleWithTheMix() throws IOException {
        Project song = song(250);
        Path project = folder.resolve("Song.headroom");
        ProjectLibrary library = new ProjectLibrary(project, RATE);
        MixPrint first = MixPrint.make(song, project, library, 1, Progress.NONE);
        var time = Files.getLastModifiedTime(first.file());
        MixPrint again = MixPrint.make(song, project, library, 1, Progress.NONE);
        assertThat(again).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(again.file())).isEqualTo(time);
        assertThat(first.stale(song, project)).isFalse();
        Project louder = song.withMaster(
                song.master().withControls(song.master().controls().with(StripControls.VOLUME, 1)));
        assertThat(first.stale(louder, project)).isTrue();
    }

    @Test
    void aPrintThatIsCalledOffLeavesNothing() throws IOException {
        Project song = song(250);
        Path project = folder.resolve("Song.headroom");
        Progress canceled = new Progress() {
            @Override
            public boolean canceled() {
                return true;
            }
        };
        ProjectLibrary library = new ProjectLibrary(project, RATE);
        assertThatThrownBy(() -> MixPrint.make(song, project, library, 1, canceled))
                .isInstanceOf(OfflineRender.Canceled.class);
        assertThat(project.resolve(MixPrint.FOLDER)).doesNotExist();
    }

    /// The project knows no checksums, and the name, length and rate of the file stay the same.
    @Test
    void aReplacedStemMakesAnotherPrint() throws IOException {
        Project song = song(250);
        Path project = folder.resolve("Song.headroom");
        ProjectLibrary library = new ProjectLibrary(project, RATE);
        MixPrint first = MixPrint.make(song, project, library, 1, Progress.NONE);
        TestFiles.write(project.resolve("media/0.wav"), RATE, new float[2][FRAMES]);
        assertThat(first.stale(song, project)).isTrue();
        assertThat(MixPrint.find(song, project)).isEmpty();
        MixPrint second = MixPrint.make(song, project, library, 1, Progress.NONE);
        assertThat(second.file()).isNotEqualTo(first.file());
        assertThat(Arrays.deepEquals(TestFiles.read(second.file()), TestFiles.read(first.file())))
                .isFalse();
    }

    @Test
    void aLostStemIsAnErrorWhereThereIsAPrint() throws IOException {
        Project song = song(250);
        Path project = folder.resolve("Song.headroom");
        ProjectLibrary library = new ProjectLibrary(project, RATE);
        MixPrint.make(song, project, library, 1, Progress.NONE);
        Files.delete(project.resolve("media/1.wav"));
        assertThatThrownBy(() -> MixPrint.make(song, project, library, 1, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1.wav");
    }
}
