package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Group.Link;
import studio.headroom.project.edit.StripEdits;

/// Solo, meters and finding strips.
class MixerListeningTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;

    @AfterEach
    void close() {
        song.close();
    }

    private List<String> shown() {
        return mixer.strips().get().stream().map(StripModel::name).toList();
    }

    private void sound(String id, double level) {
        float[][] tone = new float[2][24_000];
        for (int i = 0; i < tone[0].length; i++) {
            tone[0][i] = (float) (level * Math.sin(i * 0.1));
            tone[1][i] = tone[0][i];
        }
        LiveMeters meters = song.session.playback().meters();
        meters.strip(id).orElseThrow().levels().process(tone, 0, tone[0].length);
    }

    // ---- solo ----

    @Test
    void listeningBesideTheMixSilencesNothing() {
        song.strip("kick").solo().set(1);
        assertThat(song.strip("bass").silentBySolo()).isTrue();
        mixer.solos().mode().set(Listening.Solo.BEFORE_FADER);
        assertThat(song.strip("bass").silentBySolo()).isFalse();
        mixer.solos().mode().set(Listening.Solo.IN_PLACE);
        assertThat(song.strip("bass").silentBySolo()).isTrue();
    }

    @Test
    void oneAtATimeASoloEndsTheOthers() {
        song.strip("kick").solo().set(1);
        mixer.solos().exclusive().set(true);
        song.strip("bass").solo().set(1);
        assertThat(StripEdits.soloed(song.song())).containsExactly("bass");
        song.strip("bass").solo().set(0);
        assertThat(mixer.solos().any()).isFalse();
        mixer.solos().toggle();
        assertThat(StripEdits.soloed(song.song())).containsExactly("bass");
    }

    // ---- painting ----

    @Test
    void mutesArePaintedInOneStep() {
        byte[] before = song.bytes(song.song());
        assertThat(mixer.paint().begin("kick", Link.MUTE)).isTrue();
        mixer.paint().over("kick");
        mixer.paint().over("snare");
        mixer.paint().over("bass");
        mixer.paint().end();
        assertThat(song.strip("bass").mute().isOn()).isTrue();
        assertThat(song.history.steps()).containsExactly("Mute 3 strips");
        song.history.undo();
        assertThat(song.bytes(song.song())).isEqualTo(before);
    }

    @Test
    void whatIsPaintedIsWhatTheFirstBecame() {
        song.history.apply(StripEdits.mute(Set.of("kick", "bass"), true));
        mixer.paint().begin("kick", Link.MUTE);
        mixer.paint().over("snare");
        mixer.paint().over("bass");
        mixer.paint().end();
        assertThat(mixer.all().stream().noneMatch(strip -> strip.mute().isOn())).isTrue();
    }

    @Test
    void paintedSolosComeBackAfterTheyWereCleared() {
        mixer.paint().begin("kick", Link.SOLO);
        mixer.paint().over("bass");
        mixer.paint().end();
        mixer.solos().clear();
        mixer.solos().toggle();
        assertThat(StripEdits.soloed(song.song())).containsExactlyInAnyOrder("kick", "bass");
    }

    @Test
    void exclusiveSolosAreNotPainted() {
        mixer.solos().exclusive().set(true);
        assertThat(mixer.paint().begin("kick", Link.SOLO)).isFalse();
        mixer.paint().over("bass");
        assertThat(song.history.steps()).isEmpty();
    }

    // ---- meters ----

    @Test
    void aSineReadsItsPeakOnAKMeterWhoseZeroLiesBelow() {
        sound("kick", 0.1);
        mixer.meters().reads().set(MeterReads.K20);
        song.strip("kick").meter().advance(0.02);
        // The window holds no whole number of waves.
        assertThat(song.strip("kick").meter().rms(0)).isCloseTo(-20, within(0.02));
        assertThat(song.strip("kick").meter().reference()).isEqualTo(-20);
        mixer.meters().reads().set(MeterReads.RMS);
        song.strip("kick").meter().advance(0.02);
        assertThat(song.strip("kick").meter().rms(0)).isCloseTo(-23.01, within(0.02));
        assertThat(song.strip("kick").meter().reference()).isNaN();
    }

    @Test
    void loudnessIsMeasuredOnlyWhileItIsShown() {
        mixer.meters().reads().set(MeterReads.LOUDNESS);
        float[][] tone = new float[2][48_000];
        for (int i = 0; i < tone[0].length; i++) {
            tone[0][i] = (float) (0.1 * Math.sin(2 * Math.PI * 997 * i / 48_000.0));
            tone[1][i] = tone[0][i];
        }
        var loudness =
                song.session.playback().meters().strip("kick").orElseThrow().loudness();
        loudness.process(tone, 0, tone[0].length);
        song.strip("kick").meter().advance(0.02);
        double shown = song.strip("kick").meter().bar(0);
        assertThat(shown).isCloseTo(Decibels.fromGain(0.1), within(0.1));
        mixer.meters().reads().set(MeterReads.BOTH);
        assertThat(loudness.momentaryLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void anotherTapForgetsWhatWasHeld() {
        sound("kick", 1.5);
        assertThat(mixer.clips().all()).containsExactly(song.strip("kick"));
        mixer.meters().beforeFader().set(true);
        assertThat(mixer.clips().all()).isEmpty();
    }

    @Test
    void whatClipsIsGoneToOneAfterTheOther() {
        sound("snare", 1.2);
        sound("hall", 1.1);
        assertThat(mixer.clips().words()).isEqualTo("Snare, Hall have clipped.");
        mixer.clips().showNext();
        assertThat(mixer.focus().map(StripModel::name)).contains("Snare");
        mixer.clips().showNext();
        assertThat(mixer.focus().map(StripModel::name)).contains("Hall");
        mixer.clips().showNext();
        assertThat(mixer.focus().map(StripModel::name)).contains("Snare");
        mixer.clearPeaks();
        assertThat(mixer.clips().all()).isEmpty();
    }

    // ---- finding ----

    @Test
    void stripsAreFoundByTheirNamesAndByWhatTheyAre() {
        mixer.filter().set("vox");
        assertThat(shown()).containsExactly("Lead Vox");
        mixer.filter().set(" BUS ");
        assertThat(shown()).containsExactly("Drums");
        song.strip("bass").mute().set(1);
        mixer.filter().set("muted");
        assertThat(shown()).containsExactly("Bass");
        mixer.filter().set("s");
        mixer.selectFound();
        assertThat(song.session.selection().strips().get()).containsExactly("snare", "bass", "drums");
        mixer.filter().set("nothing is called so");
        assertThat(shown()).isEmpty();
        mixer.filter().set("");
        assertThat(shown()).hasSize(6);
    }

    @Test
    void hiddenStripsAreShownOneByOneOrAllButTheSelection() {
        song.session.selection().strips(List.of("kick", "hall"));
        mixer.actions().showSelected();
        assertThat(shown()).containsExactly("Kick", "Hall");
        assertThat(mixer.hiddenCount()).isEqualTo(4);
        mixer.actions().setHidden("bass", false);
        assertThat(shown()).containsExactly("Kick", "Bass", "Hall");
        assertThat(song.history.steps()).first().asString().startsWith("Show");
    }
}
