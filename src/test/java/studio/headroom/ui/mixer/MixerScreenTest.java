package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.LetterButton;

/// The mixer under a person's hands.
class MixerScreenTest extends MixerDesk {
    // ---- faders ----

    @Test
    void aDraggedFaderIsOneStepAndUndoneToTheByte() {
        byte[] before = song.bytes(song.song());
        dragFader("kick", 40);
        assertThat(song.volume("kick")).isLessThan(-3);
        assertThat(song.history.steps()).hasSize(1).first().asString().startsWith("Kick volume −");
        Fx.run(song.history::undo);
        Fx.settle();
        assertThat(song.bytes(song.song())).isEqualTo(before);
        assertThat(song.strip("kick").volume().value()).isZero();
    }

    @Test
    void aDragMovesAllThatAreSelected() {
        Fx.run(() -> song.history.apply(StripEdits.set("bass", StripControls.VOLUME, -6)));
        point("kick");
        desk.click();
        point("bass");
        desk.down(KeyCode.SHIFT);
        desk.click();
        desk.up(KeyCode.SHIFT);
        assertThat(song.session.selection().strips().get()).containsExactly("kick", "snare", "bass");
        dragFader("snare", 30);
        double by = song.volume("snare");
        assertThat(by).isLessThan(-2);
        assertThat(song.volume("kick")).isCloseTo(by, within(1e-9));
        assertThat(song.volume("bass")).isCloseTo(by - 6, within(1e-9));
        assertThat(song.history.steps()).hasSize(2);
    }

    @Test
    void touchingAStripSelectsIt() {
        dragFader("bass", 5);
        assertThat(song.session.selection().strips().get()).containsExactly("bass");
    }

    // ---- solo and mute ----

    @Test
    void soloSilencesTheOthersAndAltSolosAlone() {
        LetterButton solo = find(strip("kick"), LetterButton.class, 1);
        desk.point(solo, 8, 10);
        desk.click();
        assertThat(StripEdits.soloed(song.song())).containsExactly("kick");
        assertThat(song.strip("bass").silentBySolo()).isTrue();
        LetterButton other = find(strip("bass"), LetterButton.class, 1);
        desk.point(other, 8, 10);
        desk.down(KeyCode.ALT);
        desk.click();
        desk.up(KeyCode.ALT);
        assertThat(StripEdits.soloed(song.song())).containsExactly("bass");
    }

    @Test
    void aDragFromAMuteMutesWhatItPasses() {
        LetterButton mute = find(strip("kick"), LetterButton.class, 0);
        LetterButton last = find(strip("bass"), LetterButton.class, 0);
        double far = Fx.call(
                () -> last.localToScene(0, 0).getX() - mute.localToScene(0, 0).getX());
        desk.point(mute, 8, 10);
        desk.press();
        desk.by(far / 2, 0);
        desk.by(far - far / 2, 0);
        desk.release();
        assertThat(song.strip("kick").mute().isOn()).isTrue();
        assertThat(song.strip("snare").mute().isOn()).isTrue();
        assertThat(song.strip("bass").mute().isOn()).isTrue();
        assertThat(song.strip("lead-vox").mute().isOn()).isFalse();
        assertThat(song.history.steps()).containsExactly("Mute 3 strips");
        desk.point(mute, 8, 10);
        desk.click();
        assertThat(song.strip("kick").mute().isOn()).isFalse();
        assertThat(song.strip("snare").mute().isOn()).isTrue();
    }

    @Test
    void controlFSearchesAndEscapeShowsAllAgain() {
        point("kick");
        desk.click();
        desk.key(KeyCode.CONTROL, KeyCode.F);
        TextField field = find(view, TextField.class, 0);
        assertThat(field.isFocused()).isTrue();
        desk.key(KeyCode.V);
        desk.key(KeyCode.O);
        assertThat(song.mixer.strips().get().stream().map(StripModel::name)).containsExactly("Lead Vox");
        desk.key(KeyCode.ESCAPE);
        assertThat(song.mixer.strips().get()).hasSize(6);
    }

    // ---- keys ----

    @Test
    void keysChooseStripsMoveFadersMuteAndSolo() {
        point("kick");
        desk.click();
        desk.key(KeyCode.RIGHT);
        assertThat(song.session.selection().strips().get()).containsExactly("snare");
        desk.key(KeyCode.UP);
        assertThat(song.volume("snare")).isCloseTo(0.5, within(1e-9));
        desk.down(KeyCode.DOWN);
        desk.down(KeyCode.DOWN);
        desk.down(KeyCode.DOWN);
        desk.up(KeyCode.DOWN);
        assertThat(song.volume("snare")).isCloseTo(-1, within(1e-9));
        assertThat(song.history.steps()).hasSize(2);
        desk.key(KeyCode.M);
        assertThat(song.strip("snare").mute().isOn()).isTrue();
        desk.key(KeyCode.S);
        assertThat(song.strip("snare").solo().isOn()).isTrue();
        desk.key(KeyCode.LEFT);
        assertThat(song.session.selection().strips().get()).containsExactly("kick");
    }

    @Test
    void arrowsChooseStripsAlsoAfterAFaderWasDragged() {
        dragFader("kick", 20);
        double level = song.volume("kick");
        desk.key(KeyCode.RIGHT);
        assertThat(song.session.selection().strips().get()).containsExactly("snare");
        assertThat(song.volume("kick")).isEqualTo(level);
    }

    // ---- names ----

