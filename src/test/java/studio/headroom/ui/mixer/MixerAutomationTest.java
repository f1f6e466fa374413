package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.ui.model.ControlModel;

/// Controls of strips that automation moves, and the hand on them.
class MixerAutomationTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;

    @AfterEach
    void close() {
        song.close();
    }

    private void automate() {
        song.history.apply(LaneEdits.set(
                "kick",
                StripControls.VOLUME,
                List.of(new Point(0, 0, Shape.LINEAR), new Point(48_000, -20, Shape.LINEAR))));
    }

    @Test
    void anAutomatedFaderStandsWhereTheSongIs() {
        automate();
        ControlModel volume = song.strip("kick").volume();
        assertThat(volume.automated()).isTrue();
        assertThat(volume.value()).isZero();
        song.locate(48_000);
        assertThat(volume.value()).isCloseTo(-20, within(1e-9));
        song.strip("kick").mode().set(AutomationMode.OFF.ordinal());
        assertThat(volume.value()).isZero();
        assertThat(song.session.playback().mode("kick")).isEqualTo(AutomationMode.OFF);
    }

    @Test
    void aHandOnAnAutomatedFaderIsHeardAndIsNoStep() {
        automate();
        Project before = song.song();
        MixerSong.drag(song.strip("kick").volume(), -40);
        assertThat(song.song()).isSameAs(before);
        song.mixer.frame();
        assertThat(song.strip("kick").volume().value()).isEqualTo(-40);
    }

    @Test
    void aHandInReadIsToldOnceThatItsMoveIsLostAndStaysHollow() {
        automate();
        ControlModel volume = song.strip("kick").volume();
        MixerSong.drag(song.strip("bass").volume(), -3);
        assertThat(song.session.hints().words().get())
                .as("of what no automation moves")
                .isEmpty();
        MixerSong.drag(volume, -40);
        assertThat(song.session.hints().words().get()).contains("Touch or Latch");
        assertThat(volume.overridden()).as("the fader stands beside its lane").isTrue();
        song.session.hints().clear();
        MixerSong.drag(volume, -30);
        assertThat(song.session.hints().words().get()).as("once is enough").isEmpty();
        song.strip("kick").letGo();
        assertThat(volume.overridden()).isFalse();
    }

    @Test
    void aHandInTouchIsToldNothing() {
        automate();
        song.strip("kick").mode().set(AutomationMode.TOUCH.ordinal());
        MixerSong.drag(song.strip("kick").volume(), -40);
        assertThat(song.session.hints().words().get()).isEmpty();
    }

    @Test
    void automatedStripsMoveAlongInThePlayerAndTheOthersInTheSong() {
        automate();
        mixer.select("bass", false, false);
        mixer.select("snare", false, true);
        mixer.select("kick", false, true);
        MixerSong.drag(song.strip("bass").volume(), -2, -6);
        assertThat(song.volume("bass")).isCloseTo(-6, within(1e-9));
        assertThat(song.volume("snare")).isCloseTo(-6, within(1e-9));
        assertThat(song.volume("kick")).isZero();
        assertThat(song.strip("kick").volume().value()).isCloseTo(-6, within(1e-9));
    }

    @Test
    void modesOfSelectedStripsChangeTogether() {
        mixer.select("kick", false, false);
        mixer.select("bass", false, true);
        song.strip("kick").mode().set(AutomationMode.TOUCH.ordinal());
        assertThat(song.strip("bass").mode().value()).isEqualTo(AutomationMode.TOUCH.ordinal());
        assertThat(song.strip("snare").mode().value()).isEqualTo(AutomationMode.READ.ordinal());
    }
}
