package studio.headroom.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;

/// Draws all controls in all states to `target/screens/kit-….png`, for people to look at.
class GalleryTest {
    @ParameterizedTest
    @ValueSource(ints = {75, 100, 200})
    void everyControlIsDrawnInEveryState(int percent) {
        BufferedImage picture = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            Gallery gallery = new Gallery(look);
            Scene scene = new Scene(gallery.root(), look.px(Gallery.WIDTH), look.px(Gallery.HEIGHT));
            scene.snapshot(null);
            gallery.act();
            gallery.explain();
            Fx.picture(scene, "kit-" + percent);
            gallery.dragFader();
            look.pulse().advance(0.1);
            return Fx.picture(scene, "kit-fader-" + percent);
        });
        assertThat(picture.getWidth()).isEqualTo((int) (Gallery.WIDTH * percent / 100));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyControlIsDrawnInEveryTheme(Theme theme) {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            look.setTheme(theme);
            try {
                Gallery gallery = new Gallery(look);
                Scene scene = new Scene(gallery.root(), Gallery.WIDTH, Gallery.HEIGHT);
                scene.snapshot(null);
                gallery.act();
                gallery.explain();
                BufferedImage picture = Fx.picture(scene, "kit-" + theme.id());
                assertThat(new Color(picture.getRGB(2, 2)).getRed())
                        .isEqualTo((int) Math.round(Token.BG_1.color(theme).getRed() * 255));
            } finally {
                look.setTheme(Theme.DARK);
            }
        });
    }
}
