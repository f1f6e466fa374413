package studio.headroom.files.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.FileException;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.RandomProjects;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.project.edit.StripImports;
import studio.headroom.ui.start.Stems;

/// Strips that come from another song.
class OtherSongTest {
    @TempDir
    private Path folder;

    private Path there;
    private Path here;
    private Project other;
    private Project song;

    @BeforeEach
    void songs() throws IOException {
        there = made("There", "Vox", "Bass");
        here = made("Here", "Kick");
        other = ProjectFiles.load(there);
        String vox = id(other, "Vox");
        other = apply(
                other,
                StripEdits.add(Kind.BUS, "Voices", 9),
                StripEdits.add(Kind.RETURN, "Hall", 9),
                StripEdits.add(Kind.RETURN, "Echo", 9));
        other = apply(
                other,
                StripEdits.output(vox, id(other, "Voices")),
                InsertEdits.add(vox, "compressor", 0),
                SendEdits.add(vox, id(other, "Hall")),
                SendEdits.add(vox, id(other, "Echo")),
                LaneEdits.add(vox, StripControls.VOLUME, new Point(0, -6, Shape.HOLD)),
                StripEdits.solo(vox, true));
        song = apply(ProjectFiles.load(here), StripEdits.add(Kind.RETURN, "hall", 9));
    }

    private Path made(String title, String... names) throws IOException {
        Path place = folder.resolve(title + ".headroom");
        List<Path> stems = Stream.of(names)
                .map(name -> stem(folder.resolve(title).resolve(name + ".wav")))
                .toList();
        ProjectFiles.create(
                place,
                made -> StemImporter.run(
                                made,
                                Project.empty(title, 48_000),
                                stems,
                                new ImportOptions(false, false, 1),
                                ImportProgress.NONE)
                        .project());
        return place;
    }

    private static Path stem(Path file) {
        try {
            // No two are the same sound, which would be kept once.
            return Stems.write(
                    file, 48_000, 1, 0.1 + file.getFileName().toString().charAt(0) * 0.001);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Project apply(Project project, Edit... edits) {
        return Edit.sequence("", List.of(edits)).apply(project);
    }

    private static String id(Project project, String name) {
        return strip(project, name).id();
    }

    private static Strip strip(Project project, String name) {
        return project.strips().stream()
                .filter(strip -> strip.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Edit bring(boolean clips, String... names) throws FileException {
        Set<String> ids = Stream.of(names).map(name -> id(other, name)).collect(Collectors.toSet());
        return OtherSong.bring(there, other, ids, clips, here, song, ImportProgress.NONE);
    }

    private long files() throws IOException {
        try (Stream<Path> media = Files.list(here.resolve(ProjectFiles.MEDIA))) {
            return media.count();
        }
    }

    @Test
    void aTrackComesWithItsSoundEffectsAndWays() throws IOException {
        Project after = bring(true, "Vox", "Voices").apply(song);
        Strip vox = strip(after, "Vox");
        assertThat(after.strips()).extracting(Strip::name).containsExactly("Kick", "Vox", "Voices", "hall");
        assertThat(vox.solo()).isFalse();
        assertThat(vox.output()).isEqualTo(id(after, "Voices"));
        assertThat(vox.inserts()).extracting(insert -> insert.type()).containsExactly("compressor");
        assertThat(vox.sends()).as("Echo stays behind, Hall has a namesake").hasSize(1);
        assertThat(vox.sends().getFirst().target()).isEqualTo(id(after, "hall"));
        assertThat(vox.automation()).hasSize(1);
        assertThat(vox.clips()).hasSize(1);
        assertThat(MediaCheck.check(here, after)).as("what is missing").isEmpty();
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void whatTheSongHasAlreadyIsNotCopiedAgain() throws IOException {
        song = bring(true, "Vox").apply(song);
        Project twice = bring(true, "Vox").apply(song);
        assertThat(twice.media()).hasSize(2);
        assertThat(files()).isEqualTo(2);
        assertThat(twice.strips().stream().filter(strip -> strip.name().equals("Vox")))
                .hasSize(2);
    }

    @Test
    void withoutClipsNothingIsCopied() throws IOException {
        Project after = bring(false, "Vox", "Bass").apply(song);
        assertThat(strip(after, "Vox").clips()).isEmpty();
        assertThat(strip(after, "Vox").automation()).isEmpty();
        assertThat(strip(after, "Vox").inserts()).hasSize(1);
        assertThat(after.media()).isEqualTo(song.media());
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatCannotComeWholeLeavesNothing() throws IOException {
        Path bass = there.resolve(other.media().stream()
                .filter(media -> media.path().contains("Bass"))
                .findFirst()
                .orElseThrow()
                .path());
        Files.delete(bass);
        assertThatThrownBy(() -> bring(true, "Vox", "Bass"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("Bass");
        assertThat(files()).isEqualTo(1);
        assertThatThrownBy(() ->
                        OtherSong.bring(there, other, Set.of(id(other, "Vox")), true, here, song, new ImportProgress() {
                            @Override
                            public void report(double done, String file) {
                                // Not shown.
                            }

                            @Override
                            public boolean canceled() {
                                return true;
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void anyStripsOfAnySongGoIntoAnyOther() {
        Random random = new Random(5);
        for (int seed = 0; seed < 200; seed++) {
            Project from = RandomProjects.create(seed);
            Project to = RandomProjects.create(seed + 1000);
            Set<String> chosen = new HashSet<>();
            for (Strip strip : from.strips()) {
                if (random.nextBoolean()) {
                    chosen.add(strip.id());
                }
            }
            // A project that contradicts itself cannot be made.
            Project after = StripImports.bring(from, chosen, Map.of()).apply(to);
            assertThat(after.strips()).hasSize(to.strips().size() + chosen.size());
            assertThat(after.strips()).containsAll(to.strips());
        }
    }
}
