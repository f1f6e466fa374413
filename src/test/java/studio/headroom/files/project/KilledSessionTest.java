package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.project.Project;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// A program that is killed at any moment of an edit session, with no chance to say anything, loses at most ten seconds of
/// work, and the song opens. A few kills here; `src/test/scripts/40-kill-nine.sh` makes 200 with the interval that people
/// have.
class KilledSessionTest {
    private static final int KILLS = Integer.getInteger("headroom.kills", 5);
    private static final int INTERVAL = Integer.getInteger("headroom.kill.interval", 200);
    private static final int LONGEST = Integer.getInteger("headroom.kill.longest", 1_500);
    private static final long SEED = Long.getLong("headroom.kill.seed", 1);
    private static final long MOST_LOST = 10_000;

    @TempDir
    private Path temp;

    private final Random random = new Random(SEED);

    @Test
    void atMostTenSecondsAreLostAndTheSongOpens() throws Exception {
        List<Long> losses = new ArrayList<>();
        int recovered = 0;
        for (int i = 0; i < KILLS; i++) {
            Path place = Files.createDirectory(temp.resolve("run" + i));
            List<long[]> journal = killedSession(place, i);
            long kept = kept(place);
            recovered += kept > 0 ? 1 : 0;
            long last = journal.getLast()[1];
            losses.add(journal.stream()
                    .filter(line -> line[0] > kept)
                    .mapToLong(line -> last - line[1])
                    .max()
                    .orElse(0));
            assertThat(losses.getLast()).as("ms lost by kill %d", i).isLessThanOrEqualTo(MOST_LOST);
            remove(place);
        }
        System.getLogger("kills").log(System.Logger.Level.INFO, "{0} kills, at most {1} ms lost", KILLS, losses.stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
        assertThat(recovered).as("sessions that were long enough to keep something").isPositive();
    }

    /// Runs a session for a random time, kills it, and tells its edits: number and time of each.
    private List<long[]> killedSession(Path place, int run) throws Exception {
        Path journal = place.resolve("journal");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        EditSession.class.getName(),
                        place.resolve("open").toString(),
                        place.resolve("Song.headroom").toString(),
                        journal.toString(),
                        "" + INTERVAL,
                        "" + (SEED * 1_000 + run))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("output").toFile())
                .start();
        try {
            for (int i = 0; i < 1_000 && (!Files.exists(journal) || Files.size(journal) == 0); i++) {
                assertThat(child.waitFor(20, TimeUnit.MILLISECONDS))
                        .as(() -> "the session ended: " + output(place))
                        .isFalse();
            }
            assertThat(child.waitFor(1 + random.nextInt(LONGEST), TimeUnit.MILLISECONDS))
                    .as(() -> "the session ended: " + output(place))
                    .isFalse();
        } finally {
            child.destroyForcibly().waitFor();
        }
        List<long[]> lines = new ArrayList<>();
        String text = Files.readString(journal);
        // The last line may be cut.
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            String[] parts = line.split(" ");
            lines.add(new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])});
        }
        return lines;
    }

    /// The number of the last edit that the next start brings back.
    private static long kept(Path place) throws IOException {
        Path song = place.resolve("Song.headroom");
        long saved = Files.exists(song) ? number(ProjectFiles.load(song)) : 0;
        List<OpenSongs.LeftBehind> left = new OpenSongs(place.resolve("open")).leftBehind();
        assertThat(left).hasSizeLessThanOrEqualTo(1);
        if (left.isEmpty()) {
            return saved;
        }
        Project offered = left.getFirst().recovery().project();
        if (left.getFirst().place().isPresent()) {
            assertThat(number(offered)).as("what is offered is newer than what was saved").isGreaterThan(saved);
        }
        return Math.max(saved, number(offered));
    }

    private static long number(Project project) {
        return project.notes().isEmpty() ? 0 : Long.parseLong(project.notes());
    }

    private static String classPath() {
        return Stream.of(EditSession.class, Project.class, JsonMapper.class, JsonFactory.class, JsonInclude.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String output(Path place) {
        try {
            return Files.readString(place.resolve("output"));
        } catch (IOException e) {
            return "nothing said";
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
