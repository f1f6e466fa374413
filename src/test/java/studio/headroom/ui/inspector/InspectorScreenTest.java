package studio.headroom.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.live.InsertTap;
import studio.headroom.param.Unit;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Send;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.CorrelationBar;
import studio.headroom.ui.control.Desk;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.editor.part.EqTable;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerSong;

/// The inspector under a person's hands.
class InspectorScreenTest {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 420;

    private final Desk desk = new Desk();
    private final MixerSong song = MixerSong.ofBand();
    private final VoiceLink voice = new VoiceLink(song.history);
    private final List<String> opened = new ArrayList<>();
    private InspectorModel model;
    private InspectorView view;

    @BeforeEach
    void put() {
        Fx.run(() -> {
            song.history.apply(InsertEdits.add("bass", "eq", 0));
            song.history.apply(InsertEdits.values(
                    inserts("bass").getFirst().id(),
                    Values.of(
                            Map.of("band2.freq", 240.0, "band2.gain", -2.5, "band4.freq", 3200.0, "band4.gain", 2.0))));
            song.history.apply(InsertEdits.add("bass", "compressor", 1));
            song.history.apply(InsertEdits.add("bass", "de-esser", 2));
            song.mixer.actions().addSend("bass", "hall");
            model = new InspectorModel(song.session, song.mixer, voice, new EditorMemory());
            MixerDoors doors = new MixerDoors() {
                @Override
                public void openInsert(String strip, String insert) {
                    opened.add(strip + " " + insert);
                }

                @Override
                public void showAutomation(Address address) {
                    opened.add(address.ownerId() + " " + address.paramId());
                }

                @Override
                public void print() {}
            };
            view = new InspectorView(
                    desk.look(), model, new Tools(doors, new Presets(Path.of("target/no-presets")), text -> {}));
            view.setPrefSize(WIDTH, HEIGHT);
            view.setMaxSize(WIDTH, HEIGHT);
            view.setMinHeight(HEIGHT);
        });
        desk.put(view);
        select("bass");
    }

    @AfterEach
    void close() {
        desk.close();
        Fx.run(() -> {
            model.close();
            song.close();
        });
    }

    private List<Insert> inserts(String strip) {
        return song.song().strip(strip).orElseThrow().inserts();
    }

    private Send send() {
        return song.song().strip("bass").orElseThrow().sends().getFirst();
    }

    private void select(String... ids) {
        Fx.run(() -> song.session.selection().strips(List.of(ids)));
        Fx.settle();
    }

    private <T extends Node> List<T> all(Class<T> type) {
        return Fx.call(() -> Nodes.seen(view, type).toList());
    }

