package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.engine.monitor.MonitorControls.NoiseFrom;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.ui.Forgotten;
import studio.headroom.ui.Fx;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.MonitorPath;

/// How loud one listens, from the noise to the reference level. Pictures go to `target/screens/shell-….png`.
class ListeningLevelTest {
    @TempDir
    private Path folder;

    private Room open() throws IOException {
        Path place = folder.resolve("Song.headroom");
        if (!Files.exists(place)) {
            ProjectFiles.create(place, Project.empty("Song", 48_000));
        }
        Room room = new Room(folder, 1280, 720, 100);
        Fx.run(() -> room.shell().dropped(List.of(place)));
        room.await("the song", room::isOpen);
        return room;
    }

    private static MonitorPath path(Room room) {
        return Fx.call(() -> room.shell().session().playback().monitorPath());
    }

    @Test
    void theRoomIsMeasuredAndTheReferenceLevelFound() throws IOException {
        try (Room room = open()) {
            MonitorPath path = path(room);
            Preferences preferences = Fx.call(() -> room.shell().preferences());
            ListeningLevel level = new ListeningLevel(preferences, path);
            assertThat(Fx.call(level::words)).isEmpty();
            assertThat(Fx.call(level::toReference)).contains("not measured yet");
            Fx.run(() -> room.shell().commands().run("transport.listeningLevel"));
            room.picture("listening-level-1280", 1280, 720);
            assertThat(room.silentNodes())
                    .as("nodes that take keys and have no name")
                    .isEmpty();
            Fx.run(() -> {
                level.setLevel(-10);
                path.noise().set(NoiseFrom.LEFT);
                assertThat(path.word()).isEqualTo("NOISE");
                level.calibrate(80);
            });
            assertThat(Fx.call(level::words)).isEqualTo("Monitor −10.0 dB · 80.0 dB SPL");
            // 83 is 3 dB more.
            assertThat(Fx.call(level::toReference)).contains("−7.0 dB").contains("83 dB SPL");
            assertThat(Fx.call(() -> path.level().get())).isEqualTo(-7, within(1e-9));
            assertThat(room.words()).contains("Monitor −7.0 dB · 83.0 dB SPL");
            // Both together are 3 dB more than one.
            Fx.run(() -> {
                path.noise().set(NoiseFrom.BOTH);
                level.calibrate(86.01);
            });
            assertThat(Fx.call(() -> level.spl().orElseThrow())).isEqualTo(83, within(0.01));
            // Amplifiers that are too low, or far too high, are said, and how far.
            Fx.run(() -> {
                preferences.monitorReference().set(85);
                level.setLevel(0);
                path.noise().set(NoiseFrom.RIGHT);
                level.calibrate(80);
            });
            assertThat(Fx.call(level::toReference)).contains("turn the amplifier up by 5.0 dB");
            Fx.run(() -> level.calibrate(150));
            assertThat(Fx.call(level::toReference)).contains("turn the amplifier down by 5.0 dB");
            Fx.run(() -> {
                level.setLevel(0);
                level.calibrate(88);
            });
            room.picture("listening-level-measured-1280", 1280, 720);
            Fx.run(() -> room.shell().window().overlay().lookup(".button").requestFocus());
            room.key(KeyCode.ESCAPE);
            assertThat(Fx.call(() -> path.noise().get()))
                    .as("the noise ends with the dialog")
                    .isEqualTo(NoiseFrom.OFF);
        }
    }

    /// What was measured is of an output, and of no other.
    @Test
    void whatWasMeasuredIsKeptForItsOutput() throws IOException {
        try (Room room = open()) {
            Preferences preferences = Fx.call(() -> room.shell().preferences());
            ListeningLevel level = new ListeningLevel(preferences, path(room));
            Fx.run(() -> {
                level.setLevel(-12);
                level.calibrate(76);
            });
            Preferences next = new Preferences(Path.of("songs"));
            next.take(preferences.values());
            assertThat(next.calibration()).hasValue(88);
            assertThat(next.monitorLevel().get()).isEqualTo(-12);
            assertThat(next.values()).isEqualTo(preferences.values());
            next.device().set("another one: 2");
            assertThat(next.calibration()).isEmpty();
            Fx.run(level::forget);
            assertThat(preferences.values().toString()).doesNotContain("calibration");
            next.take(java.util.Map.of("monitor.calibration.another one: 2", "1e9", "monitor.level", "NaN"));
            assertThat(next.calibration()).isEmpty();
            assertThat(next.monitorLevel().get()).isEqualTo(-12);
            // The next song is heard as loud as the last.
            room.key(KeyCode.W, true, false);
            room.await("the start page", () -> !room.isOpen());
            Fx.run(() -> room.shell().dropped(List.of(folder.resolve("Song.headroom"))));
            room.await("the song", room::isOpen);
            assertThat(Fx.call(() -> path(room).level().get())).isEqualTo(-12);
        }
    }

