package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongLockTest {
    @TempDir
    private Path folder;

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
    void anotherProgramKeepsItOutAndACrashLetsItGo() throws IOException {
        try (SongHolder other = SongHolder.start(folder)) {
            assertThat(other.held()).isTrue();
            assertThat(SongLock.take(folder)).isEmpty();
            SongLock.Holder holder = SongLock.holder(folder);
            assertThat(holder.here()).isFalse();
            assertThat(holder.since()).isPresent();
            assertThat(holder.user()).isEqualTo(System.getProperty("user.name"));
            assertThat(SongLock.take(folder)).as("asking again changes nothing").isEmpty();
        }
        SongLock.take(folder).orElseThrow().close();
    }

    @Test
    void askingForTheHolderDoesNotLetTheLockGo() throws IOException {
        SongLock lock = SongLock.take(folder).orElseThrow();
        SongLock.holder(folder);
        assertThat(SongLock.take(folder)).isEmpty();
        try (SongHolder other = SongHolder.start(folder)) {
            assertThat(other.held()).isFalse();
        }
        lock.close();
    }

    @Test
    void whereNothingCanBeWrittenASongIsNotGuardedButOpens() {
        SongLock lock = SongLock.take(folder.resolve("gone")).orElseThrow();
        assertThat(Files.exists(folder.resolve("gone"))).isFalse();
        lock.close();
    }
}
