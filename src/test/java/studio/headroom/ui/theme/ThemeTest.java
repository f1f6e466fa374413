package studio.headroom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;

class ThemeTest {
    @AfterEach
    void asTheProgramComes() {
        Fx.run(() -> Theme.show(Theme.DARK));
    }

    /// The table of the design, of the theme that it is drawn in.
    @ParameterizedTest
    @CsvSource({
        "FG_1, BG_2, 12.8", "FG_1, BG_4, 9.6", "FG_2, BG_2, 8.2", "FG_2, BG_4, 6.2", "FG_2, BG_5, 5.0",
        "FG_3, BG_0, 6.6", "FG_3, BG_1, 6.2", "FG_3, BG_2, 5.6", "FG_3, BG_3, 5.0", "FG_3, BG_SEL, 4.5",
        "ACCENT, BG_2, 7.2", "OK, BG_2, 6.9", "WARN, BG_2, 8.4", "ERR, BG_2, 5.1", "WHITE, ACCENT_FILL, 5.4",
        "WHITE, ERR_FILL, 5.3", "INK, MUTE, 7.2", "INK, SOLO, 11.2", "INK, ACCENT, 8.2"
    })
    void contrastIsThatOfTheDesign(Token text, Token ground, double expected) {
        double contrast = Contrast.between(text.color(Theme.DARK), ground.color(Theme.DARK));
        // The table has one decimal.
        assertThat(contrast).isCloseTo(expected, within(0.06)).isGreaterThan(4.45);
    }

    /// Where the program writes: the table of the design, what the kit adds to it, and the places whose ground or text
    /// is a state.
    @ParameterizedTest
    @CsvSource({
        "FG_1, BG_0",
        "FG_1, BG_1",
        "FG_1, BG_2",
        "FG_1, BG_3",
        "FG_1, BG_4",
        "FG_1, BG_5",
        "FG_1, BG_SEL",
        "FG_1, BG_POP",
        "FG_1, BG_TIP",
        "FG_2, BG_0",
        "FG_2, BG_1",
        "FG_2, BG_2",
        "FG_2, BG_3",
        "FG_2, BG_4",
        "FG_2, BG_5",
        "FG_2, BG_SEL",
        "FG_2, BG_POP",
        "FG_2, BG_TIP",
        "FG_3, BG_0",
        "FG_3, BG_1",
        "FG_3, BG_2",
        "FG_3, BG_3",
        "FG_3, BG_TIP",
        "ACCENT, BG_0",
        "ACCENT, BG_2",
        "ACCENT, BG_TIP",
        "OK, BG_2",
        "WARN, BG_2",
        "WARN, BG_TIP",
        "WARN, BG_POP",
        "ERR, BG_0",
        "ERR, BG_2",
        "ERR, BG_TIP",
        "INK, MUTE",
        "INK, SOLO",
        "INK, ACCENT",
        "INK, OK",
        "INK, WARN",
        "INK, ERR",
        "MUTE, BG_4",
        "SOLO, BG_4",
        "WHITE, ACCENT_FILL",
        "WHITE, ERR_FILL",
        "WHITE, ACCENT_FILL_PRESSED",
        "WHITE, ERR_FILL_PRESSED",
        "ACCENT_SOFT_FG, ACCENT_SOFT",
        "ACCENT_SOFT_FG, ACCENT_NOTE",
        "FG_1, ACCENT_NOTE",
        "FG_2, ACCENT_NOTE",
        "FG_1, WARN_NOTE",
        "FG_2, WARN_NOTE",
        "FG_1, ERR_NOTE",
        "FG_2, ERR_NOTE",
        "CAP_MARK, CAP_HOVER"
    })
    void textIsReadableInEveryTheme(Token text, Token ground) {
        for (Theme theme : Theme.values()) {
            // AA of WCAG 2.2; with high contrast AAA.
            double least = theme == Theme.CONTRAST ? 7 : 4.5;
            assertThat(Contrast.between(text.color(theme), ground.color(theme)))
                    .as(theme.words())
                    .isGreaterThan(least);
        }
    }

    /// Hints on a selected strip, as the design has them; buttons under the pointer, whose words were read before.
    @ParameterizedTest
    @CsvSource({"FG_3, BG_SEL, 4.45", "WHITE, ACCENT_FILL_HOVER, 4.2", "WHITE, ERR_FILL_HOVER, 4.2"})
    void theExceptionsOfTheDesignAreNoneInOtherThemes(Token text, Token ground, double least) {
        for (Theme theme : Theme.values()) {
            assertThat(Contrast.between(text.color(theme), ground.color(theme)))
                    .as(theme.words())
                    .isGreaterThan(theme == Theme.DARK ? least : 4.5);
        }
    }

    @Test
    void controlsAreOutlinedWithHighContrast() {
        for (Token ground : List.of(Token.BG_0, Token.BG_1, Token.BG_2, Token.BG_3, Token.BG_4, Token.BG_POP)) {
            // What WCAG 2.2 asks of the borders of controls.
            assertThat(Contrast.between(Token.LINE_2.color(Theme.CONTRAST), ground.color(Theme.CONTRAST)))
                    .as(ground.name())
                    .isGreaterThan(3);
        }
    }

