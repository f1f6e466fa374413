package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// A strip's small curve where bands are on a part of the sound; pictures in `target/screens/mixer-eq-….png`.
class EqThumbnailTest {
    private static final int WIDE = 110;
    private static final int TALL = 72;

    private final Look look = Fx.call(() -> new Look(new FramePulse()));

    @SuppressWarnings("NullAway.Init") // Made before each test.
    private MixerSong song;

    @BeforeEach
    void openSong() {
        song = Fx.call(MixerSong::ofBand);
        Fx.run(() -> look.setPercent(200));
    }

    @AfterEach
    void closeSong() {
        Fx.run(song::close);
    }

    private void eq(int index, double place) {
        Fx.run(() -> {
            song.history.apply(InsertEdits.add("bass", "eq", index));
            String id =
                    song.song().strip("bass").orElseThrow().inserts().get(index).id();
            song.history.apply(InsertEdits.values(
                    id, Values.of(Map.of("band4.freq", 600.0, "band4.gain", -12.0, "band4.place", place))));
        });
    }

    private BufferedImage drawn(String name, EqThumbnail small) {
        return Fx.call(() -> {
            Scene scene = new Scene(new WindowRoot(look, small), WIDE, TALL);
            scene.snapshot(null);
            look.pulse().advance(0.1);
            return Fx.picture(scene, "mixer-eq-" + name);
        });
    }

    private EqThumbnail small() {
        return Fx.call(() -> new EqThumbnail(look, song.strip("bass"), "EQ", () -> {}));
    }

    /// How many pixels of the middle line are as bright as a curve.
    private static int level(BufferedImage picture) {
        int count = 0;
        for (int x = 0; x < WIDE; x++) {
            int green = picture.getRGB(x, TALL / 2) >> 8 & 255;
            count += green > 100 ? 1 : 0;
        }
        return count;
    }

    private static String spoken(EqThumbnail small) {
        return String.valueOf(Fx.call(() -> small.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    @Test
    void aCutOnAllOfTheSoundHasOneCurve() {
        eq(0, 0);
        EqThumbnail small = small();
        // Only its ends are level.
        assertThat(level(drawn("stereo", small))).isLessThan(WIDE / 2);
        assertThat(spoken(small)).isEqualTo("Bass equalizer");
    }

    @Test
    void aCutOnTheSidesLeavesTheCurveOfTheMiddleLevel() {
        eq(0, 2);
        EqThumbnail small = small();
        assertThat(level(drawn("side", small))).isGreaterThan(WIDE * 9 / 10);
        assertThat(spoken(small)).isEqualTo("Bass equalizer, mid and side differ");
    }

    @Test
    void equalizersOfAStripAreAddedUpForEachPart() {
        eq(0, 2);
        eq(1, 0);
        EqThumbnail small = small();
        assertThat(level(drawn("both", small))).isLessThan(WIDE / 2);
        assertThat(spoken(small)).isEqualTo("Bass equalizer, mid and side differ");
    }

    @Test
    void aMonoSoundHasOneCurveAndNoSides() {
        eq(0, 2);
        EqThumbnail small = small();
        drawn("stereo-side", small);
        assertThat(spoken(small)).endsWith("mid and side differ");
        Fx.run(() -> song.history.apply(new Edit("record", project -> {
            Media media = new Media("m", "media/m.wav", 1, 48_000, "Bass");
            return project.withMedia(List.of(media))
                    .withStrips(project.strips().stream()
                            .map(strip -> strip.id().equals("bass")
                                    ? strip.withClips(List.of(Clip.whole("c", media, 0)))
                                    : strip)
                            .toList());
        })));
        Fx.run(small::refresh);
        assertThat(level(drawn("mono-side", small))).isGreaterThan(WIDE * 9 / 10);
        assertThat(spoken(small)).isEqualTo("Bass equalizer");
        eq(0, 1);
        Fx.run(small::refresh);
        assertThat(level(drawn("mono-mid", small))).isLessThan(WIDE / 2);
    }
}
