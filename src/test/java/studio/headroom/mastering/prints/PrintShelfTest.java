package studio.headroom.mastering.prints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.PrintNote;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.compare.Difference;
import studio.headroom.project.edit.MasteringEdits;

class PrintShelfTest {
    private static final int RATE = 48_000;

    @TempDir
    private Path parent;

    private Path folder;
    private Project song;
    private PrintShelf shelf;

    @BeforeEach
    void makeSong() throws IOException {
        folder = parent.resolve("Song.headroom");
        song = ProjectFiles.create(folder, building -> {
            write(building.resolve("media/a.wav"), RATE, 1, 9_600);
            Media media = new Media("media1", "media/a.wav", 1, 9_600, "a.wav");
            Strip track = Strip.create(Strip.Kind.TRACK, "strip1", "Lead vocal")
                    .withClips(List.of(Clip.whole("clip1", media, 0)));
            return Project.empty("Song", RATE).withMedia(List.of(media)).withStrips(List.of(track));
        });
        shelf = new PrintShelf(folder);
    }

    private static void write(Path file, int rate, int channels, int frames) throws IOException {
        float[][] sound = new float[channels][frames];
        for (int i = 0; i < frames; i++) {
            for (int c = 0; c < channels; c++) {
                sound[c][i] = (float) (0.25 * Math.sin(i * 0.05 * (c + 1)));
            }
        }
        try (AudioFileWriter writer =
                AudioFiles.create(file, new AudioFormat(rate, channels), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, frames);
        }
    }

    private Print print(Project project) throws IOException {
        MixPrint made = MixPrint.make(project, folder, new ProjectLibrary(folder, RATE), 1, Progress.NONE);
        return shelf.look(project).find(made.file().getFileName().toString()).orElseThrow();
    }

    private Project louder(double db) {
        Strip track = song.strips().getFirst();
        return song.withStrip(track.withControls(track.controls().with(StripControls.VOLUME, db)));
    }

    @Test
    void printsAreNumberedAndSayWhatHasChangedSince() throws IOException {
        Print first = print(song);
        Print second = print(louder(0.8));
        assertThat(first.title()).isEqualTo("Mix print 1");
        assertThat(second.title()).isEqualTo("Mix print 2");
        assertThat(second.frames()).isEqualTo(9_600);

        Shelf now = shelf.look(louder(0.8));
        assertThat(now.age(second)).isEqualTo(Shelf.Age.FRESH);
        assertThat(now.age(first)).isEqualTo(Shelf.Age.STALE);
        assertThat(now.state()).isEqualTo(PrintCheck.State.FRESH);
        assertThat(now.chosen(song)).contains(now.prints().getFirst());
        assertThat(now.chosen(MasteringEdits.print(first.name()).apply(song))).contains(first);
        assertThat(shelf.look(louder(3)).state()).isEqualTo(PrintCheck.State.STALE);

        Project printed = PrintShelf.madeOf(first).orElseThrow();
        assertThat(printed).isEqualTo(song);
        assertThat(PrintChanges.since(printed, louder(0.8)))
                .extracting(Difference::text)
                .containsExactly("Lead vocal +0.8 dB");
    }

    @Test
    void whatAPrintWasMadeOfIsSimplyNotKnownWhereItsNoteIsGoneOrDamaged() throws IOException {
        Print print = print(song);
        Path note = PrintNote.beside(print.file());
        assertThat(note).exists();
        for (String bad : List.of(
                "",
                "[1, 2",
                "{}",
                "{\"format\": \"headroom-print\", \"formatVersion\": 1, \"number\": \"x\"}",
                "{\"format\": \"headroom-print\", \"formatVersion\": 1, \"made\": \"yesterday\", \"project\": []}",
                "[".repeat(100_000))) {
            Files.writeString(note, bad);
            assertThat(PrintShelf.madeOf(print)).isEmpty();
            assertThat(new PrintShelf(folder).look(song).prints())
                    .extracting(Print::title)
                    .containsExactly("Mix print 1");
        }
        Files.delete(note);
        assertThat(shelf.look(song).age(print)).isEqualTo(Shelf.Age.FRESH);
        assertThat(PrintShelf.madeOf(print)).isEmpty();
    }

