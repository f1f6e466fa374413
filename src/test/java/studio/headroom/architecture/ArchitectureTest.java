package studio.headroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the program to the architecture page. That these rules can fail is shown by [ArchitectureRulesTest].
class ArchitectureTest {
    private static final String ROOT = "studio.headroom";

    /// The rooms that may not use `concurrent`, where the mark lives.
    private static final List<String> UNMARKED = List.of(ROOT + ".audio", ROOT + ".param", ROOT + ".project");

    /// What bears the mark by inheritance or helps real-time code, but is not for the audio thread; each with the
    /// reason.
    private static final Map<String, String> EXEMPT = Map.of(
            ROOT + ".engine.media.DirectReader.read", "reads files for a bounce; live readers are filled ahead",
            ROOT + ".engine.Renderer.rethrow", "ends a bounce whose media cannot be read",
            ROOT + ".engine.Renderer.await", "threads that share a block must wait for each other's strips");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> rooms() {
        return new Rooms(ROOT)
                .rules().stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
    }

    @Test
    void realTimeCodeCallsOnlyRealTimeCodeAndThePlatformsIntrinsics() {
        assertThat(realTimeCode().breaches())
                .as("calls that may allocate, lock or wait, because the audio thread must be done in time")
                .isEmpty();
    }

    @Test
    void realTimeCodeNeitherAllocatesNorLocks() {
        assertThat(new RealTimeByteCode(realTimeCode().methods()).breaches())
                .as(
                        "instructions that allocate or lock, because the collector and other threads would hold the sound up")
                .isEmpty();
    }

    @Test
    void everyExemptionIsStillNeeded() {
        assertThat(realTimeCode().unusedExemptions()).isEmpty();
    }

    private static RealTimeCode realTimeCode() {
        return new RealTimeCode(PROGRAM, UNMARKED, EXEMPT);
    }
}
