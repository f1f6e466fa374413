package studio.headroom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.importing.ImportResult;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.History;

class DropSpotTest {
    @TempDir
    private Path folder;

    private Project song;

    private ImportResult add(String... names) throws IOException {
        Path place = folder.resolve("Song.headroom");
        NewSong.create(
                place,
                "Song",
                List.of(
                        Stems.write(folder.resolve("Kick.wav"), 48_000, 1, 1),
                        Stems.write(folder.resolve("Bass.wav"), 48_000, 1, 2)),
                ImportProgress.NONE);
        song = ProjectFiles.load(place);
        List<Path> files = new java.util.ArrayList<>();
        for (String name : names) {
            files.add(Stems.write(folder.resolve(name + ".wav"), 48_000, 1, 0.5));
        }
        return NewSong.add(place, song, files, ImportProgress.NONE);
    }

    @Test
    void newTracksStandWhereTheyWereDropped() throws IOException {
        ImportResult added = add("Pad", "Organ");
        History history = new History(song);
        history.apply(new DropSpot("", 1, 24_000, null).place(added));
        assertThat(history.current().strips().stream().map(Strip::name))
                .containsExactly("Kick", "Pad", "Organ", "Bass");
        assertThat(history.current().strips().get(1).clips().getFirst().start()).isEqualTo(24_000);
        assertThat(history.current().strips().getFirst().clips().getFirst().start())
                .isZero();
        history.undo();
        assertThat(history.current()).isEqualTo(song);
        assertThat(history.names()).hasSize(1);
    }

    @Test
    void onATrackTheyBecomeClipsOneBehindTheOther() throws IOException {
        ImportResult added = add("Pad", "Organ");
        String bass = song.strips().getLast().id();
        Project now = new DropSpot("", 0, 192_000, bass).place(added).apply(song);
        assertThat(now.strips()).hasSameSizeAs(song.strips());
        assertThat(now.strips().getLast().clips().stream().map(Clip::start)).containsExactly(0L, 192_000L, 216_000L);
        assertThat(now.media()).hasSize(4);
    }

    @Test
    void elsewhereTheyStandAtTheEnd() throws IOException {
        ImportResult added = add("Pad");
        Project now = DropSpot.END.place(added).apply(song);
        assertThat(now.strips().getLast().name()).isEqualTo("Pad");
        assertThat(now).isEqualTo(added.project());
    }
}
