package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.NodeNumbers;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.media.MediaReader;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.meter.LoadMeter;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.MixPlan;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AudioLoopTest {
    private static final int BLOCK = 256;

    private final MemorySong song = new MemorySong(48_000).track("a", MemorySong.ramp(100_000));
    private final PlayingView view = new PlayingView();
    private final LiveMeters meters = new LiveMeters(48_000);

    private Playing playing(MediaReader reader) throws IOException {
        LiveRender render = new LiveRender(new Renderer(1), 48_000);
        MixPlan plan = MixPlan.of(song.project());
        meters.follow(plan);
        render.link()
                .publish(LiveGraph.of(
                        GraphCompiler.compileLive(
                                plan, () -> (media, reversed) -> reader, null, new NodeNumbers(), meters::probe),
                        null));
        render.link().send(LiveRender.TRANSPORT, LiveRender.PLAY, 0);
        return new Playing(
                render,
                new Turnstile(),
                MediaPool.start(song, view, 48_000),
                view,
                new BlockTimes(),
                new LoadMeter(48_000, 1),
                48_000);
    }

    private static AudioLoop loop(Playing playing, FakeDevice device) throws DeviceException {
        AudioLoop loop = new AudioLoop(playing, device.open(OutputRequest.of(48_000, BLOCK)), BLOCK, -1);
        loop.start();
        return loop;
    }

    @Test
    void blocksWhoseRenderFailsAreSilentAndPlayingGoesOn() throws Exception {
        Playing playing = playing((start, target, offset, count) -> {
            if (start <= 5000 && 5000 < start + count) {
                throw new IllegalStateException("nobody thought of frame 5000");
            }
            Arrays.fill(target[0], offset, offset + count, 0.5f);
        });
        List<String> notices = new ArrayList<>();
        Watch watch =
                new Watch(playing, meters, notices::add, (why, message) -> notices.add(message), System::nanoTime);
        FakeDevice device = new FakeDevice("Card", true);
        AudioLoop loop = loop(playing, device);
        device.take(100);
        float[] heard = device.heard()[0];
        assertThat(heard[4000]).isPositive();
        assertThat(heard[5000]).isZero();
        assertThat(heard[8000]).isEqualTo(heard[4000]);
        assertThat(loop.lost()).isFalse();
        assertThat(view.failedBlocks()).isEqualTo(1);
        watch.look(loop);
        watch.look(loop);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst()).contains("failed in 1 block", "nobody thought of frame 5000", "bypass");
        loop.end(1000);
        playing.media().close();
    }

    @Test
    void whatIsAllocatedIsCountedOnFromOneAudioThreadToTheNext() throws Exception {
        AtomicReference<byte[]> garbage = new AtomicReference<>(new byte[0]);
        AtomicBoolean wasteful = new AtomicBoolean(true);
        Playing playing = playing((start, target, offset, count) -> {
            if (wasteful.get()) {
                garbage.set(new byte[1 << 20]);
            }
            Arrays.fill(target[0], offset, offset + count, 0.5f);
        });
        FakeDevice first = new FakeDevice("First", true);
        AudioLoop before = loop(playing, first);
        first.take(20);
        before.end(1000);
        wasteful.set(false);
        long allocated = view.allocated();
        assertThat(allocated).isGreaterThan(10L << 20);
        FakeDevice second = new FakeDevice("Second", true);
        AudioLoop after = loop(playing, second);
        second.take(5);
        assertThat(view.allocated()).isBetween(allocated, allocated + (5L << 20));
        after.end(1000);
        playing.media().close();
    }

    @Test
    void oneThatWasGivenUpInTheMiddleOfARenderKeepsTheNextOneWaiting() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        List<Thread> readers = new ArrayList<>();
        Playing playing = playing((start, target, offset, count) -> {
            synchronized (readers) {
                readers.add(Thread.currentThread());
            }
            if (start >= 3000 && slow.getCount() > 0) {
                inside.countDown();
                try {
                    slow.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            Arrays.fill(target[0], offset, offset + count, 0.5f);
        });
        FakeDevice first = new FakeDevice("First", true);
        AudioLoop given = loop(playing, first);
        int before = 12;
        first.take(before);
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        given.end(10);
        FakeDevice second = new FakeDevice("Second", true);
        AudioLoop next = loop(playing, second);
        int reads;
        synchronized (readers) {
            reads = readers.size();
        }
        slow.countDown();
        second.take(20);
        Rig.until("shown", () -> view.heard() == (before + 21L) * BLOCK);
        next.end(1000);
        synchronized (readers) {
            assertThat(readers.subList(reads, readers.size()))
                    .as("after it had been given up, only the next one rendered on")
                    .doesNotContain(readers.getFirst());
        }
        assertThat(first.written).hasValue(before);
        // What was rendered last was never heard.
        assertThat(view.heard()).isEqualTo((before + 21L) * BLOCK);
        playing.media().close();
    }

    @Test
    void damageIsToldByTheStripItComesFrom() throws Exception {
        Playing playing = playing((start, target, offset, count) ->
                Arrays.fill(target[0], offset, offset + count, start > 3000 && start < 6000 ? Float.NaN : 0.5f));
        List<String> notices = new ArrayList<>();
        Watch watch =
                new Watch(playing, meters, notices::add, (why, message) -> notices.add(message), System::nanoTime);
        FakeDevice device = new FakeDevice("Card", true);
        AudioLoop loop = loop(playing, device);
        device.take(100);
        for (float sample : device.heard()[0]) {
            assertThat(sample).isFinite();
        }
        watch.look(loop);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst()).contains("'a'", "Bypass the effects");
        loop.end(1000);
        playing.media().close();
    }
}
