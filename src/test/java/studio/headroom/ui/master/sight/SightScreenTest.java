package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.dsp.analysis.ToneProfile;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.project.Span;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.TextButton;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;

/// What a person does with the pictures of a master, and how they look.
class SightScreenTest {
    @TempDir
    Path folder;

    private SightSong song;

    @BeforeEach
    void open() {
        song = new SightSong(folder);
        song.see();
    }

    @AfterEach
    void close() {
        song.close();
    }

    private Sight sight() {
        return song.model.sight().get();
    }

    private static void picture(
            String name, int percent, double w, double h, java.util.function.Function<Look, Region> make) {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            Region part = make.apply(look);
            StackPane back = new StackPane(part);
            back.setPadding(new Insets(look.px(8)));
            WindowRoot root = new WindowRoot(look, back);
            Scene scene = new Scene(root, look.px(w + 16), look.px(h + 16));
            root.applyCss();
            root.layout();
            for (int i = 0; i < 3; i++) {
                look.pulse().advance(0.02);
                root.applyCss();
                root.layout();
            }
            Fx.picture(scene, "master-sight-" + name);
            if (part instanceof AutoCloseable closing) {
                try {
                    closing.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            ((Pane) part.getParent()).getChildren().clear();
        });
    }

    @Test
    void thePicturesAreDrawn() {
        Fx.run(() -> {
            song.model
                    .marks()
                    .setAll(
                            new SightMark(7 * SightSong.RATE, SightMark.Kind.TO_DO, "Voice too loud here"),
                            new SightMark(13 * SightSong.RATE, SightMark.Kind.WARNING, "Inter-sample peaks"),
                            new SightMark(17 * SightSong.RATE, SightMark.Kind.NOTE, "Bit depth"),
                            new SightMark(27 * SightSong.RATE, SightMark.Kind.ERROR, "Clipped"));
            song.model.overlay().set(SoundOverlay.of("reference “North Pier”", sight().print()));
            song.song.history.apply(SongEdits.loop(new Span(20 * SightSong.RATE, 25 * SightSong.RATE)));
            song.session.song().playback().looping().set(true);
        });
        song.song.locate(22 * SightSong.RATE);
        picture("column-whole", 100, 440, 984, look -> {
            song.model.choices().figures().set(1);
            return new SightColumn(look, song.model);
        });
        Fx.run(() -> {
            song.hear();
            song.model.choices().figures().set(0);
            song.model.playback().toggle("apple-music");
        });
        picture("column", 100, 440, 984, look -> new SightColumn(look, song.model));
        Fx.run(() -> {
            song.model.choices().bands().set(1);
            song.model.bands().compared().set(new ComparedSound("reference “North Pier”", other()));
            song.model.bands().listen(ToneBand.LOW_MIDS);
        });
        picture("column-bands", 100, 440, 984, look -> new SightColumn(look, song.model));
        picture("column-bands-1280", 100, 320, 600, look -> new SightColumn(look, song.model));
        Fx.run(() -> song.model.bands().compared().set(null));
        picture("column-bands-none", 100, 440, 984, look -> new SightColumn(look, song.model));
        Fx.run(() -> {
            song.model.bands().listenToAll();
            song.model.choices().bands().set(0);
        });
        picture("column-1600", 100, 376, 780, look -> new SightColumn(look, song.model));
        picture("column-1280", 100, 320, 600, look -> new SightColumn(look, song.model));
        picture("column-200", 200, 440, 984, look -> new SightColumn(look, song.model));
        picture("wave", 100, 1104, 244, look -> new PrintWave(look, song.model));
        Fx.run(() -> song.model.choices().spectrogram().set(1));
        picture("spectrogram", 100, 1104, 244, look -> new PrintWave(look, song.model));
        picture("spectrogram-1280", 100, 620, 184, look -> new PrintWave(look, song.model));
        picture("spectrogram-200", 200, 1104, 244, look -> new PrintWave(look, song.model));
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.CONTRAST}) {
            picture("spectrogram-" + theme, 100, 1104, 244, look -> {
                look.setTheme(theme);
                return new PrintWave(look, song.model);
            });
        }
        Fx.run(() -> {
            song.model.choices().spectrogram().set(0);
            new Look(new FramePulse()).setTheme(Theme.DARK);
        });
        picture("wave-1280", 100, 620, 200, look -> new PrintWave(look, song.model));
        picture("wave-75", 75, 1104, 244, look -> new PrintWave(look, song.model));
        Fx.run(() -> song.print.set(null));
        picture("none", 100, 440, 984, look -> new SightColumn(look, song.model));
        picture("wave-none", 100, 1104, 244, look -> new PrintWave(look, song.model));
    }

    @Test
    void theHeadOfTheWaveShowsWhatThereIsRoomForAndNothingOverTheTitle() {
        boolean[] wide = new boolean[1];
        boolean[] narrow = {true};
        boolean[] least = {true};
        picture("wave-wide", 100, 620, 184, look -> headed(look, wide));
        picture("wave-narrow", 175, 218, 184, look -> headed(look, narrow));
        picture("wave-least", 200, 136, 184, look -> headed(look, least));
        assertThat(wide[0]).isTrue();
        assertThat(narrow[0]).isFalse();
        assertThat(least[0]).isFalse();
    }

    /// @param shown gets whether the loudest place is shown in the end
    private PrintWave headed(Look look, boolean[] shown) {
        PrintWave wave = new PrintWave(look, song.model);
        wave.needsLayoutProperty()
                .addListener((_, _, _) -> shown[0] = wave.getChildrenUnmodifiable().stream()
                        .anyMatch(node -> (node instanceof TextButton
                                        || node instanceof WordSwitch && wave.getWidth() < look.px(150))
                                && node.isVisible()));
        return wave;
    }

    /// The print with other dynamics.
    private ToneProfile other() {
        var tone = sight().print().tone();
        return new ToneProfile(
                sight().master().spectrum(),
                sight().master().tone().lufs() + 1.3,
                tone.crestDb().stream().map(db -> db + 1.2).toList());
    }

    @Test
    void bandsAreReadAndHeardByTheKeyboard() {
        Fx.run(() -> song.model.bands().compared().set(new ComparedSound("reference “North Pier”", other())));
        Stage stage = Fx.call(() -> {
            BandPicture made = new BandPicture(new Look(new FramePulse()), song.model.bands());
            Stage window = new Stage(StageStyle.UNDECORATED);
            window.setScene(new Scene(new WindowRoot(new Look(new FramePulse()), made), 416, 150));
            window.show();
            made.requestFocus();
            return window;
        });
        Hands hands = new Hands(stage);
        hands.key(KeyCode.RIGHT);
        hands.key(KeyCode.ENTER);
        assertThat(song.hearing.band().get()).isEqualTo(ToneBand.LOW_MIDS);
        hands.key(KeyCode.RIGHT);
        assertThat(song.hearing.band().get()).isEqualTo(ToneBand.MIDS);
        assertThat(Fx.call(() -> stage.getScene().getFocusOwner().getAccessibleText()))
                .startsWith("Band by band, Mids: 1.3 dB more")
                .endsWith("heard alone");
        hands.key(KeyCode.ENTER);
        assertThat(song.hearing.band().get()).isNull();
        Fx.run(stage::close);
    }

    /// A window with the waveform, 960 units wide.
    private final class Window implements AutoCloseable {
        final Look look = Fx.call(() -> new Look(new FramePulse()));
        final PrintWave wave = Fx.call(() -> new PrintWave(look, song.model));
        final Stage stage = Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            made.setScene(new Scene(new WindowRoot(look, wave), 960, 300));
            made.setX(0);
            made.setY(0);
            made.show();
            return made;
        });
        final Hands hands = new Hands(stage);
        final WaveView view = Fx.call(() -> find(wave));

        Window() {
            Fx.settle();
        }

        private static WaveView find(PrintWave wave) {
            for (Node node : wave.getChildrenUnmodifiable()) {
                if (node instanceof WaveView found) {
                    return found;
                }
            }
            throw new IllegalStateException();
        }

        double x(double seconds) {
            return Fx.call(() -> view.zoom().x(seconds * SightSong.RATE));
        }

        double position() {
            song.session.song().playback().refresh();
            return song.session.song().playback().position().get() / (double) SightSong.RATE;
        }

        void waitFor(double seconds) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (Math.abs(Fx.call(this::position) - seconds) > 0.2 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(Fx.call(this::position)).isCloseTo(seconds, within(0.2));
        }

        @Override
        public void close() {
            Fx.run(() -> {
                wave.close();
                stage.close();
            });
        }
    }

    @Test
    void aClickGoesThere() {
        song.song.locate(1);
        try (Window window = new Window()) {
            window.hands.point(window.view, window.x(12.5), 100);
            window.hands.click();
            window.waitFor(12.5);
        }
    }

    @Test
    void aDragAlongTheSectionsMakesTheLoopAndSnapsToThem() {
        try (Window window = new Window()) {
            window.hands.point(window.view, window.x(11) + 2, 8);
            window.hands.press();
            window.hands.by(40, 0);
            window.hands.point(window.view, window.x(15) - 2, 8);
            window.hands.release();
            Fx.settle();
            // The edges of Chorus 1 were near.
            assertThat(song.song.song().loop()).isEqualTo(new Span(11L * SightSong.RATE, 15L * SightSong.RATE));
            assertThat(song.session.song().playback().looping().get()).isTrue();
            assertThat(song.song.history.undoName().get()).isEqualTo("Loop range");
        }
    }

    @Test
    void theWheelZoomsWhereThePointerIs() {
        try (Window window = new Window()) {
            window.hands.point(window.view, window.x(16), 100);
            double before = Fx.call(() -> window.view.zoom().frameAt(window.x(16))) / (double) SightSong.RATE;
            for (int i = 0; i < 12; i++) {
                window.hands.wheel(-1);
            }
            Fx.settle();
            assertThat(Fx.call(() -> window.view.zoom().isWhole())).isFalse();
            // What was under the pointer stays there, to the pixel.
            assertThat(window.x(before)).isCloseTo(window.x(16), within(1.0));
            Fx.run(() -> Fx.picture(window.stage.getScene(), "master-sight-wave-near"));
        }
    }

    @Test
    void theLoudestPlaceIsGoneToByTheKeyboard() {
        song.song.locate(1);
        try (Window window = new Window()) {
            Node loudest = Fx.call(() -> window.wave.getChildrenUnmodifiable().stream()
                    .filter(TextButton.class::isInstance)
                    .findFirst()
                    .orElseThrow());
            Fx.run(loudest::requestFocus);
            window.hands.key(KeyCode.ENTER);
            window.waitFor(sight().master().seconds(sight().master().loudestFrame()));
        }
    }

    @Test
    void theSpectrogramIsReadByPointerAndKeyboardAndGoneAlong() {
        Fx.run(() -> song.model.choices().spectrogram().set(1));
        song.song.locate(22 * SightSong.RATE);
        try (Window window = new Window()) {
            window.waitFor(22);
            Fx.run(window.view::requestFocus);
            window.hands.key(KeyCode.UP);
            String first = Fx.call(window.view::getAccessibleText);
            assertThat(first).startsWith("0:22.0  1.0").contains(" kHz  ").contains(" dB. Spectrogram of the master");
            window.hands.key(KeyCode.SHIFT, KeyCode.DOWN);
            assertThat(Fx.call(window.view::getAccessibleText)).startsWith("0:22.0  5");
            window.hands.point(window.view, window.x(12), 100);
            Fx.settle();
            Fx.run(() -> Fx.picture(window.stage.getScene(), "master-sight-spectrogram-read"));
            window.hands.click();
            window.waitFor(12);
            for (int i = 0; i < 12; i++) {
                window.hands.wheel(-1);
            }
            Fx.settle();
            Fx.run(() -> Fx.picture(window.stage.getScene(), "master-sight-spectrogram-near"));
            assertThat(Fx.call(() -> window.view.zoom().isWhole())).isFalse();
        }
    }

    /// What begins at a time begins in the spectrogram where it does in the waveform.
    @Test
    void theSpectrogramLiesUnderTheSameTimes() {
        int w = 1000;
        double framesPerPixel = SightSong.SECONDS * SightSong.RATE / (double) w;
        var image =
                Fx.call(() -> new SpectrogramPicture().draw(sight().spectrogram(), null, w, 160, 0, framesPerPixel));
        int y = (int) (160 * SpectrogramScale.place(110));
        // Chorus 1 begins at 11 s, nearly 7 dB louder.
        int edge = (int) (11.0 / SightSong.SECONDS * w);
        double before =
                LevelColors.lightness(Fx.call(() -> image.getPixelReader().getColor(edge - 4, y)));
        double after =
                LevelColors.lightness(Fx.call(() -> image.getPixelReader().getColor(edge + 4, y)));
        assertThat(after - before).isGreaterThan(2);
        double later =
                LevelColors.lightness(Fx.call(() -> image.getPixelReader().getColor(edge + 12, y)));
        assertThat(Math.abs(later - after)).isLessThan(2);
    }

    @Test
    void whatGrowsCoversWhatWas() {
        Sight before = sight();
        var fresh = before.spectrogram();
        double framesPerPixel = SightSong.SECONDS * SightSong.RATE / 200.0;
        SpectrogramPicture picture = new SpectrogramPicture();
        Fx.run(() -> {
            var whole = picture.draw(fresh, null, 200, 100, 0, framesPerPixel);
            var grown = picture.draw(null, fresh, 200, 100, 0, framesPerPixel);
            assertThat(grown).isSameAs(whole);
            assertThat(picture.draw(null, fresh, 200, 100, 0, framesPerPixel)).isSameAs(grown);
        });
    }

    @Test
    void aMarkIsPressed() {
        SightMark mark = new SightMark(7 * SightSong.RATE, SightMark.Kind.WARNING, "Clicks");
        Fx.run(() -> song.model.marks().setAll(List.of(mark)));
        song.song.locate(1);
        try (Window window = new Window()) {
            List<SightMark> pressed = new java.util.ArrayList<>();
            Fx.run(() -> window.wave.onMark(pressed::add));
            window.hands.point(window.view, window.x(7), Fx.call(() -> window.view.getHeight()) - 6);
            window.hands.click();
            assertThat(Fx.call(() -> window.view.getChildrenUnmodifiable().stream()
                            .filter(MarkFlag.class::isInstance)
                            .map(Node::getAccessibleText)
                            .toList()))
                    .containsExactly("Warning at 0:07: Clicks");
            assertThat(pressed).containsExactly(mark);
            window.waitFor(7);
        }
    }

    @Test
    void anEditIsSeenAndItsUndoAtOnce() {
        Sight before = sight();
        Fx.run(() -> song.song.history.apply(MasteringEdits.chain(
                "Louder", List.of(SightSong.insert("limiter", Map.of("gain", 12.0, "ceiling", -1.0))))));
        assertThat(song.model.looking().get()).isTrue();
        song.see();
        assertThat(sight().addedLu()).isGreaterThan(before.addedLu() + 1);
        Fx.run(song.song.history::undo);
        assertThat(song.model.looking().get()).isFalse();
        assertThat(sight()).isSameAs(before);
    }

    @Test
    void aServiceIsHeardAtItsLevelAndLeftAgain() {
        PlaybackModel playback = song.model.playback();
        double lufs = sight().master().report().integratedLufs();
        Fx.run(() -> playback.toggle("spotify"));
        assertThat(song.hearing.playbackDb().get()).isCloseTo(-14 - lufs, within(1e-9));
        assertThat(song.model.hearsMaster()).isFalse();
        Fx.run(() -> playback.toggle("tidal"));
        assertThat(playback.heard().get()).isEqualTo("tidal");
        Fx.run(() -> playback.toggle("tidal"));
        assertThat(song.hearing.playbackDb().get()).isZero();
        assertThat(playback.heard().get()).isEmpty();
        Fx.run(() -> playback.toggle("spotify-loud"));
        assertThat(song.hearing.playbackDb().get())
                .as("all of it, through a limiter where peaks have no room")
                .isCloseTo(-11 - lufs, within(1e-9));
        assertThat(Double.isNaN(song.hearing.playbackCeiling().get()))
                .isEqualTo(playback.forecasts().get().stream().noneMatch(forecast -> forecast.limitedDb() > 0));
        Fx.run(() -> playback.toggle("spotify"));
        assertThat(song.hearing.playbackCeiling().get()).isNaN();
        Fx.run(() -> song.hearing.playbackDb().set(0));
        assertThat(playback.heard().get()).isEmpty();
    }
}
