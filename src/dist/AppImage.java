import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the app image `target/dist/headroom`: jpackage, then what makes the command line start fast.
///
/// A short command is over in about a second, so half a second of starting would be felt (and measured). In order of
/// what it saves:
///
/// 1. An ahead-of-time cache (JEP 514 and 515): classes already loaded and linked, and profiles, recorded in a training
///    run of real commands (`training.txt`).
/// 2. On Linux a shell script takes the place of jpackage's launcher. That one asks the package managers which package
///    it belongs to, twice, on every start. The script also knows the command, so that what plays gets a collector with
///    short pauses and the rest of the command line one that starts small. A cache serves one collector only, so there
///    are two of them.
/// 3. Class files older than Java 6 cannot be cached, and picocli's are. They are written anew in a later version of
///    the format, otherwise unchanged.
///
/// Arguments: the build folder (with `app-jars/` and `fx/` prepared in it), the project folder, the version, and the
/// installers to make of the image, separated by commas: jpackage's types, or `none`.
public final class AppImage {
    private static final String NAME = "headroom";
    private static final String MAIN_JAR = "headroom.jar";
    private static final String MAIN_CLASS = "studio.headroom.app.Launcher";
    private static final String TRAINING_CLASS = "studio.headroom.app.Training";

    /// What the program itself uses of the JDK, and the accessibility of the windows. JavaFX brings what it needs.
    private static final String MODULES = "java.base,java.desktop,java.logging,java.management,java.naming,java.xml,"
            + "jdk.management,jdk.unsupported,javafx.controls";

    private static final String SAMPLE = "Room Above the Rain.headroom";
    private static final String OLD_JAR_PREFIX = "picocli-";

    /// For the command line. Serial: no collector threads to start, the smallest memory, and as fast as any other on
    /// jobs that hardly allocate while they render. The small young generation keeps garbage from touching fresh
    /// memory. An unusable cache must cost time only, so its complaints are switched off.
    private static final List<String> COMMAND_OPTIONS = Stream.of(
                    List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmn16m", "-XX:-UsePerfData", "-Xlog:aot=off,cds=off"),
                    compileOnce())
            .flatMap(List::stream)
            .toList();

    /// Keeps a short command from compiling the same loops several times over, which otherwise takes longer than the
    /// rendering itself.
    ///
    /// With recorded profiles, a method goes to the optimizing compiler as soon as its code of the lower tier
    /// notifies the JVM, whatever the thresholds are. Left alone, that is after 2^14 turns of a loop, only a
    /// few dozen calls, and the compiled loop that replaces the running one is compiled once more as a method
    /// soon afterwards. So: long before a loop's turns count, its calls do. And a loop that is compiled, or is
    /// long, is called, not compiled again within each of its callers; what is small and called for each sample
    /// is still inlined.
    private static List<String> compileOnce() {
        return List.of(
                "-XX:Tier2BackedgeNotifyFreqLog=22",
                "-XX:Tier2InvokeNotifyFreqLog=13",
                "-XX:InlineSmallCode=400",
                "-XX:FreqInlineSize=160");
    }

    /// For what plays, the window and some commands: live sound cannot wait for a collector.
    private static final List<String> LIVE_OPTIONS = List.of(
            "-XX:+UseZGC", "-XX:-UsePerfData", "-Xlog:aot=off,cds=off", "--enable-native-access=javafx.graphics");

    /// Lets the audio thread go first among the program's own on Linux, and among all where the user may ask for that
    /// (an `@audio - nice -19` line in limits.conf). Well before the collector's threads, which the policy makes
    /// urgent
    /// too. Where the user may not, it changes nothing, and the JVM's warning about that helps nobody.
    private static final List<String> LINUX_LIVE_OPTIONS =
            List.of("-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority10_To_OSPriority=-19", "-XX:-PrintWarnings");

    private static final String COMMAND_CACHE = "headroom.aot";
    private static final String LIVE_CACHE = "headroom-live.aot";

    private final Path build;
    private final Path project;
    private final String version;
    private final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private final boolean windows = os.startsWith("windows");
    private final boolean mac = os.startsWith("mac");
    private final Path image;
    private final Path app;
    private final Path java;

    private AppImage(Path build, Path project, String version) {
        this.build = build;
        this.project = project;
        this.version = version;
        Path dist = build.resolve("dist");
        image = dist.resolve(mac ? NAME + ".app" : NAME);
        Path contents = mac ? image.resolve("Contents") : windows ? image : image.resolve("lib");
        app = contents.resolve("app");
        Path runtime = contents.resolve(mac ? "runtime/Contents/Home" : "runtime");
        java = runtime.resolve(windows ? "bin/java.exe" : "bin/java");
    }

