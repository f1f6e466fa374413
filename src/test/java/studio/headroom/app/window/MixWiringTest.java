package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.Scope;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.mixer.StripMenu;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.timeline.LaneKey;
import studio.headroom.ui.timeline.TimelineView;

/// The parts of the Mix view as the window puts them together. Pictures go to `target/screens/window-….png`.
class MixWiringTest {
    @TempDir
    private Path folder;

    private Studio studio;
    private SongSession session;

    @BeforeEach
    void open() throws IOException {
        Path place = Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass", "03 Lead Vox");
        studio = new Studio(folder, 1600, 900);
        session = studio.open(place);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Strip strip(int index) {
        return studio.song().strips().get(index);
    }

    private void select(int index) {
        Fx.run(() -> session.selection().strip(strip(index).id()));
        Fx.settle();
    }

    private TimelineView timeline() {
        return studio.find(TimelineView.class);
    }

    private MixerView mixer() {
        return studio.find(MixerView.class);
    }

    private void volume(int index, double decibels) {
        String id = strip(index).id();
        Fx.run(() -> session.history().apply(StripEdits.set(id, StripControls.VOLUME, decibels)));
        Fx.settle();
    }

    @Test
    void theMenuOfAStripShowsKeysAndSplitsAndJoinsWhatIsSelected() {
        select(1);
        List<MenuItem> items = Fx.call(() -> items(mixer(), strip(1).id()));
        assertThat(item(items, "Rename…").getAccelerator().getDisplayText()).isEqualTo("F2");
        assertThat(item(items, "Copy settings").getAccelerator()).isNotNull();
        Menu stereo = (Menu) item(items, "Stereo");
        assertThat(stereo.getItems()).extracting(MenuItem::isDisable).containsExactly(false, true);
        Fx.run(() -> session.selection().strips(List.of(strip(0).id(), strip(1).id())));
        Menu both = (Menu) item(Fx.call(() -> items(mixer(), strip(1).id())), "Stereo");
        assertThat(both.getItems()).extracting(MenuItem::isDisable).containsExactly(true, false);
    }

    private List<MenuItem> items(MixerView mixer, String strip) {
        return StripMenu.of(
                        new Look(new FramePulse()),
                        mixer.model().strip(strip).orElseThrow(),
                        Optional.of(studio.shell().commands()),
                        mixer,
                        () -> {})
                .getItems();
    }

    private static MenuItem item(List<MenuItem> items, String words) {
        return items.stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void howSoloWorksIsKeptForTheNextSong() {
        Fx.run(() -> {
            mixer().model().solos().mode().set(Listening.Solo.BEFORE_FADER);
            mixer().model().solos().exclusive().set(true);
        });
        assertThat(Fx.call(() -> studio.preferences().mixSolo().get())).isEqualTo("before_fader one");
        Fx.run(() -> {
            mixer().model().solos().mode().set(Listening.Solo.IN_PLACE);
            mixer().model().solos().exclusive().set(false);
            MixerMemory.read("no_such after_fader -18.0 one", mixer().model().solos());
        });
        assertThat(Fx.call(() -> studio.preferences().mixSolo().get())).isEqualTo("after_fader -18.0 one");
        assertThat(Fx.call(() -> mixer().model().solos().mode().get())).isEqualTo(Listening.Solo.AFTER_FADER);
        assertThat(Fx.call(() -> mixer().model().solos().exclusive().get())).isTrue();
    }

    // ---- history ----

    @Test
    void theListOfStepsGoesBackAndForwardInOneGo() {
        volume(0, -3);
        volume(1, -6);
        volume(2, 1.5);
        select(1);
        studio.key(KeyCode.M);
        assertThat(studio.shows(node -> node instanceof javafx.scene.control.Label label
                        && label.getText().equals("Undo: “Mute Bass”")))
                .as("the status bar tells the last step")
                .isTrue();

        studio.key(KeyCode.Z, true, false, true);
        ListView<?> list = studio.find(ListView.class);
        assertThat(list.getItems()).hasSize(5);
        studio.shot("history-1600");
        studio.key(KeyCode.UP);
        studio.key(KeyCode.UP);
        assertThat(Fx.call(() -> session.history().position()))
                .as("choosing alone changes nothing")
                .isEqualTo(4);
        studio.key(KeyCode.ENTER);
        assertThat(Fx.call(() -> session.history().position())).isEqualTo(2);
        assertThat(strip(2).controls().get(StripControls.VOLUME)).isZero();
        assertThat(strip(0).controls().get(StripControls.VOLUME)).isEqualTo(-3);
        studio.shot("history-undone-1600");

        studio.control(KeyCode.Z);
        assertThat(Fx.call(() -> session.history().position()))
                .as("keys with Ctrl go to the window")
                .isEqualTo(1);
        studio.key(KeyCode.DELETE);
        assertThat(strip(0).clips()).as("bare keys stay in the list").hasSize(1);
        studio.key(KeyCode.ESCAPE);
        assertThat(studio.shows(ListView.class::isInstance)).isFalse();

        studio.click(studio.named("History (Ctrl+Alt+Z)"));
        assertThat(studio.shows(ListView.class::isInstance)).as("the chevron").isTrue();
        studio.click(mixer(), MouseButton.PRIMARY);
        assertThat(studio.shows(ListView.class::isInstance))
                .as("a press beside it closes it")
                .isFalse();
    }

    // ---- keys ----

    @Test
    void muteAndSoloAreTheSameKeysEverywhere() {
        for (Node place : List.of(timeline().lanes(), mixer())) {
            select(1);
            studio.focus(place);
            studio.key(KeyCode.M);
            assertThat(strip(1).controls().isOn(StripControls.MUTE)).isTrue();
            studio.key(KeyCode.S);
            assertThat(strip(1).solo()).isTrue();
            studio.key(KeyCode.M);
            studio.key(KeyCode.S);
            assertThat(strip(1).controls().isOn(StripControls.MUTE)).isFalse();
            assertThat(strip(1).solo()).isFalse();
        }
        assertThat(strip(1).clips()).as("nothing was split").hasSize(1);
        assertThat(studio.song().markers()).isEmpty();
    }

    @Test
    void keysOfTheTimelineAreThereAndArrowsBelongToWhatHasTheFocus() {
        Fx.run(() -> session.playback().locate(48_000));
        studio.await("the place", () -> session.playback().position().get() == 48_000);
        Fx.run(() -> session.selection().strips(List.of(strip(0).id(), strip(1).id())));
        studio.focus(mixer());
        studio.control(KeyCode.E);
        assertThat(strip(0).clips()).as("split from the mixer, too").hasSize(2);
        studio.control(KeyCode.M);
        assertThat(studio.song().markers()).hasSize(1);

        Clip clip = strip(1).clips().getLast();
        Fx.run(() -> session.selection().clips(List.of(clip.id())));
        select(1);
        studio.focus(mixer());
        studio.key(KeyCode.UP);
        assertThat(strip(1).controls().get(StripControls.VOLUME)).isCloseTo(0.5, within(1e-9));
        studio.key(KeyCode.DELETE);
        assertThat(studio.song().strips())
                .as("Delete deletes the strip, not its clips")
                .hasSize(2);
        studio.control(KeyCode.Z);
        assertThat(strip(1).clips()).hasSize(2);
        select(1);
        studio.key(KeyCode.RIGHT);
        assertThat(session.selection().strips().get()).containsExactly(strip(2).id());

        studio.focus(timeline().lanes());
        Fx.run(() -> session.selection().clips(List.of(clip.id())));
        studio.key(KeyCode.UP);
        assertThat(strip(1).clips().getLast().gainDb()).isCloseTo(0.5, within(1e-9));
        studio.key(KeyCode.DELETE);
        assertThat(strip(1).clips()).hasSize(1);
    }

    // ---- the loop ----

    @Test
    void loopingHasOneTruth() {
        Fx.run(() -> session.history().apply(SongEdits.loop(new Span(0, 48_000))));
        studio.focus(timeline().lanes());
        studio.key(KeyCode.L);
        assertThat(Fx.call(() -> session.playback().looping().get())).isTrue();
        assertThat(Fx.call(() -> timeline().model().looping())).isTrue();
        Fx.run(() -> timeline().model().looping(false));
        assertThat(Fx.call(() -> session.playback().looping().get())).isFalse();
        Fx.run(() -> timeline().model().time(new Span(24_000, 96_000)));
        studio.control(KeyCode.L);
        assertThat(studio.song().loop()).isEqualTo(new Span(24_000, 96_000));
        assertThat(Fx.call(() -> session.playback().looping().get())).isTrue();
        Fx.run(() -> session.history().apply(SongEdits.loop(null)));
        assertThat(Fx.call(() -> timeline().model().looping())).isFalse();
    }

    // ---- automation ----

    @Test
    void muteInAHeaderOfTheTimelineIsWrittenAsAutomationLikeTheMixers() {
        String bass = strip(1).id();
        Fx.run(() -> session.playback().mode(bass, AutomationMode.WRITE));
        studio.key(KeyCode.SPACE);
        studio.await(
                "sound",
                () -> session.playback().playing().get()
                        && session.playback().position().get() > 4_800);
        Node button = Fx.call(() -> Nodes.all(timeline())
                .filter(node -> "Bass mute".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        studio.click(button);
        assertThat(strip(1).controls().isOn(StripControls.MUTE))
                .as("no edit while it is written")
                .isFalse();
        Fx.run(() -> {
            studio.shell().look().pulse().advance(0.05);
            assertThat(mixer().model().strip(bass).orElseThrow().mute().isOn())
                    .as("the mixer shows it")
                    .isTrue();
        });
        studio.key(KeyCode.SPACE);
        studio.await(
                "the automation",
                () -> session.history().current().strip(bass).orElseThrow().automation().stream()
                        .anyMatch(lane -> lane.param().equals(StripControls.MUTE.id())
                                && !lane.points().isEmpty()));
    }

    @Test
    void automationIsShownInItsLaneInPlaceOfTheEditor() {
        String vox = strip(2).id();
        Fx.run(() -> session.history().apply(InsertEdits.add(vox, "eq", 0)));
        Fx.settle();
        String eq = strip(2).inserts().getFirst().id();
        TimelineView timeline = timeline();
        Fx.run(() -> studio.mix().edit(eq));
        Fx.settle();
        assertThat(studio.shows(EditorPane.class::isInstance)).isTrue();
        assertThat(studio.shows(TimelineView.class::isInstance)).isFalse();
        Fx.run(() -> studio.mix()
                .mixer()
                .model()
                .strip(vox)
                .orElseThrow()
                .volume()
                .automationAction()
                .run());
        Fx.settle();
        assertThat(studio.shows(EditorPane.class::isInstance)).isFalse();
        assertThat(Fx.call(() -> timeline.model().lanes(vox))).containsExactly(new LaneKey(vox, vox, "volume"));
        studio.shot("automation-1600");
        Fx.run(() -> mixer().model().master().get().volume().automationAction().run());
        String master = studio.song().master().id();
        assertThat(Fx.call(() -> timeline.model().lanes(master)))
                .as("the master's, too")
                .containsExactly(new LaneKey(master, master, "volume"));
    }

    // ---- monitor and snapshots ----

    @Test
    void monoAndDimAreTheSameInTheTopBarAndInTheMixer() {
        Fx.run(() -> mixer().model().monitor().mono().set(1));
        assertThat(Fx.call(() -> session.playback().mono().get())).isTrue();
        Fx.run(() -> session.playback().mono().set(false));
        assertThat(Fx.call(() -> mixer().model().monitor().mono().isOn())).isFalse();
        Fx.run(() -> mixer().model().monitor().dim().set(1));
        assertThat(studio.shows(node -> "DIM, on, press to clear".equals(node.getAccessibleText())))
                .isTrue();
        studio.click(studio.named("DIM, on, press to clear"));
        assertThat(Fx.call(() -> mixer().model().monitor().dim().isOn())).isFalse();
    }

    @Test
    void theMixIsHeardThroughTheMasterWithALightThatEndsIt() {
        var master = Fx.call(() -> mixer().model().monitor().master());
        assertThat(Fx.call(master::enabled)).as("there is no chain yet").isFalse();
        Fx.run(() -> session.history()
                .apply(new Edit(
                        "Chain",
                        song -> song.withMastering(
                                song.mastering().withChain(List.of(Insert.create("m1", "limiter")))))));
        Fx.settle();
        studio.shot("monitor-1600");
        Fx.run(() -> master.set(1));
        assertThat(Fx.call(() -> session.playback().listening().throughMaster().get()))
                .isTrue();
        studio.shot("monitor-through-1600");
        studio.click(studio.named("MASTER, on, press to clear"));
        assertThat(Fx.call(master::isOn)).isFalse();
        assertThat(Fx.call(() -> studio.shell().commands().run("transport.throughMaster")))
                .isTrue();
        assertThat(Fx.call(master::isOn)).isTrue();
    }

    // ---- what there is to say for a moment ----

    @Test
    void whatToSelectIsSaidInTheStatusBar() {
        Fx.run(() -> {
            session.selection().strips(List.of());
            session.selection().clips(List.of());
        });
        studio.control(KeyCode.E);
        assertThat(Fx.call(() -> session.history().steps())).isEmpty();
        assertThat(studio.shows(node ->
                        node instanceof Label label && label.getText().startsWith("Nothing is selected to split")))
                .isTrue();
        studio.shot("hint-1600");
    }

    // ---- deleting ----

    @Test
    void theSelectedStripsAreDeletedByKeyWhileTheMixerHasTheFocus() {
        Fx.run(() -> {
            session.selection().strips(List.of(strip(0).id(), strip(2).id()));
            mixer().requestFocus();
        });
        Fx.settle();
        studio.key(KeyCode.DELETE);
        assertThat(studio.song().strips()).extracting(Strip::name).containsExactly("Bass");
        studio.control(KeyCode.Z);
        assertThat(studio.song().strips()).hasSize(3);
        Fx.run(() -> session.selection().strip(strip(1).id()));
        studio.key(KeyCode.BACK_SPACE);
        assertThat(studio.song().strips()).extracting(Strip::name).doesNotContain("Bass");
    }

    @Test
    void snapshotsAreHeardAtEqualLoudnessAndTellWhatChanged() {
        var snapshots = Fx.call(() -> mixer().model().snapshots());
        Fx.run(() -> snapshots.choose("A"));
        for (int i = 0; i < 3; i++) {
            volume(i, -9);
        }
        Fx.run(() -> snapshots.choose("B"));
        assertThat(Fx.call(() -> snapshots.changes())).isEmpty();
        Fx.run(() -> snapshots.equalLoudness().set(true));
        studio.await(
                "both are measured",
                () -> session.history().current().snapshots().stream()
                        .allMatch(each -> each.loudness().isPresent()));
        Fx.run(() -> snapshots.choose("A"));
        // All levels are the same in dB, so the mixes are 9 dB apart; measured to a tenth.
        assertThat(Fx.call(() -> snapshots.offsetDb())).isCloseTo(-9, within(0.1));
        assertThat(strip(0).controls().get(StripControls.VOLUME)).isZero();
        volume(2, -2);
        assertThat(Fx.call(() -> snapshots.changes()))
                .singleElement()
                .asString()
                .contains("Lead Vox");
        studio.shot("snapshots-1600");
        assertThat(studio.messages()).isEmpty();
    }

    @Test
    void aSnapshotComesBackForWhatIsSelectedAndInParts() {
        var snapshots = Fx.call(() -> mixer().model().snapshots());
        Fx.run(() -> snapshots.choose("A"));
        for (int i = 0; i < 3; i++) {
            String id = strip(i).id();
            volume(i, -9);
            Fx.run(() -> session.history().apply(StripEdits.set(id, StripControls.PAN, 50)));
        }
        select(1);
        Fx.run(() -> {
            snapshots.recallSelected("A");
        });
        assertThat(strip(1).controls().get(StripControls.VOLUME)).isZero();
        assertThat(strip(0).controls().get(StripControls.VOLUME)).isEqualTo(-9);
        Fx.run(() -> {
            snapshots.scopes().set(Set.of(Scope.PAN));
            snapshots.choose("A");
        });
        assertThat(strip(0).controls().get(StripControls.PAN)).isZero();
        assertThat(strip(0).controls().get(StripControls.VOLUME))
                .as("levels stay")
                .isEqualTo(-9);
    }
}
