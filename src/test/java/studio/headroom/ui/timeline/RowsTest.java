package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.StripEdits;

class RowsTest {
    private final Song song = new Song(4);

    private List<String> keys() {
        return song.model.rows().all().stream().map(Row::key).toList();
    }

    @Test
    void tracksStandInMixerOrderOneBelowTheOther() {
        assertThat(keys()).containsExactly("TRACK track1", "TRACK track2", "TRACK track3", "TRACK track4");
        double y = 0;
        for (Row row : song.model.rows().all()) {
            assertThat(row.y()).isEqualTo(y);
            y += row.height();
        }
        assertThat(song.model.rows().at(49)).map(Row::id).contains("track2");
        assertThat(song.model.rows().at(-1)).isEmpty();
        assertThat(song.model.rows().at(y)).isEmpty();
    }

    @Test
    void aFolderFoldsAwayItsTracks() {
        song.model.apply(FolderEdits.create("Drums", Set.of("track2", "track3")));
        String folder = song.model.song().folders().getFirst().id();
        assertThat(keys())
                .containsExactly("TRACK track1", "FOLDER " + folder, "TRACK track2", "TRACK track3", "TRACK track4");
        assertThat(song.model.rows().of(Row.Kind.TRACK, "track2").orElseThrow().indented())
                .isTrue();
        song.model.apply(FolderEdits.fold(folder, true));
        assertThat(keys()).containsExactly("TRACK track1", "FOLDER " + folder, "TRACK track4");
        // Numbers stay those of the mixer.
        assertThat(song.model.rows().of(Row.Kind.TRACK, "track4").orElseThrow().number())
                .isEqualTo(4);
    }

    @Test
    void hiddenTracksAndUnwantedBusesHaveNoRow() {
        song.model.apply(StripEdits.add(Strip.Kind.BUS, "Bus", 4));
        song.model.apply(StripEdits.hide(Set.of("track1"), true));
        assertThat(keys()).hasSize(3).noneMatch(key -> key.startsWith("BUS"));
        song.model.showBuses(true);
        assertThat(keys()).hasSize(5).last().isEqualTo("BUS master");
    }

    @Test
    void lanesLieBelowTheirTrackAndGoWithTheirControl() {
        LaneKey volume = new LaneKey("track1", "track1", "volume");
        song.model.showLane(volume);
        song.model.showLane(volume);
        assertThat(keys().subList(0, 3)).containsExactly("TRACK track1", "LANE track1 track1 volume", "TRACK track2");
        song.model.exchangeLane(volume, new LaneKey("track1", "track1", "pan"));
        assertThat(keys().get(1)).isEqualTo("LANE track1 track1 pan");
        song.model.toggleLanes("track1");
        assertThat(keys()).hasSize(4);
    }

    @Test
    void findingARowByItsPlaceIsRightForAllHeights() {
        Project project = Song.project(64);
        List<Row> found = new ArrayList<>();
        Song many = new Song(project);
        many.model.height("track7", RowHeight.L);
        many.model.height("track9", RowHeight.S);
        for (Row row : many.model.rows().all()) {
            assertThat(many.model.rows().at(row.y())).contains(row);
            assertThat(many.model.rows().at(row.bottom() - 0.01)).contains(row);
            found.add(row);
        }
        assertThat(found).hasSize(64);
    }
}