    @Test
    void theDialogMeasuresWithItsOwnButtons() throws IOException {
        try (Room room = open()) {
            Preferences preferences = Fx.call(() -> room.shell().preferences());
            Fx.run(() -> room.shell().commands().run("transport.listeningLevel"));
            room.press("Measured");
            assertThat(preferences.calibration()).hasValue(83);
            Fx.run(() -> preferences.monitorReference().set(76));
            room.press("Go there");
            assertThat(preferences.monitorLevel().get()).isEqualTo(-7, within(1e-9));
            room.press("Forget");
            assertThat(preferences.calibration()).isEmpty();
            room.press("Done");
            Fx.run(() -> room.shell().commands().run("transport.louder"));
            assertThat(preferences.monitorLevel().get()).isEqualTo(-6, within(1e-9));
        }
    }

    /// The level can be turned by keys, by another song's dialog, by a change of the output.
    @Test
    void theDialogSaysWhatIsChangedElsewhere() throws IOException {
        try (Room room = open()) {
            Preferences preferences = Fx.call(() -> room.shell().preferences());
            ListeningLevel level = new ListeningLevel(preferences, path(room));
            Fx.run(() -> room.shell().commands().run("transport.listeningLevel"));
            assertThat(room.words()).contains("This output was not measured yet.");
            Fx.run(() -> level.setLevel(-12));
            assertThat(room.value("Monitor level")).isEqualTo(-12);
            Fx.run(() -> level.calibrate(70));
            assertThat(room.words()).contains("(−20 dBFS) is 70.0 dB SPL");
            Fx.run(() -> level.setLevel(-10));
            assertThat(room.words()).contains("(−20 dBFS) is 72.0 dB SPL");
            assertThat(room.button("Forget").isDisabled()).isFalse();
            Fx.run(() -> {
                preferences.monitorReference().set(85);
                path(room).noise().set(NoiseFrom.BOTH);
            });
            assertThat(room.value("Reference level")).isZero();
            assertThat(room.value("Pink noise")).isEqualTo(NoiseFrom.BOTH.ordinal());
            // What was said of a wish stands while something else is changed.
            room.press("Go there");
            assertThat(room.words()).contains("turn the amplifier up by 3.0 dB");
            Fx.run(() -> preferences.reducedMotion().set(true));
            Fx.run(() -> preferences.inspector().set(false));
            assertThat(room.words()).contains("turn the amplifier up by 3.0 dB");
            Fx.run(() -> preferences.device().set("another one: 2"));
            assertThat(room.words()).contains("This output was not measured yet.");
            assertThat(room.button("Forget").isDisabled()).isTrue();
            room.press("Done");
        }
    }

    @Test
    void theDialogIsForgottenAndTheNoiseEndsHoweverItGoes() throws IOException {
        try (Room room = open()) {
            MonitorPath path = path(room);
            for (Runnable leave : List.<Runnable>of(
                    () -> room.press("Done"),
                    () -> room.key(KeyCode.ESCAPE),
                    () -> Fx.run(() -> room.shell().commands().run("help.keys")))) {
                Fx.run(() -> room.shell().commands().run("transport.listeningLevel"));
                Forgotten dialog = Fx.call(() -> {
                    path.noise().set(NoiseFrom.LEFT);
                    Node card = room.shell().window().overlay().lookup(".hr-dialog");
                    card.lookup(".button").requestFocus();
                    return new Forgotten().add("the dialog", card);
                });
                leave.run();
                assertThat(Fx.call(() -> path.noise().get())).isEqualTo(NoiseFrom.OFF);
                dialog.check(room.scene());
            }
            room.press("Close");
        }
    }
}
