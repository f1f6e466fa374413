package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.mastering.prints.TakeOver;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.Stems;

/// The Master view where songs are odd, and where steps are undone that were taken elsewhere.
class MasterTimesTest {
    private static final int RATE = 48_000;
    private static final int HOUR = 3600;

    @TempDir
    private Path folder;

    private Studio studio;
    private SongSession session;

    private void open(Path song) {
        studio = new Studio(folder, 1600, 900);
        session = studio.open(song);
        studio.control(KeyCode.DIGIT2);
    }

    private Print print() {
        return Fx.call(() -> studio.master().prints().print().get());
    }

    private Shelf.Age age() {
        return studio.master().prints().age();
    }

    private void printTheMix() {
        studio.click(studio.named("Print the mix"));
        studio.await(
                "the print",
                () -> studio.master().prints().print().get() != null
                        && studio.master().prints().printing() == null);
    }

    private void awaitChain() {
        studio.await(
                "the chain",
                () -> session.history().current().mastering().chain().size() == 4);
    }

    private String place() {
        return Fx.call(() -> studio.shell().window().place().id());
    }

    // ---- no tracks ----

    @Test
    void aSongWithoutTracksSaysWhatIsMissingAndMastersAFile() throws IOException {
        Path song = folder.resolve("Bare.headroom");
        ProjectFiles.create(song, Project.empty("Bare", RATE));
        open(song);
        try (Studio open = studio) {
            assertThat(print()).isNull();
            open.shot("master-no-tracks");
            assertThat(open.named("Print the mix").isDisabled()).isTrue();
            assertThat(open.shows(node ->
                            node instanceof Label label && label.getText().contains("nothing to print")))
                    .as("the reason is in sight")
                    .isTrue();
            Fx.run(() -> session.playback().play());
            Fx.run(() -> session.playback().stop());

            Path theirs = Stems.write(folder.resolve("Their Mix.wav"), 44_100, 2, 3);
            Fx.run(() -> open.shell().masterFile(theirs));
            open.await("the print", () -> open.master().prints().print().get() != null);
            awaitChain();
            Fx.run(() -> session.playback().play());
            open.await("it plays", () -> session.playback().position().get() > RATE / 2);
            assertThat(Fx.call(() -> session.playback().heard().strips().stream()
                            .anyMatch(strip -> strip.name().equals("Their Mix"))))
                    .isTrue();
        }
    }

    // ---- an hour ----

    /// A print of an hour, of which all but the beginning is silence, and no room on the disk.
    private Path hour() throws IOException {
        Path song = folder.resolve("Long.headroom");
        ProjectFiles.create(song, Project.empty("Long", RATE));
        Path source = Stems.write(folder.resolve("An Hour.wav"), RATE, 2, 2);
        Path print = TakeOver.run(source, song, RATE, Progress.NONE);
        byte[] all = Files.readAllBytes(print);
        int data = new String(all, 0, 256, StandardCharsets.ISO_8859_1).indexOf("data");
        ByteBuffer header = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        int sound = header.getInt(data + 4);
        byte[] rest = Arrays.copyOfRange(all, data + 8 + sound, all.length);
        long bytes = (long) HOUR * RATE * 2 * Float.BYTES;
        try (RandomAccessFile file = new RandomAccessFile(print.toFile(), "rw")) {
            file.setLength(data + 8 + sound);
            file.seek(data + 8 + bytes);
            file.write(rest);
            file.seek(data + 4);
            file.write(little(bytes));
            file.seek(4);
            file.write(little(data + bytes + rest.length));
        }
        return song;
    }

    private static byte[] little(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }

    @Test
    void aPrintOfAnHourIsPlayedAtOnceAndLeftAtOnce() throws IOException {
        open(hour());
        try (Studio open = studio) {
            assertThat(print().seconds()).isEqualTo(HOUR);
            long late = 3_570L * RATE;
            // Played from where it is gone to, though the player has not got there yet.
            Fx.run(() -> {
                session.playback().locate(late);
                session.playback().play();
            });
            open.await("it plays there", () -> session.playback().position().get() > late + RATE / 4);
            open.shot("master-hour");
            open.key(KeyCode.BACK_SLASH);
            assertThat(Fx.call(() -> open.master().hearing().bypass().get())).isTrue();
        }
        // Whatever looked at the print was called off with the song, and did not go on to the end of it.
        long end = System.nanoTime() + 20_000_000_000L;
        while (threads().anyMatch(name -> name.equals("sight") || name.startsWith("mastering"))) {
            assertThat(System.nanoTime())
                    .as("still at work: " + threads().toList())
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }

    // ---- undo ----

    @Test
    void aPrintIsFreshAgainWhenWhatMadeItStaleIsUndone() throws IOException {
        open(Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass"));
        try (Studio open = studio) {
            printTheMix();
            String bass = open.song().strips().get(1).id();
            Fx.run(() -> session.history().apply(StripEdits.set(bass, StripControls.VOLUME, 1.5)));
            open.await(
                    "stale",
                    () -> age() == Shelf.Age.STALE
                            && !open.master().prints().changes().items().isEmpty());
            open.key(KeyCode.Z, true, false);
            open.await("fresh", () -> age() == Shelf.Age.FRESH);
            assertThat(Fx.call(() -> open.master().prints().changes().items())).isEmpty();
            open.key(KeyCode.Z, true, true);
            open.await(
                    "stale",
                    () -> age() == Shelf.Age.STALE
                            && open.master().prints().changes().items().size() == 1);
            // What is not heard makes nothing stale.
            open.key(KeyCode.Z, true, false);
            Fx.run(() -> session.history().apply(StripEdits.rename(bass, "Low end")));
            open.await("fresh", () -> age() == Shelf.Age.FRESH);
        }
    }

    @Test
    void stepsAreUndoneInWhicheverPlaceTheyWereTaken() throws IOException {
        open(Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass"));
        try (Studio open = studio) {
            printTheMix();
            awaitChain();
            String bass = open.song().strips().get(1).id();
            Fx.run(() -> session.playback().play());

            open.control(KeyCode.DIGIT1);
            Fx.run(() -> session.history().apply(StripEdits.set(bass, StripControls.VOLUME, -3)));
            open.control(KeyCode.DIGIT2);
            open.await("stale", () -> age() == Shelf.Age.STALE);
            open.key(KeyCode.Z, true, false);
            assertThat(volume(bass)).isZero();
            assertThat(place()).isEqualTo("master");
            open.await("fresh", () -> age() == Shelf.Age.FRESH);

            String limiter = open.song().mastering().chain().getLast().id();
            Fx.run(() -> session.history().apply(InsertEdits.remove(limiter)));
            open.await("it is gone", () -> heardIn(limiter).isEmpty());
            open.control(KeyCode.DIGIT1);
            open.key(KeyCode.Z, true, false);
            assertThat(open.song().mastering().chain()).hasSize(4);
            assertThat(place()).isEqualTo("mix");
            open.control(KeyCode.DIGIT2);
            open.await("it is heard again", () -> heardIn(limiter).isPresent());
            assertThat(Fx.call(() -> session.playback().playing().get())).isTrue();
            assertThat(age()).isEqualTo(Shelf.Age.FRESH);
        }
    }

    private double volume(String strip) {
        return studio.song().strip(strip).orElseThrow().controls().get(StripControls.VOLUME);
    }

    /// The effect in what is played.
    private Optional<Insert> heardIn(String insert) {
        return session.playback().heard().strips().stream()
                .flatMap(strip -> strip.inserts().stream())
                .filter(each -> each.id().equals(insert))
                .findFirst();
    }
}
