package studio.headroom.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuKeyTest {
    private final Commands commands = new Commands();
    private int done;

    @BeforeEach
    void add() {
        commands.add(Command.of("timeline.join", "Clips", "Join", "", () -> done++), KeyChord.shortcut(KeyCode.J));
        commands.add(
                Command.of("timeline.delete", "Clips", "Delete clips or points", "", () -> done++)
                        .when(() -> false),
                KeyChord.key(KeyCode.DELETE));
        commands.add(Command.of("strip.join", "Strip", "Join two tracks", "", () -> done++));
    }

    @Test
    void itemsShowTheKeysOfTheCommandsTheyAreNamedAfterOrMean() {
        MenuItem join = new MenuItem("Join");
        MenuItem delete = new MenuItem("Delete");
        delete.setUserData("timeline.delete");
        MenuItem other = new MenuItem("Join two tracks");
        Menu menu = new Menu("Join");
        menu.getItems().addAll(join, delete);
        MenuKey.onAll(List.of(menu, other), commands, "timeline.");
        assertThat(join.getAccelerator().getDisplayText())
                .isEqualTo(KeyChord.shortcut(KeyCode.J).shown());
        assertThat(delete.getAccelerator().getDisplayText())
                .isEqualTo(KeyChord.key(KeyCode.DELETE).shown());
        assertThat(menu.getAccelerator()).isNull();
        assertThat(other.getAccelerator()).isNull();
    }

    @Test
    void theKeyThatTheUserChoseIsShownAndNoneWhereThereIsNone() {
        commands.keys().bind(commands.find("timeline.join").orElseThrow(), KeyChord.key(KeyCode.F5));
        assertThat(MenuKey.item(commands, "timeline.join").getAccelerator().getDisplayText())
                .isEqualTo("F5");
        assertThat(MenuKey.item(commands, "strip.join").getAccelerator()).isNull();
    }

    @Test
    void anItemOfACommandDoesItAndIsGrayWhereItCannotBeDone() {
        MenuItem join = MenuKey.item(commands, "timeline.join");
        assertThat(join.getText()).isEqualTo("Join");
        join.getOnAction().handle(null);
        assertThat(done).isEqualTo(1);
        assertThat(MenuKey.item(commands, "timeline.delete").isDisable()).isTrue();
    }
}
