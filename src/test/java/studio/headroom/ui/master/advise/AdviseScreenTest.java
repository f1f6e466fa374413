package studio.headroom.ui.master.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.mastering.assist.Prints;
import studio.headroom.project.Insert;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Mouse;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.shell.Overlays;
import studio.headroom.ui.theme.Look;

/// References, assistant and quality check as a person uses them, without a display.
class AdviseScreenTest {
    @TempDir
    private Path temp;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Path> chosen = new ArrayList<>();
    private Look look;
    private Studio studio;
    private Overlay overlay;
    private BorderPane place;
    private Scene scene;
    private final List<AutoCloseable> open = new ArrayList<>();

    /// Boomy music that lies off the center and clicks.
    private static float[][] faulty() {
        float[][] music = Prints.music(Prints.hill(60, 200, 8), 0.06, 4);
        Prints.each(music, -1, x -> 0.5 * x + 0.01);
        for (int click : new int[] {246_000, 500_000, 830_000}) {
            music[0][click] = 0.9f;
            music[1][click] = 0.9f;
        }
        return music;
    }

    private void room(int percent, int width, int height) {
        Fx.run(() -> {
            look = new Look(new FramePulse());
            look.setPercent(percent);
            studio = new Studio(temp, faulty(), work::add, Runnable::run);
            overlay = Overlays.of(look);
            place = new BorderPane(new Region());
            StackPane all = new StackPane(place, overlay);
            all.getStyleClass().add("hr-work");
            scene = new Scene(new WindowRoot(look, all), width, height);
            scene.snapshot(null);
        });
    }

