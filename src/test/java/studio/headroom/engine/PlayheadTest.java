package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The playhead against a plain list of its turns.
class PlayheadTest {
    private record Turn(long clock, long frame, boolean runs, int fade) {}

    /// Turns as they were made, the last of those at one clock alone.
    private static final class Turns {
        private final List<Turn> turns = new ArrayList<>();

        Turns() {
            turns.add(new Turn(Long.MIN_VALUE / 2, Long.MIN_VALUE / 2, true, 0));
        }

        void add(Turn turn) {
            if (turns.size() > 1 && turns.getLast().clock == turn.clock) {
                turns.removeLast();
            }
            turns.add(turn);
        }

        int leg(long clock) {
            int leg = 0;
            for (int i = 0; i < turns.size(); i++) {
                leg = turns.get(i).clock <= clock ? i : leg;
            }
            return leg;
        }

        long timeline(long clock) {
            return place(turns.get(leg(clock)), clock);
        }

        static long place(Turn turn, long clock) {
            return turn.runs ? turn.frame + (clock - turn.clock) : turn.frame;
        }

        /// The turn towards which it fades, or null.
        Turn fading(long clock) {
            int leg = leg(clock);
            if (leg + 1 == turns.size()) {
                return null;
            }
            Turn next = turns.get(leg + 1);
            return clock >= next.clock - next.fade ? next : null;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itIsWhereTheListOfItsTurnsSays(long seed) {
        Random random = new Random(seed);
        Playhead playhead = new Playhead();
        Turns turns = new Turns();
        long clock = 0;
        for (int step = 0; step < 400; step++) {
            int fade = random.nextInt(1000);
            clock += random.nextInt(8) == 0 ? 0 : random.nextInt(3000);
            boolean runs = random.nextInt(3) > 0;
            // Also places near 0, so that a fade begins before the timeline does.
            long frame = random.nextBoolean() ? random.nextInt(500) : random.nextInt(1 << 30);
            long before = turns.turns.size() > 1 && turns.turns.getLast().clock == clock
                    ? turns.turns.get(turns.turns.size() - 2).clock
                    : turns.turns.getLast().clock;
            turns.add(new Turn(clock, frame, runs, (int) Math.min(fade, clock - before)));
            if (runs) {
                playhead.run(clock, frame, fade);
            } else {
                playhead.stand(clock, frame, fade);
            }
            assertThat(playhead.lastTurn()).isEqualTo(clock);
            assertThat(playhead.runs()).isEqualTo(runs);
            for (int ask = 0; ask < 30; ask++) {
                // The last ten turns are well within what is remembered.
                long oldest = turns.turns.get(Math.max(1, turns.turns.size() - 10)).clock;
                assertMatches(playhead, turns, oldest + random.nextLong(clock - oldest + 2000));
            }
        }
    }

    private static void assertMatches(Playhead playhead, Turns turns, long clock) {
        assertThat(playhead.timeline(clock)).isEqualTo(turns.timeline(clock));
        assertThat(playhead.runs(clock)).isEqualTo(turns.turns.get(turns.leg(clock)).runs);
        Turn next = turns.fading(clock);
        assertThat(playhead.fades(clock)).isEqualTo(next != null);
        if (next != null) {
            assertThat(playhead.runsNext(clock)).isEqualTo(next.runs);
            double way = (clock + 0.5 - (next.clock - next.fade)) / next.fade;
            assertThat(playhead.fade(clock)).isBetween(way - 1e-12, way + 1e-12);
            assertThat(playhead.fadeStep(clock)).isEqualTo(1.0 / next.fade);
            if (next.runs) {
                assertThat(playhead.nextTimeline(clock)).isEqualTo(Turns.place(next, clock));
            }
        }
        int steady = playhead.steady(clock, 100);
        assertThat(steady).isBetween(1, 100);
        int same = 1;
        while (same < 100
                && turns.leg(clock + same) == turns.leg(clock)
                && (turns.fading(clock + same) == null) == (next == null)) {
            same++;
        }
        assertThat(steady).isEqualTo(same);
    }

    @Test
    void untouchedTheClockIsTheTimeline() {
        Playhead playhead = new Playhead();
        assertThat(playhead.timeline(-500)).isEqualTo(-500);
        assertThat(playhead.timeline(1L << 40)).isEqualTo(1L << 40);
        assertThat(playhead.steady(77, 512)).isEqualTo(512);
    }

    @Test
    void forgettingAllTurnsStandsOrRunsFromAPlace() {
        Playhead playhead = new Playhead();
        playhead.run(100, 5, 10);
        playhead.standAt(1234);
        assertThat(playhead.timeline(0)).isEqualTo(1234);
        assertThat(playhead.timeline(99_999)).isEqualTo(1234);
        assertThat(playhead.runs()).isFalse();
        playhead.runFrom(1234);
        assertThat(playhead.timeline(10)).isEqualTo(1244);
    }

    @Test
    void aLoopOfATenthOfASecondIsRememberedForSixSeconds() {
        Playhead playhead = new Playhead();
        for (int turn = 1; turn <= 500; turn++) {
            playhead.run(turn * 4800L, 1000, 960);
        }
        for (long clock = 500 * 4800L - 6 * 48_000; clock < 500 * 4800L; clock += 311) {
            assertThat(playhead.timeline(clock)).isEqualTo(1000 + clock % 4800);
        }
    }
}
