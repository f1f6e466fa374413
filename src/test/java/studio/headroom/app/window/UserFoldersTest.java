package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/me");

    @Test
    void linuxHasThemWhereTheDesktopSays() {
        UserFolders usual = UserFolders.find("Linux", HOME, Map.of());
        assertThat(usual.settings()).isEqualTo(HOME.resolve(".config/headroom/settings.properties"));
        assertThat(usual.openSongs()).isEqualTo(HOME.resolve(".local/state/headroom/open"));
        UserFolders named = UserFolders.find("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "s"));
        assertThat(named.settings()).isEqualTo(Path.of("/c/headroom/settings.properties"));
        assertThat(named.state()).isEqualTo(HOME.resolve(".local/state/headroom"));
    }

    @Test
    void otherSystemsHaveTheirOwn() {
        assertThat(UserFolders.find("Mac OS X", HOME, Map.of()).settings())
                .isEqualTo(HOME.resolve("Library/Application Support/Headroom/settings.properties"));
        assertThat(UserFolders.find("Windows 11", HOME, Map.of("APPDATA", "/roaming"))
                        .settings())
                .isEqualTo(Path.of("/roaming/Headroom/settings.properties"));
        assertThat(UserFolders.find("Windows 11", HOME, Map.of()).songs()).isEqualTo(HOME.resolve("Music/Headroom"));
    }

    @Test
    void aWindowNeedsADisplay() {
        assertThat(Display.isThere("Linux", Map.of())).isFalse();
        assertThat(Display.isThere("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(Display.isThere("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.isThere("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
        assertThat(Display.isThere("Mac OS X", Map.of())).isTrue();
        assertThat(Display.isThere("Windows 11", Map.of())).isTrue();
    }
}
