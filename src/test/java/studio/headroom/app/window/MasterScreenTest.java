package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.Insert;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.master.deliver.DeliverBox;
import studio.headroom.ui.master.rack.Rack;
import studio.headroom.ui.master.sight.PrintWave;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.Stems;

/// The Master view in the window. Pictures go to `target/screens/window-master-….png`.
class MasterScreenTest {
    @TempDir
    private Path folder;

    private Studio studio;
    private SongSession session;

    @BeforeEach
    void open() throws IOException {
        Path place = Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass", "03 Lead Vox");
        studio = new Studio(folder, 1920, 1080);
        session = studio.open(place);
        studio.control(KeyCode.DIGIT2);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Print print() {
        return Fx.call(() -> studio.master().prints().print().get());
    }

    private Print printed(String button) {
        Print before = print();
        studio.click(studio.named(button));
        studio.await("a new print", () -> {
            Print now = studio.master().prints().print().get();
            return now != null
                    && !now.equals(before)
                    && studio.master().prints().printing() == null;
        });
        return print();
    }

    private void volume(int strip, double db) {
        Strip at = studio.song().strips().get(strip);
        Fx.run(() -> session.history().apply(StripEdits.set(at.id(), StripControls.VOLUME, db)));
    }

    private Shelf.Age age() {
        return Fx.call(() -> studio.master().prints().age());
    }

    @Test
    void aPersonPrintsTheMixSeesItGetStaleAndPrintsAgain() {
        assertThat(print()).isNull();
        assertThat(studio.shows(node -> "Print the mix".equals(node.getAccessibleText())))
                .isTrue();
        studio.shot("master-empty");

        Print first = printed("Print the mix");
        assertThat(first.title()).isEqualTo("Mix print 1");
        assertThat(age()).isEqualTo(Shelf.Age.FRESH);
        assertThat(((Button) studio.named("Print again")).isDisabled()).isTrue();
        studio.await("figures", () -> studio.master().prints().remarks().isPresent());
        studio.shot("master-fresh");

        volume(2, 0.8);
        Strip drums = studio.song().strips().get(0);
        Fx.run(() -> session.history().apply(StripEdits.set(drums.id(), StripControls.MUTE, 1)));
        studio.await("stale", () -> studio.master().prints().age() == Shelf.Age.STALE);
        studio.await(
                "what changed",
                () -> !studio.master().prints().changes().items().isEmpty());
        assertThat(Fx.call(() -> studio.master().prints().changes().items().stream()
                        .map(item -> item.text())
                        .toList()))
                .contains("Lead Vox +0.8 dB");
        studio.shot("master-stale");

        Print second = printed("Print again");
        assertThat(second.number()).isEqualTo(2);
        assertThat(age()).isEqualTo(Shelf.Age.FRESH);
        studio.await("the difference", () -> studio.master().prints().against().startsWith("Against print 1: "));
        studio.click(studio.named("All prints"));
        studio.shot("master-all-prints");
        studio.click(studio.named("Compare with Mix print 1"));
        assertThat(Fx.call(() -> studio.master().hearing().other().get())).isTrue();
        assertThat(Fx.call(() -> session.playback().heard().strips().stream()
                        .filter(strip -> strip.name().equals("Mix print 1"))
                        .noneMatch(strip -> strip.controls().isOn(StripControls.MUTE))))
                .isTrue();
        assertThat(Fx.call(() -> studio.master().hearing().isMatching())).isTrue();
        studio.shot("master-compared");
        Fx.run(() -> studio.master().hearing().endComparing());
        assertThat(Fx.call(() -> studio.master().hearing().isMatching())).isFalse();
        assertThat(Fx.call(() -> studio.master().hearing().other().get())).isFalse();
    }

    @Test
    void theMasterIsHeardWhileThePlaceIsShownAndTheMixOtherwise() {
        printed("Print the mix");
        Insert limiter = Insert.create("x", "limiter");
        Fx.run(() -> session.history().apply(MasteringEdits.chain("Chain", java.util.List.of(limiter))));
        String insert = studio.song().mastering().chain().getFirst().id();
        Fx.run(() -> session.playback().play());
        studio.await("playing", () -> session.playback().playing().get());
        studio.await(
                "the chain plays",
                () -> session.playback().meters().insert(insert).isPresent());

        studio.control(KeyCode.DIGIT1);
        assertThat(Fx.call(() -> studio.shell().window().place().id())).isEqualTo("mix");
        studio.await(
                "the mix plays",
                () -> session.playback().meters().insert(insert).isEmpty());
        assertThat(Fx.call(() -> session.playback().playing().get())).isTrue();
        assertThat(Fx.call(() -> session.playback().heard())).isEqualTo(studio.song());
        studio.control(KeyCode.DIGIT2);
        studio.await(
                "the chain plays",
                () -> session.playback().meters().insert(insert).isPresent());
        assertThat(Fx.call(() -> session.playback().playing().get())).isTrue();
    }

    @Test
    void whatIsComparedEndsWithThePlace() {
        printed("Print the mix");
        Fx.run(() -> session.history()
                .apply(MasteringEdits.chain("Chain", java.util.List.of(Insert.create("x", "limiter")))));
        ToggleButton delta = difference();
        Fx.run(() -> {
            delta.fire();
            studio.master().hearing().bypass().set(true);
            studio.master().hearing().playbackDb().set(-3);
            studio.master().hearing().other().set(true);
            studio.master().hearing().reference().set("lost");
        });
        assertThat(delta.isSelected()).isTrue();
        studio.control(KeyCode.DIGIT1);
        studio.control(KeyCode.DIGIT2);
        assertThat(difference().isSelected()).isFalse();
        assertThat(Fx.call(() -> studio.master().hearing().bypass().get())).isFalse();
        assertThat(Fx.call(() -> studio.master().hearing().playbackDb().get())).isZero();
        assertThat(Fx.call(() -> studio.master().hearing().other().get())).isFalse();
        assertThat(Fx.call(() -> studio.master().hearing().reference().get())).isEmpty();
    }

    @Test
    void aPrintThatIsDeletedWhileItIsHeardIsPrintedAgain() throws IOException {
        Print first = printed("Print the mix");
        Fx.run(() -> session.playback().play());
        java.nio.file.Files.delete(first.file());
        studio.control(KeyCode.DIGIT1);
        studio.control(KeyCode.DIGIT2);
        volume(0, -1);
        studio.await(
                "it is seen to be gone", () -> studio.master().prints().print().get() == null);
        assertThat(Fx.call(() -> session.playback().heard())).isEqualTo(studio.song());
        Print second = printed("Print the mix");
        assertThat(second.file()).exists();
    }

    private ToggleButton difference() {
        return (ToggleButton) studio.named("Difference of Mastering Limiter");
    }

    @Test
    void aFileFromElsewhereIsTakenOverByDrop() throws IOException {
        Path theirs = Stems.write(folder.resolve("Their Mix.wav"), 44_100, 2, 6);
        Fx.run(() ->
                studio.shell().window().fileDropped(java.util.List.of(theirs), new javafx.geometry.Point2D(600, 500)));
        studio.await("the print", () -> studio.master().prints().print().get() != null);
        assertThat(print().title()).isEqualTo("Their Mix");
        assertThat(print().foreign()).isTrue();
        assertThat(studio.song().strips()).hasSize(3);
        studio.shot("master-foreign");
    }

    @Test
    void aNoteGoesBackToTheMixWhereItIsTickedOff() {
        Fx.run(() -> session.playback().locate(96_000));
        studio.await("there", () -> session.playback().position().get() == 96_000);
        studio.key(KeyCode.N, false, true, false);
        TextField field = (TextField) studio.named("Note at 2.1.1");
        Fx.run(() -> {
            field.setText("Vocal too soft here");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertThat(studio.song().mastering().toDos()).hasSize(1);
        studio.shot("master-notes");
        studio.key(KeyCode.ESCAPE);
        studio.control(KeyCode.DIGIT1);
        Fx.run(() -> session.playback().locate(0));
        studio.click(studio.named("1 note to the mix, press to read"));
        studio.click(studio.named("Go to 2.1.1"));
        studio.await("there", () -> session.playback().position().get() == 96_000);
        studio.shot("master-notes-mix");
        ToggleButton done = (ToggleButton) studio.named("Not done: Vocal too soft here");
        Fx.run(done::fire);
        assertThat(studio.song().mastering().toDos().getFirst().done()).isTrue();
        Fx.run(() -> session.history().undo());
        Fx.run(() -> ((Button) studio.named("Remove the note at 2.1.1")).fire());
        assertThat(studio.song().mastering().toDos()).isEmpty();
        Fx.run(() -> session.history().undo());
        assertThat(studio.song().mastering().toDos().getFirst().done()).isFalse();
    }

    @Test
    void aPartOfWhatIsHeardIsListenedToAndTheTopBarSaysSo() {
        for (String[] each : new String[][] {
            {"transport.listenSides", "SIDE"},
            {"transport.listenMiddle", "MID"},
            {"transport.listenSwapped", "SWAP"},
            {"transport.mute", "MUTE"}
        }) {
            Fx.run(() -> studio.shell().commands().run(each[0]));
            assertThat(Fx.call(() -> session.playback().monitorPath().word())).isEqualTo(each[1]);
            assertThat(studio.shows(node -> (each[1] + ", on, press to clear").equals(node.getAccessibleText())))
                    .as(each[1])
                    .isTrue();
        }
        studio.click(studio.named("MUTE, on, press to clear"));
        assertThat(Fx.call(() -> session.playback().monitorPath().word())).isEmpty();
        Fx.run(() -> studio.shell().commands().run("transport.listenLeft"));
        Fx.run(() -> studio.shell().commands().run("transport.listenLeft"));
        assertThat(Fx.call(() -> session.playback().monitorPath().word())).isEmpty();
    }

    @Test
    void aBandIsHeardAloneByItsKeyTheStatusBarSaysSoAndLeavingEndsIt() {
        printed("Print the mix");
        Fx.run(() -> studio.shell().commands().run("master.bands"));
        Fx.run(() -> studio.shell().commands().run("master.spectrogram"));
        studio.await("looked at", () -> studio.find(PrintWave.class).isComplete());
        Fx.run(() -> studio.shell().commands().run("master.band.listen"));
        Fx.run(() -> studio.shell().commands().run("master.band.next"));
        assertThat(Fx.call(() -> studio.master().hearing().band().get())).isEqualTo(ToneBand.LOW_MIDS);
        assertThat(Fx.call(() -> studio.master().place().hint().getValue()))
                .startsWith("Low mids alone (180–560 Hz), of whatever you flip to");
        studio.picture("master-bands", 1920, 1080);
        Fx.run(() -> studio.shell().commands().run("master.band.listen"));
        assertThat(Fx.call(() -> studio.master().hearing().band().get())).isNull();
        assertThat(Fx.call(() -> studio.master().place().hint().getValue())).startsWith("Space play");
        Fx.run(() -> studio.shell().commands().run("master.band.listen"));
        Fx.run(() -> studio.master().place().hidden());
        assertThat(Fx.call(() -> studio.master().hearing().band().get())).isNull();
    }

    @Test
    void thePlaceHoldsAtEverySize() {
        printed("Print the mix");
        volume(1, -2);
        studio.await("stale", () -> studio.master().prints().age() == Shelf.Age.STALE);
        studio.picture("master-1280x720", 1280, 720);
        DeliverBox deliver = studio.find(DeliverBox.class);
        assertThat(Fx.call(() -> deliver.localToScene(deliver.getLayoutBounds())))
                .as("what it all leads to is in sight where the column scrolls")
                .matches(box -> box.getHeight() > 40 && box.getMaxY() < 700 && box.getMaxX() <= 1280);
        studio.picture("master-2560x1440", 2560, 1440);
        assertThat(Fx.call(() -> studio.find(Rack.class).inSight()))
                .as("the whole chain, where it is wide")
                .hasSize(4);
    }
}
