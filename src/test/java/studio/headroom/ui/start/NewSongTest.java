package studio.headroom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.TagRules;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

class NewSongTest {
    private static final ImportProgress CANCELED = new ImportProgress() {
        @Override
        public void report(double done, String file) {}

        @Override
        public boolean canceled() {
            return true;
        }
    };

    @TempDir
    private Path folder;

    @Test
    void aSongOfFilesHasATrackForEachAtTheRateOfMost() throws IOException {
        List<Path> stems = List.of(
                Stems.write(folder.resolve("01_Kick.wav"), 48_000, 1, 0.2),
                Stems.write(folder.resolve("02_Pad.wav"), 44_100, 2, 0.2),
                Stems.write(folder.resolve("03_Bass.wav"), 48_000, 1, 0.2));
        Path place = folder.resolve("new").resolve("Song.headroom");
        NewSong.create(place, "Song", stems, ImportProgress.NONE);
        Project song = ProjectFiles.load(place);
        assertThat(song.title()).isEqualTo("Song");
        assertThat(song.sampleRate()).isEqualTo(48_000);
        assertThat(song.strips()).extracting(Strip::name).containsExactly("Kick", "Pad", "Bass");
    }

    @Test
    void allFilesThatAreNoTracksAreToldAtOnce() throws IOException {
        Path kick = Stems.write(folder.resolve("Kick.wav"), 48_000, 1, 0.2);
        Path wide = Stems.write(folder.resolve("Surround.wav"), 48_000, 6, 0.2);
        Path text = Files.writeString(folder.resolve("Text.wav"), "hello");
        Path empty = Files.createFile(folder.resolve("Empty.wav"));
        Path bass = Stems.write(folder.resolve("Bass.wav"), 44_100, 2, 0.2);
        NewSong.Checked checked = NewSong.check(List.of(kick, wide, text, empty, bass));
        assertThat(checked.usable()).containsExactly(kick, bass);
        assertThat(checked.reasons()).hasSize(3);
        assertThat(ImportWords.unusable(5, checked.reasons()))
                .startsWith("3 of 5 files cannot be tracks. ")
                .contains("Surround.wav", "Text.wav", "Empty.wav");
        assertThat(ImportWords.unusable(5, checked.reasons().subList(0, 1))).contains("6 channels");
    }

    @Test
    void aCanceledSongLeavesNothing() throws IOException {
        Path stem = Stems.write(folder.resolve("Kick.wav"), 48_000, 1, 0.2);
        Path place = folder.resolve("songs").resolve("Song.headroom");
        assertThatThrownBy(() -> NewSong.create(place, "Song", List.of(stem), CANCELED))
                .isInstanceOf(CancellationException.class);
        try (var left = Files.list(place.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aSongToMasterTakesOverTheTagsThatCanBeDelivered() throws IOException {
        Path file = Stems.write(folder.resolve("Mix.flac"), 44_100, 2, 0.5);
        AudioFiles.writeTags(
                file,
                Tags.NONE
                        .with(Tags.Field.TITLE, "mix final 3")
                        .with(Tags.Field.ARTIST, "Paper & Sons")
                        .with(Tags.Field.DATE, "last year")
                        .with(Tags.Field.ISRC, "USRC17607839")
                        .with(Tags.Field.COMMENT, "bounced at home"));
        Path place = folder.resolve("Lanterns.headroom");
        NewSong.ofMaster(place, "Lanterns", file, ImportProgress.NONE);
        Project song = ProjectFiles.load(place);
        assertThat(song.mastering().tags())
                .containsOnly(Map.entry("artist", "Paper & Sons"), Map.entry("isrc", "USRC17607839"));
        assertThat(TagRules.of(song).get(Tags.Field.TITLE)).isEqualTo("Lanterns");
    }

    @Test
    void aSongThatIsCalledAsAnotherGetsANumber() throws IOException {
        assertThat(NewSong.place(folder, "A/B")).isEqualTo(folder.resolve("A_B.headroom"));
        Files.createDirectory(folder.resolve("A_B.headroom"));
        assertThat(NewSong.place(folder, "A/B")).isEqualTo(folder.resolve("A_B 2.headroom"));
    }

    @Test
    void theSampleSongIsCopiedOnceAndThenTheUsers() throws IOException {
        Path stem = Stems.write(folder.resolve("Kick.wav"), 48_000, 1, 0.2);
        Path sample = folder.resolve("installed").resolve("Sample.headroom");
        NewSong.create(sample, "Sample", List.of(stem), ImportProgress.NONE);
        Path music = folder.resolve("music");
        assertThatThrownBy(() -> NewSong.sample(sample, music, CANCELED)).isInstanceOf(CancellationException.class);
        Path copy = NewSong.sample(sample, music, ImportProgress.NONE);
        Project song = ProjectFiles.load(copy);
        assertThat(song).isEqualTo(ProjectFiles.load(sample));
        assertThat(copy.resolve(song.media().getFirst().path())).isRegularFile();
        ProjectFiles.save(copy, song.withTitle("Mine"));
        assertThat(NewSong.sample(sample, music, ImportProgress.NONE)).isEqualTo(copy);
        assertThat(ProjectFiles.load(copy).title()).isEqualTo("Mine");
    }
}