    @Test
    void aThemeIsFollowedByColorsZonesAndTracks() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            for (Theme theme : Theme.values()) {
                look.setTheme(theme);
                assertThat(look.theme()).isEqualTo(theme);
                for (Hue hue : List.<Hue>of(Token.BG_2, TrackColor.TEAL, MeterZone.HOT)) {
                    assertThat(hue.color()).isEqualTo(hue.color(theme));
                }
                assertThat(MeterZone.HOT.dim())
                        .isEqualTo(MeterZone.HOT.color(theme).interpolate(Token.BG_0.color(theme), 0.5));
                assertThat(StyleSheet.text(look)).contains("-hr-bg-2: " + Token.BG_2.web());
            }
            assertThat(Token.BG_2.color()).isNotEqualTo(Token.BG_2.color(Theme.DARK));
        });
    }

    @Test
    void whoWatchesALookHearsOfThemeAndScaleUntilItIsForgotten() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            int[] heard = {0};
            InvalidationListener watch = _ -> heard[0]++;
            look.watch(watch);
            look.setTheme(Theme.LIGHT);
            look.setPercent(150);
            look.setOutputScale(2);
            assertThat(heard[0]).isEqualTo(3);
            Reference.reachabilityFence(watch);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void themesAreFoundByTheirNamesInTheSettings(Theme theme) {
        assertThat(Theme.byId(theme.id())).contains(theme);
        assertThat(Theme.byId(theme.words())).isEmpty();
    }

    @Test
    void blackOnWhiteIsTwentyOne() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isEqualTo(21);
    }

    @Test
    void theWordClipIsReadable() {
        assertThat(Contrast.between(Token.INK.color(Theme.DARK), MeterZone.OVER.color(Theme.DARK)))
                .isCloseTo(5.2, within(0.06));
        for (Theme theme : Theme.values()) {
            assertThat(Contrast.between(Token.INK.color(theme), MeterZone.OVER.color(theme)))
                    .as(theme.words())
                    .isGreaterThan(theme == Theme.CONTRAST ? 7 : 4.5);
        }
    }

    @Test
    void trackColorsAreSeenOnPanelsAndLettersAreReadOnThem() {
        for (TrackColor color : TrackColor.values()) {
            boolean fillOnly = color == TrackColor.INDIGO || color == TrackColor.MAGENTA;
            assertThat(Contrast.between(color.color(Theme.DARK), Token.BG_2.color(Theme.DARK)))
                    .as(color.name())
                    .isGreaterThan(fillOnly ? 4.1 : 4.4);
            for (Theme theme : Theme.values()) {
                String name = color.name() + ", " + theme.words();
                for (Token ground : List.of(Token.BG_0, Token.BG_1, Token.BG_2, Token.BG_3, Token.BG_4)) {
                    // What WCAG 2.2 asks of signs; on chosen rows in the dark theme indigo and magenta have 3:1.
                    assertThat(Contrast.between(color.color(theme), ground.color(theme)))
                            .as(name + " on " + ground)
                            .isGreaterThan(3);
                }
                assertThat(Contrast.between(Token.INK.color(theme), color.color(theme)))
                        .as(name)
                        .isGreaterThan(4.5);
            }
        }
    }

    @Test
    void metersAreSeenInTheirWells() {
        for (MeterZone zone : MeterZone.values()) {
            for (Theme theme : Theme.values()) {
                assertThat(Contrast.between(zone.color(theme), Token.BG_0.color(theme)))
                        .as(zone + ", " + theme.words())
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void zonesMeetWithoutGaps() {
        for (MeterZone zone : MeterZone.values()) {
            if (zone != MeterZone.OVER) {
                assertThat(MeterZone.of(zone.to())).isEqualTo(MeterZone.values()[zone.ordinal() + 1]);
                assertThat(MeterZone.of(Math.nextDown(zone.to()))).isEqualTo(zone);
            }
        }
        assertThat(MeterZone.of(Double.NEGATIVE_INFINITY)).isEqualTo(MeterZone.SIGNAL);
        assertThat(MeterZone.of(-18)).isEqualTo(MeterZone.GOOD);
        assertThat(MeterZone.of(-1)).isEqualTo(MeterZone.OVER);
    }

    /// Colors are named once, so that a change of one is a change everywhere.
    @Test
    void noColorIsWrittenDownElsewhere() throws IOException {
        Pattern hex = Pattern.compile(
                "\"[^\"]*#[0-9A-Fa-f]{3,8}\\b|Color\\.(web|rgb|hsb|color|gray|grayRgb)\\(|0x[0-9A-Fa-f]{6,8}\\b|rgba?\\("
                        + "|(?<!Track)Color\\.(BLACK|WHITE|RED|GREEN|BLUE|YELLOW|ORANGE|GR[AE]Y)\\b");
        List<String> named = List.of("Token.java", "TrackColor.java", "MeterZone.java");
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (!named.contains(file.getFileName().toString())) {
                hex.matcher(Files.readString(file)).results().forEach(hit -> found.add(file + ": " + hit.group()));
            }
        }
        assertThat(found).isEmpty();
        String sheet = Files.readString(Path.of("src/main/resources/studio/headroom/ui/headroom.css"));
        assertThat(sheet).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b").doesNotContain("rgb");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/studio/headroom/ui"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    // ---- track colors ----

    @ParameterizedTest
    @CsvSource({
        "Kick_In 02, CORAL",
        "Snare Top, CORAL",
        "BD, CORAL",
        "Bass Drum, CORAL",
        "HiHat, ORANGE",
        "OH L, ORANGE",
        "Overheads, ORANGE",
        "shaker, ORANGE",
        "Bass DI, AMBER",
        "E.Gtr L, GREEN",
        "ElecGtr, GREEN",
        "Guitar Right, GREEN",
        "Ac.Gtr, LIME",
        "AcGtr 2, LIME",
        "Acoustic, LIME",
        "Keys, TEAL",
        "Piano, TEAL",
        "Pad warm, CYAN",
        "Strings, BLUE",
        "Lead Vox, VIOLET",
        "Vocals, VIOLET",
        "BV L, MAGENTA",
        "Backing Vocals, MAGENTA",
        "Dbl Vox, MAGENTA",
        "FX riser, GREY"
    })
    void colorsAreGuessedFromNames(String name, TrackColor color) {
        assertThat(TrackColor.ofName(name)).contains(color);
    }

    @Test
    void namesThatSayNothingHaveNoColor() {
        assertThat(TrackColor.ofName("Track 7")).isEmpty();
        assertThat(TrackColor.ofName("")).isEmpty();
        // Words inside words say nothing.
        assertThat(TrackColor.ofName("Monkeys")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TrackColor.class)
    void idsLeadBack(TrackColor color) {
        assertThat(TrackColor.byId(color.id())).contains(color);
        assertThat(TrackColor.byId(color.name())).isEqualTo(Optional.empty());
    }

    // ---- type, icons, sheet, scale ----

    @ParameterizedTest
    @EnumSource(TypeRole.class)
    void everyRoleHasItsBundledFont(TypeRole role) {
        Font font = Fx.call(() -> new Look(new FramePulse()).font(role));
        assertThat(font.getName()).startsWith(role.face().isMono() ? "JetBrains Mono" : "Inter");
        assertThat(font.getSize()).isEqualTo(role.size(100));
    }

    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconIsInThePack(Icon icon) {
        Fx.run(() -> {
            FontIcon drawn = (FontIcon) icon.node(new Look(new FramePulse()), 16, Token.FG_2);
            assertThat(drawn.getIconCode().getDescription()).isEqualTo(icon.literal());
            assertThat(drawn.getIconSize()).isEqualTo(16);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 90, 100, 110, 125, 150, 175, 200})
    void theSheetIsFilledInAtEveryScale(int percent) {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            look.setTheme(percent < 100 ? Theme.LIGHT : Theme.DARK);
            look.setPercent(percent);
            String text = StyleSheet.text(look);
            assertThat(text).doesNotContain("@type").doesNotContainPattern("[0-9]u\\b");
            // A button of 28 units.
            assertThat(text).contains(String.format(Locale.ROOT, "-fx-pref-height: %.3fpx", 28 * percent / 100.0));
            Stylesheet parsed = new CssParser().parse(text);
            assertThat(CssParser.errorsProperty()).isEmpty();
            assertThat(parsed.getRules()).hasSizeGreaterThan(40);
        });
    }

    @Test
    void everyColorThatTheSheetLooksUpIsAToken() throws IOException {
        String sheet = Files.readString(Path.of("src/main/resources/studio/headroom/ui/headroom.css"));
        List<String> tokens = Stream.of(Token.values()).map(Token::css).toList();
        assertThat(Pattern.compile("(?<=: |, )-hr-[a-z0-9-]+")
                        .matcher(sheet)
                        .results()
                        .map(hit -> hit.group()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tokens).contains(name));
    }

    @Test
    void lengthsLieOnTheGridOfTheDeviceAndNothingVanishes() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            for (int percent : Look.PERCENTS) {
                look.setPercent(percent);
                for (double output : new double[] {1, 1.25, 1.5, 2}) {
                    look.setOutputScale(output);
                    for (double units = 0.25; units < 40; units += 0.25) {
                        double device = look.px(units) * output;
                        assertThat(device)
                                .isCloseTo(Math.rint(device), within(1e-9))
                                .isGreaterThanOrEqualTo(1 - 1e-9);
                    }
                    assertThat(look.hair() * output).isEqualTo(1);
                }
            }
        });
    }

    @Test
    void theSmallestTypeGrowsBelowNinetyPercent() {
        assertThat(TypeRole.SCALE.size(75)).isEqualTo(10);
        assertThat(TypeRole.SCALE.size(90)).isEqualTo(9);
        assertThat(TypeRole.BODY.size(75)).isEqualTo(12);
    }
}
