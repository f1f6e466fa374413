package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.Desk;

/// The letters A to D under a hand.
class SnapshotBarTest {
    private static final double MIDDLE = 11;
    private static final double A = 14;
    private static final double B = 42;

    private final Desk desk = new Desk();
    private final MixerSong song = MixerSong.ofBand();
    private SnapshotBar bar;

    @BeforeEach
    void put() {
        Fx.run(() -> {
            song.mixer.snapshots().take("A");
            song.history.apply(StripEdits.set("kick", StripControls.VOLUME, -9));
            bar = new SnapshotBar(desk.look(), song.mixer.snapshots());
        });
        desk.put(bar);
    }

    @AfterEach
    void close() {
        desk.close();
        Fx.run(song::close);
    }

    private double heard() {
        return Fx.call(() -> song.session
                .playback()
                .heard()
                .strip("kick")
                .orElseThrow()
                .controls()
                .get(StripControls.VOLUME));
    }

    private double set() {
        return Fx.call(() -> song.volume("kick"));
    }

    @Test
    void aClickGoesThere() {
        desk.point(bar, A, MIDDLE);
        desk.click();
        assertThat(set()).isZero();
        desk.point(bar, B, MIDDLE);
        desk.click();
        assertThat(Fx.call(() -> song.mixer.snapshots().in("B"))).isPresent();
    }

    @Test
    void heldDownItIsOnlyHeard() {
        desk.point(bar, A, MIDDLE);
        desk.press();
        assertThat(heard()).isEqualTo(-9);
        desk.pass(0.5);
        assertThat(heard()).isZero();
        assertThat(set()).isEqualTo(-9);
        assertThat(Fx.call(bar::getAccessibleText)).endsWith("heard while held");
        desk.release();
        assertThat(heard()).isEqualTo(-9);
        assertThat(set()).isEqualTo(-9);
        assertThat(Fx.call(() -> song.history.steps())).hasSize(1);
    }

    @Test
    void anEmptyLetterThatIsHeldKeepsNothing() {
        desk.point(bar, B, MIDDLE);
        desk.press();
        desk.pass(0.5);
        desk.release();
        assertThat(Fx.call(() -> song.mixer.snapshots().in("B"))).isEmpty();
        assertThat(heard()).isEqualTo(-9);
    }

    @Test
    void shiftAndEnterHoldItByKeyboard() {
        desk.focus(bar);
        desk.down(KeyCode.SHIFT);
        desk.down(KeyCode.ENTER);
        assertThat(heard()).isZero();
        desk.up(KeyCode.ENTER);
        desk.up(KeyCode.SHIFT);
        assertThat(heard()).isEqualTo(-9);
        assertThat(set()).isEqualTo(-9);
    }
}
