package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixLayoutTest {
    @ParameterizedTest
    @CsvSource({"1280, 280", "1600, 280", "1920, 320", "2560, 360", "3840, 440"})
    void theInspectorGrowsWithTheWindow(double logical, double width) {
        assertThat(MixLayout.inspectorWidth(logical)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 0.46, 460",
        "1000, 0.01, 160",
        "1000, 0.99, 686",
        "500, 0.5, 186",
        "474, 0.5, 160",
    })
    void neitherPartBecomesTooSmallForItsWork(double height, double share, double timeline) {
        assertThat(MixLayout.timelineHeight(height, share, 314)).isEqualTo(timeline);
        assertThat(MixLayout.isLow(height, 314)).isFalse();
    }

    @Test
    void oneOfThePartsIsShownWhereThereIsTooLittleHeightForBoth() {
        assertThat(MixLayout.isLow(473, 314)).isTrue();
    }
}
