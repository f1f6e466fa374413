package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.Stem;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

class ExportJobTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 60_000;
    private static final OutputFormat FLOAT = OutputFormat.of(SampleFormat.FLOAT32);

    @TempDir
    private Path folder;

    /// Two tracks on a bus and one beside it with a send; the master turns 2 dB down and a limiter adds latency.
    private Project song() throws IOException {
        Path place = folder.resolve("Song.headroom");
        Files.createDirectories(place.resolve("media"));
        float[][] music = TestFiles.music(RATE, (double) FRAMES / RATE);
        List<Media> media = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            media.add(new Media("m" + t, "media/" + t + ".wav", 2, FRAMES, ""));
            TestFiles.write(place.resolve("media/" + t + ".wav"), RATE, music);
            Strip track = Strip.create(Strip.Kind.TRACK, "t" + t, "Track " + t)
                    .withClips(List.of(Clip.whole("c" + t, media.get(t), 4_800L * t)))
                    .withControls(Values.INITIAL.with(StripControls.VOLUME, -6 - 3 * t));
            strips.add(t < 2 ? track.withOutput("b") : track);
        }
        strips.set(
                2,
                strips.get(2)
                        .withSends(
                                List.of(new Send("s", "r", false, Values.INITIAL.with(StripControls.SEND_LEVEL, -6)))));
        strips.add(Strip.create(Strip.Kind.BUS, "b", "Bus")
                .withInserts(List.of(new Insert("l", "limiter", Values.INITIAL, null))));
        Map<String, Double> delay = Map.of("time.left", 120.0, "time.right", 120.0, "feedback", 0.0);
        strips.add(Strip.create(Strip.Kind.RETURN, "r", "Echo")
                .withInserts(List.of(new Insert("d", "delay", Values.of(delay), null))));
        Project song = Project.empty("Song", RATE).withMedia(media).withStrips(strips);
        song = song.withMaster(song.master().withControls(Values.INITIAL.with(StripControls.VOLUME, -2)));
        ProjectFiles.save(place, song);
        return song;
    }

    private ExportJob.Result export(Project song, List<Stem> stems, ExportFile... files) throws IOException {
        return export(song, stems, new ExportWatch() {}, files);
    }

    private ExportJob.Result export(Project song, List<Stem> stems, ExportWatch watch, ExportFile... files)
            throws IOException {
        return ExportJob.run(
                song,
                new ProjectLibrary(folder.resolve("Song.headroom"), RATE),
                stems,
                List.of(files),
                List.of(folder.resolve("out")),
                new ExportJob.Settings(0, OptionalLong.empty(), 2, 512, true),
                watch);
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private static double difference(float[][] one, List<float[][]> parts) {
        double worst = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < one[0].length; i++) {
                double sum = 0;
                for (float[][] part : parts) {
                    sum += part[c][i];
                }
                worst = Math.max(worst, Math.abs(sum - one[c][i]));
            }
        }
        return Decibels.fromGain(worst);
    }

    private List<float[][]> stems(Project song, List<Stem> stems) throws IOException {
        List<ExportFile> files = new ArrayList<>();
        for (int i = 0; i <= stems.size(); i++) {
            files.add(ExportFile.of(out(i + ".wav"), i, FLOAT));
        }
        export(song, stems, files.toArray(ExportFile[]::new));
        List<float[][]> sounds = new ArrayList<>();
        for (ExportFile file : files) {
            sounds.add(TestFiles.read(file.path()));
        }
        return sounds;
    }

    /// Every choice that says so sums to the mix, latency of the limiter and all; float sums differ by rounding.
    @Test
    void stemsThatAreSaidToSumToTheMixDo() throws IOException {
        Project song = song();
        for (StemChoice choice : List.of(StemChoice.FEEDING_MASTER, StemChoice.FOLDERS, StemChoice.GROUPS)) {
            List<Stem> stems = choice.of(song, List.of(), false, true);
            assertThat(StemChoice.difference(song, stems)).isEmpty();
            List<float[][]> sounds = stems(song, stems);
            assertThat(difference(sounds.getFirst(), sounds.subList(1, sounds.size())))
                    .as(choice.name())
                    .isLessThan(-120);
        }
    }

    @Test
    void withoutTheMasterStemsAreLouderByWhatItsFaderTakes() throws IOException {
        Project song = song();
        List<Stem> stems = StemChoice.FEEDING_MASTER.of(song, List.of(), false, false);
        assertThat(StemChoice.difference(song, stems)).contains("master");
        List<float[][]> sounds = stems(song, stems);
        float[][] mix = sounds.getFirst();
        for (float[] channel : mix) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] *= (float) Decibels.toGain(2);
            }
        }
        assertThat(difference(mix, sounds.subList(1, sounds.size()))).isLessThan(-110);
    }

    /// The track has no effects, so before its fader it is the file itself, in time with the late mix.
    @Test
    void aStemBeforeTheFaderIsTheTrackInTimeToTheFrame() throws IOException {
        Project song = song();
        List<Stem> stems = StemChoice.TRACKS.of(song, List.of(), true, false);
        List<float[][]> sounds = stems(song, stems);
        float[][] original = TestFiles.read(folder.resolve("Song.headroom/media/1.wav"));
        float[][] stem = sounds.get(2);
        // The first 20 ms fade in where a way opens.
        for (int i = 2_000; i < FRAMES; i++) {
            assertThat(stem[0][4_800 + i]).isEqualTo(original[0][i], within(1e-6f));
        }
    }

    @Test
    void severalFormatsComeOutOfOneRenderAndAreMeasured() throws IOException {
        Project song = song();
        ExportJob.Result result = export(
                song,
                List.of(),
                ExportFile.of(out("a.wav"), 0, OutputFormat.of(SampleFormat.INT24)),
                ExportFile.of(out("b.flac"), 0, OutputFormat.of(SampleFormat.INT16)),
                new ExportFile(out("c.wav"), 0, FLOAT, true, null));
        Bounce.run(
                song,
                new ProjectLibrary(folder.resolve("Song.headroom"), RATE),
                folder.resolve("bounce.wav"),
                null,
                new Bounce.Settings(OutputFormat.of(SampleFormat.INT24), 0, OptionalLong.empty(), 1, 64),
                Progress.NONE);
        assertThat(Files.mismatch(out("a.wav"), folder.resolve("bounce.wav"))).isEqualTo(-1);
        double lufs = report(result, 0).integratedLufs();
        assertThat(report(result, 1).integratedLufs()).isEqualTo(lufs, within(0.05));
        assertThat(result.files().get(2).format().channels()).isEqualTo(1);
        float[][] stereo = TestFiles.read(out("a.wav"));
        float[][] mono = TestFiles.read(out("c.wav"));
        // 24-bit steps and their dither.
        assertThat(mono[0][30_000]).isEqualTo((stereo[0][30_000] + stereo[1][30_000]) / 2, within(1e-6f));
    }

    private static studio.headroom.dsp.loudness.LoudnessReport report(ExportJob.Result result, int index) {
        return Objects.requireNonNull(result.files().get(index).report());
    }

    @Test
    void aFileIsBroughtToItsLoudnessUnlessItsPeaksKeepItSofter() throws IOException {
        Project song = song();
        ExportJob.Result result = export(
                song,
                List.of(),
                leveled("soft.wav", OptionalDouble.of(-30)),
                leveled("loud.mp3", OptionalDouble.of(-3)),
                leveled("peak.wav", OptionalDouble.empty()));
        assertThat(report(result, 0).integratedLufs()).isEqualTo(-30, within(0.05));
        assertThat(report(result, 1).truePeakDbtp()).isLessThanOrEqualTo(-1);
        assertThat(result.files().get(1).remarks().getFirst()).contains("-3.0", "peaks would pass -1.0 dBTP");
        assertThat(report(result, 2).truePeakDbtp()).isBetween(-1.05, -1.0);
        assertThat(result.files().get(2).gainDb()).isNotZero();
    }

    private ExportFile leveled(String name, OptionalDouble lufs) {
        return new ExportFile(out(name), 0, OutputFormat.of(SampleFormat.INT24), false, new Loudness(lufs, -1));
    }

    @Test
    void canceledAtAnyStepItLeavesNothingAndWhatWasThereStays() throws IOException {
        Project song = song();
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(out("a.wav"), "before");
        for (String step : List.of("Rendering", "Converting the rate", "Measuring the file")) {
            ExportWatch watch = new ExportWatch() {
                private @Nullable String now;

                @Override
                public void at(String what, double share) {
                    now = what;
                }

                @Override
                public boolean canceled() {
                    return step.equals(now);
                }
            };
            OutputFormat other = new OutputFormat(
                    SampleFormat.INT24,
                    0,
                    java.util.OptionalInt.of(44_100),
                    OutputFormat.Dither.TPDF,
                    studio.headroom.files.audio.codec.Tags.NONE);
            assertThatThrownBy(() -> export(
                            song,
                            List.of(),
                            watch,
                            ExportFile.of(out("a.wav"), 0, other),
                            leveled("b.flac", OptionalDouble.of(-20))))
                    .as(step)
                    .isInstanceOf(OfflineRender.Canceled.class);
            try (Stream<Path> files = Files.list(folder.resolve("out"))) {
                assertThat(files).containsExactly(out("a.wav"));
            }
            assertThat(out("a.wav")).hasContent("before");
        }
    }

    @Test
    void aFormatThatCannotBeWrittenIsNamedAndNothingIsMade() throws IOException {
        Project song = song();
        assertThatThrownBy(() -> export(song, List.of(), ExportFile.of(out("a.xyz"), 0, FLOAT)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.xyz");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThatThrownBy(() -> export(
                        song, List.of(), ExportFile.of(out("a.wav"), 0, FLOAT), ExportFile.of(out("a.wav"), 0, FLOAT)))
                .hasMessageContaining("Two files");
    }

    @Test
    void theWholeGoesFromNothingToAllAndNeverBack() throws IOException {
        List<Double> shares = new ArrayList<>();
        List<ExportWatch.Stage> stages = new ArrayList<>();
        export(
                song(),
                List.of(),
                new ExportWatch() {
                    @Override
                    public void whole(double share) {
                        shares.add(share);
                    }

                    @Override
                    public void file(int index, Stage stage) {
                        stages.add(stage);
                    }
                },
                ExportFile.of(out("a.wav"), 0, FLOAT));
        assertThat(shares).isSorted().last().isEqualTo(1.0);
        assertThat(shares.getFirst()).isLessThan(0.2);
        assertThat(stages)
                .containsExactly(
                        ExportWatch.Stage.WRITING,
                        ExportWatch.Stage.MEASURING,
                        ExportWatch.Stage.READY,
                        ExportWatch.Stage.DONE);
    }

    @Test
    void theReportHoldsWhatWasMeasured() throws IOException {
        ExportJob.Result result = export(song(), List.of(), ExportFile.of(out("a <b>.wav"), 0, FLOAT));
        Path json = folder.resolve("report.json");
        ExportReport.JSON.write(json, "Song", Instant.EPOCH, result.files());
        assertThat(json).content().contains("\"integratedLufs\"", "\"a <b>.wav\"", "\"clippedSamples\"");
        Path html = folder.resolve("report.html");
        ExportReport.HTML.write(html, "Song & Dance", Instant.EPOCH, result.files());
        assertThat(html)
                .content()
                .contains("Song &amp; Dance", "a &lt;b&gt;.wav", "LUFS-I")
                .doesNotContain("@rows");
    }

    @Test
    void aPrintIsMeasuredAndSaysWhatToMend() throws IOException {
        Project song = song();
        Project hot = song.withMaster(song.master()
                .withControls(Values.INITIAL.with(StripControls.VOLUME, 6))
                .withInserts(List.of(
                        new Insert("g", "utility", Values.of(Map.of("gain", 12.0)), null),
                        new Insert("x", "limiter", Values.INITIAL, null))));
        Path place = folder.resolve("Song.headroom");
        PrintJob.Result calm = PrintJob.run(song, place, 1, Progress.NONE);
        assertThat(calm.fresh()).isFalse();
        assertThat(calm.remarks()).isEmpty();
        assertThat(calm.headroomDb()).isEqualTo(-calm.report().truePeakDbtp());
        assertThat(PrintJob.run(song, place, 1, Progress.NONE).fresh()).isTrue();
        PrintJob.Result loud = PrintJob.run(hot, place, 1, Progress.NONE);
        assertThat(loud.remarks()).anyMatch(remark -> remark.contains("limiter is on the master"));
        assertThat(loud.remarks()).anyMatch(remark -> remark.contains("full scale"));
    }

    @Test
    void aPrintIsKnownFreshOrStaleWithoutReadingEverything() throws IOException {
        Project song = song();
        Path place = folder.resolve("Song.headroom");
        PrintShelf shelf = new PrintShelf(place);
        assertThat(shelf.look(song).state()).isEqualTo(PrintCheck.State.NONE);
        PrintJob.run(song, place, 1, Progress.NONE);
        assertThat(shelf.look(song).state()).isEqualTo(PrintCheck.State.FRESH);
        assertThat(shelf.look(song.withTitle("Other")).state()).isEqualTo(PrintCheck.State.FRESH);
        Project louder = song.withMaster(song.master().withControls(Values.INITIAL));
        assertThat(shelf.look(louder).state()).isEqualTo(PrintCheck.State.STALE);
    }
}
