package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.History;
import studio.headroom.project.edit.SnapshotEdits;

/// Any edits in any order, taken back and made again, give the same bytes; and every project on the way can be
/// saved and opened, which proves it valid. Snapshots are beside the steps and have a test of their own.
class EditHistoryPropertyTest {
    private static final int STEPS = 500;

    /// Snapshots stay while edits are undone, and each state of the song can be gone back to with them.
    @Test
    void snapshotsStayWhateverIsUndone() throws ProjectFormatException {
        Random random = new Random(77);
        History history = new History(Project.empty("Song", 48_000));
        for (int i = 0; i < STEPS; i++) {
            try {
                if (i % 20 == 0) {
                    int steps = history.names().size();
                    String slot = random.nextBoolean() ? "" : "A";
                    history.apply(SnapshotEdits.take(slot, "Mix " + i));
                    assertThat(history.names()).hasSize(steps);
                } else if (i % 7 == 0) {
                    List<Snapshot> kept = history.current().snapshots();
                    history.jump(random.nextInt(history.names().size() + 1));
                    assertThat(history.current().snapshots()).isEqualTo(kept);
                    byte[] text = ProjectFormat.write(history.current());
                    assertThat(ProjectFormat.read(text)).isEqualTo(history.current());
                } else {
                    history.apply(RandomEdits.edit(random, history.current()));
                }
            } catch (InvalidProjectException e) {
                // Not possible here; the next one.
            }
        }
        assertThat(history.current().snapshots()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void undoAndRedoGiveTheSameBytes(long seed) throws ProjectFormatException {
        Random random = new Random(seed);
        History history = new History(Project.empty("Song", 48_000));
        List<byte[]> states = new ArrayList<>(List.of(ProjectFormat.write(history.current())));
        int refused = 0;
        for (int i = 0; i < STEPS; i++) {
            Project before = history.current();
            try {
                Edit edit = RandomEdits.edit(random, before);
                history.apply(edit);
                assertThat(edit.nameIn(before)).isNotBlank().doesNotContain("null");
            } catch (InvalidProjectException e) {
                assertThat(history.current()).isSameAs(before);
                assertThat(e).hasMessageNotContainingAny("null", "Optional");
                refused++;
            }
            if (history.current() != before) {
                byte[] text = ProjectFormat.write(history.current());
                if (i % 10 == 0) {
                    assertThat(ProjectFormat.read(text)).isEqualTo(history.current());
                }
                states.add(text);
            }
        }
        // The point of the test: most edits apply, some are impossible, and the songs are not trivial.
        assertThat(refused).isBetween(1, STEPS / 2);
        assertThat(history.current().strips()).isNotEmpty();
        for (int i = states.size() - 1; i > 0; i--) {
            assertThat(ProjectFormat.write(history.current())).isEqualTo(states.get(i));
            history.undo();
        }
        assertThat(history.undoName()).isEmpty();
        for (byte[] state : states) {
            assertThat(ProjectFormat.write(history.current())).isEqualTo(state);
            history.redo();
        }
    }
}
