package studio.headroom.mastering.sight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.mastering.DataTable;

/// Where a finished song is heard, and what is done to its level there. The figures live in the data file
/// `playback.tsv`, each with its source.
///
/// @param name stable; that of the [studio.headroom.mastering.Target] where it is one
/// @param lufs the loudness that everything is played at; empty where the level is left as it is
/// @param change what is done towards that
/// @param headroomDbtp how far peaks may be raised; empty where nothing is raised
/// @param peakDbtp the highest true peak that is advised
/// @param loudPeakDbtp likewise for masters that are louder than `lufs`
/// @param source where the figures are from
/// @param entered year and month in which they were entered, which is not when the source last changed
public record PlaybackService(
        String name,
        String label,
        OptionalDouble lufs,
        Change change,
        OptionalDouble headroomDbtp,
        double peakDbtp,
        double loudPeakDbtp,
        String source,
        String entered,
        String note) {
    private static final int FIELDS = 10;
    private static final List<PlaybackService> ALL =
            DataTable.rows(PlaybackService.class, "playback.tsv", FIELDS).stream()
                    .map(PlaybackService::of)
                    .toList();

    /// What a service does to a level.
    public enum Change {
        NONE,
        /// What is louder is turned down, what is softer stays.
        DOWN,
        /// What is softer is raised too, as far as its peaks have room.
        RAISE,
        /// What is softer is raised all the way, and its peaks are limited.
        LIMIT
    }

    /// All of them in the order of the data file.
    public static List<PlaybackService> all() {
        return ALL;
    }

    public static Optional<PlaybackService> find(String name) {
        return ALL.stream().filter(service -> service.name.equals(name)).findFirst();
    }

    /// The newest month in which a figure was entered: `2026-11`.
    public static String newest() {
        return ALL.stream().map(PlaybackService::entered).max(String::compareTo).orElse("");
    }

    private static PlaybackService of(List<String> row) {
        return new PlaybackService(
                row.get(0),
                row.get(1),
                number(row.get(2)),
                Change.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
                number(row.get(4)),
                Double.parseDouble(row.get(5)),
                Double.parseDouble(row.get(6)),
                row.get(7),
                row.get(8),
                row.get(9));
    }

    private static OptionalDouble number(String text) {
        return text.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
