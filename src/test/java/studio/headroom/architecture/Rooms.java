package studio.headroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/// The table of the architecture page as rules, for the packages under a root.
record Rooms(String root) {
    private record Room(String name, List<String> mayUse, String reason) {}

    private static final List<String> ALL =
            words("audio param concurrent dsp effects project engine files device mastering listening ui app");

    private static final List<Room> TABLE = List.of(
            room("audio", "", "value types lie at the bottom of the house"),
            room("param", "", "what a control is does not depend on who uses it"),
            room("concurrent", "", "ways for threads to meet carry anything and know nothing"),
            room("dsp", "audio concurrent", "signal mathematics knows neither controls nor songs"),
            room("effects", "dsp param audio concurrent", "an effect does not know where it is inserted"),
            room(
                    "project",
                    "param audio",
                    "a song is plain data that names effects by type id, so that any file can be opened and edited"
                            + " without making sound"),
            room(
                    "engine",
                    "effects dsp project param audio concurrent",
                    "the engine renders what it is given; it reads no files, and devices come to it through its own"
                            + " interface"),
            room("files", "project param dsp audio", "formats outlive the engine and must not bend to it"),
            room(
                    "device",
                    "engine audio concurrent",
                    "a sound card is one of two drivers of the engine, and replaceable"),
            room(
                    "mastering",
                    "engine files effects dsp project param audio",
                    "mastering uses the engine like anybody else and works without a window or a sound card"),
            room(
                    "listening",
                    "engine files effects dsp project param audio",
                    "training and blind tests work without a window or a sound card"),
            room(
                    "ui",
                    "audio param concurrent dsp effects project engine files mastering listening",
                    "a window must not reach for a sound card; app hands it what plays"),
            room("app", String.join(" ", ALL), "it wires everything together"));

    private static Room room(String name, String mayUse, String reason) {
        return new Room(name, words(mayUse), reason);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>();
        TABLE.forEach(room -> rules.add(mayUse(room)));
        rules.add(everyClassHasARoom());
        rules.add(noCycles(root + ".(*)..", "rooms"));
        rules.add(noCycles(root + ".(**)", "packages"));
        rules.addAll(libraries());
        rules.add(dspIsMathematics());
        rules.add(projectIsImmutable());
        rules.add(onlyAppTalksToTheConsole());
        rules.add(noNativeCode());
        return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
    }

    private ArchRule mayUse(Room room) {
        String[] others = ALL.stream()
                .filter(other -> !other.equals(room.name()) && !room.mayUse().contains(other))
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(room.name()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .as(room.name() + " uses only " + (room.mayUse().isEmpty() ? "itself" : room.mayUse()))
                .because(room.reason());
    }

    private ArchRule everyClassHasARoom() {
        return classes()
                .should()
                .resideInAnyPackage(ins(ALL))
                .as("Every class lies in one of " + ALL)
                .because("a class elsewhere would escape the table");
    }

    private ArchRule noCycles(String pattern, String what) {
        return slices().matching(pattern)
                .should()
                .beFreeOfCycles()
                .as("There are no cycles between " + what)
                .because("what depends on each other can only be understood, tested and changed together");
    }

    private List<ArchRule> libraries() {
        return List.of(
                only("ui app", "the sound and the song must work without a window", "javafx.."),
                only("ui", "how windows look is decided in one room", "atlantafx.. org.kordamp.."),
                only(
                        "device",
                        "a machine without a sound card must do everything but play, and the JDK's file readers"
                                + " truncate and misread",
                        "javax.sound.."),
                only(
                        "files",
                        "the shape of a file must not become the shape of the program",
                        "tools.jackson.. com.fasterxml.."),
                only(
                        "files",
                        "codecs and tags are replaceable details of reading and writing",
                        "de.sciss.jump3r.. com.jcraft.."
                                + " io.github.jaredmdobson.. net.sourceforge.jaad.. com.tianscar.."
                                + " org.jaudiotagger.."),
                only(
                        "dsp",
                        "the rest of the program calls our own mathematics, so that a library can be replaced by"
                                + " something faster or better",
                        "be.tarsos.. org.jtransforms.. org.visnow.."),
                only("app", "the command line is one of two ways in", "picocli.."),
                only(
                        "app",
                        "everybody logs through SLF4J; what becomes of it is decided in one place",
                        "ch.qos.logback.. java.util.logging.."));
    }

    private ArchRule only(String rooms, String reason, String packages) {
        return noClasses()
                .that(resideOutsideOfPackages(ins(words(rooms))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages.split(" ")))
                .as(packages + " only in " + rooms)
                .because(reason);
    }

    private ArchRule dspIsMathematics() {
        List<String> values = List.of("ConcurrentHashMap", "ConcurrentMap");
        return noClasses()
                .that()
                .resideInAPackage(in("dsp"))
                .should()
                .dependOnClassesThat(describe(
                        "threads or files",
                        type -> type.getName().equals("java.lang.Thread")
                                || type.getPackageName().startsWith("java.nio.file")
                                || type.getPackageName().equals("java.io")
                                        && !type.isAssignableTo(java.io.Serializable.class)
                                || type.getPackageName().startsWith("java.util.concurrent")
                                        && !values.contains(type.getSimpleName())))
                .as("dsp knows no threads and no files")
                .because("the same mathematics serves the audio thread, a bounce and a test");
    }

    private ArchRule projectIsImmutable() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(in("project"))
                .and()
                .areNotDeclaredIn(root + ".project.edit.History")
                .should()
                .beFinal()
                .as("All fields in project are final, but the undo history's")
                .because("a song is handed from thread to thread and kept in the undo history without copying");
    }

    private ArchRule onlyAppTalksToTheConsole() {
        return noClasses()
                .that(resideOutsideOfPackages(in("app")))
                .and()
                // Hides what a library prints there, and prints nothing itself.
                .doNotHaveFullyQualifiedName(root + ".files.audio.mp3.QuietError")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .as("Only app prints to the console and ends the process")
                .because("--json prints one object and nothing else, and the window has no console");
    }

    private ArchRule noNativeCode() {
        return methods()
                .should()
                .notHaveModifier(JavaModifier.NATIVE)
                .as("There are no native methods")
                .because("one program runs on all systems");
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private String[] ins(List<String> rooms) {
        return rooms.stream().map(this::in).toArray(String[]::new);
    }
}
