package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What of another way of listening needs a new graph.
class ListeningMovesTest {
    private static Listening chain(double db, String... ids) {
        Param gain = Catalogue.find("utility").orElseThrow().params().params().stream()
                .filter(param -> param.id().equals("gain"))
                .findFirst()
                .orElseThrow();
        List<Insert> chain = new ArrayList<>();
        for (String id : ids) {
            chain.add(new Insert(id, "utility", Values.INITIAL.with(gain, db), null));
        }
        return new Listening(Listening.Solo.IN_PLACE, chain);
    }

    @Test
    void aControlOfTheChainIsMovedWithoutANewGraph() {
        assertThat(SongMoves.enough(chain(3, "a"), chain(6, "a"))).isTrue();
        List<String> moves = new ArrayList<>();
        SongMoves.send(chain(3, "a"), chain(6, "a"), (owner, param, value) -> moves.add(owner + " " + value));
        assertThat(moves).containsExactly("a 6.0");
    }

    @Test
    void otherEffectsAndOtherWaysOfSoloNeedAnotherGraph() {
        assertThat(SongMoves.enough(chain(3, "a"), chain(3, "a", "b"))).isFalse();
        assertThat(SongMoves.enough(chain(3, "a"), chain(3, "b"))).isFalse();
        assertThat(SongMoves.enough(chain(3), new Listening(Listening.Solo.AFTER_FADER, List.of())))
                .isFalse();
        assertThat(SongMoves.enough(
                        new Listening(Listening.Solo.IN_FRONT, List.of(), -12),
                        new Listening(Listening.Solo.IN_FRONT, List.of(), -6)))
                .as("how far the others are turned down is in the graph")
                .isFalse();
    }
}
