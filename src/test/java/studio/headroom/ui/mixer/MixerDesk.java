package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import studio.headroom.engine.automation.Address;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Mouse;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.command.KeyDispatch;
import studio.headroom.ui.control.Desk;
import studio.headroom.ui.control.Fader;

/// A mixer in a window, and a person's hands.
abstract class MixerDesk {
    static final double WIDTH = 820;
    static final double HEIGHT = 410;

    final Desk desk = new Desk();
    final MixerSong song = MixerSong.ofBand();
    final List<String> opened = new ArrayList<>();
    MixerView view;

    @BeforeEach
    void put() {
        view = Fx.call(() -> {
            // So that there is room for the effects at this height.
            song.mixer.blocks().set(EnumSet.of(Block.INSERTS));
            MixerView made = new MixerView(desk.look(), song.mixer, new MixerDoors() {
                @Override
                public void openInsert(String strip, String insert) {
                    opened.add(strip + " " + insert);
                }

                @Override
                public void showAutomation(Address address) {
                    opened.add(address.ownerId() + " " + address.paramId());
                }

                @Override
                public void print() {
                    opened.add("print");
                }
            });
            made.setPrefSize(WIDTH, HEIGHT);
            made.setMinSize(WIDTH, HEIGHT);
            return made;
        });
        desk.put(view);
        Fx.run(() -> {
            Commands commands = new Commands();
            MixerCommands.register(commands, () -> view);
            commands.setPlace("mix");
            commands.setArea(MixerCommands.AREA);
            new KeyDispatch(commands, () -> false, owner -> {}, event -> false).watch(desk.scene());
            view.keysRunBy(event -> commands.run(KeyChord.of(event)));
        });
    }

    @AfterEach
    void close() {
        desk.close();
        Fx.run(song::close);
    }

    StripView strip(String id) {
        StripView found = Fx.call(() -> view.shown(id));
        assertThat(found).as(id + " is in sight").isNotNull();
        return found;
    }

    <T extends Node> T find(Node in, Class<T> type, int index) {
        return Fx.call(() -> Nodes.seen(in, type).toList().get(index));
    }

    void dragFader(String id, double pixels) {
        Fader fader = strip(id).faderNode();
        desk.point(fader, 31, 60);
        desk.press();
        desk.by(0, pixels / 2);
        desk.by(0, pixels - pixels / 2);
        desk.release();
    }

    void point(String id) {
        StripView at = strip(id);
        desk.point(at, 30, (HEIGHT - 28) - 26);
    }

    /// The headless screen gives drags to what is under the pointer, and not to what was pressed.
    void drag(Node node, Point2D start, Point2D end, boolean control) {
        Mouse hand = Mouse.LEFT.moving().holding(control ? KeyCode.CONTROL : KeyCode.UNDEFINED);
        Fx.run(() -> {
            hand.fire(node, MouseEvent.MOUSE_PRESSED, start);
            hand.fire(node, MouseEvent.MOUSE_DRAGGED, start.add(0, 6));
            hand.fire(node, MouseEvent.MOUSE_DRAGGED, start.midpoint(end));
            hand.fire(node, MouseEvent.MOUSE_DRAGGED, end);
            hand.fire(node, MouseEvent.MOUSE_RELEASED, end);
        });
        Fx.settle();
    }
}
