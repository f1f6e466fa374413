package studio.headroom.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;

class TrackDelayTest {
    private static final Media SOUND = new Media("m", "media/a.wav", 1, 96_000, "a", "");

    private static Project song(double ms, Clip... clips) {
        Project song = Project.empty("Song", 48_000)
                .withMedia(List.of(SOUND))
                .withStrips(List.of(Strip.create(Strip.Kind.TRACK, "a", "A").withClips(List.of(clips))));
        return StripEdits.set("a", StripControls.DELAY, ms).apply(song);
    }

    private static Clip clip(Project song) {
        return song.strips().getFirst().clips().getFirst();
    }

    @Test
    void clipsSoundLaterByTheNearestFrame() {
        Project song = song(10.01, Clip.whole("c", SOUND, 1000));
        assertThat(clip(TrackDelay.played(song)).start()).isEqualTo(1480);
        assertThat(TrackDelay.end(song)).isEqualTo(97_480);
    }

    @Test
    void whatIsPlayedIsNotMovedAgain() {
        Project played = TrackDelay.played(song(25, Clip.whole("c", SOUND, 0)));
        assertThat(TrackDelay.played(played)).isEqualTo(played);
    }

    @Test
    void withoutADelayASongIsItself() {
        Project song = song(0, Clip.whole("c", SOUND, 0));
        assertThat(TrackDelay.played(song)).isSameAs(song);
    }

    @Test
    void whatWouldSoundBeforeTheBeginningIsNotHeard() {
        Clip whole = Clip.whole("c", SOUND, 240);
        Clip early = clip(TrackDelay.played(song(-10, whole)));
        assertThat(early.start()).isZero();
        assertThat(early.offset()).isEqualTo(240);
        assertThat(early.length()).isEqualTo(96_000 - 240);
        Clip backward = clip(TrackDelay.played(song(-10, whole.withReversed(true))));
        assertThat(backward.offset())
                .as("a reversed clip loses the end of its file")
                .isZero();
        assertThat(backward.length()).isEqualTo(96_000 - 240);
        Clip gone = clip(TrackDelay.played(song(-500, Clip.whole("c", SOUND, 0).withSpan(0, 0, 100))));
        assertThat(gone.length()).isZero();
    }
}
