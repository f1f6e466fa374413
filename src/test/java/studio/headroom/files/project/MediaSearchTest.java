package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.SongEdits;

class MediaSearchTest {
    private static final Project SONG = Project.empty("Song", 48_000);

    @TempDir
    private Path temp;

    private Path folder;
    private Path elsewhere;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = temp.resolve("Song.headroom");
        ProjectFiles.create(folder, SONG);
        elsewhere = Files.createDirectories(temp.resolve("old disk/stems"));
    }

    @Test
    void aRenamedFileIsFoundByItsContentAndBroughtBackToItsPlace() throws IOException {
        Path moved = wav("renamed.wav", 48_000, 1_000, 0.5f);
        wav("Kick.wav", 48_000, 1_000, 0.25f);
        Media kick = new Media("m1", "media/Kick.wav", 1, 1_000, "01 Kick.wav", Sha256.of(moved));
        List<MediaSearch.Found> found = search(kick);
        assertThat(found).containsExactly(new MediaSearch.Found(kick, moved, MediaSearch.Match.CONTENT));
        assertThat(MediaSearch.bring(folder, found.getFirst())).isEqualTo("media/Kick.wav");
        assertThat(MediaCheck.check(folder, SONG.withMedia(List.of(kick)))).isEmpty();
    }

    @Test
    void withoutAChecksumNameAndShapeMustFit() throws IOException {
        wav("other.wav", 48_000, 1_000, 0.5f);
        Path shorter = wav("Kick.wav", 48_000, 999, 0.5f);
        Media kick = new Media("m1", "media/Kick.wav", 1, 1_000, "01 kick.WAV");
        assertThat(search(kick)).isEmpty();
        Files.delete(shorter);
        wav("Kick.wav", 44_100, 1_000, 0.5f);
        assertThat(search(kick)).isEmpty();
        Path origin = wav("01 Kick.wav", 48_000, 1_000, 0.5f);
        assertThat(search(kick))
                .containsExactly(new MediaSearch.Found(kick, origin, MediaSearch.Match.NAME_AND_LENGTH));
    }

    @Test
    void aFileWithTheRightNameAndOtherContentIsNotTaken() throws IOException {
        wav("Kick.wav", 48_000, 1_000, 0.5f);
        assertThat(search(new Media("m1", "media/Kick.wav", 1, 1_000, "", "ab".repeat(32))))
                .isEmpty();
    }

    @Test
    void aPlaceThatIsTakenIsLeftAloneAndTheSongRelinked() throws IOException {
        Path moved = wav("Kick.wav", 48_000, 1_000, 0.5f);
        Path inTheWay = Files.writeString(folder.resolve("media/Kick.wav"), "another");
        Media kick = new Media("m1", "media/Kick.wav", 1, 1_000, "", Sha256.of(moved));
        String path = MediaSearch.bring(folder, search(kick).getFirst());
        assertThat(path).isEqualTo("media/Kick 2.wav");
        assertThat(inTheWay).hasContent("another");
        Project relinked =
                SongEdits.relink("m1", path, kick.sha256()).apply(SONG.withMedia(List.of(kick)));
        assertThat(MediaCheck.check(folder, relinked)).isEmpty();
    }

    @Test
    void aSearchCanBeStoppedAndFoldersMayBeGone() throws IOException {
        Path moved = wav("Kick.wav", 48_000, 1_000, 0.5f);
        Media kick = new Media("m1", "media/Kick.wav", 1, 1_000, "", Sha256.of(moved));
        assertThat(MediaSearch.search(SONG, List.of(kick), List.of(temp), () -> true)).isEmpty();
        assertThat(MediaSearch.search(SONG, List.of(kick), List.of(temp.resolve("gone")), () -> false))
                .isEmpty();
        Files.writeString(elsewhere.resolve("noise.wav"), "not a sound");
        assertThat(search(kick)).hasSize(1);
    }

    private List<MediaSearch.Found> search(Media media) {
        return MediaSearch.search(SONG, List.of(media), List.of(temp.resolve("old disk")), () -> false);
    }

    private Path wav(String name, int rate, int frames, float value) throws IOException {
        Path file = elsewhere.resolve(name);
        float[][] sound = new float[1][frames];
        Arrays.fill(sound[0], value);
        EncoderSettings settings = EncoderSettings.of(SampleFormat.INT24);
        try (PcmEncoder encoder = PcmEncoder.wav(file, new AudioFormat(rate, 1), settings)) {
            encoder.write(sound, 0, frames);
            encoder.finish();
        }
        return file;
    }
}