    public static void main(String[] args) throws Exception {
        AppImage image =
                new AppImage(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), args[2]);
        image.make();
        for (String type : args[3].split(",")) {
            if (!type.equals("none")) {
                image.makeInstaller(type);
            }
        }
    }

    private void make() throws Exception {
        delete(image);
        jpackage();
        copySample();
        modernize();
        List<Path> classPath = classPath();
        train(classPath, COMMAND_OPTIONS, "training.txt", COMMAND_CACHE);
        train(classPath, liveOptions(), "training-live.txt", LIVE_CACHE);
        if (!windows && !mac) {
            writeScript(classPath);
        } else if (mac) {
            // The cache came after jpackage had signed the bundle.
            run(List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()), build);
        }
        delete(build.resolve("training"));
    }

    private List<String> liveOptions() {
        return windows || mac
                ? LIVE_OPTIONS
                : Stream.concat(LIVE_OPTIONS.stream(), LINUX_LIVE_OPTIONS.stream())
                        .toList();
    }

    private void jpackage() throws IOException {
        List<String> call = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                NAME,
                "--dest",
                image.getParent().toString(),
                "--app-version",
                appVersion(),
                "--vendor",
                "Headroom",
                "--description",
                "Mix a multitrack song, then master it",
                "--input",
                build.resolve("app-jars").toString(),
                "--main-jar",
                MAIN_JAR,
                "--main-class",
                MAIN_CLASS,
                "--module-path",
                build.resolve("fx").toString(),
                "--add-modules",
                MODULES,
                // With "java" itself, for the script and the training. The JDK's own cache is what is left when ours
                // cannot be used.
                "--jlink-options",
                "--strip-debug --no-man-pages --no-header-files --generate-cds-archive"));
        for (String option : liveOptions()) {
            call.addAll(List.of("--java-options", option));
        }
        call.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + LIVE_CACHE));
        if (windows || mac) {
            // A program with a window has no console on Windows, and a launcher has one set of options.
            Path file = build.resolve("headroom-cli.properties");
            Files.writeString(
                    file,
                    "win-console=true\nwin-menu=false\nwin-shortcut=false\njava-options="
                            + String.join(" ", COMMAND_OPTIONS) + " -XX:AOTCache=$APPDIR/" + COMMAND_CACHE + "\n");
            call.addAll(List.of("--add-launcher", NAME + "-cli=" + file));
        }
        tool("jpackage", call);
    }

    /// The sample song goes beside the jars, where the program looks for it.
    private void copySample() throws IOException {
        Path samples = app.resolve("samples");
        Path song = project.resolve("samples").resolve(SAMPLE);
        Path media = samples.resolve(SAMPLE).resolve("media");
        Files.createDirectories(media);
        Files.copy(project.resolve("samples/source/NOTICE.txt"), samples.resolve("NOTICE.txt"));
        Files.copy(song.resolve("project.json"), samples.resolve(SAMPLE).resolve("project.json"));
        try (Stream<Path> files = Files.list(song.resolve("media"))) {
            for (Path file : files.toList()) {
                Files.copy(file, media.resolve(file.getFileName()));
            }
        }
    }

    private void makeInstaller(String type) throws IOException {
        List<String> call = new ArrayList<>(List.of(
                "--type",
                type,
                "--name",
                NAME,
                "--dest",
                build.resolve("installers").toString(),
                "--app-version",
                appVersion(),
                "--app-image",
                image.toString(),
                "--vendor",
                "Headroom",
                "--description",
                "Mix a multitrack song, then master it",
                "--license-file",
                project.resolve("LICENSE").toString()));
        if (windows) {
            call.addAll(List.of("--win-menu", "--win-dir-chooser", "--win-per-user-install"));
            // Never to be changed: by it, a newer version finds the older one.
            call.addAll(List.of("--win-upgrade-uuid", "3f0b8f0e-7c0e-4b52-9d0c-5a2f1b6f6e11"));
        } else if (!mac) {
            call.addAll(List.of("--linux-shortcut", "--linux-menu-group", "AudioVideo;Audio;"));
            call.addAll(List.of("--linux-app-category", "sound"));
        }
        tool("jpackage", call);
    }

    /// Only numbers, and on macOS not beginning with 0.
    private String appVersion() {
        String numbers = version.replaceFirst("[^0-9.].*", "");
        return mac && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    }

    /// The main jar first, then the others by name: the order that jpackage has written for its launchers.
    private List<Path> classPath() throws IOException {
        try (Stream<Path> jars = Files.list(app)) {
            List<Path> others = jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .filter(jar -> !jar.endsWith(MAIN_JAR))
                    .sorted()
                    .toList();
            List<Path> all = new ArrayList<>(List.of(app.resolve(MAIN_JAR)));
            all.addAll(others);
            return all;
        }
    }

    private void modernize() throws Exception {
        for (Path jar : classPath()) {
            if (jar.getFileName().toString().startsWith(OLD_JAR_PREFIX)) {
                Path modern = jar.resolveSibling(jar.getFileName() + ".tmp");
                rewrite(jar, modern);
                FileTime time = Files.getLastModifiedTime(jar);
                Files.delete(jar);
                Files.move(modern, jar);
                Files.setLastModifiedTime(jar, time);
            }
        }
    }

    private static void rewrite(Path from, Path to) throws Exception {
        ClassTransform copyBodies = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
        ClassTransform newer = ClassTransform.dropping(element -> element instanceof ClassFileVersion)
                .andThen(copyBodies)
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0)));
        try (JarFile in = new JarFile(from.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {from.toUri().toURL()});
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            ClassFile format = ClassFile.of(
                    ConstantPoolSharingOption.NEW_POOL,
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
                byte[] bytes;
                try (var stream = in.getInputStream(entry)) {
                    bytes = stream.readAllBytes();
                }
                if (entry.getName().endsWith(".class")) {
                    ClassModel model = format.parse(bytes);
                    if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
                        bytes = format.transformClass(model, newer);
                    }
                }
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    /// @param options of the JVM that the cache is for
    /// @param commands file with what it is trained on
    private void train(List<Path> classPath, List<String> options, String commands, String name) throws Exception {
        Path stage = build.resolve("training");
        delete(stage);
        Files.createDirectories(stage);
        writeStems(stage);
        Files.copy(project.resolve("src/dist/chain.json"), stage.resolve("chain.json"));
        Path cache = app.resolve(name);
        String joined = classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));

        List<String> call = new ArrayList<>(List.of(java.toString()));
        call.addAll(options);
        call.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-classpath", joined, TRAINING_CLASS));
        call.add(project.resolve("src/dist").resolve(commands).toString());
        run(call, stage);

        // Fails where the cache cannot be used, which otherwise nobody would notice.
        List<String> check = new ArrayList<>(List.of(java.toString()));
        check.addAll(options);
        check.addAll(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-classpath", joined, MAIN_CLASS, "--version"));
        run(check, stage);
    }

    /// Ten seconds of something to work on: tones that fade, and noise.
    private static void writeStems(Path folder) throws IOException {
        Random random = new Random(1);
        int rate = 48_000;
        int frames = 10 * rate;
        for (int stem = 1; stem <= 6; stem++) {
            int channels = stem % 3 == 0 ? 2 : 1;
            int bytes = frames * channels * 3;
            ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
            wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
            wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
            wav.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * channels * 3);
            wav.putShort((short) (channels * 3)).putShort((short) 24);
            wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
            for (int i = 0; i < frames; i++) {
                double fade = Math.exp(-(i % 24_000) / 6_000.0);
                double tone = 0.4 * fade * Math.sin(i * 2 * Math.PI * 55 * stem / rate);
                for (int c = 0; c < channels; c++) {
                    int value = (int) ((tone + 0.02 * random.nextGaussian()) * 8_388_607);
                    wav.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
                }
            }
            Files.write(folder.resolve("stem" + stem + ".wav"), wav.array());
        }
    }

    private void writeScript(List<Path> classPath) throws IOException {
        String joined =
                classPath.stream().map(jar -> "$app/" + jar.getFileName()).collect(Collectors.joining(":"));
        String script = Files.readString(project.resolve("src/dist/launcher.sh"))
                .replace("@COMMAND_OPTIONS@", String.join(" ", COMMAND_OPTIONS))
                .replace("@LIVE_OPTIONS@", String.join(" ", liveOptions()))
                .replace("@COMMAND_CACHE@", COMMAND_CACHE)
                .replace("@LIVE_CACHE@", LIVE_CACHE)
                .replace("@CLASS_PATH@", joined)
                .replace("@MAIN_CLASS@", MAIN_CLASS);
        Path launcher = image.resolve("bin").resolve(NAME);
        Files.delete(launcher);
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void tool(String name, List<String> arguments) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true);
        PrintStream out = System.out;
        int code;
        try {
            // jlink, which jpackage calls, talks past the streams that it is given.
            System.setOut(stream);
            code = ToolProvider.findFirst(name).orElseThrow().run(stream, stream, arguments.toArray(String[]::new));
        } finally {
            System.setOut(out);
        }
        if (code != 0) {
            throw new IOException(name + " ended with " + code + ":\n" + said);
        }
    }

    private static void run(List<String> call, Path folder) throws IOException, InterruptedException {
        Path log = Files.createTempFile("headroom-dist", ".log");
        Process process = new ProcessBuilder(call)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        if (code != 0) {
            throw new IOException(String.join(" ", call) + "\nended with " + code + ":\n" + said);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                file.toFile().setWritable(true);
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
