package studio.headroom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void aProjectFolderAndItsFileAreASong() throws IOException {
        Path json = file("My Song.headroom/project.json");
        assertThat(Dropped.of(List.of(json.getParent()))).isEqualTo(new Dropped.Song(json.getParent()));
        assertThat(Dropped.of(List.of(json)))
                .isInstanceOfSatisfying(
                        Dropped.Song.class, song -> assertThat(song.folder()).isEqualTo(json.getParent()));
    }

    @Test
    void filesKeepTheOrderOfTheHandAndThoseOfAFolderThatOfTheirNames() throws IOException {
        Path vox = file("vox.WAV");
        Path kick = file("stems/01 kick.wav");
        Path snare = file("stems/02 Snare.flac");
        file("stems/notes.txt");
        file("stems/.hidden.wav");
        assertThat(Dropped.of(List.of(vox, folder.resolve("stems"))))
                .isEqualTo(new Dropped.Sounds(List.of(vox, kick, snare)));
    }

    @Test
    void whatCannotBeUsedIsExplained() throws IOException {
        Path notes = file("notes.txt");
        assertThat(Dropped.of(List.of(notes)))
                .isInstanceOfSatisfying(
                        Dropped.Nothing.class,
                        nothing -> assertThat(nothing.reason()).contains("notes.txt", "WAV"));
        assertThat(Dropped.of(List.of(folder.resolve("gone.wav")))).isInstanceOf(Dropped.Nothing.class);
    }

    @Test
    void aSongIsCalledAsTheFolderOfItsFiles() {
        Path home = Path.of("/home/me");
        assertThat(Dropped.title(List.of(home.resolve("Paper Lanterns/a.wav"), home.resolve("Paper Lanterns/b.wav"))))
                .isEqualTo("Paper Lanterns");
        assertThat(Dropped.title(List.of(home.resolve("Paper Lanterns/stems/a.wav"))))
                .isEqualTo("Paper Lanterns");
        assertThat(Dropped.title(List.of(home.resolve("Downloads/a.wav")))).isEqualTo("New song");
        assertThat(Dropped.title(List.of(home.resolve("x/a.wav"), home.resolve("y/b.wav"))))
                .isEqualTo("New song");
    }
}
