package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.GainEnvelope.Point;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

class EnvelopeEditsTest {
    private static final Media MEDIA = new Media("m", "media/Vox.wav", 1, 10_000, "Vox.wav");
    private static final Project SONG = Project.empty("Song", 48_000)
            .withMedia(List.of(MEDIA))
            .withStrips(List.of(Strip.create(Strip.Kind.TRACK, "t", "Vox")
                    .withClips(List.of(Clip.whole("a", MEDIA, 0).withSpan(1_000, 2_000, 4_000)))));

    private static GainEnvelope envelope(Project song, String clip) {
        return song.strips().getFirst().clips().stream()
                .filter(found -> found.id().equals(clip))
                .findFirst()
                .orElseThrow()
                .envelope();
    }

    private static Clip clip(Project song, String id) {
        return Parts.clip(song.strips().getFirst(), id);
    }

    private static Project shaped() {
        Project one = EnvelopeEdits.add("a", 3_000, -6).apply(SONG);
        return EnvelopeEdits.add("a", 5_000, 3).apply(one);
    }

    /// The gain that is heard on the timeline, in dB.
    private static double heard(Project song, long frame) {
        return song.strips().getFirst().clips().stream()
                .filter(clip -> frame >= clip.start() && frame < clip.end())
                .reduce((earlier, later) -> later)
                .map(clip -> clip.envelope().db(clip.inMedia(frame)))
                .orElseThrow();
    }

    private static void assertHeardAlike(Project one, Project other) {
        for (long frame = 1_000; frame < 5_000; frame += 10) {
            assertThat(heard(one, frame)).as("frame %d", frame).isCloseTo(heard(other, frame), within(1e-9));
        }
    }

    @Test
    void theGainIsStraightInDecibelsBetweenPoints() {
        GainEnvelope envelope = envelope(shaped(), "a");
        assertThat(envelope.db(0)).isEqualTo(-6);
        assertThat(envelope.db(3_000)).isEqualTo(-6);
        assertThat(envelope.db(4_000)).isCloseTo(-1.5, within(1e-12));
        assertThat(envelope.db(5_000)).isEqualTo(3);
        assertThat(envelope.db(9_999)).isEqualTo(3);
        assertThat(GainEnvelope.NONE.db(5)).isZero();
    }

    @Test
    void pointsAreSetMovedAndTakenAway() {
        Project song = shaped();
        assertThat(envelope(EnvelopeEdits.set("a", 1, -99).apply(song), "a").points())
                .containsExactly(new Point(3_000, -6), new Point(5_000, GainEnvelope.MIN_DB));
        assertThat(envelope(EnvelopeEdits.move("a", 0, -500, -1).apply(song), "a")
                        .points())
                .containsExactly(new Point(2_500, -7), new Point(5_000, 3));
        // A point does not pass its neighbor.
        assertThat(envelope(EnvelopeEdits.move("a", 0, 9_000, 0).apply(song), "a")
                        .points())
                .containsExactly(new Point(4_999, -6), new Point(5_000, 3));
        assertThat(envelope(EnvelopeEdits.remove("a", 0).apply(song), "a").points())
                .containsExactly(new Point(5_000, 3));
        assertThat(EnvelopeEdits.clear(Set.of("a")).apply(song)).isEqualTo(SONG);
        assertThatThrownBy(() -> EnvelopeEdits.set("a", 2, 0).apply(song)).isInstanceOf(InvalidProjectException.class);
    }

    @Test
    void stepsAreNamedWithTheClip() {
        Project song = shaped();
        assertThat(EnvelopeEdits.add("a", 0, 0).nameIn(song)).isEqualTo("Add gain point to 'Vox.wav'");
        assertThat(EnvelopeEdits.move("a", 0, 1, 1).nameIn(song)).isEqualTo("Move gain point of 'Vox.wav'");
        assertThat(EnvelopeEdits.set("a", 0, -3).nameIn(song)).isEqualTo("Gain point of 'Vox.wav' \u22123.0 dB");
        assertThat(EnvelopeEdits.remove("a", 0).nameIn(song)).isEqualTo("Delete gain point of 'Vox.wav'");
        assertThat(EnvelopeEdits.clear(Set.of("a")).nameIn(song)).isEqualTo("Delete gain envelope of 'Vox.wav'");
    }

    @Test
    void theEnvelopeStaysOnItsSoundThroughCuts() {
        for (Project song : List.of(shaped(), ClipEdits.reverse("a").apply(shaped()))) {
            Project split = ClipCuts.split("a", 2_345).apply(song);
            assertHeardAlike(split, song);
            assertThat(ClipCuts.join(Set.of("a", "clip1")).apply(split)).isEqualTo(song);
            Project shorter = ClipCuts.trimStart("a", 2_500, 0).apply(song);
            assertThat(heard(shorter, 2_600)).isEqualTo(heard(song, 2_600));
            assertThat(ClipCuts.trimStart("a", 1_000, 0).apply(shorter)).isEqualTo(song);
            Project slipped = ClipEdits.slip(Set.of("a"), 300).apply(song);
            assertThat(heard(slipped, 2_300)).isEqualTo(heard(song, 2_000));
        }
    }

    @Test
    void reversedItRunsBackwardsWithItsSound() {
        Project reversed = ClipEdits.reverse("a").apply(shaped());
        assertThat(heard(reversed, 1_000)).isEqualTo(heard(shaped(), 4_999));
        assertThat(ClipEdits.reverse("a").apply(reversed)).isEqualTo(shaped());
    }

    @Test
    void partsThatWereShapedApartKeepTheirShapesWhenTheyAreJoined() {
        for (Project song : List.of(shaped(), ClipEdits.reverse("a").apply(shaped()))) {
            for (double declick : new double[] {0, ClipCuts.DECLICK_SECONDS}) {
                Project split = ClipCuts.split(Set.of("a"), 2_345, declick).apply(song);
                Project apart = EnvelopeEdits.add("clip1", clip(split, "clip1").inMedia(4_000), 12)
                        .apply(split);
                apart = EnvelopeEdits.set("a", 0, -20).apply(apart);
                assertHeardAlike(ClipCuts.join(Set.of("a", "clip1")).apply(apart), apart);
            }
        }
    }

    @Test
    void copiesHaveIt() {
        Project copied = ClipEdits.duplicate("a").apply(shaped());
        assertThat(envelope(copied, "clip1")).isEqualTo(envelope(copied, "a"));
    }

    @Test
    void whatIsOutOfOrderOrRangeIsRefused() {
        for (List<Point> points : List.of(
                List.of(new Point(5, 0), new Point(5, 1)),
                List.of(new Point(5, 0), new Point(4, 1)),
                List.of(new Point(-1, 0)),
                List.of(new Point(0, 25)),
                List.of(new Point(0, Double.NaN)))) {
            assertThatThrownBy(() -> new GainEnvelope(points)).isInstanceOf(InvalidProjectException.class);
        }
    }
}
