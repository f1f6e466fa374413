package studio.headroom.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Bounce;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;

/// What a person does to get files out of a song. Pictures go to `target/screens/export-….png`.
class ExportScreenTest {
    @TempDir
    private Path folder;

    private static ExportChoices choices(ExportChoices choices, ExportRoom room, Path place) {
        Map<String, String> values = choices.values();
        values.put("folder", place.toString());
        Fx.run(() -> room.preferences().setExport(values));
        return choices;
    }

    /// The sounds among them; what is noted of each lies beside it.
    private static List<String> prints(Path song) throws IOException {
        return files(song.resolve("prints")).stream()
                .filter(name -> name.endsWith(".wav"))
                .toList();
    }

    private static List<String> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void begin(ExportRoom room) {
        room.key(KeyCode.R, true, true);
        room.await("the form", () -> room.asks() && !room.button("Export").isDisabled());
    }

    @Test
    void mixAndStemsInTwoFormatsAreWrittenMeasuredAndListed() throws IOException {
        Path place = folder.resolve("out");
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(ExportRoom.song(folder, 3, "01 Kick", "02 Bass", "03 Lead Vox"));
            choices(
                    ExportChoices.initial()
                            .withWhat(What.BOTH)
                            .withFormats(List.of(ExportFormat.of(Coding.WAV_24), ExportFormat.of(Coding.FLAC_16)))
                            .withReport(studio.headroom.mastering.ExportReport.HTML),
                    room,
                    place);
            begin(room);
            assertThat(room.reached()).as("what takes keys has a name").doesNotContain("null", "");
            room.press("Export");
            room.await("the files", () -> room.words().contains("Exported 8 files"));
            assertThat(room.words()).contains("LUFS", "dBTP", "nothing clipped", "Length 0:03");
            assertThat(files(place))
                    .containsExactlyInAnyOrder(
                            "Paper Lanterns.wav",
                            "Paper Lanterns.flac",
                            "Paper Lanterns stems/01 Kick.wav",
                            "Paper Lanterns stems/01 Kick.flac",
                            "Paper Lanterns stems/02 Bass.wav",
                            "Paper Lanterns stems/02 Bass.flac",
                            "Paper Lanterns stems/03 Lead Vox.wav",
                            "Paper Lanterns stems/03 Lead Vox.flac",
                            "Paper Lanterns report.html");
            room.picture("done-1280", 1280, 720);
            room.press("Show in folder");
            assertThat(room.revealed).containsExactly(place.resolve("Paper Lanterns report.html"));
            room.press("Done");

            begin(room);
            room.press("Export");
            assertThat(room.words()).contains("These 8 files exist");
            room.picture("exist-1280", 1280, 720);
            room.press("Keep both");
            room.await("the other files", () -> room.words().contains("Exported 8 files"));
            assertThat(files(place)).contains("Paper Lanterns (2).wav", "Paper Lanterns stems/01 Kick (2).flac");
        }
    }

    @Test
    void theMixdownIsTheBounceOfTheCommandLineBitForBit() throws IOException {
        Path song = ExportRoom.song(folder, 2, "Kick", "Bass");
        Path place = folder.resolve("out");
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(song);
            choices(
                    ExportChoices.initial()
                            .withTags(false)
                            .withFormats(List.of(
                                    ExportFormat.of(Coding.WAV_24),
                                    ExportFormat.of(Coding.WAV_16).withRate(44_100))),
                    room,
                    place);
            begin(room);
            room.press("Export");
            room.await("the files", () -> room.words().contains("Exported 2 files"));
        }
        for (SampleFormat samples : List.of(SampleFormat.INT24, SampleFormat.INT16)) {
            boolean cd = samples == SampleFormat.INT16;
            OutputFormat format = new OutputFormat(
                    samples,
                    0,
                    cd ? OptionalInt.of(44_100) : OptionalInt.empty(),
                    OutputFormat.usualDither(samples),
                    Tags.NONE);
            Path bounced = folder.resolve("bounced.wav");
            Bounce.run(
                    ProjectFiles.load(song),
                    new ProjectLibrary(song, 48_000),
                    bounced,
                    null,
                    new Bounce.Settings(format, 0, OptionalLong.empty(), 2, Bounce.DEFAULT_BLOCK),
                    Progress.NONE);
            Path exported = place.resolve("Paper Lanterns " + (cd ? "16-bit 44.1 kHz" : "24-bit 48 kHz") + ".wav");
            assertThat(Files.mismatch(exported, bounced)).isEqualTo(-1);
        }
    }

    @Test
    void cancelingLeavesNothingAndTheSongCanBeEditedMeanwhile() throws IOException {
        Path place = folder.resolve("out");
        try (ExportRoom room = new ExportRoom(folder)) {
            // Long enough that it is still under way when it is called off.
            room.open(ExportRoom.song(folder, 120, "Kick", "Bass", "Guitar", "Keys"));
            choices(
                    ExportChoices.initial()
                            .withWhat(What.BOTH)
                            .withFormats(List.of(ExportFormat.of(Coding.WAV_24), ExportFormat.of(Coding.MP3))),
                    room,
                    place);
            begin(room);
            room.press("Export");
            room.await("the work", () -> room.words().contains("writing"));
            room.picture("running-1280", 1280, 720);
            room.press("Hide");
            assertThat(room.asks()).isFalse();
            Fx.run(() -> room.session().history().apply(StripEdits.mute(java.util.Set.of(strip(room)), true)));
            assertThat(Fx.call(() -> room.session().file().isChanged())).isTrue();
            room.key(KeyCode.R, true, true);
            assertThat(room.words()).contains("Canceling leaves nothing");
            room.press("Cancel");
            room.await("the end of it", () -> !room.asks());
            assertThat(place).doesNotExist();
            assertThat(room.shell().messages().shown()).isEmpty();
        }
    }

    @Test
    void quittingAsksWhileSomethingIsWritten() throws IOException {
        Path place = folder.resolve("out");
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(ExportRoom.song(folder, 120, "Kick", "Bass", "Guitar", "Keys"));
            choices(ExportChoices.initial().withFormats(List.of(ExportFormat.of(Coding.MP3))), room, place);
            begin(room);
            room.press("Export");
            room.await("the work", () -> room.words().contains("writing"));
            Fx.run(() -> room.shell().quit());
            assertThat(room.words()).contains("Quit before the export is complete?");
            room.press("Go on");
            assertThat(room.words()).contains("Canceling leaves nothing");
            Fx.run(() -> room.shell().quit());
            room.press("Quit");
            assertThat(Fx.call(() -> room.shell().session())).isNull();
            Fx.run(() -> room.exports().stop());
            room.await("the end of it", () -> !room.exports().isRunning());
            assertThat(place).doesNotExist();
        }
    }

    private static String strip(ExportRoom room) {
        return room.session().history().current().strips().getFirst().id();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedBeforeAnythingIsRendered() throws IOException {
        Path file = Files.writeString(folder.resolve("not a folder"), "text");
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(ExportRoom.song(folder, 1, "Kick"));
            choices(ExportChoices.initial(), room, file.resolve("out"));
            room.key(KeyCode.R, true, true);
            room.await("a reason", () -> room.words().contains("is a file and not a folder"));
            assertThat(room.button("Export").isDisabled()).isTrue();
            room.picture("problem-1280", 1280, 720);
        }
    }

    @Test
    void aLostSoundFileIsNamedWithTheCure() throws IOException {
        Path song = ExportRoom.song(folder, 1, "Kick");
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(song);
            choices(ExportChoices.initial(), room, folder.resolve("out"));
            begin(room);
            try (Stream<Path> media = Files.list(song.resolve("media"))) {
                Files.delete(media.findFirst().orElseThrow());
            }
            room.press("Export");
            room.await("the reason", () -> !room.shell().messages().shown().isEmpty());
            var message = room.shell().messages().shown().getFirst();
            assertThat(message.what() + message.more()).contains("Nothing was exported", "is missing", "Put it back");
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void aPrintIsMadeOnceStaysFreshAndGoesStaleWithTheMix() throws IOException {
        Path song = ExportRoom.song(folder, 2, "Kick", "Bass");
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(song);
            room.key(KeyCode.P, true, true);
            room.await("the print", () -> room.words().contains("The mix is printed"));
            assertThat(room.words()).contains("LUFS-I", "dBTP", "Headroom", "0:02.0", "it holds in mono");
            assertThat(room.words())
                    .as("a print has a time, not a hash")
                    .doesNotContain(".wav")
                    .doesNotContainPattern("[0-9a-f]{16}");
            room.picture("printed-1280", 1280, 720);
            room.press("Done");
            room.await("the tag", () -> room.exports().printState().get() == PrintCheck.State.FRESH);
            List<String> before = prints(song);
            assertThat(before).hasSize(1);

            room.key(KeyCode.P, true, true);
            room.await("the answer", () -> room.words().contains("still fresh"));
            assertThat(room.words()).contains("There is nothing to do");
            room.picture("fresh-1280", 1280, 720);
            room.press("Done");
            assertThat(prints(song)).isEqualTo(before);

            Fx.run(() -> room.session().history().apply(StripEdits.set(strip(room), StripControls.VOLUME, -3)));
            room.await("the tag", () -> room.exports().printState().get() == PrintCheck.State.STALE);
            room.picture("stale-1600", 1600, 900);
            room.key(KeyCode.P, true, true);
            room.await("the print", () -> room.words().contains("The mix is printed"));
            assertThat(prints(song)).hasSize(2).containsAll(before);
            room.press("Done");
            room.await("the tag", () -> room.exports().printState().get() == PrintCheck.State.FRESH);

            String master = room.session().history().current().master().id();
            Fx.run(() -> {
                room.session().history().apply(StripEdits.set(strip(room), StripControls.VOLUME, 6));
                room.session().history().apply(StripEdits.set(master, StripControls.VOLUME, 6));
            });
            room.key(KeyCode.P, true, true);
            room.await("the print", () -> room.words().contains("full scale"));
            room.picture("printed-hot-1280", 1280, 720);
        }
    }

    @Test
    void aSongThatWasNeverSavedIsSavedFirstInTheSameFlow() {
        try (ExportRoom room = new ExportRoom(folder)) {
            Fx.run(() -> room.shell()
                    .request(studio.headroom.ui.song.SongRequest.unnamed(
                            studio.headroom.project.Project.empty("Untitled", 48_000))));
            room.await("the song", () -> room.shell().session() != null);
            room.key(KeyCode.P, true, true);
            assertThat(room.words()).contains("Print the mix: save the song first");
            room.picture("save-first-1280", 1280, 720);
            room.press("Save as…");
            assertThat(room.words()).contains("Save the song as");
            Fx.run(() -> ((javafx.scene.control.TextField)
                            room.shell().window().overlay().lookup(".text-field"))
                    .setText("First try"));
            room.press("Save");
            room.await("what follows", () -> !room.shell().messages().shown().isEmpty());
            assertThat(room.shell().messages().shown().getFirst().what()).contains("nothing to print yet");
        }
    }

    @Test
    void theFormAtEverySize() throws IOException {
        try (ExportRoom room = new ExportRoom(folder)) {
            room.open(ExportRoom.song(folder, 2, "01 Kick", "02 Snare", "03 Bass", "04 Lead Vox"));
            choices(ExportChoices.initial(), room, folder.resolve("out"));
            begin(room);
            room.picture("form-1280", 1280, 720);
            List<Object[]> sizes = new ArrayList<>();
            sizes.add(new Object[] {"stems-1600", 1600, 900, 100});
            sizes.add(new Object[] {"stems-75", 1280, 720, 75});
            sizes.add(new Object[] {"stems-200", 1920, 990, 200});
            sizes.add(new Object[] {"stems-1280", 1280, 720, 100});
            ExportChoices both = ExportChoices.initial()
                    .withWhat(What.BOTH)
                    .withFormats(List.of(
                            ExportFormat.of(Coding.WAV_24),
                            ExportFormat.of(Coding.MP3)
                                    .withLoudness(ExportFormat.LOUDNESSES.get(2).loudness())));
            for (Object[] size : sizes) {
                choices(both, room, folder.resolve("out"));
                Fx.run(() -> {
                    room.shell().window().overlay().hide();
                    room.preferences().percent().set((Integer) size[3]);
                });
                begin(room);
                room.picture((String) size[0], (Integer) size[1], (Integer) size[2]);
            }
            assertThat(room.reached()).doesNotContain("null", "");
        }
    }
}
