package studio.headroom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.RecentSongs.Recent;

class StartModelTest {
    private static final Instant NOW = Instant.parse("2026-05-20T14:00:00Z");

    @TempDir
    private Path folder;

    private static String when(String time) {
        return StartModel.when(Instant.parse(time), NOW, ZoneOffset.UTC);
    }

    @Test
    void timesAreToldAsPeopleTellThem() {
        assertThat(when("2026-05-20T09:05:00Z")).isEqualTo("today 09:05");
        assertThat(when("2026-05-19T23:59:00Z")).isEqualTo("yesterday 23:59");
        assertThat(when("2026-05-16T12:00:00Z")).isEqualTo("4 days ago");
        assertThat(when("2025-12-24T12:00:00Z")).isEqualTo("24 Dec 2025");
        assertThat(when("2026-05-21T12:00:00Z")).isEqualTo("today 12:00");
    }

    @Test
    void songsThatAreGoneComeLastAndSaySo() {
        Recent gone = new Recent(folder.resolve("Gone.headroom"), "Gone", NOW);
        Recent here = new Recent(folder, "", NOW.minusSeconds(60));
        List<StartModel.Row> rows = StartModel.rows(List.of(gone, here), folder.getParent(), NOW, ZoneOffset.UTC);
        assertThat(rows).extracting(StartModel.Row::exists).containsExactly(true, false);
        assertThat(rows.getFirst().title()).isEqualTo(folder.getFileName().toString());
        assertThat(rows.getFirst().where()).isEqualTo("~");
        assertThat(rows.getLast().where()).isEqualTo("~/" + folder.getFileName());
    }
}
