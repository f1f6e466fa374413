package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.SongHolder;
import studio.headroom.files.project.SongLock;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.mixer.Block;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.Stems;
import studio.headroom.ui.timeline.TimelineView;

/// Songs in the window: opened once, dropped on, named, remembered. Pictures go to `target/screens/window-….png`.
class WindowSongsTest {
    @TempDir
    private Path folder;

    private Path song() throws IOException {
        return Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass");
    }

    private static void press(Studio studio, String words) {
        Fx.run(() -> studio.shell().window().overlay().lookupAll(".button").stream()
                .filter(node ->
                        node instanceof Button button && button.getText().equals(words))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.settle();
    }

    @Test
    void noTwoCommandsShareAKeyInOnePlace() {
        try (Studio studio = new Studio(folder, 1280, 720)) {
            List<Command> all = Fx.call(() -> studio.shell().commands().all());
            assertThat(all).hasSizeGreaterThan(60);
            List<String> clashes = new ArrayList<>();
            for (Command command : all) {
                for (KeyChord chord :
                        Fx.call(() -> studio.shell().commands().keys().chords(command.id()))) {
                    Fx.call(() -> studio.shell().commands().keys().conflict(command, chord))
                            .ifPresent(other -> clashes.add(chord.text() + " " + command.id() + " " + other.id()));
                }
            }
            assertThat(clashes).isEmpty();
            assertThat(all.stream().map(Command::id))
                    .contains("strip.mute", "strip.solo", "timeline.split", "mixer.bridge", "edit.history");
        }
    }

    @Test
    void theKeySheetShowsAllKeysOfTheMixView() throws IOException {
        Path place = song();
        try (Studio studio = new Studio(folder, 1600, 900)) {
            studio.open(place);
            studio.key(KeyCode.SLASH, false, true, false);
            studio.shot("keys-1600");
            assertThat(studio.shows(
                            node -> "Split at the playhead, Ctrl+E  Ctrl+T, change".equals(node.getAccessibleText())))
                    .isTrue();
            studio.key(KeyCode.ESCAPE);
        }
    }

    @Test
    void aSongThatIsOpenElsewhereIsSaidSoAndCanBeCopied() throws IOException {
        Path place = song();
        byte[] before = Files.readAllBytes(place.resolve(ProjectFiles.FILE));
        try (Studio studio = new Studio(folder, 1280, 720)) {
            try (SongHolder other = SongHolder.start(place)) {
                assertThat(other.held()).isTrue();
                Fx.run(() -> studio.shell().request(SongRequest.of(place)));
                studio.await("the dialog", studio::asks);
                studio.shot("in-use-1280");
                press(studio, "Try again");
                studio.await("the dialog again", studio::asks);
                assertThat(studio.isOpen()).isFalse();
                press(studio, "Open a copy…");
                studio.shot("copy-1280");
                press(studio, "Copy and open");
                studio.await("the copy", () -> studio.shell().session() != null);
            }
            SongSession copy = studio.session();
            assertThat(Fx.call(() -> copy.file().folder().get()))
                    .isEqualTo(folder.resolve("Paper Lanterns 2.headroom"));
            assertThat(studio.song().title()).isEqualTo("Paper Lanterns 2");
            assertThat(Files.readAllBytes(place.resolve(ProjectFiles.FILE))).isEqualTo(before);
            // The other has crashed: its song opens again.
            Fx.run(() -> studio.shell().request(SongRequest.of(place)));
            studio.await(
                    "the song",
                    () -> studio.shell().session() != null
                            && place.equals(
                                    studio.shell().session().file().folder().get()));
            // And closed, it is let go.
            studio.control(KeyCode.W);
            studio.await("the start page", () -> studio.shell().session() == null);
            studio.open(place);
        }
        SongLock.take(place).orElseThrow().close();
    }

    @Test
    void theTitleTellsTheSongAndWhetherItIsSaved() throws IOException {
        Path place = song();
        try (Studio studio = new Studio(folder, 1280, 720)) {
            assertThat(Fx.call(() -> studio.shell().title().get())).isEqualTo("Headroom");
            SongSession session = studio.open(place);
            assertThat(Fx.call(() -> studio.shell().title().get())).isEqualTo("Paper Lanterns — Headroom");
            Fx.run(() -> session.history().apply(SongEdits.notes("louder")));
            assertThat(Fx.call(() -> studio.shell().title().get())).isEqualTo("• Paper Lanterns — Headroom");
            studio.control(KeyCode.S);
            studio.await("saving", () -> studio.shell().title().get().equals("Paper Lanterns — Headroom"));
        }
    }

    @Test
    void filesLandWhereTheyAreDropped() throws IOException {
        Path place = song();
        Path pad = Stems.write(folder.resolve("Pad.wav"), 48_000, 1, 0.5);
        try (Studio studio = new Studio(folder, 1600, 900)) {
            studio.open(place);
            TimelineView timeline = studio.find(TimelineView.class);
            var lanes = timeline.lanes();
            double row = studio.shell().look().px(28);
            // On the second track at 4 s: a clip.
            Point2D onBass =
                    Fx.call(() -> lanes.localToScene(timeline.model().scale().x(96_000) + 0.5, row * 1.5));
            Fx.run(() -> studio.shell().window().fileOver(onBass));
            studio.shot("drop-clip-1600");
            assertThat(studio.shows(node -> node instanceof javafx.scene.control.Label label
                            && label.getText().equals("Clip on Bass at 2.1.1")))
                    .isTrue();
            Fx.run(() -> studio.shell().window().fileDropped(List.of(pad), onBass));
            studio.await(
                    "the clip",
                    () -> studio.shell()
                                    .session()
                                    .history()
                                    .current()
                                    .strips()
                                    .get(1)
                                    .clips()
                                    .size()
                            > 1);
            assertThat(studio.song().strips()).hasSize(2);

            // Below all tracks: a new one, at that time.
            Point2D below =
                    Fx.call(() -> lanes.localToScene(timeline.model().scale().x(96_000) + 0.5, row * 4));
            Fx.run(() -> studio.shell().window().fileDropped(List.of(pad), below));
            studio.await(
                    "the track",
                    () -> studio.shell().session().history().current().strips().size() > 2);
            assertThat(studio.song().strips().getLast().clips().getFirst().start())
                    .isEqualTo(96_000);

            // On the mixer: a new one, from the beginning.
            MixerView mixer = studio.find(MixerView.class);
            Point2D onMixer = Fx.call(() -> mixer.localToScene(400, 200));
            Fx.run(() -> studio.shell().window().fileDropped(List.of(pad), onMixer));
            studio.await(
                    "another track",
                    () -> studio.shell().session().history().current().strips().size() > 3);
            assertThat(studio.song().strips().getLast().clips().getFirst().start())
                    .isZero();
            studio.shot("dropped-1600");
        }
    }

    @Test
    void whatIsShownOfTheMixViewIsRemembered() throws IOException {
        Path place = song();
        try (Studio studio = new Studio(folder, 1600, 900)) {
            studio.open(place);
            MixerView mixer = studio.find(MixerView.class);
            Fx.run(() -> mixer.model().show(Block.SENDS, false));
            Fx.run(() -> {
                mixer.model().meters().fall().set(20);
                mixer.model().meters().beforeFader().set(true);
            });
            studio.key(KeyCode.B);
            studio.key(KeyCode.F6);
            studio.key(KeyCode.F6);
            assertThat(Fx.call(() -> studio.preferences().mixView().get())).isEqualTo("mixer");
            studio.control(KeyCode.W);
            studio.await("the start page", () -> studio.shell().session() == null);
            studio.open(place);
            MixerView again = studio.find(MixerView.class);
            assertThat(again).isNotSameAs(mixer);
            assertThat(Fx.call(() -> again.model().blocks().get())).doesNotContain(Block.SENDS);
            assertThat(Fx.call(() -> again.model().bridge().get())).isTrue();
            assertThat(Fx.call(() -> again.model().meters().fall().get())).isEqualTo(20);
            assertThat(Fx.call(() -> again.model().meters().beforeFader().get()))
                    .isTrue();
            assertThat(studio.shows(TimelineView.class::isInstance)).isFalse();
            studio.shot("mixer-alone-1600");
        }
    }

    @Test
    void theDeviceIsExchangedWhileItPlays() throws IOException {
        Path place = song();
        try (Studio studio = new Studio(folder, 1280, 720)) {
            SongSession session = studio.open(place);
            studio.key(KeyCode.SPACE);
            studio.await("sound", () -> session.playback().position().get() > 4_800);
            for (int block : List.of(64, 2048, 256)) {
                Fx.run(() -> studio.preferences().block().set(block));
                studio.await("a frame", () -> true);
            }
            Fx.run(() -> studio.preferences().device().set("gone"));
            studio.await("the message", () -> !studio.shell().messages().shown().isEmpty());
            assertThat(studio.messages()).anyMatch(text -> text.contains("gone"));
            Fx.run(() -> studio.preferences().device().set("null"));
            long[] from = {Fx.call(() -> session.playback().position().get())};
            studio.await("sound again", () -> {
                if (!session.playback().playing().get()) {
                    session.playback().play();
                }
                return session.playback().position().get() > from[0] + 4_800;
            });
        }
    }
}