    @BeforeEach
    void start() {
        work.clear();
        chosen.clear();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open) {
            Fx.call(() -> {
                each.close();
                return true;
            });
        }
        Fx.run(() -> scene.setRoot(new Region()));
    }

    /// Lets all that waits in the background be done.
    private void settle() {
        Fx.run(() -> {
            while (!work.isEmpty()) {
                work.poll().run();
            }
            frames();
        });
        Fx.settle();
    }

    private void frames() {
        for (int i = 0; i < 3; i++) {
            scene.snapshot(null);
            look.pulse().advance(0.2);
        }
    }

    private void picture(String name) {
        Fx.run(() -> {
            frames();
            Fx.picture(scene, name);
        });
    }

    private Node named(String name) {
        return Fx.call(() -> Nodes.all(scene.getRoot())
                .filter(node -> name.equals(node.getAccessibleText())
                        || node instanceof Labeled labeled && name.equals(labeled.getText())
                        || String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                                .startsWith(name))
                .filter(node -> node.isVisible() && (node instanceof ButtonBase || node.isFocusTraversable()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing called " + name + " in " + words())));
    }

    private void press(String name) {
        Fx.run(() -> ((ButtonBase) named(name)).fire());
        settle();
    }

    private List<String> words() {
        return Fx.call(() -> Nodes.all(scene.getRoot(), Labeled.class)
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    private void everythingIsSpoken() {
        assertThat(Fx.call(() -> Nodes.all(scene.getRoot())
                        .filter(node -> node.isFocusTraversable() && node.isVisible())
                        .filter(node -> {
                            Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                            return text == null || text.toString().isBlank();
                        })
                        .toList()))
                .isEmpty();
    }

    private void mouse(Node node, javafx.event.EventType<MouseEvent> type, double share) {
        Fx.run(() -> {
            double x = share * ((Region) node).getWidth();
            var at = node.localToScene(x, 10);
            Mouse.LEFT.fire(node, type, at);
        });
    }

    private List<Insert> chain() {
        return studio.history.current().mastering().chain();
    }

    // ---- the assistant ----

    private AssistantModel assistant() {
        AssistantModel model = Fx.call(() -> new AssistantModel(studio.session));
        open.add(model);
        Fx.run(() -> AssistantDialog.open(look, overlay, model));
        return model;
    }

    @Test
    void theAssistantIsAskedHeardAndTaken() {
        room(100, 1280, 720);
        AssistantModel model = assistant();
        picture("master-assist-asking-1280");
        everythingIsSpoken();
        Fx.run(() -> ((ButtonBase) named("Listen")).fire());
        picture("master-assist-listening-1280");
        settle();
        assertThat(words()).contains("What stands out").anyMatch(text -> text.startsWith("Boomy"));
        everythingIsSpoken();
        Node which = named("What is heard");
        mouse(which, MouseEvent.MOUSE_PRESSED, 0.75);
        settle();
        assertThat(model.isPreviewed()).isTrue();
        assertThat(chain()).isNotEmpty();
        picture("master-assist-1280");
        press("Take it");
        assertThat(overlay.isOpen()).isFalse();
        assertThat(chain()).extracting(Insert::type).contains("eq", "limiter");
        assertThat(studio.history.steps()).containsExactly("Assistant, Pop");
    }

    @Test
    void leavingTheAssistantChangesNothing() {
        room(100, 1280, 720);
        AssistantModel model = assistant();
        Fx.run(model::start);
        settle();
        mouse(named("What is heard"), MouseEvent.MOUSE_PRESSED, 0.75);
        assertThat(chain()).isNotEmpty();
        Fx.run(() -> Event.fireEvent(
                overlay, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(overlay.isOpen()).isFalse();
        assertThat(chain()).isEmpty();
        assertThat(studio.history.steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 100, master-assist-1920", "2560, 1440, 200, master-assist-200"})
    void theAssistantFitsEveryWindow(int width, int height, int percent, String name) {
        room(percent, width, height);
        AssistantModel model = assistant();
        Fx.run(model::start);
        settle();
        picture(name);
        assertThat(Fx.call(() -> Nodes.all(overlay)
                        .filter(node -> node.getStyleClass().contains("hr-dialog"))
                        .allMatch(node -> node.getBoundsInParent().getMinY() >= 0
                                && node.getBoundsInParent().getMaxY() <= height)))
                .isTrue();
    }

    // ---- the quality check ----

    private void check() {
        CheckModel model = Fx.call(() -> new CheckModel(studio.session));
        open.add(model);
        Fx.run(() -> {
            CheckPanel panel = new CheckPanel(look, model, () -> place.setRight(null));
            open.add(panel);
            place.setRight(panel);
        });
        settle();
    }

    @Test
    void theCheckIsReadJumpedToAndMended() {
        room(100, 1280, 720);
        check();
        assertThat(words()).contains("DC offset", "Click");
        everythingIsSpoken();
        picture("master-check-1280");
        press("Go to 0:05.1, Click");
        assertThat(Fx.call(() -> studio.session.song().playback().passage().get()))
                .isNotNull();
        assertThat(studio.history.current().loop()).isNull();
        press("Note to the mix: click");
        assertThat(studio.history.current().mastering().toDos()).hasSize(1);
        press("DC filter against DC offset");
        assertThat(chain()).extracting(Insert::type).containsExactly("utility");
        Fx.run(() -> look.pulse().advance(2));
        settle();
        assertThat(words()).contains("mended by the chain");
        picture("master-check-mended-1280");
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 100, master-check-1920", "2560, 1440, 200, master-check-200"})
    void theCheckFitsEveryWindow(int width, int height, int percent, String name) {
        room(percent, width, height);
        check();
        picture(name);
        assertThat(words()).contains("Click");
    }

    // ---- references ----

    private ReferencesModel references() {
        ReferencesModel model = Fx.call(() -> new ReferencesModel(studio.session));
        open.add(model);
        Choosers choosers = new Choosers() {
            @Override
            public Optional<Path> folder(String title, Path from) {
                return Optional.of(temp);
            }

            @Override
            public List<Path> sounds(String title, Path from) {
                return List.copyOf(chosen);
            }
        };
        Fx.run(() -> {
            ReferenceBar bar = new ReferenceBar(look, model, studio.hearing, choosers, temp, new Commands());
            open.add(bar);
            bar.setMaxHeight(look.px(ReferenceBar.HEIGHT));
            place.setTop(bar);
        });
        settle();
        return model;
    }

    private void music() {
        chosen.add(Studio.write(temp.resolve("North Pier.wav"), 44_100, Studio.tone(44_100, 40)));
        chosen.add(Studio.write(temp.resolve("Dusk over the long river, remastered.wav"), 48_000, Prints.pop()));
    }

    @Test
    void referencesAreAddedFlippedAndCutToARegion() {
        room(100, 1280, 720);
        ReferencesModel model = references();
        picture("master-references-empty-1280");
        music();
        Fx.run(() -> ((ButtonBase) named("Add references")).fire());
        picture("master-references-adding-1280");
        settle();
        assertThat(studio.failures).isEmpty();
        everythingIsSpoken();
        press("Hear it");
        assertThat(studio.hearing.reference().get()).isNotEmpty();
        Node wave = named("Region of Dusk");
        mouse(wave, MouseEvent.MOUSE_PRESSED, 0.25);
        mouse(wave, MouseEvent.MOUSE_DRAGGED, 0.4);
        mouse(wave, MouseEvent.MOUSE_DRAGGED, 0.5);
        mouse(wave, MouseEvent.MOUSE_RELEASED, 0.5);
        settle();
        var region = Objects.requireNonNull(model.chosen().get()).reference().region();
        assertThat(region).isNotNull();
        assertThat((double) region.length()).isBetween(0.2 * (1 << 20), 0.3 * (1 << 20));
        picture("master-references-1280");
        press("Hear the master");
        assertThat(studio.hearing.reference().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 100, master-references-1920", "2560, 1440, 200, master-references-200"})
    void referencesFitEveryWindow(int width, int height, int percent, String name) {
        room(percent, width, height);
        ReferencesModel model = references();
        music();
        press("Add references");
        Fx.run(() -> model.loudest(Objects.requireNonNull(model.chosen().get()).id(), 6));
        settle();
        picture(name);
        assertThat(model.items().get()).hasSize(2);
    }
}
