package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Clip;
import studio.headroom.project.Marker;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.Snap.Grid;
import studio.headroom.project.edit.Snap.Kind;
import studio.headroom.project.edit.Snap.Place;
import studio.headroom.project.edit.Snap.Snapped;

class SnapTest {
    @Test
    void theNearestPlaceInReachIsTaken() {
        Snap snap = new Snap(Grid.every(1_000), List.of(new Place(1_100, Kind.MARKER)), 60);
        assertThat(snap.at(1_040)).isEqualTo(new Snapped(1_000, Kind.GRID));
        assertThat(snap.at(1_060)).isEqualTo(new Snapped(1_100, Kind.MARKER));
        assertThat(snap.at(1_050)).as("equally near").isEqualTo(new Snapped(1_100, Kind.MARKER));
        assertThat(snap.at(1_400)).isEqualTo(new Snapped(1_400, Kind.NOTHING));
        assertThat(snap.at(-5)).isEqualTo(new Snapped(0, Kind.GRID));
    }

    @Test
    void withoutReachNothingIsSnappedToAndWithAllOfItEverything() {
        assertThat(new Snap(Grid.every(1_000), List.of(), 0).at(1_001)).isEqualTo(new Snapped(1_001, Kind.NOTHING));
        assertThat(new Snap(Grid.every(1_000), List.of(), Snap.ALWAYS).at(1_499))
                .isEqualTo(new Snapped(1_000, Kind.GRID));
    }

    @Test
    void beatsFollowTheTempoWithoutDrifting() {
        BarGrid song = new BarGrid(new Tempo(97.5, 4, 4), 44_100);
        Grid bars = Grid.bars(song);
        // Bar 1001 lies at 1000 * 4 * 60 / 97.5 s.
        assertThat(bars.nearest(108_553_000)).isEqualTo(Math.round(1_000 * 240 / 97.5 * 44_100));
        assertThat(Grid.beats(song, 1 / 3.0).nearest(9_000)).isEqualTo(Math.round(60 / 97.5 / 3 * 44_100));
        assertThat(bars.nearest(song.frameOfBar(77) + 9)).isEqualTo(song.frameOfBar(77));
        assertThat(Grid.seconds(48_000, 0.5).nearest(50_000)).isEqualTo(48_000);
    }

    @Test
    void aSongsPlacesAreItsMarkersClipsAndLoopButNotWhatIsMoved() {
        Media media = new Media("m", "media/a.wav", 1, 500, "a.wav");
        Project song = Project.empty("Song", 48_000)
                .withMedia(List.of(media))
                .withStrips(List.of(Strip.create(Strip.Kind.TRACK, "t", "T")
                        .withClips(List.of(Clip.whole("c", media, 100), Clip.whole("d", media, 900)))))
                .withMarkers(List.of(new Marker("k", 50, "x")))
                .withLoop(new Span(10, 9_000));
        assertThat(new Snap(Grid.NONE, Snap.places(song, Set.of("d")), 5)
                        .withPlayhead(77)
                        .places())
                .containsExactly(
                        new Place(0, Kind.START),
                        new Place(50, Kind.MARKER),
                        new Place(100, Kind.CLIP),
                        new Place(600, Kind.CLIP),
                        new Place(10, Kind.LOOP),
                        new Place(9_000, Kind.LOOP),
                        new Place(77, Kind.PLAYHEAD));
    }

    @Test
    void aPieceSnapsWithTheEdgeThatHasTheShorterWay() {
        Snap snap = new Snap(Grid.NONE, List.of(new Place(1_000, Kind.CLIP), new Place(2_030, Kind.MARKER)), 50);
        // From 0..1000, moved by 1010: its beginning is 10 off, its end 20.
        assertThat(snap.moved(0, 1_000, 1_010)).isEqualTo(new Snapped(1_000, Kind.CLIP));
        assertThat(snap.moved(0, 1_000, 1_025)).isEqualTo(new Snapped(1_030, Kind.MARKER));
        assertThat(snap.moved(0, 1_000, 500)).isEqualTo(new Snapped(500, Kind.NOTHING));
        assertThat(snap.moved(100, 1_000, -500)).isEqualTo(new Snapped(-100, Kind.NOTHING));
    }

    /// What comes out is a place, a line, or what went in; never farther away than the reach, and nothing is nearer.
    @Test
    void nothingNearerIsPassedOver() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            long step = 1 + random.nextInt(500);
            List<Place> places = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                places.add(new Place(random.nextInt(5_000), Kind.values()[1 + random.nextInt(5)]));
            }
            long reach = random.nextInt(100);
            long frame = random.nextInt(5_000);
            Snapped snapped = new Snap(Grid.every(step), places, reach).at(frame);
            long way = Math.abs(snapped.frame() - frame);
            assertThat(way).isLessThanOrEqualTo(reach);
            long line = Math.abs(frame - Math.round((double) frame / step) * step);
            long nearest = places.stream()
                    .mapToLong(p -> Math.abs(p.frame() - frame))
                    .min()
                    .orElse(Long.MAX_VALUE);
            assertThat(way).isEqualTo(Math.min(line, nearest) <= reach && reach > 0 ? Math.min(line, nearest) : 0);
        }
    }
}
