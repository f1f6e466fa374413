package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.loudness.LoudnessDistribution;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// What a person does with the history of loudness.
class LoudnessHistoryTest {
    private static final double LEFT = 24;
    private static final double WIDTH = 492;
    /// What the bars and the gap beside them take.
    private static final double BARS = 68;

    @TempDir
    Path folder;

    private SightSong song;
    private LoudnessHistory history;
    private Stage stage;
    private Hands hands;

    @BeforeEach
    void open() {
        song = new SightSong(folder);
        song.see();
        song.song.locate(1);
        stage = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            history = new LoudnessHistory(look, song.model);
            Stage made = new Stage(StageStyle.UNDECORATED);
            made.setScene(new Scene(new WindowRoot(look, history), WIDTH, 120));
            made.setX(0);
            made.setY(0);
            made.show();
            return made;
        });
        hands = new Hands(stage);
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
        song.close();
    }

    private double x(double seconds) {
        return LEFT + (WIDTH - BARS - LEFT) * seconds / SightSong.SECONDS;
    }

    private double position() {
        return Fx.call(() -> {
            song.session.song().playback().refresh();
            return song.session.song().playback().position().get() / (double) SightSong.RATE;
        });
    }

    /// A pixel is 80 ms.
    private void waitFor(double seconds) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (Math.abs(position() - seconds) > 0.09 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(position()).isCloseTo(seconds, within(0.09));
    }

    @Test
    void aClickAndADragGoThere() {
        hands.point(history, x(12), 40);
        hands.press();
        waitFor(12);
        hands.point(history, x(20), 60);
        waitFor(20);
        hands.release();
        hands.point(history, x(28), 60);
        Fx.settle();
        assertThat(position()).isCloseTo(20, within(0.09));
    }

    @Test
    void aDragBeyondTheEdgesEndsAtThem() {
        hands.point(history, x(12), 40);
        hands.press();
        hands.point(history, 3, 40);
        waitFor(0);
        hands.point(history, WIDTH - 1, 40);
        waitFor(SightSong.SECONDS);
        hands.release();
    }

    @Test
    void theArrowKeysGoAlong() {
        hands.point(history, x(12), 40);
        hands.click();
        waitFor(12);
        double at = position();
        hands.key(KeyCode.RIGHT);
        waitFor(at + 1);
        hands.key(KeyCode.SHIFT, KeyCode.LEFT);
        waitFor(at + 0.9);
        hands.key(KeyCode.LEFT);
        hands.key(KeyCode.LEFT);
        waitFor(at - 1.1);
    }

    @Test
    void theBarsAreReadByPointerAndKeyboardAndGoNowhere() {
        SoundSight master = song.model.sight().get().master();
        LoudnessDistribution all = master.report().distribution();
        LoudnessScale scale =
                LoudnessScale.of(LoudnessScale.Kind.ABSOLUTE, master.report().maxMomentaryLufs(), -23);
        LoudnessBars bars = new LoudnessBars(master.report(), scale, "Club asks for", -8);
        assertThat(bars.levels()).extracting(LoudnessBars.Level::words).contains("integrated", "Club asks for");
        double high = scale.place(all.highLufs()) * 100;
        assertThat(bars.reading(high, 100)).startsWith("range ends at ").contains(Pictures.tenth(all.highLufs()));
        assertThat(bars.reading(-1)).isEmpty();
        assertThat(bars.spoken())
                .contains("range " + Pictures.tenth(master.report().loudnessRangeLu()) + " LU");

        double before = position();
        hands.point(history, WIDTH - BARS + 20, 40);
        hands.click();
        Fx.settle();
        assertThat(position()).isEqualTo(before);
        hands.key(KeyCode.UP);
        Fx.settle();
        String fullest = bars.reading(bars.fullest());
        assertThat(fullest).contains(" LUFS: ").contains(" %, ");
        assertThat(Fx.call(history::getAccessibleText)).startsWith(fullest);
        hands.key(KeyCode.DOWN);
        Fx.settle();
        assertThat(Fx.call(history::getAccessibleText)).startsWith(bars.reading(Math.max(0, bars.fullest() - 1)));
        picture("-bars");
    }

    @Test
    void theFiguresUnderThePointerAreThoseOfThePlace() {
        SoundSight master = song.model.sight().get().master();
        int step = master.curve().step(22);
        assertThat(LoudnessHistory.reading(master, 22.0 / SightSong.SECONDS))
                .isEqualTo("0:22 S " + Pictures.tenth(master.curve().shortTerm()[step]) + " M "
                        + Pictures.tenth(master.curve().momentary()[step]) + " I "
                        + Pictures.tenth(master.curve().integrated()[step]));
        assertThat(LoudnessHistory.reading(master, 1)).startsWith("0:32 S ");

        BufferedImage without = picture("");
        hands.point(history, x(22), 40);
        Fx.settle();
        BufferedImage with = picture("-pointed");
        assertThat(differ(without, with)).isGreaterThan(500);
    }

    private BufferedImage picture(String what) {
        return Fx.call(() -> Fx.picture(stage.getScene(), "master-sight-history" + what));
    }

    private static int differ(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) != other.getRGB(x, y) ? 1 : 0;
            }
        }
        return count;
    }
}
