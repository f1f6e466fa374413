package studio.headroom.ui.start;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import studio.headroom.files.project.RecentSongs;

/// What the start page shows of the songs that were opened last.
public final class StartModel {
    private static final int MOST = 8;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private StartModel() {}

    /// One of the recent songs.
    ///
    /// @param where the folder that it lies in, `~` for the user's own
    /// @param when in words
    /// @param exists whether it can be opened
    public record Row(Path folder, String title, String where, String when, boolean exists) {}

    /// The latest first; those that are gone last. Looks at the disk.
    public static List<Row> rows(List<RecentSongs.Recent> recent, Path home, Instant now, ZoneId zone) {
        List<Row> all = recent.stream()
                .map(song -> new Row(
                        song.folder(),
                        song.title().isBlank() ? String.valueOf(song.folder().getFileName()) : song.title(),
                        where(song.folder(), home),
                        when(song.opened(), now, zone),
                        song.exists()))
                .toList();
        return java.util.stream.Stream.concat(
                        all.stream().filter(Row::exists), all.stream().filter(row -> !row.exists()))
                .limit(MOST)
                .toList();
    }

    static String where(Path folder, Path home) {
        Path parent = folder.getParent();
        if (parent == null) {
            return "";
        }
        return parent.equals(home) ? "~" : parent.startsWith(home) ? "~/" + home.relativize(parent) : parent.toString();
    }

    static String when(Instant opened, Instant now, ZoneId zone) {
        LocalDateTime then = LocalDateTime.ofInstant(opened, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), today);
        if (days <= 0) {
            return "today " + CLOCK.format(then);
        }
        return days == 1 ? "yesterday " + CLOCK.format(then) : days < 7 ? days + " days ago" : DAY.format(then);
    }
}
