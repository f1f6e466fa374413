package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.meter.LoadMeter;
import studio.headroom.engine.output.OutputRequest;

/// Devices that come, go and hang, by a clock that the test sets.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DeviceKeeperTest {
    private static final int RATE = 48_000;
    private static final OutputRequest REQUEST = OutputRequest.of(RATE, 256);

    private final FakeDevice card = new FakeDevice("Card", true);
    private final FakeDevice other = new FakeDevice("Other", true);
    private final FakeDevice standIn = new FakeDevice("Stand-in", true);
    private final List<String> notices = new ArrayList<>();
    private final PlayingView view = new PlayingView();
    private final Playing playing = new Playing(
            new LiveRender(new Renderer(1), RATE),
            new Turnstile(),
            MediaPool.start(new MemorySong(RATE), view, RATE),
            view,
            new BlockTimes(),
            new LoadMeter(RATE, 1),
            RATE);
    private long now = -5;
    private final DeviceKeeper keeper = new DeviceKeeper(
            standIn,
            REQUEST,
            (line, request) -> new AudioLoop(playing, line, request.blockFrames(), -1),
            new DeviceKeeper.Listener() {
                @Override
                public void lost() {
                    notices.add("lost");
                }

                @Override
                public void plays() {
                    notices.add("plays");
                }

                @Override
                public void notice(String message) {
                    notices.add(message);
                }
            },
            () -> now);

    @AfterEach
    void close() throws InterruptedException {
        card.free();
        other.free();
        keeper.close();
        playing.media().close();
    }

    private void pass(double seconds) throws InterruptedException {
        now += (long) (seconds * 1e9);
        keeper.look();
    }

    private void until(String what, Rig.Condition condition) {
        Rig.until(what, () -> {
            try {
                keeper.look();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return condition.holds();
        });
    }

    @Test
    void aDeviceThatHangsIsOpenedByOneThreadOnlyUntilItComesBack() throws Exception {
        card.opensNever = true;
        Future<Boolean> first = keeper.use(card, REQUEST);
        Rig.until("opening", () -> card.asked.get() == 1);
        pass(9.9);
        assertThat(first.isDone()).isFalse();
        pass(0.2);
        assertThat(first.get()).isFalse();
        assertThat(notices).containsExactly("'Card' does not answer. Until then 'Stand-in' stands in.");
        assertThat(keeper.playing()).isSameAs(standIn);
        for (int minute = 0; minute < 60; minute++) {
            pass(30);
            pass(30);
        }
        assertThat(card.asked).as("an hour later").hasValue(1);

        Future<Boolean> again = keeper.use(card, REQUEST);
        pass(0);
        assertThat(again.get()).as("known to hang, so refused at once").isFalse();
        assertThat(card.asked).hasValue(1);
        Future<Boolean> elsewhere = keeper.use(other, REQUEST);
        until("another one is no matter", elsewhere::isDone);
        assertThat(elsewhere.get()).isTrue();

        Future<Boolean> third = keeper.use(card, REQUEST);
        pass(0);
        assertThat(third.get()).isFalse();
        card.opensNever = false;
        card.free();
        now += 2_000_000_000L;
        until("it has come back", () -> keeper.playing() == card);
        assertThat(card.asked).hasValue(2);
        assertThat(notices.subList(notices.size() - 2, notices.size())).containsExactly("'Card' is back.", "plays");
        assertThat(card.opened).as("the line that nobody waited for was closed").hasValue(2);
    }

    /// As when a buffer size is chosen twice in a row: the second waits for the first and counts.
    @Test
    void aDeviceThatIsStillBeingOpenedIsOpenedAgainAfterwards() throws Exception {
        card.opensNever = true;
        Future<Boolean> first = keeper.use(card, REQUEST);
        Rig.until("opening", () -> card.asked.get() == 1);
        OutputRequest larger = OutputRequest.of(RATE, 1024);
        Future<Boolean> second = keeper.use(card, larger);
        assertThat(first.get()).as("nobody waits for it any more").isFalse();
        pass(1);
        assertThat(card.asked).hasValue(1);
        card.opensNever = false;
        card.free();
        until("opened", second::isDone);
        assertThat(second.get()).isTrue();
        assertThat(card.asked).hasValue(2);
        assertThat(keeper.loop().line().bufferFrames()).isEqualTo(larger.blocks() * 1024);
        assertThat(notices).containsExactly("plays");
    }

    @Test
    void oneThatIsRefusedIsTriedEachSecond() throws Exception {
        card.refuses = true;
        Future<Boolean> opened = keeper.use(card, REQUEST);
        until("refused", opened::isDone);
        for (int tries = 2; tries < 6; tries++) {
            int goal = tries;
            long before = now;
            until("tried again", () -> {
                now += 10_000_000;
                return card.asked.get() == goal;
            });
            assertThat(now - before).isGreaterThanOrEqualTo(900_000_000L);
        }
        assertThat(notices).as("told once").hasSize(1);
    }
}
