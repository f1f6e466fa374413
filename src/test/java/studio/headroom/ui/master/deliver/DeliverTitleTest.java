package studio.headroom.ui.master.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lanterns; Lanterns; Deliver “Lanterns”",
                "Lanterns; LANTERNS; Deliver “Lanterns”",
                "Lanterns; Print 3; Deliver “Lanterns”, Print 3",
                "Lanterns; ''; Deliver “Lanterns”",
            })
    void theSongsNameIsSaidOnce(String song, String print, String title) {
        assertThat(DeliverDialogs.title(song, print)).isEqualTo(title);
    }
}
