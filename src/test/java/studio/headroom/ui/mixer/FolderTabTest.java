package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.automation.Address;
import studio.headroom.project.Folder;
import studio.headroom.project.Strip;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.Desk;

/// The tab of a folder under a person's hands.
class FolderTabTest {
    private final Desk desk = new Desk();
    private final MixerSong song = MixerSong.ofBand();
    private MixerView view;

    @BeforeEach
    void put() {
        view = Fx.call(() -> {
            song.session.selection().strips(List.of("snare", "kick"));
            song.mixer.folderActions().create("kick");
            MixerView made = new MixerView(desk.look(), song.mixer, new MixerDoors() {
                @Override
                public void openInsert(String strip, String insert) {}

                @Override
                public void showAutomation(Address address) {}

                @Override
                public void print() {}
            });
            made.setPrefSize(820, 410);
            made.setMinSize(820, 410);
            return made;
        });
        desk.put(view);
    }

    @AfterEach
    void close() {
        desk.close();
        Fx.run(song::close);
    }

    private FolderTab tab() {
        return (FolderTab) Fx.call(() -> view.lookupAll("*").stream()
                .filter(FolderTab.class::isInstance)
                .map(Node.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private List<String> shown() {
        return Fx.call(
                () -> view.inSight().stream().map(strip -> strip.model().name()).toList());
    }

    private String spoken() {
        FolderTab tab = tab();
        return Fx.call(() -> (String) tab.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void aClickFoldsAndUnfolds() {
        assertThat(spoken()).isEqualTo("Folder Folder 1, 2 strips");
        assertThat(shown()).startsWith("Kick", "Snare", "Bass");
        desk.point(tab(), 12, 100);
        desk.click();
        assertThat(shown()).startsWith("Bass");
        assertThat(spoken()).isEqualTo("Folder Folder 1, 2 strips, folded");
        desk.point(tab(), 12, 100);
        desk.click();
        assertThat(shown()).startsWith("Kick", "Snare", "Bass");
        assertThat(song.history.steps()).hasSize(3);
    }

    @Test
    void itIsReachedAndTurnedByKeyboard() {
        desk.tabTo(tab());
        desk.key(KeyCode.ENTER);
        assertThat(shown()).startsWith("Bass");
        desk.key(KeyCode.SPACE);
        assertThat(shown()).startsWith("Kick");
    }

    private TextField entry() {
        desk.pass(0.05);
        Node owner = Fx.call(() -> desk.scene().getFocusOwner());
        assertThat(owner).isInstanceOf(TextField.class);
        return (TextField) owner;
    }

    private void typeOver(String name) {
        TextField entry = entry();
        assertThat(Fx.call(entry::getSelectedText)).as("all of it").isEqualTo(Fx.call(entry::getText));
        Fx.run(() -> entry.replaceSelection(name));
        desk.key(KeyCode.ENTER);
    }

    @Test
    void whatIsNewIsNamedAtOnce() {
        Fx.run(() -> song.mixer.folderActions().remove(tab().folderId()));
        Fx.run(() -> {
            song.session.selection().strips(List.of("bass"));
            song.mixer.folderActions().create("bass");
        });
        typeOver("Low end");
        assertThat(song.song().folders()).extracting(Folder::name).containsExactly("Low end");
        Fx.run(() -> song.mixer.actions().busOf("bass"));
        typeOver("Bass bus");
        assertThat(song.song().strips()).anyMatch(strip -> strip.name().equals("Bass bus"));
        Fx.run(() -> song.mixer.actions().add(Strip.Kind.RETURN));
        typeOver("Plate");
        assertThat(song.song().strips())
                .anyMatch(strip ->
                        strip.kind() == Strip.Kind.RETURN && strip.name().equals("Plate"));
    }

    @Test
    void theMenuOfEffectsGoesWithItsStrip() {
        Node slot = Fx.call(() -> view.lookupAll(".hr-insert-add").stream()
                .findFirst()
                .orElseGet(() -> view.inSight().getFirst()));
        EffectPicker picker = Fx.call(() -> EffectPicker.open(desk.look(), slot, type -> {}));
        Fx.settle();
        assertThat(Fx.call(() -> picker.getScene() != null)).isTrue();
        Fx.run(() -> view.setVisible(false));
        assertThat(Fx.call(() -> picker.getScene() != null))
                .as("the mixer has gone")
                .isFalse();
        Fx.run(() -> view.setVisible(true));
        EffectPicker second = Fx.call(() -> EffectPicker.open(desk.look(), slot, type -> {}));
        Fx.run(() -> view.setTranslateY(40));
        assertThat(Fx.call(() -> second.getScene() != null))
                .as("it is elsewhere")
                .isFalse();
    }

    @Test
    void itsMenuMakesABusOfIt() {
        desk.point(tab(), 12, 100);
        desk.rightClick();
        Fx.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "New bus for its strips".equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .toList()
                .forEach(Window::hide));
        assertThat(song.song().strips()).anyMatch(strip -> strip.name().equals("Folder 1"));
        assertThat(song.strip("kick").route()).isEqualTo("1 → Folder 1");
    }

    /// The line that shows where it will stand tells the same.
    @Test
    void whatIsDroppedBeforeItsFirstStripStandsBeforeTheTab() {
        double edge = tab().getLayoutX();
        StripView bass = Fx.call(() -> view.shown("bass"));
        assertThat(bass).isNotNull();
        desk.point(bass, 30, 410 - 28 - 26);
        desk.press();
        desk.by(-100, 0);
        desk.by(-90, 0);
        double line = Fx.call(() -> view.getChildrenUnmodifiable().stream()
                .filter(Rectangle.class::isInstance)
                .map(Rectangle.class::cast)
                .filter(each -> each.isVisible() && each.getWidth() == 2)
                .findFirst()
                .orElseThrow()
                .getX());
        assertThat(line).isEqualTo(edge - 1);
        desk.release();
        assertThat(shown()).startsWith("Bass", "Kick", "Snare");
        assertThat(song.mixer.folders().get().getFirst().at()).isEqualTo(1);
    }

    /// Tabs stand beside strips: nothing lies over anything, and the next strip begins where the tab ends.
    @Test
    void itStandsBeforeItsStrips() {
        FolderTab tab = tab();
        StripView kick = Fx.call(() -> view.shown("kick"));
        assertThat(tab.getLayoutX()).isZero();
        assertThat(kick).isNotNull();
        assertThat(kick.getLayoutX()).isEqualTo(tab.getWidth());
        assertThat(tab.getHeight()).isEqualTo(kick.getHeight());
    }
}
