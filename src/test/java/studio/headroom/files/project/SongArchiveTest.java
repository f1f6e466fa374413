package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.FileException;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.MasteringEdits;

class SongArchiveTest {
    @TempDir
    private Path temp;

    private Path folder;
    private Path archive;
    private Project song;

    @BeforeEach
    void makeSong() throws IOException {
        folder = temp.resolve("Song.headroom");
        archive = temp.resolve("Song.zip");
        Media kick = new Media("m1", "media/Kick.wav", 1, 100, "Kick.wav", "");
        Media unused = new Media("m2", "media/Old.wav", 1, 100, "Old.wav", "");
        song = Project.empty("Song", 48_000)
                .withMedia(List.of(kick, unused))
                .withStrips(List.of(
                        Strip.create(Strip.Kind.TRACK, "a", "Kick").withClips(List.of(Clip.whole("c", kick, 0)))));
        ProjectFiles.create(folder, song);
        Files.createDirectories(folder.resolve("media"));
        Files.write(folder.resolve("media/Kick.wav"), new byte[70_000]);
        Files.write(folder.resolve("media/Old.wav"), new byte[70_000]);
    }

    private void unpack() throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = temp.resolve("there").resolve(entry.getName());
                Files.createDirectories(to.getParent());
                Files.copy(zip, to);
            }
        }
    }

    @Test
    void whatWasUnpackedOpensWithWhatIsPlayed() throws IOException {
        List<Double> shares = new ArrayList<>();
        long bytes = SongArchive.write(folder, song, archive, shares::add, () -> false);
        assertThat(Files.size(archive)).isEqualTo(bytes);
        assertThat(shares.getLast()).isEqualTo(1);
        unpack();
        Path there = temp.resolve("there/Song.headroom");
        Project opened = ProjectFiles.load(there);
        assertThat(opened.strips()).isEqualTo(song.strips());
        assertThat(opened.media()).extracting(media -> media.path()).containsExactly("media/Kick.wav");
        assertThat(there.resolve("media/Kick.wav")).hasSameBinaryContentAs(folder.resolve("media/Kick.wav"));
        assertThat(there.resolve("media/Old.wav")).doesNotExist();
        assertThat(there.resolve("backups")).doesNotExist();
    }

    @Test
    void referencesArePackedAndLostOnesAreLeftOut() throws IOException {
        Media pier = new Media("reference1", "references/North Pier.wav", 2, 100, "North Pier.wav", "");
        Media lost = new Media("reference2", "references/Lost.wav", 2, 100, "Lost.wav", "");
        Files.createDirectories(folder.resolve("references"));
        Files.write(folder.resolve(pier.path()), new byte[5_000]);
        song = MasteringEdits.addReference(lost, "Lost")
                .apply(MasteringEdits.addReference(pier, "North Pier").apply(song));
        SongArchive.write(folder, song, archive, share -> {}, () -> false);
        unpack();
        Path there = temp.resolve("there/Song.headroom");
        assertThat(there.resolve(pier.path())).hasSameBinaryContentAs(folder.resolve(pier.path()));
        assertThat(there.resolve(lost.path())).doesNotExist();
        Project opened = ProjectFiles.load(there);
        assertThat(opened.mastering().references()).hasSize(2);
        assertThat(MediaCheck.references(there, opened))
                .anySatisfy(problem -> assertThat(problem.message()).contains("Lost.wav"))
                .allSatisfy(problem -> assertThat(problem.used()).isFalse());
    }

    @Test
    void aSongThatIsSavedElsewhereTakesItsReferencesAlong() throws IOException {
        Media pier = new Media("reference1", "references/North Pier.wav", 2, 100, "North Pier.wav", "");
        Media lost = new Media("reference2", "references/Lost.wav", 2, 100, "Lost.wav", "");
        Files.createDirectories(folder.resolve("references"));
        Files.write(folder.resolve(pier.path()), new byte[5_000]);
        song = MasteringEdits.addReference(lost, "Lost")
                .apply(MasteringEdits.addReference(pier, "North Pier").apply(song));
        Path other = temp.resolve("Other.headroom");
        assertThat(ProjectFiles.saveAs(folder, song, other)).containsExactly(lost);
        assertThat(other.resolve(pier.path())).hasSameBinaryContentAs(folder.resolve(pier.path()));
    }

    @Test
    void whatWasThereStaysUntilAllIsWritten() throws IOException {
        Files.writeString(archive, "before");
        assertThatThrownBy(() -> SongArchive.write(folder, song, archive, share -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThat(archive).hasContent("before");
        Files.delete(folder.resolve("media/Kick.wav"));
        assertThatThrownBy(() -> SongArchive.write(folder, song, archive, share -> {}, () -> false))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("Kick.wav");
        assertThat(archive).hasContent("before");
        assertThat(temp.toFile().list()).containsExactlyInAnyOrder("Song.headroom", "Song.zip");
    }
}
