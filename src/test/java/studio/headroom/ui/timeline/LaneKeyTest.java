package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;

class LaneKeyTest {
    private static final Strip VOICE = Strip.create(Strip.Kind.TRACK, "voice", "Voice")
            .withSends(List.of(Send.create("near", "hall"), Send.create("far", "echo")))
            .withInserts(List.of(Insert.create("eq", "eq")));
    private static final Project SONG = Project.empty("Song", 48_000)
            .withStrips(List.of(
                    VOICE,
                    Strip.create(Strip.Kind.RETURN, "hall", "Hall"),
                    Strip.create(Strip.Kind.RETURN, "echo", "Echo")));

    @Test
    void theLaneOfASendSaysWhereItLeads() {
        assertThat(new LaneKey("voice", "near", "level").in(SONG).orElseThrow().name())
                .isEqualTo("Hall level");
        assertThat(new LaneKey("voice", "far", "level").in(SONG).orElseThrow().name())
                .isEqualTo("Echo level");
    }

    @Test
    void noTwoControlsOfAStripHaveTheSameName() {
        assertThat(LaneKey.of(SONG, VOICE)).extracting(LaneKey.Control::name).doesNotHaveDuplicates();
    }
}
