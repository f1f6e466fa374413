package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentSongsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path temp;

    @Test
    void theLatestComesFirstAndEachOnce() throws IOException {
        RecentSongs recent = new RecentSongs(temp.resolve("state/recent.json"));
        assertThat(recent.list()).isEmpty();
        recent.opened(temp.resolve("A"), "A", NOON);
        recent.opened(temp.resolve("B"), "B", NOON.plusSeconds(1));
        recent.opened(temp.resolve("x/../A"), "A again", NOON.plusSeconds(2));
        assertThat(recent.list())
                .containsExactly(
                        new RecentSongs.Recent(temp.resolve("A"), "A again", NOON.plusSeconds(2)),
                        new RecentSongs.Recent(temp.resolve("B"), "B", NOON.plusSeconds(1)));
        assertThat(recent.list().getFirst().exists()).isFalse();
        recent.forget(temp.resolve("A"));
        assertThat(recent.list()).extracting(RecentSongs.Recent::title).containsExactly("B");
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        RecentSongs recent = new RecentSongs(temp.resolve("recent.json"));
        for (int i = 0; i < RecentSongs.MOST + 5; i++) {
            recent.opened(temp.resolve("S" + i), "S" + i, NOON);
        }
        assertThat(recent.list()).hasSize(RecentSongs.MOST);
        assertThat(recent.list().getFirst().title()).isEqualTo("S" + (RecentSongs.MOST + 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"format\": \"headroom-recent\", \"songs\": 3}",
                "{\"format\": \"headroom-recent\", \"songs\": [{\"folder\": 3}]}",
                "{\"format\": \"headroom-recent\", \"songs\": [{\"folder\": \"a\", \"opened\": \"noon\"}]}",
                "{\"format\": \"headroom-recent\", \"songs\": [{\"folder\": \"\\u0000\", \"opened\": \"noon\"}]}"
            })
    void aListThatCannotBeReadIsEmptyAndCanBeWrittenAnew(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("recent.json"), text);
        RecentSongs recent = new RecentSongs(file);
        assertThat(recent.list()).isEmpty();
        recent.opened(temp, "A", NOON);
        assertThat(recent.list()).hasSize(1);
        assertThat(recent.list().getFirst().exists()).isTrue();
    }
}
