package studio.headroom.files.project;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// Another program that has a song open, until it is closed or killed.
public final class SongHolder implements AutoCloseable {
    private final Process process;
    private final boolean held;

    private SongHolder(Process process) throws IOException {
        this.process = process;
        held = "held".equals(process.inputReader().readLine());
    }

    public static SongHolder start(Path folder) throws IOException {
        return new SongHolder(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        home(SongLock.class) + File.pathSeparator + home(SongHolder.class),
                        SongHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start());
    }

    /// Where a class came from: the class path of this program may be one that only this program understands.
    private static Path home(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    public static void main(String[] args) throws Exception {
        System.out.println(SongLock.take(Path.of(args[0])).isPresent() ? "held" : "refused");
        // Until the pipe is closed by whoever started it.
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    /// Whether it got the song.
    public boolean held() {
        return held;
    }

    /// Ends it as a crash does.
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
