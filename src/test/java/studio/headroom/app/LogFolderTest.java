package studio.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogFolderTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

    @Test
    void linuxKeepsItInTheStateFolder() {
        assertThat(LogFolder.find("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/state/headroom"));
        assertThat(LogFolder.find("Linux", HOME, Map.of("XDG_STATE_HOME", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("headroom"));
    }

    @Test
    void aStateFolderThatIsEmptyOrRelativeDoesNotCount() {
        assertThat(LogFolder.find("Linux", HOME, Map.of("XDG_STATE_HOME", "")))
                .isEqualTo(HOME.resolve(".local/state/headroom"));
        assertThat(LogFolder.find("Linux", HOME, Map.of("XDG_STATE_HOME", "state")))
                .isEqualTo(HOME.resolve(".local/state/headroom"));
    }

    @Test
    void macKeepsItInTheLibrary() {
        assertThat(LogFolder.find("Mac OS X", HOME, Map.of("XDG_STATE_HOME", ELSEWHERE.toString())))
                .isEqualTo(HOME.resolve("Library/Logs/Headroom"));
    }

    @Test
    void windowsKeepsItInTheLocalApplicationData() {
        assertThat(LogFolder.find("Windows 11", HOME, Map.of("LOCALAPPDATA", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("Headroom/logs"));
        assertThat(LogFolder.find("Windows 11", HOME, Map.of())).isEqualTo(HOME.resolve("AppData/Local/Headroom/logs"));
    }
}