    @Test
    void aDoubleClickRenames() {
        point("bass");
        desk.click();
        desk.click();
        Node field = Fx.call(() -> desk.scene().getFocusOwner());
        assertThat(field).isInstanceOf(TextField.class);
        Fx.run(() -> ((TextField) field).setText("Low"));
        desk.key(KeyCode.ENTER);
        assertThat(song.strip("bass").name()).isEqualTo("Low");
        assertThat(song.history.steps()).hasSize(1);
    }

    @Test
    void tabGoesOnToTheNameOfTheNextStrip() {
        point("kick");
        desk.click();
        desk.click();
        for (String name : List.of("Boom", "Crack")) {
            Node field = Fx.call(() -> desk.scene().getFocusOwner());
            assertThat(field).isInstanceOf(TextField.class);
            Fx.run(() -> ((TextField) field).setText(name));
            desk.key(KeyCode.TAB);
        }
        desk.key(KeyCode.ESCAPE);
        assertThat(song.strip("kick").name()).isEqualTo("Boom");
        assertThat(song.strip("snare").name()).isEqualTo("Crack");
        assertThat(song.mixer.focus().map(StripModel::id)).contains("bass");
        assertThat(song.history.steps()).hasSize(2);
    }

    @Test
    void aNameThatIsDraggedMovesItsStrip() {
        NameBlock name = find(strip("lead-vox"), NameBlock.class, 0);
        Point2D start = Fx.call(() -> name.localToScene(30, 20));
        drag(name, start, start.add(-140, 0), false);
        assertThat(song.mixer.strips().get().stream().map(StripModel::name))
                .startsWith("Kick", "Lead Vox", "Snare", "Bass");
    }

    @Test
    void severalAreDraggedByTheNameOfOneAndAClickSelectsItAlone() {
        point("kick");
        desk.click();
        point("snare");
        desk.down(KeyCode.CONTROL);
        desk.click();
        desk.up(KeyCode.CONTROL);
        point("kick");
        desk.press();
        desk.by(80, 0);
        desk.by(80, 0);
        desk.release();
        assertThat(song.mixer.strips().get().stream().map(StripModel::name))
                .startsWith("Bass", "Kick", "Snare", "Lead Vox");
        assertThat(song.session.selection().strips().get()).containsExactlyInAnyOrder("kick", "snare");
        assertThat(song.history.steps()).hasSize(1);
        point("snare");
        desk.click();
        assertThat(song.session.selection().strips().get()).containsExactly("snare");
    }

    /// What menus offer is found by name, and done to what is selected.
    @Test
    void whatMenusOfferIsInTheListOfCommandsToo() {
        Commands commands = new Commands();
        Fx.run(() -> {
            MixerCommands.register(commands, () -> view);
            commands.setPlace("mix");
            song.session.selection().strips(List.of("snare", "kick"));
            assertThat(commands.search("group").getFirst().id()).isEqualTo("strip.group");
            for (String id : List.of("strip.group", "strip.folder", "strip.fold", "strip.bus", "mixer.snapshotA")) {
                assertThat(commands.run(id)).as(id).isTrue();
            }
            commands.run("strip.mode.touch");
            commands.run("strip.polarity");
            commands.run("mixer.equalLoudness");
        });
        Fx.settle();
        assertThat(song.song().groups()).hasSize(1);
        assertThat(song.song().folders())
                .singleElement()
                .satisfies(each -> assertThat(each.folded()).isTrue());
        assertThat(song.strip("kick").route()).isEqualTo("1 Ø → Bus");
        assertThat(song.strip("snare").route()).as("moves with it").isEqualTo("2 Ø → Bus");
        assertThat(song.strip("snare").mode().value()).isEqualTo(AutomationMode.TOUCH.ordinal());
        assertThat(song.mixer.snapshots().in("A")).isPresent();
        assertThat(song.mixer.snapshots().equalLoudness().get()).isTrue();
        Fx.run(() -> song.session.selection().strip(song.song().master().id()));
        assertThat(Fx.<Boolean>call(() -> commands.run("strip.bus")))
                .as("of the master")
                .isFalse();
    }

    // ---- many strips ----

    @Test
    void stripsOutOfSightAreInNoWindow() {
        Fx.run(() -> {
            for (int i = 0; i < 60; i++) {
                song.history.apply(StripEdits.add(Kind.TRACK, "More " + i, 4));
            }
        });
        Fx.settle();
        assertThat(song.mixer.strips().get()).hasSize(66);
        assertThat(Fx.call(() -> Nodes.seen(view, StripView.class).toList())).hasSizeLessThan(14);
        Fx.run(() -> song.mixer.select("hall", false, false));
        Fx.settle();
        assertThat((Object) Fx.call(() -> view.shown("hall"))).isNotNull();
        assertThat((Object) Fx.call(() -> view.shown("kick"))).isNull();
        assertThat((Object) Fx.call(() -> view.shown("master"))).isNotNull();
    }

    // ---- speech ----

    @Test
    void everythingThatTakesFocusSaysWhatItIs() {
        Fx.run(() -> {
            song.mixer.blocks().set(EnumSet.allOf(Block.class));
            song.history.apply(StripEdits.set("lead-vox", StripControls.VOLUME, -6.2));
        });
        Fx.settle();
        List<String> said = new ArrayList<>();
        for (Node node : Fx.call(() -> Nodes.seen(view).toList())) {
            if (node.isFocusTraversable()) {
                String text = Fx.call(() -> (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                assertThat(text).as(node.toString()).isNotBlank();
                assertThat(node.getAccessibleRole()).as(text).isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
                said.add(text);
            }
        }
        assertThat(said).contains("Lead Vox volume, minus 6.2 decibels", "Kick mute, off", "Bass pan, center");
    }
}
