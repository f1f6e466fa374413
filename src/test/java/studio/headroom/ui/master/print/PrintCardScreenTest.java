package studio.headroom.ui.master.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.PrintNote;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Hands;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.mixer.MixerSong;
import studio.headroom.ui.theme.Look;

/// The card of a print at the sizes it has in the window: whole lines, nothing over anything else, and a way to all
/// that
/// has no room. Pictures go to `target/screens/master-print-….png`.
class PrintCardScreenTest {
    private static final int RATE = 48_000;
    private static final String HASH = "a".repeat(64);

    @TempDir
    Path folder;

    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.EMPTY);
    private final ObjectProperty<Exports.@Nullable Printing> printing = new SimpleObjectProperty<>();
    private final List<String> asked = new ArrayList<>();
    private MixerSong song;
    private PrintModel model;
    private Stage stage;
    private PrintCard card;

    private final class Desk implements PrintDesk {
        @Override
        public ObservableValue<Shelf> shelf() {
            return shelf;
        }

        @Override
        public ObservableValue<Exports.@Nullable Printing> printing() {
            return printing;
        }

        @Override
        public void print() {
            asked.add("print");
        }

        @Override
        public void takeOver() {
            asked.add("take over");
        }

        @Override
        public void reveal(Path file) {
            asked.add("reveal");
        }

        @Override
        public boolean checks() {
            return true;
        }

        @Override
        public void check() {
            asked.add("check");
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public int limit() {
            return 7;
        }
    }

    @BeforeEach
    void open() throws IOException {
        song = new MixerSong(withSound(MixerSong.band()));
        Path file = hot(Files.createDirectories(folder.resolve("prints")).resolve("Mix print 7.wav"));
        new PrintNote(HASH, 7, "", Instant.EPOCH).write(file, song.history.current());
        Print print =
                new Print(file, 7, "Mix print 7", HASH, Instant.parse("2026-11-20T10:08:00Z"), RATE, 2, 2L * RATE);
        model = Fx.call(() -> new PrintModel(song.session, new Desk(), new Hearing(), Runnable::run, Runnable::run));
        Fx.run(() -> {
            model.look();
            shelf.set(new Shelf(List.of(print), HASH));
        });
    }

    private static Project withSound(Project song) {
        Media media = new Media("m", "media/m.wav", 1, 2L * RATE, "Bass");
        return song.withMedia(List.of(media))
                .withStrips(song.strips().stream()
                        .map(strip ->
                                strip.id().equals("bass") ? strip.withClips(List.of(Clip.whole("c", media, 0))) : strip)
                        .toList());
    }

    /// Clipped, louder at the left, and cut off: there is a lot to mind.
    private static Path hot(Path file) throws IOException {
        float[][] sound = new float[2][2 * RATE];
        for (int i = 0; i < sound[0].length; i++) {
            double wave = 1.6 * Math.sin(2 * Math.PI * 97 * i / RATE);
            sound[0][i] = (float) Math.clamp(wave, -1, 1);
            sound[1][i] = (float) (0.2 * Math.clamp(-wave, -1, 1) + 0.02);
        }
        try (AudioFileWriter out =
                AudioFiles.create(file, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            out.write(sound, 0, sound[0].length);
        }
        return file;
    }

    private void stale(int changes) {
        Fx.run(() -> {
            var strips = song.history.current().strips();
            for (int i = 0; i < changes; i++) {
                song.history.apply(StripEdits.set(strips.get(i).id(), StripControls.VOLUME, -1.5 - i));
            }
            shelf.set(new Shelf(shelf.get().prints(), "b".repeat(64)));
        });
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            if (stage != null) {
                card.close();
                stage.close();
            }
            model.close();
            song.close();
        });
    }

    private void show(int percent, double width, double height) {
        stage = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            card = new PrintCard(look, model);
            card.resizeRelocate(look.px(8), look.px(8), look.px(width), look.px(height));
            card.setManaged(false);
            Stage made = new Stage(StageStyle.UNDECORATED);
            made.setScene(
                    new Scene(new WindowRoot(look, new Pane(card)), look.px(480), look.px(percent > 100 ? 380 : 640)));
            made.setX(0);
            made.setY(0);
            made.show();
            return made;
        });
        settle();
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.settle();
        }
    }

    private void picture(String name) {
        settle();
        Fx.run(() -> Fx.picture(stage.getScene(), "master-print-" + name));
    }

    /// No line, button or word of the card reaches over another one or over the edge.
    private void nothingOverlaps() {
        List<Node> leaves = new ArrayList<>();
        Fx.run(() -> leaves(card, leaves));
        Fx.run(() -> {
            Bounds edge = card.localToScene(card.getLayoutBounds());
            for (Node node : leaves) {
                Bounds box = node.localToScene(node.getLayoutBounds());
                assertThat(edge.contains(box)).as(node + " lies in the card").isTrue();
                for (Node other : leaves) {
                    Bounds second = other.localToScene(other.getLayoutBounds());
                    double shared =
                            Math.min(box.getMaxY(), second.getMaxY()) - Math.max(box.getMinY(), second.getMinY());
                    double wide = Math.min(box.getMaxX(), second.getMaxX()) - Math.max(box.getMinX(), second.getMinX());
                    assertThat(node != other && shared > 1.5 && wide > 1.5)
                            .as(node + " over " + other)
                            .isFalse();
                }
            }
        });
    }

    private static void leaves(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        boolean whole = node instanceof ButtonBase || node instanceof studio.headroom.ui.control.KitControl;
        if (whole) {
            into.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> leaves(child, into));
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 312, 184", "100, 344, 244", "75, 320, 184", "200, 320, 184"})
    void whatItTellsHasRoom(int percent, double width, double height) {
        show(percent, width, height);
        String size = (int) width + "x" + (int) height + "-" + percent;
        picture("fresh-" + size);
        nothingOverlaps();
        stale(4);
        picture("stale-" + size);
        nothingOverlaps();
        Fx.run(() -> printing.set(new HalfPrint()));
        picture("printing-" + size);
        nothingOverlaps();
        assertThat(named("Cancel")).isNotNull();
    }

    @Test
    void withoutAPrintItOffersOne() {
        Fx.run(() -> shelf.set(Shelf.EMPTY));
        show(100, 312, 184);
        picture("none-312x184");
        Fx.run(() -> ((Button) named("Print the mix")).fire());
        Fx.run(() -> ((Button) named("Master a file…")).fire());
        assertThat(asked).containsExactly("print", "take over");
        Fx.run(() -> printing.set(new HalfPrint()));
        picture("first-312x184");
        nothingOverlaps();
    }

    /// A song of a file from elsewhere has no tracks.
    @Test
    void whereThereIsNothingToPrintItSaysSo() {
        show(100, 344, 244);
        Fx.run(() -> song.history.apply(new Edit("empty", project -> withoutSound(project))));
        settle();
        Node again = named("Print again");
        assertThat(again.isDisabled()).isTrue();
        assertThat(again.getAccessibleHelp()).contains("nothing to print", "no clips");
        Fx.run(() -> shelf.set(Shelf.EMPTY));
        settle();
        picture("nothing-344x244");
        nothingOverlaps();
        assertThat(named("Print the mix").isDisabled()).isTrue();
        assertThat(named("Master a file…").isDisabled()).isFalse();
        Fx.run(() -> song.history.undo());
        settle();
        assertThat(named("Print the mix").isDisabled()).isFalse();
    }

    private static Project withoutSound(Project song) {
        return song.withStrips(
                song.strips().stream().map(strip -> strip.withClips(List.of())).toList());
    }

    @Test
    void whatHasNoRoomIsReadInAPanel() {
        stale(4);
        show(100, 312, 184);
        Hands hands = new Hands(stage);
        Node more = named("Read it all");
        hands.pointAtMiddle(more);
        hands.click();
        picture("notes");
        Node panel = Fx.call(() -> stage.getScene().getRoot().lookup(".hr-picker"));
        assertThat(panel).isNotNull();
        hands.key(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> stage.getScene().getRoot().lookup(".hr-picker")))
                .isNull();
        Fx.run(more::requestFocus);
        hands.key(KeyCode.ENTER);
        Fx.run(() -> ((Button) named("Open the quality check")).fire());
        assertThat(asked).containsExactly("check");
        assertThat(Fx.call(() -> stage.getScene().getRoot().lookup(".hr-picker")))
                .isNull();
    }

    @Test
    void thePanelGoesWithTheCard() {
        stale(4);
        show(100, 312, 184);
        Hands hands = new Hands(stage);
        hands.pointAtMiddle(named("Read it all"));
        hands.click();
        settle();
        Fx.run(() -> ((Pane) card.getParent()).getChildren().remove(card));
        assertThat(Fx.call(() -> stage.getScene().getRoot().lookup(".hr-picker")))
                .isNull();
    }

    private Node named(String name) {
        return Fx.call(() -> {
            List<Node> found = Nodes.seen(stage.getScene().getRoot())
                    .filter(node -> name.equals(node.getAccessibleText()))
                    .toList();
            assertThat(found).as(name).isNotEmpty();
            return found.getFirst();
        });
    }

    private static final class HalfPrint implements Exports.Printing {
        @Override
        public String doing() {
            return "Rendering the mix";
        }

        @Override
        public double done() {
            return 0.5;
        }

        @Override
        public void callOff() {}
    }
}
