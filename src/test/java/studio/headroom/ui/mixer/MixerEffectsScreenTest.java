package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;

/// The effects of strips under a person's hands.
class MixerEffectsScreenTest extends MixerDesk {
    private InsertSlot slot(String strip, int index) {
        return find(strip(strip), InsertSlot.class, index);
    }

    private List<String> types(String strip) {
        return song.strip(strip).inserts().stream()
                .map(insert -> insert.insert().type())
                .toList();
    }

    @Test
    void anEffectIsSearchedAddedAndOpened() {
        desk.point(slot("kick", 0), 25, 8);
        desk.click();
        Node search = Fx.call(() -> desk.scene().getRoot().lookup(".hr-picker .text-field"));
        assertThat(search).isNotNull();
        Fx.run(() -> ((TextField) search).setText("comp"));
        desk.key(KeyCode.ENTER);
        assertThat(types("kick")).containsExactly("compressor");
        assertThat(song.history.steps()).hasSize(1);
        assertThat((Node) Fx.call(() -> desk.scene().getRoot().lookup(".hr-picker")))
                .isNull();
        desk.point(slot("kick", 0), 45, 8);
        desk.click();
        desk.click();
        assertThat(opened)
                .containsExactly(
                        "kick " + song.strip("kick").inserts().getFirst().id());
    }

    @Test
    void aSearchThatIsLeftAddsNothing() {
        desk.point(slot("kick", 0), 25, 8);
        desk.click();
        desk.key(KeyCode.DOWN);
        desk.key(KeyCode.ESCAPE);
        assertThat(song.history.steps()).isEmpty();
        assertThat((Node) Fx.call(() -> desk.scene().getRoot().lookup(".hr-picker")))
                .isNull();
    }

    @Test
    void effectsAreReorderedByDragAndTakenToAnotherStrip() {
        for (String type : List.of("eq", "compressor")) {
            Fx.run(() -> song.mixer.actions().addInsert("kick", type, 9));
        }
        Fx.settle();
        dragSlot(slot("kick", 0), slot("kick", 1), 13, false);
        assertThat(types("kick")).containsExactly("compressor", "eq");
        dragSlot(slot("kick", 0), slot("bass", 0), 8, false);
        assertThat(types("kick")).containsExactly("eq");
        assertThat(types("bass")).containsExactly("compressor");
        assertThat(song.history.steps()).hasSize(4);
    }

    @Test
    void withControlADragCopies() {
        Fx.run(() -> song.mixer.actions().addInsert("kick", "eq", 0));
        Fx.settle();
        desk.down(KeyCode.CONTROL);
        dragSlot(slot("kick", 0), slot("snare", 0), 8, true);
        desk.up(KeyCode.CONTROL);
        assertThat(types("kick")).containsExactly("eq");
        assertThat(types("snare")).containsExactly("eq");
    }

    private void dragSlot(InsertSlot from, InsertSlot to, double y, boolean copy) {
        Point2D start = Fx.call(() -> from.localToScene(25, 8));
        Point2D end = Fx.call(() -> to.localToScene(25, y));
        drag(from, start, end, copy);
    }

    @Test
    void aClickOnTheEdgeBypasses() {
        Fx.run(() -> song.mixer.actions().addInsert("kick", "eq", 0));
        Fx.settle();
        desk.point(slot("kick", 0), 2, 8);
        desk.click();
        assertThat(song.strip("kick").inserts().getFirst().isOn()).isFalse();
        assertThat(slot("kick", 0).getAccessibleText()).isEqualTo("Kick effect 1, Equalizer, bypassed");
    }
}
