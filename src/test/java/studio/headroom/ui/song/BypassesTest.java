package studio.headroom.ui.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.InsertEdits;

class BypassesTest {
    private final SongHistory history = new SongHistory(song(), refusal -> {
        throw new AssertionError(refusal);
    });

    private static Project song() {
        Strip strip = Strip.create(Strip.Kind.TRACK, "s", "Vox")
                .withInserts(List.of(Insert.create("a", "eq"), Insert.create("b", "gate"), Insert.create("c", "eq")));
        return Project.empty("Song", 48_000).withStrips(List.of(strip));
    }

    private List<Insert> chain() {
        return history.current().strip("s").orElseThrow().inserts();
    }

    private List<String> on() {
        return chain().stream()
                .filter(insert -> !insert.bypassed())
                .map(Insert::id)
                .toList();
    }

    private void turn() {
        history.bypasses().turn("s", "Vox", chain());
    }

    @Test
    void thoseThatWereOnComeBack() {
        history.apply(InsertEdits.bypass("b", true));
        turn();
        assertThat(on()).isEmpty();
        turn();
        assertThat(on()).containsExactly("a", "c");
        assertThat(history.steps()).hasSize(3);
        history.undo();
        assertThat(on()).isEmpty();
        history.undo();
        assertThat(on()).containsExactly("a", "c");
    }

    @Test
    void whereNothingIsKnownAllComeBack() {
        history.apply(InsertEdits.bypass("a", true));
        history.apply(InsertEdits.bypass("b", true));
        history.apply(InsertEdits.bypass("c", true));
        turn();
        assertThat(on()).containsExactly("a", "b", "c");
    }

    @Test
    void anEffectThatIsGoneIsForgotten() {
        turn();
        history.apply(InsertEdits.remove("a"));
        turn();
        assertThat(on()).containsExactly("b", "c");
    }

    @Test
    void anEmptyChainIsNoStep() {
        history.bypasses().turn("x", "Nobody", List.of());
        assertThat(history.steps()).isEmpty();
    }
}