    @Test
    void aNoteOfAnotherPrintIsNotBelieved() throws IOException {
        Print first = print(song);
        Print second = print(louder(1));
        Files.copy(
                PrintNote.beside(first.file()),
                PrintNote.beside(second.file()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(new PrintShelf(folder)
                        .look(song)
                        .find(second.name())
                        .orElseThrow()
                        .hash())
                .isEqualTo(second.hash());
        assertThat(PrintShelf.madeOf(second)).isEmpty();
    }

    @Test
    void aSoundFromElsewhereBecomesAStereoPrintAtTheSongsRateAndIsNeverStale() throws IOException {
        Path source = parent.resolve("Their Mix.wav");
        write(source, 44_100, 1, 44_100);
        byte[] before = Files.readAllBytes(source);
        TakeOver.run(source, folder, RATE, Progress.NONE);
        TakeOver.run(source, folder, RATE, Progress.NONE);

        Shelf now = shelf.look(song);
        assertThat(now.prints()).extracting(Print::title).containsExactly("Their Mix", "Their Mix");
        assertThat(now.prints()).extracting(Print::name).containsExactlyInAnyOrder("Their Mix.wav", "Their Mix 2.wav");
        assertThat(now.prints()).allSatisfy(print -> {
            assertThat(now.age(print)).isEqualTo(Shelf.Age.FOREIGN);
            assertThat(print.sampleRate()).isEqualTo(RATE);
            assertThat(print.channels()).isEqualTo(2);
            assertThat(print.frames()).isEqualTo(RATE);
        });
        assertThat(now.state()).isEqualTo(PrintCheck.State.NONE);
        assertThat(Files.readAllBytes(source)).isEqualTo(before);
    }

    @Test
    void whatCannotBeTakenOverLeavesNothing() throws IOException {
        Path wide = parent.resolve("wide.wav");
        write(wide, RATE, 6, 100);
        assertThatThrownBy(() -> TakeOver.run(wide, folder, RATE, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wide.wav")
                .hasMessageContaining("6 channels");
        Path long1 = parent.resolve("long.wav");
        write(long1, RATE, 2, 100_000);
        Progress canceled = new Progress() {
            @Override
            public boolean canceled() {
                return true;
            }
        };
        assertThatThrownBy(() -> TakeOver.run(long1, folder, RATE, canceled))
                .isInstanceOf(OfflineRender.Canceled.class);
        assertThat(MixPrint.files(folder)).isEmpty();
        try (var files = Files.list(folder.resolve(MixPrint.FOLDER))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theOldestAreClearedButNoneThatIsKeptInUseOrFromElsewhere() throws IOException {
        Path source = parent.resolve("theirs.wav");
        write(source, RATE, 2, 100);
        TakeOver.run(source, folder, RATE, Progress.NONE);
        Print[] prints = new Print[6];
        for (int i = 0; i < prints.length; i++) {
            prints[i] = print(louder(-i));
        }
        Project kept = MasteringEdits.keep(prints[0].name(), true).apply(song);
        List<String> removed = shelf.clear(kept, Set.of(prints[1].name()), 2);

        assertThat(removed).containsExactlyInAnyOrder(prints[2].name(), prints[3].name());
        assertThat(shelf.look(song).prints())
                .extracting(Print::name)
                .containsExactlyInAnyOrder(
                        prints[0].name(), prints[1].name(), prints[4].name(), prints[5].name(), "theirs.wav");
        assertThat(PrintNote.beside(prints[2].file())).doesNotExist();
        assertThat(shelf.look(song).find(prints[5].name()).orElseThrow().number())
                .isEqualTo(6);
    }

    @Test
    void whatCannotBeMadeAgainGoesAlongWhenTheSongIsSavedElsewhere() throws IOException {
        Path source = parent.resolve("theirs.wav");
        write(source, RATE, 2, 100);
        TakeOver.run(source, folder, RATE, Progress.NONE);
        Print first = print(song);
        Print kept = print(louder(1));
        Project saved = MasteringEdits.keep(kept.name(), true).apply(song);
        Path elsewhere = parent.resolve("Elsewhere.headroom");
        assertThat(ProjectFiles.saveAs(folder, saved, elsewhere)).isEmpty();

        Shelf there = new PrintShelf(elsewhere).look(saved);
        assertThat(there.prints()).extracting(Print::name).containsExactlyInAnyOrder(kept.name(), "theirs.wav");
        assertThat(there.find("theirs.wav").orElseThrow().foreign()).isTrue();
        assertThat(PrintShelf.madeOf(there.find(kept.name()).orElseThrow())).contains(louder(1));
        assertThat(first.file()).exists();
    }
}
