package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;

/// Levels as colors read by their lightness alone.
class LevelColorsTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void lightnessGoesOneWayByEqualSteps(Theme theme) {
        LevelColors colors = new LevelColors(theme);
        double first = LevelColors.lightness(colors.color(LevelColors.LOWEST_DB));
        double last = LevelColors.lightness(colors.color(LevelColors.HIGHEST_DB));
        assertThat(Math.abs(last - first)).isGreaterThan(80);
        double perDb = (last - first) / (LevelColors.HIGHEST_DB - LevelColors.LOWEST_DB);
        for (double db = LevelColors.LOWEST_DB; db < LevelColors.HIGHEST_DB; db += 3) {
            double step = LevelColors.lightness(colors.color(db + 3)) - LevelColors.lightness(colors.color(db));
            // Colors have 256 levels for each of their parts.
            assertThat(step / (3 * perDb)).as(theme + " at " + db).isBetween(0.7, 1.3);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void silenceIsTheGroundAndLouderThanFullScaleTheTop(Theme theme) {
        LevelColors colors = new LevelColors(theme);
        assertThat(colors.color(-200)).isEqualTo(Token.BG_0.color(theme));
        assertThat(colors.color(6)).isEqualTo(colors.color(0)).isEqualTo(Token.FG_1.color(theme));
    }
}
