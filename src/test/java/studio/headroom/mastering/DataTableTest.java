package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import studio.headroom.mastering.deliver.DeliverySet;
import studio.headroom.mastering.sight.PlaybackService;

class DataTableTest {
    @Test
    void theTablesHaveRows() {
        assertThat(DataTable.rows(Target.class, "targets.tsv", 9)).hasSameSizeAs(Target.all());
        assertThat(DataTable.rows(PlaybackService.class, "playback.tsv", 10)).hasSameSizeAs(PlaybackService.all());
        assertThat(DataTable.rows(DeliverySet.class, "sets.tsv", 4)).hasSameSizeAs(DeliverySet.all());
        assertThatThrownBy(() -> DataTable.rows(Target.class, "targets.tsv", 8)).hasMessageContaining("instead of 8");
        assertThatThrownBy(() -> DataTable.rows(Target.class, "none.tsv", 8))
                .hasMessageContaining("none.tsv is missing");
    }

    /// One loader, so that what is wrong with a table is said alike.
    @Test
    void nobodyElseReadsTables() {
        assertThat(new ClassFileImporter()
                        .importPackages("studio.headroom.mastering").stream()
                                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                                .filter(call -> call.getName().equals("getResourceAsStream"))
                                .map(JavaMethodCall::getOriginOwner)
                                .map(type -> type.getSimpleName())
                                .filter(name -> !name.endsWith("Test")))
                .containsOnly("DataTable");
    }
}
