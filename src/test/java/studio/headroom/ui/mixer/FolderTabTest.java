package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.automation.Address;
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
