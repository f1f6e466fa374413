package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    /// A name that reads `Songgpj.exe` where it ends with `.jpg` fools people; what is not seen makes two names look
    /// alike.
    @Test
    void whatIsNotSeenOrTurnsTheDirectionIsRemoved() {
        assertThat(FileNames.safe("Song\u202Egpj.exe")).isEqualTo("Songgpj.exe");
        assertThat(FileNames.safe("\u200FSo\u200Bn\u200Dg\uFEFF\u2066\u2069\u00AD"))
                .isEqualTo("Song");
        assertThat(FileNames.safe("So\0n\u0007g\u009F")).isEqualTo("Song");
        assertThat(FileNames.safe("one\r\ntwo\u2028three\tfour")).isEqualTo("one two three four");
        assertThat(FileNames.safe("half \uD83D")).isEqualTo("half");
        assertThat(FileNames.safe("\u202E\u200B")).isEqualTo("Untitled");
        for (int unseen = 0; unseen < 0x11_0000; unseen++) {
            if (Character.getType(unseen) == Character.FORMAT || Character.getType(unseen) == Character.CONTROL) {
                String name = FileNames.safe("a" + Character.toString(unseen) + "b");
                assertThat(name).isIn("ab", "a b");
            }
        }
    }

    /// What is written from right to left stays so.
    @ParameterizedTest
    @ValueSource(strings = {"שיר", "أغنية", "雨の歌", "Café", "naïve – (live) [2026]", "🎵 tune"})
    void whatIsSeenStays(String title) {
        assertThat(FileNames.safe(title)).isEqualTo(title);
    }

    @Test
    void oneNameIsSpelledOneWay() {
        assertThat(FileNames.safe("Cafe\u0301")).isEqualTo("Caf\u00E9");
    }

    @ParameterizedTest
    @CsvSource({
        "CON, _CON",
        "con.txt, _con.txt",
        "Aux .x, _Aux .x",
        "COM1, _COM1",
        "lpt².wav, _lpt².wav",
        "CONIN$, _CONIN$",
        "nul., _nul",
        "Con artist, Con artist",
        "Contact, Contact",
    })
    void namesOfDevicesAreNotUsed(String title, String name) {
        assertThat(FileNames.safe(title)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Song..., Song",
        "'...and so on', and so on",
        "' Song . ', Song",
        "'\u00A0Song\u3000', Song",
        ".., Untitled"
    })
    void dotsAndBlanksAtTheEndsGo(String title, String name) {
        assertThat(FileNames.safe(title)).isEqualTo(name);
    }

    /// File systems end at 255 bytes, also with an ending, a number and the name of what is written beside it.
    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "雨", "🎵", "con.", "a\u0301", "a.", "a "})
    void namesAreShortEnough(String part) {
        String name = FileNames.safe(part.repeat(300));
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(80, 180);
        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
        assertThat(FileNames.safe(name)).isEqualTo(name);
    }
}
