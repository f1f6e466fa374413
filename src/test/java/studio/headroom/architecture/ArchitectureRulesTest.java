package studio.headroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shows that the rules fail when they are broken, and only then, on classes made for the purpose.
class ArchitectureRulesTest {
    private static final String ROOT = "house";
    private static final String FIXTURE = "studio.headroom.architecture.fixture";
    private static final List<String> ROOMS = List.of(
            "audio",
            "param",
            "concurrent",
            "dsp",
            "effects",
            "project",
            "engine",
            "files",
            "device",
            "mastering",
            "listening",
            "ui",
            "app");

    @TempDir
    Path folder;

    // ---- rooms ----

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    audio      |
                    param      |
                    concurrent |
                    dsp        | audio concurrent
                    effects    | dsp param audio concurrent
                    project    | param audio
                    engine     | effects dsp project param audio concurrent
                    files      | project param dsp audio
                    device     | engine audio concurrent
                    mastering  | engine files effects dsp project param audio
                    listening  | engine files effects dsp project param audio
                    ui         | audio param concurrent dsp effects project engine files mastering listening
                    app        | audio param concurrent dsp effects project engine files device mastering listening ui
                    """)
    void aRoomUsesWhatTheTableAllowsAndNothingElse(String room, String allowed) throws IOException {
        Set<String> mayUse = allowed == null ? Set.of() : Set.of(allowed.split(" "));
        for (String other : ROOMS) {
            write(other, "Thing", _ -> {});
            write(room, "Uses_" + other, field(ROOT + "." + other + ".Thing"));
        }
        String found = breaches(room + " uses only");
        Set<String> breached =
                ROOMS.stream().filter(other -> found.contains("Uses_" + other)).collect(toSet());
        Set<String> expected = new TreeSet<>(ROOMS);
        expected.removeAll(mayUse);
        expected.remove(room);
        assertThat(breached).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "javafx.scene.Node, ui app",
        "atlantafx.base.theme.PrimerDark, ui",
        "org.kordamp.ikonli.javafx.FontIcon, ui",
        "javax.sound.sampled.AudioFormat, device",
        "tools.jackson.databind.json.JsonMapper, files",
        "com.fasterxml.jackson.annotation.JsonProperty, files",
        "de.sciss.jump3r.Main, files",
        "com.jcraft.jogg.Page, files",
        "org.jaudiotagger.tag.Tag, files",
        "be.tarsos.dsp.AudioEvent, dsp",
        "org.jtransforms.fft.FloatFFT_1D, dsp",
        "picocli.CommandLine, app",
        "ch.qos.logback.classic.Level, app",
        "java.util.logging.Logger, app",
    })
    void aLibraryStaysInItsRoom(String type, String allowed) throws IOException {
        for (String room : ROOMS) {
            write(room, "In_" + room, field(type));
        }
        String found = breaches(" only in ");
        Set<String> breached =
                ROOMS.stream().filter(room -> found.contains("In_" + room)).collect(toSet());
        Set<String> expected = new TreeSet<>(ROOMS);
        Arrays.asList(allowed.split(" ")).forEach(expected::remove);
        assertThat(breached).isEqualTo(expected);
    }

    @Test
    void theLibrariesOfTheRulesAreOnTheClassPath() {
        assertThat(List.of(
                        "atlantafx.base.theme.PrimerDark",
                        "org.kordamp.ikonli.javafx.FontIcon",
                        "de.sciss.jump3r.Main",
                        "com.jcraft.jogg.Page",
                        "com.jcraft.jorbis.Info",
                        "io.github.jaredmdobson.concentus.OpusDecoder",
                        "net.sourceforge.jaad.aac.Decoder",
                        "org.jaudiotagger.tag.Tag",
                        "be.tarsos.dsp.AudioEvent",
                        "org.jtransforms.fft.FloatFFT_1D",
                        "org.visnow.jlargearrays.ConcurrencyUtils",
                        "tools.jackson.databind.json.JsonMapper"))
                .allSatisfy(
                        name -> assertThat(Class.forName(name, false, getClass().getClassLoader()))
                                .isNotNull());
    }

    @Test
    void aClassOutsideTheTableIsFound() throws IOException {
        write("cellar", "Lost", _ -> {});
        assertThat(breaches("Every class lies in")).contains("house.cellar.Lost");
    }

    @Test
    void cyclesAreFoundBetweenRoomsAndBetweenTheirPackages() throws IOException {
        write("effects", "A", field("house.dsp.B"));
        write("dsp", "B", field("house.effects.A"));
        write("engine.graph", "C", field("house.engine.play.D"));
        write("engine.play", "D", field("house.engine.graph.C"));
        assertThat(breaches("There are no cycles between rooms"))
                .contains("Slice dsp")
                .doesNotContain("play");
        assertThat(breaches("There are no cycles between packages")).contains("Slice dsp", "Slice engine.play");
    }

    @Test
    void threadsAndFilesInDspAreFound() throws IOException {
        write("dsp", "Starts", field("java.lang.Thread"));
        write("dsp", "Pools", field("java.util.concurrent.ExecutorService"));
        write("dsp", "Opens", field("java.nio.file.Path"));
        write("dsp", "Reads", field("java.io.InputStream"));
        write("dsp", "Keeps", field("java.util.concurrent.ConcurrentHashMap"));
        assertThat(breaches("dsp knows no threads"))
                .contains("Starts", "Pools", "Opens", "Reads")
                .doesNotContain("Keeps");
    }

    @Test
    void aFieldOfTheSongThatCanChangeIsFound() throws IOException {
        write("project", "Song", builder -> builder.withField("title", ConstantDescs.CD_String, 0));
        write("engine", "Player", builder -> builder.withField("title", ConstantDescs.CD_String, 0));
        assertThat(breaches("All fields in project"))
                .contains("house.project.Song.title")
                .doesNotContain("Player");
    }

    @Test
    void printingAndExitingAreFoundExceptInApp() throws IOException {
        for (String room : List.of("engine", "app")) {
            write(
                    room,
                    "Prints_" + room,
                    builder -> builder.withMethodBody(
                            "run",
                            MethodTypeDesc.ofDescriptor("()V"),
                            ClassFile.ACC_STATIC,
                            code -> code.getstatic(
                                            System.class.describeConstable().orElseThrow(),
                                            "out",
                                            ClassDesc.of("java.io.PrintStream"))
                                    .pop()
                                    .iconst_1()
                                    .invokestatic(
                                            System.class.describeConstable().orElseThrow(),
                                            "exit",
                                            MethodTypeDesc.ofDescriptor("(I)V"))
                                    .return_()));
        }
        assertThat(breaches("Only app prints"))
                .contains("System.out", "System.exit")
                .contains("Prints_engine")
                .doesNotContain("Prints_app");
    }

    @Test
    void nativeMethodsAreFound() throws IOException {
        write(
                "device",
                "Card",
                builder ->
                        builder.withMethod("open", MethodTypeDesc.ofDescriptor("()V"), ClassFile.ACC_NATIVE, _ -> {}));
        assertThat(breaches("There are no native methods")).contains("house.device.Card.open()");
    }

    @Test
    void anEmptyHouseKeepsAllRules() {
        JavaClasses none = new ClassFileImporter().importPath(folder);
        assertThat(new Rooms(ROOT).rules())
                .hasSizeGreaterThan(ROOMS.size())
                .noneMatch(rule -> rule.evaluate(none).hasViolation());
    }

    private String breaches(String rule) {
        JavaClasses house = ArchConfiguration.withThreadLocalScope(configuration -> {
            // The names are enough here, and reading the libraries takes seconds.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(folder);
        });
        List<ArchRule> rules = new Rooms(ROOT)
                .rules().stream()
                        .filter(each -> each.getDescription().contains(rule))
                        .toList();
        assertThat(rules).as(rule).isNotEmpty();
        return rules.stream()
                .flatMap(each -> each.evaluate(house).getFailureReport().getDetails().stream())
                .collect(Collectors.joining("\n"));
    }

    private void write(String room, String name, Consumer<ClassBuilder> content) throws IOException {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(ROOT + "." + room + "." + name), content);
        Path file = folder.resolve(ROOT + "/" + room.replace('.', '/') + "/" + name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static Consumer<ClassBuilder> field(String type) {
        return builder -> builder.withField("used", ClassDesc.of(type), ClassFile.ACC_FINAL);
    }

    // ---- real-time code ----

    @Test
    void goodRealTimeCodePasses() {
        RealTimeCode code = realTimeCode("Good");
        assertThat(code.breaches()).isEmpty();
        RealTimeByteCode byteCode = new RealTimeByteCode(code.methods());
        assertThat(byteCode.breaches()).isEmpty();
        assertThat(code.methods())
                .extracting(JavaMethod::getName)
                .contains("process", "helper", "plain", "clamp")
                .doesNotContain("notOnTheAudioThread");
        assertThat(byteCode.bodies()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void everyForbiddenCallIsFound() {
        assertThat(origins(realTimeCode("Bad").breaches()))
                .containsExactlyInAnyOrder(
                        "inherited",
                        "coveredByTheTypesMark",
                        "callsUnmarked",
                        "callsLibrary",
                        "deeper",
                        "makesABox",
                        "makesACopy",
                        "makesAnIterator");
    }

    @Test
    void everyForbiddenInstructionIsFound() {
        RealTimeByteCode code = new RealTimeByteCode(realTimeCode("Bad").methods());
        assertThat(origins(code.breaches()))
                .containsExactlyInAnyOrder(
                        "deeper",
                        "locks",
                        "locksAsAWhole",
                        "makesAnObject",
                        "makesAnArray",
                        "makesAnArrayOfObjects",
                        "makesAnArrayOfArrays",
                        "makesAnException",
                        "makesALambda",
                        "makesAText");
    }

    @Test
    void anExemptMethodIsNotLookedAtAndMayBeCalled() {
        RealTimeCode code = new RealTimeCode(
                fixture("Bad"),
                List.of(FIXTURE + ".unmarked"),
                Map.of(FIXTURE + ".Bad.notMarked", "shown here", FIXTURE + ".Bad.callsLibrary", "shown here"));
        assertThat(origins(code.breaches())).doesNotContain("callsUnmarked", "callsLibrary");
        assertThat(code.unusedExemptions()).isEmpty();
    }

    @Test
    void anExemptionOfNothingIsFound() {
        RealTimeCode code =
                new RealTimeCode(fixture("Bad"), List.of(FIXTURE + ".unmarked"), Map.of(FIXTURE + ".Bad.gone", "old"));
        assertThat(code.unusedExemptions()).containsExactly(FIXTURE + ".Bad.gone");
    }

    private static RealTimeCode realTimeCode(String fixture) {
        return new RealTimeCode(fixture(fixture), List.of(FIXTURE + ".unmarked"), Map.of());
    }

    private static JavaClasses fixture(String name) {
        return new ClassFileImporter()
                .importPackages(FIXTURE)
                .that(describe(
                        name,
                        type -> type.getName().startsWith(FIXTURE + "." + name)
                                || type.getPackageName().equals(FIXTURE + ".unmarked")));
    }

    /// The names of the methods that breaches begin with.
    private static Set<String> origins(Collection<String> breaches) {
        return breaches.stream()
                .map(text -> text.replaceFirst("^Method <", "").replaceFirst("\\(.*", ""))
                .map(text -> text.substring(text.lastIndexOf('.') + 1))
                .collect(toSet());
    }
}
