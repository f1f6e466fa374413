package studio.headroom.ui.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;

class UnknownEffectsTest {
    private static Project song(Insert... inserts) {
        Project song = Project.empty("Song", 48_000);
        return song.withMaster(song.master().withInserts(List.of(inserts)));
    }

    @Test
    void aSongThatIsPlayedWholeSaysNothing() {
        assertThat(UnknownEffects.told(song(Insert.create("a", "eq")))).isEmpty();
        assertThat(UnknownEffects.told(song(
                        Insert.create("a", "of-tomorrow").withValues(Values.INITIAL.with(StripControls.BYPASS, 1)))))
                .isEmpty();
    }

    @Test
    void whatIsMissedIsNamedWithItsPlace() {
        Project song = song(Insert.create("a", "of-tomorrow"), Insert.create("b", "other"));
        assertThat(UnknownEffects.told(song))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("“of-tomorrow” on “" + song.master().name() + "” and 1 more"));
    }
}
