package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongLockTest {
    @TempDir
    private Path folder;

    /// Holds a song until it is killed, as another Headroom does.
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws Exception {
            System.out.println(SongLock.take(Path.of(args[0])).isPresent() ? "held" : "refused");
            Thread.sleep(60_000);
        }
    }

    private Process other() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    @Test
    void aSongIsHeldOnce() {
        SongLock lock = SongLock.take(folder).orElseThrow();
        assertThat(SongLock.take(folder)).isEmpty();
        assertThat(SongLock.holder(folder).here()).isTrue();
        lock.close();
        lock.close();
        SongLock.take(folder).orElseThrow().close();
    }

    @Test
    void anotherProgramKeepsItOutAndACrashLetsItGo() throws Exception {
        Process other = other();
        try {
            assertThat(SongLock.take(folder)).isEmpty();
            SongLock.Holder holder = SongLock.holder(folder);
            assertThat(holder.here()).isFalse();
            assertThat(holder.since()).isPresent();
            assertThat(holder.user()).isEqualTo(System.getProperty("user.name"));
            assertThat(SongLock.take(folder)).as("asking again changes nothing").isEmpty();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        SongLock.take(folder).orElseThrow().close();
    }

    @Test
    void askingForTheHolderDoesNotLetTheLockGo() throws Exception {
        try (SongLock lock = SongLock.take(folder).orElseThrow()) {
            SongLock.holder(folder);
            Optional<SongLock> second = SongLock.take(folder);
            assertThat(second).isEmpty();
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(other.inputReader().readLine()).isEqualTo("refused");
            other.destroyForcibly();
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void whereNothingCanBeWrittenASongIsNotGuardedButOpens() {
        SongLock lock = SongLock.take(folder.resolve("gone")).orElseThrow();
        assertThat(Files.exists(folder.resolve("gone"))).isFalse();
        lock.close();
    }
}
