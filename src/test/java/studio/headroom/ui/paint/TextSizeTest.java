package studio.headroom.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.TypeRole;

class TextSizeTest {
    private final Look look = Fx.call(() -> new Look(new FramePulse()));

    private String fit(String text, double width) {
        return Fx.call(() -> TextSize.fit(look, TypeRole.LABEL, text, width));
    }

    private double width(String text) {
        return Fx.call(() -> TextSize.width(look, TypeRole.LABEL, text));
    }

    @Test
    void asMuchAsFitsIsShown() {
        String name = "Backing Voice Low, second take";
        assertThat(fit(name, width(name))).isEqualTo(name);
        for (double room = 1; room < width(name); room += 7) {
            String shown = fit(name, room);
            assertThat(shown).endsWith("…");
            if (!shown.equals("…")) {
                assertThat(width(shown)).isLessThanOrEqualTo(room);
            }
            String longer = name.substring(0, Math.min(name.length(), shown.length() + 1)) + "…";
            assertThat(width(longer)).as("one more than '%s'", shown).isGreaterThan(room);
        }
    }

    @Test
    void aPageAsANameCostsNoMoreThanALine() {
        String page = "W".repeat(1_000_000);
        // Measured at every length it takes hours; a line takes milliseconds.
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(fit(page, 80)).startsWith("W").endsWith("W…"));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String faces = "\uD83D\uDE00".repeat(20);
        for (double room = 1; room < 200; room += 3) {
            String shown = fit(faces, room);
            assertThat(shown.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                    .isEmpty();
        }
    }
}
