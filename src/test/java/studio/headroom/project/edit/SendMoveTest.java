package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;

class SendMoveTest {
    private final Project song = Project.empty("Song", 48_000)
            .withStrips(List.of(
                    track("kick", -10),
                    track("snare", -20),
                    track("bass", Double.NEGATIVE_INFINITY),
                    Strip.create(Kind.RETURN, "hall", "Hall")));

    private static Strip track(String id, double level) {
        Send send =
                Send.create(id + "-hall", "hall").withControls(Values.INITIAL.with(StripControls.SEND_LEVEL, level));
        return Strip.create(Kind.TRACK, id, id).withSends(List.of(send));
    }

    private static double level(Project project, String id) {
        return project.strip(id).orElseThrow().sends().getFirst().controls().get(StripControls.SEND_LEVEL);
    }

    private SendMove move() {
        return SendMove.begin(song, "kick-hall", List.of("snare-hall", "bass-hall", "gone"), StripControls.SEND_LEVEL);
    }

    @Test
    void levelsKeepTheirDistancesAndSilenceStays() {
        Project moved = move().to(-4).apply(song);
        assertThat(level(moved, "kick")).isEqualTo(-4);
        assertThat(level(moved, "snare")).isEqualTo(-14);
        assertThat(level(moved, "bass")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(move().to(-4).nameIn(song)).endsWith("and 2 more");
    }

    @Test
    void whatCameToTheEndOfItsTravelComesBackToWhereItWas() {
        SendMove move = SendMove.begin(song, "snare-hall", List.of("kick-hall"), StripControls.SEND_LEVEL);
        Project up = move.to(6).apply(song);
        assertThat(level(up, "kick")).isEqualTo(6);
        assertThat(level(move.to(-20).apply(up), "kick")).isEqualTo(-10);
    }

    @Test
    void theWholeWayDownTakesAllAlong() {
        Project moved = move().to(Double.NEGATIVE_INFINITY).apply(song);
        assertThat(level(moved, "snare")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void switchesComeToStandAlike() {
        SendMove move = SendMove.begin(song, "kick-hall", List.of("snare-hall"), StripControls.SEND_MUTE);
        Project muted = move.to(1).apply(song);
        assertThat(muted.strip("snare")
                        .orElseThrow()
                        .sends()
                        .getFirst()
                        .controls()
                        .isOn(StripControls.SEND_MUTE))
                .isTrue();
    }
}