    private <T extends ModelControl> T control(Class<T> type, String name) {
        return all(type).stream()
                .filter(found -> found.model().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String words) {
        return all(Button.class).stream()
                .filter(found -> words.equals(found.getText()) || words.equals(found.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private void reveal(double share) {
        Fx.run(() -> Nodes.seen(view, ScrollPane.class).forEach(scroll -> scroll.setVvalue(share)));
        Fx.settle();
    }

    private void click(Node node) {
        double[] middle = Fx.call(() -> new double[] {
            node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY()
        });
        desk.point(node, middle[0], middle[1]);
        desk.click();
    }

    // ---- what is shown ----

    @Test
    void theStripThatIsSelectedIsShown() {
        assertThat(all(NameLine.class).getFirst().getAccessibleText()).startsWith("Bass, Track 3, no clips, to Mix");
        select("hall");
        assertThat(all(NameLine.class).getFirst().getAccessibleText()).startsWith("Hall, Return A, stereo, to Mix");
        assertThat(all(EqGraph.class)).isEmpty();
        select("kick", "bass");
        assertThat(all(Node.class).stream().map(Node::getAccessibleText))
                .contains("2 strips selected: their input moves together");
        select();
        assertThat(all(EmptyView.class)).hasSize(1);
        click(button("First strip"));
        assertThat(song.session.selection().strips().get()).containsExactly("kick");
    }

    @Test
    void theMasterHasNoOutputAndNoSends() {
        select("master");
        assertThat(all(SendsSection.class)).isEmpty();
        assertThat(all(ModelControl.class).stream()
                        .map(found -> found.model().param().id()))
                .contains("trim", "pan", "width", "polarity")
                .doesNotContain("output", "group");
    }

    // ---- gestures, each undone ----

    @Test
    void aNodeThatIsDraggedIsOneStepAndUndoneToTheByte() {
        byte[] before = song.bytes(song.song());
        int steps = song.history.steps().size();
        EqGraph graph = all(EqGraph.class).getFirst();
        double[] node = Fx.call(() -> graph.node(1));
        desk.point(graph, node[0], node[1]);
        desk.press();
        double[] halfway = Fx.call(() -> graph.place(500, 0));
        desk.point(graph, halfway[0], halfway[1]);
        double[] there = Fx.call(() -> graph.place(1000, 6));
        desk.point(graph, there[0], there[1]);
        desk.release();
        assertThat(model.eq().orElseThrow().control(1, "freq").value()).isEqualTo(1000, within(30.0));
        assertThat(model.eq().orElseThrow().control(1, "gain").value()).isEqualTo(6, within(0.3));
        assertThat(model.eq().orElseThrow().selected()).isEqualTo(1);
        assertThat(song.history.steps()).hasSize(steps + 1).first().isEqualTo("Bass EQ band 2");
        Fx.run(song.history::undo);
        assertThat(song.bytes(song.song())).isEqualTo(before);
    }

    @Test
    void aValueIsTypedIntoTheTableAndItsRowIsSelected() {
        byte[] before = song.bytes(song.song());
        ValueField freq = control(ValueField.class, "Bass EQ band 4 frequency");
        reveal(0.4);
        click(freq);
        assertThat(model.eq().orElseThrow().selected()).isEqualTo(3);
        TextField field = (TextField) Fx.call(() -> desk.scene().getFocusOwner());
        Fx.run(() -> field.setText("2.5k"));
        desk.key(KeyCode.ENTER);
        assertThat(model.eq().orElseThrow().control(3, "freq").value()).isEqualTo(2500);
        assertThat(song.history.undoName().get()).isEqualTo("Bass EQ band 4 frequency 2.50 kHz");
        Fx.run(song.history::undo);
        assertThat(song.bytes(song.song())).isEqualTo(before);
    }

    @Test
    void aSendIsTakenBeforeTheFaderAndBack() {
        byte[] before = song.bytes(song.song());
        reveal(1);
        ToggleControl pre = control(ToggleControl.class, "Bass send to Hall before the fader");
        click(pre);
        assertThat(send().preFader()).isTrue();
        assertThat(song.history.undoName().get()).isEqualTo("Bass send to Hall before fader");
        Fx.run(song.history::undo);
        assertThat(song.bytes(song.song())).isEqualTo(before);
        assertThat(control(ToggleControl.class, "Bass send to Hall before the fader")
                        .model()
                        .isOn())
                .isFalse();
    }

    @Test
    void aKnobMovesAllThatAreSelected() {
        select("kick", "bass");
        byte[] before = song.bytes(song.song());
        Knob trim = control(Knob.class, "Bass trim");
        desk.point(trim, 30, 32);
        desk.press();
        desk.by(0, -10);
        desk.by(0, -10);
        desk.release();
        double moved = song.song().strip("bass").orElseThrow().controls().get(StripControls.TRIM);
        assertThat(moved).isGreaterThan(1);
        assertThat(song.song().strip("kick").orElseThrow().controls().get(StripControls.TRIM))
                .isEqualTo(moved);
        Fx.run(song.history::undo);
        assertThat(song.bytes(song.song())).isEqualTo(before);
    }

    @Test
    void anEqualizerIsAddedAndShown() {
        select("kick");
        byte[] before = song.bytes(song.song());
        click(button("Add an EQ"));
        assertThat(inserts("kick").getFirst().type()).isEqualTo("eq");
        Fx.settle();
        EqGraph graph = all(EqGraph.class).getFirst();
        double[] at = Fx.call(() -> graph.place(1000, 3));
        desk.point(graph, at[0], at[1]);
        desk.click();
        desk.click();
        assertThat(model.eq().orElseThrow().bands()).containsExactly(0);
        Fx.settle();
        assertThat(all(EqTable.class).getFirst().getChildren())
                .as("a head and a row")
                .hasSize(2);
        Fx.run(() -> {
            song.history.undo();
            song.history.undo();
        });
        assertThat(song.bytes(song.song())).isEqualTo(before);
        Fx.settle();
        assertThat(all(EqGraph.class)).isEmpty();
    }

    @Test
    void aDoubleClickOnTheNameRenames() {
        desk.point(all(NameLine.class).getFirst(), 60, 17);
        desk.click();
        desk.click();
        Node field = Fx.call(() -> desk.scene().getFocusOwner());
        assertThat(field).isInstanceOf(TextField.class);
        Fx.run(() -> ((TextField) field).setText("Low end"));
        desk.key(KeyCode.ENTER);
        assertThat(song.strip("bass").name()).isEqualTo("Low end");
        Fx.settle();
        assertThat(all(NameLine.class).getFirst().getAccessibleText()).startsWith("Low end");
    }

    @Test
    void editorsAreOpened() {
        String eq = inserts("bass").getFirst().id();
        click(button("Open Bass EQ"));
        assertThat(opened).containsExactly("bass " + eq);
        reveal(1);
        click(button("Open Bass De-esser"));
        assertThat(opened).last().isEqualTo("bass " + inserts("bass").get(2).id());
        control(Knob.class, "Bass Compressor threshold")
                .model()
                .automationAction()
                .run();
        assertThat(opened).hasSize(2);
    }

    // ---- advice ----

    private void press() {
        Fx.run(() -> {
            song.history.apply(InsertEdits.values(
                    inserts("bass").get(1).id(), Values.of(Map.of("threshold", -50.0, "ratio", 10.0))));
            model.frame(0.01, true);
            voice.sounding(2, 0).play("bass", 200, () -> model.frame(0.04, true));
        });
        Fx.settle();
    }

    @Test
    void adviceLeadsToItsControlAndIsDismissed() {
        press();
        byte[] before = song.bytes(song.song());
        click(button("Show me"));
        Knob threshold = control(Knob.class, "Bass Compressor threshold");
        assertThat(Fx.call(threshold::isFocused)).isTrue();
        assertThat((Object) Fx.call(() -> desk.scene().getRoot().lookup(".hr-spotlight")))
                .isNotNull();
        boolean inSight = Fx.call(() -> {
            var at = view.sceneToLocal(threshold.localToScene(threshold.getLayoutBounds()));
            return at.getMinY() >= 48 && at.getMaxY() <= HEIGHT;
        });
        assertThat(inSight).isTrue();
        desk.pass(3);
        assertThat((Object) Fx.call(() -> desk.scene().getRoot().lookup(".hr-spotlight")))
                .isNull();
        click(button("Dismiss"));
        Fx.settle();
        assertThat(all(AdviceCard.class)).isEmpty();
        assertThat(song.bytes(song.song())).isEqualTo(before);
    }

    // ---- out of sight ----

    @Test
    void outOfSightNothingMovesAndNoSoundIsLookedAt() {
        Fx.run(() -> model.frame(0.01, true));
        String eq = inserts("bass").getFirst().id();
        Fx.run(() -> view.setVisible(false));
        Fx.settle();
        desk.pass(1);
        desk.pass(1);
        assertThat(Fx.call(() -> desk.look().pulse().isIdle())).isTrue();
        assertThat(Fx.call(() -> view.getChildren().isEmpty())).isTrue();
        double heard = model.eqSound().orElseThrow().inputDb();
        InsertTap tap = voice.tap(eq).orElseThrow();
        assertThat(tap).isNotNull();
        Fx.run(() -> voice.play("bass", 20, () -> {}));
        assertThat(model.eqSound().orElseThrow().inputDb()).isEqualTo(heard);
        Fx.run(() -> view.setVisible(true));
        Fx.settle();
        assertThat(all(EqGraph.class)).hasSize(1);
    }

    // ---- speech ----

    @Test
    void everyControlSaysItsNameAndItsValueWithUnit() {
        List<String> said = new ArrayList<>();
        for (Node node : all(Node.class)) {
            if (!node.isFocusTraversable()) {
                continue;
            }
            String text = Fx.call(() -> (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            assertThat(text).as(node.toString()).isNotBlank();
            assertThat(node.getAccessibleRole()).as(text).isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
            said.add(text);
            if (node instanceof ModelControl control) {
                assertThat(text)
                        .startsWith(control.model().name() + ", ")
                        .contains(control.model().spokenValue());
                Unit unit = control.model().param().unit();
                switch (unit) {
                    case DECIBEL -> assertThat(text).contains("decibels");
                    case HERTZ -> assertThat(text).contains("hertz");
                    case MILLISECOND -> assertThat(text).containsPattern("seconds");
                    case PERCENT -> assertThat(text).contains("percent");
                    case RATIO -> assertThat(text).contains(" to 1");
                    case PAN -> assertThat(text).containsPattern("left|right|center");
                    default -> {}
                }
            }
        }
        assertThat(said)
                .contains(
                        "Bass trim, 0.0 decibels",
                        "Bass polarity, off",
                        "Bass output, Mix",
                        "Bass group, None",
                        "Bass EQ band 4 frequency, 3.20 kilohertz",
                        "Bass EQ band 4 gain, 2.0 decibels",
                        "Bass Compressor threshold, minus 18.0 decibels",
                        "Bass Compressor ratio, 3.00 to 1",
                        "Bass send to Hall, 0.0 decibels",
                        "Bass send to Hall before the fader, off",
                        "Bass send to Hall pan, center",
                        "Bass De-esser on, on",
                        "Bass notes, none",
                        "Strip menu")
                .hasSizeGreaterThan(40);
    }

    @Test
    void itsStereoImageIsSeenWhileThePanelIs() {
        CorrelationBar bar = all(CorrelationBar.class).getFirst();
        assertThat(Fx.call(bar::getAccessibleText)).isEqualTo("Bass, correlation, none");
        play(1);
        assertThat(Fx.call(bar::getAccessibleText)).isEqualTo("Bass, correlation, minus 1.00");
        Fx.run(() -> model.stereo().clear());
        play(0);
        assertThat(Fx.call(bar::getAccessibleText)).isEqualTo("Bass, correlation, plus 1.00");
        assertThat(Fx.call(() -> model.stereo().size())).isGreaterThan(100);
        Fx.run(() -> view.setVisible(false));
        FrameRing last = voice.stripTap("bass").orElseThrow().open();
        Fx.run(() -> voice.play("bass", 4, () -> {}));
        assertThat(last.available()).isPositive();
        assertThat(Fx.call(() -> model.stereo().correlation())).isCloseTo(1, within(1e-3));
    }

    /// @param opposed how much of the right side is upside down
    private void play(double opposed) {
        Fx.run(() -> voice.sounding(1, opposed).play("bass", 400, () -> {
            model.frame(0.04, true);
            desk.look().pulse().advance(0.04);
        }));
        Fx.settle();
    }
}
