package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;

/// Tracks 1 to 6, of which 2 and 3 lie in a folder; all rows are 28 high, the folder's 20.
class RowActionsTest {
    private final Song song = new Song(Song.project(6));
    private final RowActions actions;
    private final String folder;

    RowActionsTest() {
        song.model.heightOfAll(RowHeight.S);
        song.model.apply(FolderEdits.create("Drums", Set.of("track2", "track3")));
        folder = song.model.song().folders().getFirst().id();
        actions = new RowActions(song.model);
    }

    /// `1 [2 3] 4 5 6`.
    private String order() {
        StringBuilder text = new StringBuilder();
        String in = "";
        for (Strip strip : song.model.song().strips()) {
            String now = strip.look().folder();
            text.append(!in.isEmpty() && !now.equals(in) ? "]" : "");
            text.append(text.isEmpty() ? "" : " ");
            text.append(!now.isEmpty() && !now.equals(in) ? "[" : "");
            text.append(strip.id().replace("track", ""));
            in = now;
        }
        return text + (in.isEmpty() ? "" : "]");
    }

    private Row row(String id) {
        return song.model.rows().all().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void drop(String id, double x, double y) {
        actions.drop(row(id), x, y).ifPresent(place -> actions.put(row(id), place));
    }

    @Test
    void aTrackIsDroppedBetweenOthers() {
        assertThat(order()).isEqualTo("1 [2 3] 4 5 6");
        drop("track6", 100, row("track4").y() + 2);
        assertThat(order()).isEqualTo("1 [2 3 6] 4 5");
        drop("track6", 10, row("track5").y() + 2);
        assertThat(order()).isEqualTo("1 [2 3] 4 6 5");
        drop("track1", 100, 1000);
        assertThat(order()).isEqualTo("[2 3] 4 6 5 1");
    }

    @Test
    void theLowerEndOfAFolderIsInItOrBehindItByThePlaceOfTheHand() {
        drop("track6", 10, row("track4").y() + 2);
        assertThat(order()).isEqualTo("1 [2 3] 6 4 5");
        drop("track6", 100, row("track3").y() + 26);
        assertThat(order()).isEqualTo("1 [2 3 6] 4 5");
    }

    @Test
    void theHeaderOfAFolderTakesTracksIn() {
        drop("track5", 100, row(folder).y() + 10);
        assertThat(order()).isEqualTo("1 [5 2 3] 4 6");
        song.model.apply(FolderEdits.fold(folder, true));
        drop("track6", 100, row(folder).y() + 14);
        assertThat(order()).isEqualTo("1 [6 5 2 3] 4");
    }

    @Test
    void aTrackIsTakenOutAndTheLastLeavesNoFolderBehind() {
        drop("track2", 10, 2);
        assertThat(order()).isEqualTo("2 1 [3] 4 5 6");
        drop("track3", 10, 1000);
        assertThat(order()).isEqualTo("2 1 4 5 6 3");
    }

    @Test
    void selectedTracksGoTogetherInTheirOrder() {
        song.model.selection().strips(List.of("track6", "track1"));
        drop("track6", 100, row("track3").y() + 2);
        assertThat(order()).isEqualTo("[2 1 6 3] 4 5");
        song.history.undo();
        assertThat(order()).isEqualTo("1 [2 3] 4 5 6");
    }

    @Test
    void aFolderGoesWithAllThatIsInIt() {
        drop(folder, 100, row("track5").bottom() - 2);
        assertThat(order()).isEqualTo("1 4 5 [2 3] 6");
        drop(folder, 100, 0);
        assertThat(order()).isEqualTo("[2 3] 1 4 5 6");
        drop(folder, 100, 1000);
        assertThat(order()).isEqualTo("1 4 5 6 [2 3]");
    }

    @Test
    void whatIsDroppedWhereItStandsIsNoStep() {
        int steps = song.history.steps().size();
        drop("track4", 10, row("track4").y() + 2);
        drop("track4", 10, row("track4").y() + 26);
        drop(folder, 10, row(folder).y() + 5);
        assertThat(song.history.steps()).hasSize(steps);
    }

    @Test
    void theKeyboardComesToEveryPlaceAndBack() {
        List<String> down = new ArrayList<>(List.of(order()));
        for (int i = 0; i < 8; i++) {
            actions.move(row("track1"), 1);
            down.add(order());
        }
        assertThat(down)
                .containsExactly(
                        "1 [2 3] 4 5 6",
                        "[1 2 3] 4 5 6",
                        "[2 1 3] 4 5 6",
                        "[2 3 1] 4 5 6",
                        "[2 3] 1 4 5 6",
                        "[2 3] 4 1 5 6",
                        "[2 3] 4 5 1 6",
                        "[2 3] 4 5 6 1",
                        "[2 3] 4 5 6 1");
        List<String> up = new ArrayList<>(List.of(order()));
        for (int i = 0; i < 8; i++) {
            actions.move(row("track1"), -1);
            up.add(order());
        }
        assertThat(up.reversed().stream().distinct().toList())
                .isEqualTo(down.stream().distinct().toList());
    }

    @Test
    void aFolderIsMovedByKeyPastWholeFolders() {
        song.model.apply(FolderEdits.create("Keys", Set.of("track5", "track6")));
        assertThat(order()).isEqualTo("1 [2 3] 4 [5 6]");
        actions.move(row(folder), 1);
        assertThat(order()).isEqualTo("1 4 [2 3] [5 6]".replace("] [", "] ["));
        actions.move(row(folder), 1);
        assertThat(order()).isEqualTo("1 4 [5 6] [2 3]");
        actions.move(row(folder), -1);
        actions.move(row(folder), -1);
        actions.move(row(folder), -1);
        assertThat(order()).isEqualTo("[2 3] 1 4 [5 6]");
    }

    @Test
    void whateverIsDroppedFoldersStayWholeAndAllComesBack() {
        Random random = new Random(11);
        song.model.apply(FolderEdits.create("Keys", Set.of("track5", "track6")));
        int before = song.history.steps().size();
        var start = song.model.song();
        for (int i = 0; i < 400; i++) {
            List<Row> rows = song.model.rows().all();
            Row row = rows.get(random.nextInt(rows.size()));
            drop(
                    row.id(),
                    random.nextInt(200),
                    random.nextInt((int) song.model.rows().height() + 20) - 10);
            List<String> folders = new ArrayList<>();
            for (Strip strip : song.model.song().strips()) {
                String now = strip.look().folder();
                if (folders.isEmpty() || !folders.getLast().equals(now)) {
                    folders.add(now);
                }
            }
            List<String> named =
                    folders.stream().filter(name -> !name.isEmpty()).toList();
            assertThat(named).doesNotHaveDuplicates();
            assertThat(song.model.song().strips().stream().map(Strip::id).collect(Collectors.toSet()))
                    .hasSize(6);
        }
        while (song.history.steps().size() > before) {
            song.history.undo();
        }
        assertThat(song.model.song()).isEqualTo(start);
        assertThat(song.refusals).isEmpty();
    }

    @Test
    void theMixStaysBelowAll() {
        song.model.showBuses(true);
        int steps = song.history.steps().size();
        actions.move(row("master"), -1);
        assertThat(song.history.steps()).hasSize(steps);
        actions.move(row("track6"), 1);
        assertThat(order()).isEqualTo("1 [2 3] 4 5 6");
        drop("track1", 100, song.model.rows().height() - 2);
        assertThat(order()).isEqualTo("[2 3] 4 5 6 1");
        assertThat(song.refusals).isEmpty();
    }
}
