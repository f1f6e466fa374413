package studio.headroom.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.FileException;
import studio.headroom.ui.theme.Theme;

class PreferencesTest {
    @TempDir
    private Path folder;

    private final Preferences preferences = new Preferences(Path.of("songs"));

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("config").resolve("settings"));
    }

    @Test
    void everythingThatWasChosenIsThereAgain() throws FileException {
        preferences.device().set("hw:1 = main # out\\put: \u00fc");
        preferences.block().set(128);
        preferences.songs().set(Path.of("C:\\My Music"));
        preferences.percent().set(150);
        preferences.theme().set(Theme.LIGHT);
        preferences.reducedMotion().set(true);
        preferences.autosaveSeconds().set(10);
        preferences.nextPreRoll();
        preferences.nextPreRoll();
        preferences.mixSolo().set("after_fader one");
        preferences.mixSplit().set(0.6);
        preferences.mixView().set("mixer");
        preferences.mixBlocks().set("eq sends");
        preferences.mixMeters().set("rms");
        preferences.mixBridge().set(true);
        preferences.backups().set(30);
        preferences.undoSteps().set(100);
        preferences.opensLast().set(true);
        preferences.window().set("1200 800 at 10 20 maximized");
        preferences.setKeys(Map.of("edit.undo", "Ctrl+U  Alt+F5"));
        file().write(preferences.values());
        Preferences next = new Preferences(Path.of("songs"));
        next.take(file().read());
        assertThat(next.values()).isEqualTo(preferences.values());
        assertThat(next.preRollBars().get()).isEqualTo(2);
        next.nextPreRoll();
        assertThat(next.preRollBars().get()).isZero();
        assertThat(next.keys()).containsEntry("edit.undo", "Ctrl+U  Alt+F5");
    }

    @Test
    void withoutAFileEverythingIsAsTheProgramComes() throws FileException {
        preferences.take(file().read());
        assertThat(preferences.values()).isEqualTo(new Preferences(Path.of("songs")).values());
    }

    @Test
    void whatIsWrongIsAsTheProgramComes() {
        Map<String, String> before = preferences.values();
        preferences.take(Map.of(
                "sound.block",
                "17",
                "screen.percent",
                "x",
                "screen.theme",
                "pink",
                "mix.split",
                "NaN",
                "sound.device",
                " "));
        assertThat(preferences.values()).isEqualTo(before);
    }

    @Test
    void whatALaterVersionWroteIsKept() {
        preferences.take(Map.of("sound.spatial", "on"));
        assertThat(preferences.values()).containsEntry("sound.spatial", "on");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path broken = folder.resolve("settings");
        Files.writeString(broken, "sound.device = \\u12");
        assertThatThrownBy(() -> new SettingsFile(broken).read())
                .isInstanceOf(FileException.class)
                .hasMessageContaining(broken.toString());
    }
}
