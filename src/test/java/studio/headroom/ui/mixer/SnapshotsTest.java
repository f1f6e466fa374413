package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.SnapshotEdits;
import studio.headroom.project.edit.StripEdits;

/// Mixes that are kept, gone back to, heard and compared.
class SnapshotsTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;

    @AfterEach
    void close() {
        song.close();
    }

    @Test
    void aSnapshotIsKeptGoneBackToAndComparedWith() {
        Snapshots snapshots = mixer.snapshots();
        snapshots.choose("A");
        assertThat(song.history.steps()).isEmpty();
        song.strip("kick").volume().set(-9);
        assertThat(snapshots.changes()).hasSize(1).first().asString().contains("Kick");
        snapshots.choose("B");
        snapshots.choose("A");
        assertThat(song.volume("kick")).isZero();
        assertThat(snapshots.active().get()).isEqualTo("A");
        song.history.undo();
        assertThat(song.volume("kick")).isEqualTo(-9);
        assertThat(snapshots.in("A")).isPresent();
        snapshots.remove("A");
        assertThat(snapshots.in("A")).isEmpty();
    }

    @Test
    void aSnapshotIsHeardWhileItIsHeldAndTheSongStaysAsItIs() {
        Snapshots snapshots = mixer.snapshots();
        snapshots.take("A");
        song.strip("kick").volume().set(-9);
        Project before = song.song();
        assertThat(snapshots.audition("C")).isFalse();
        assertThat(snapshots.audition("A")).isTrue();
        assertThat(heard("kick")).isZero();
        assertThat(song.song()).isSameAs(before);
        // What is edited meanwhile is heard with it.
        song.history.apply(StripEdits.rename("kick", "Boom"));
        assertThat(song.session.playback().heard().strip("kick").orElseThrow().name())
                .isEqualTo("Boom");
        assertThat(heard("kick")).isZero();
        snapshots.endAudition();
        assertThat(song.session.playback().heard()).isSameAs(song.song());
        assertThat(song.volume("kick")).isEqualTo(-9);
        assertThat(snapshots.active().get()).isEqualTo("A");
    }

    private double heard(String strip) {
        return song.session
                .playback()
                .heard()
                .strip(strip)
                .orElseThrow()
                .controls()
                .get(StripControls.VOLUME);
    }

    @Test
    void measuredSnapshotsAreHeardAsLoudAsTheSoftest() {
        Snapshots snapshots = mixer.snapshots();
        snapshots.take("A");
        assertThat(snapshots.notEqual()).isNotEmpty();
        snapshots.take("B");
        song.history.apply(
                SnapshotEdits.loudness(snapshots.in("A").orElseThrow().id(), OptionalDouble.of(-14)));
        assertThat(snapshots.notEqual()).isNotEmpty();
        song.history.apply(
                SnapshotEdits.loudness(snapshots.in("B").orElseThrow().id(), OptionalDouble.of(-17)));
        assertThat(snapshots.notEqual()).isEmpty();
        snapshots.choose("A");
        assertThat(snapshots.offsetDb()).isCloseTo(-3, within(1e-9));
        snapshots.choose("B");
        assertThat(snapshots.offsetDb()).isZero();
    }

    @Test
    void whatWasNotMeasuredIsMeasuredAsItsOwnMix() {
        try (MixerModel measuring = new MixerModel(song.session, (mix, share, then) -> {
            share.accept(0.5);
            double kick = mix.strip("kick").orElseThrow().controls().get(StripControls.VOLUME);
            then.accept(OptionalDouble.of(-20 + kick));
            return () -> {};
        })) {
            Snapshots snapshots = measuring.snapshots();
            snapshots.take("A");
            song.strip("kick").volume().set(-4);
            snapshots.take("B");
            assertThat(snapshots.notEqual()).isEmpty();
            assertThat(snapshots.in("A").orElseThrow().loudness()).isEmpty();
            snapshots.equalLoudness().set(true);
            assertThat(snapshots.in("A").orElseThrow().loudness()).hasValue(-20);
            assertThat(snapshots.in("B").orElseThrow().loudness()).hasValue(-24);
            assertThat(snapshots.measuring().get()).isEmpty();
            snapshots.choose("A");
            assertThat(snapshots.offsetDb()).isCloseTo(-4, within(1e-9));
            assertThat(song.volume("kick")).isZero();
        }
    }
}
