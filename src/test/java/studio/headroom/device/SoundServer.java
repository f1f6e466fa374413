package studio.headroom.device;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real sound server without a sound card: PulseAudio with one stereo null sink at 48 kHz, of which programs started
/// by [#java] see nothing but the output `default`. What they play can be captured.
///
/// ALSA reads its environment when a process begins, so the playing program must be one of its own.
public final class SoundServer implements AutoCloseable {
    public static final int RATE = 48_000;

    private static final String SINK = "hall";
    private static final int FRAME_BYTES = 2 * Float.BYTES;
    private static final long PATIENCE_MS = 10_000;

    private final Path folder;
    private final Process server;
    private final Thread hook;
    private final List<Process> children = new ArrayList<>();

    private SoundServer(Path folder) throws IOException {
        this.folder = folder;
        this.server = process(
                        "pulseaudio",
                        "-n",
                        "--daemonize=no",
                        "--exit-idle-time=-1",
                        "--disallow-exit",
                        "--high-priority=no",
                        "-L",
                        "module-null-sink sink_name=" + SINK + " rate=" + RATE + " channels=2 format=float32le",
                        "-L",
                        "module-native-protocol-unix")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        this.hook = new Thread(server::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Skips the calling test, with the reason, where the programs are missing.
    public static void assumeInstalled() {
        for (String program : List.of("pulseaudio", "pactl", "parec")) {
            Assumptions.assumeTrue(
                    Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                    .split(File.pathSeparator))
                            .anyMatch(bin -> Files.isExecutable(Path.of(bin, program))),
                    "no sound server to play into: '" + program + "' is not installed (Debian: pulseaudio,"
                            + " pulseaudio-utils, libasound2-plugins)");
        }
        Assumptions.assumeTrue(
                hasAlsaPlugin(),
                "no sound server to play into: ALSA's plugin for PulseAudio is not installed (Debian:"
                        + " libasound2-plugins)");
    }

    private static boolean hasAlsaPlugin() {
        for (String root : List.of("/usr/lib", "/usr/lib64")) {
            if (!Files.isDirectory(Path.of(root))) {
                continue;
            }
            try (Stream<Path> files =
                    Files.find(Path.of(root), 3, (file, kind) -> file.endsWith("libasound_module_pcm_pulse.so"))) {
                if (files.findAny().isPresent()) {
                    return true;
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                // A folder that may not be read holds no plugin that could be used.
            }
        }
        return false;
    }

    /// Starts one and waits until it answers.
    ///
    /// @param folder for its socket and its log; empty
    public static SoundServer start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SoundServer started = new SoundServer(folder.toAbsolutePath());
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (!started.answers()) {
            if (started.server.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
                started.close();
                throw new IOException(
                        "the sound server did not start: " + Files.readString(folder.resolve("server.log")));
            }
        }
        return started;
    }

    private boolean answers() throws IOException, InterruptedException {
        return process("pactl", "info")
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /// What a program needs to find this server, and only this one.
    public Map<String, String> environment() {
        return Map.of(
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_CONFIG_HOME", folder.toString(),
                "PULSE_SERVER", "unix:" + folder.resolve("pulse/native"));
    }

    private ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PULSE_") || name.startsWith("ALSA_"));
        builder.environment().putAll(environment());
        if (command[0].equals("pulseaudio")) {
            builder.environment().remove("PULSE_SERVER");
        }
        return builder;
    }

    /// A class with a `main` of this class path, run by the same Java as the test. It is ended with the server.
    ///
    /// @return its standard output can be read; its standard error goes to that of the test
    public Process java(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                mainClass));
        command.addAll(List.of(arguments));
        Process child = process(command.toArray(String[]::new))
                .redirectError(Redirect.INHERIT)
                .start();
        children.add(child);
        return child;
    }

    /// Of this process, and of a launcher that loads the tests by itself.
    private static String classPath() {
        List<String> entries = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        for (ClassLoader loader = SoundServer.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                Stream.of(urls.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .forEach(entries::add);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /// Begins to record what the sink plays, and returns as soon as it does.
    public Capture capture() throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "capture", ".raw");
        Process recorder = process(
                        "parec",
                        "--raw",
                        "-d",
                        SINK + ".monitor",
                        "--format=float32le",
                        "--rate=" + RATE,
                        "--channels=2",
                        "--latency-msec=200")
                .redirectOutput(file.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        children.add(recorder);
        Capture capture = new Capture(file, recorder);
        capture.awaitFrames(1);
        return capture;
    }

    /// As a crash: nobody is told.
    public void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /// As one that hangs: connections stay and nothing answers.
    public void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(server.pid())).start().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /// A recording of what the sink plays; silence where nobody plays.
    public static final class Capture {
        private final Path file;
        private final Process recorder;

        private Capture(Path file, Process recorder) {
            this.file = file;
            this.recorder = recorder;
        }

        private void awaitFrames(long frames) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
            while (Files.size(file) < frames * FRAME_BYTES) {
                if (recorder.waitFor(5, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
                    throw new IOException("nothing is recorded from the sound server");
                }
            }
        }

        /// Ends it half a second from now, so that all that was played before is in it.
        ///
        /// @return `[2][frame]`
        public float[][] stop() throws IOException, InterruptedException {
            awaitFrames(Files.size(file) / FRAME_BYTES + RATE / 2);
            recorder.destroy();
            recorder.waitFor();
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readAllBytes();
            }
            FloatBuffer samples =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            float[][] planar = new float[2][samples.remaining() / 2];
            for (int i = 0; i < planar[0].length; i++) {
                planar[0][i] = samples.get();
                planar[1][i] = samples.get();
            }
            return planar;
        }
    }
}
