package studio.headroom.engine.live;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.media.MediaFault;

/// Looks after playing and tells the user what is wrong with it: files that cannot be read, late sound, effects that
/// fail. Control thread.
final class Watch {
    private static final long LOAD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /// One report of failing blocks in this time.
    private static final long FAILURE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Playing playing;
    private final LiveMeters meters;
    private final Consumer<String> notices;
    private final BiConsumer<Lateness, String> late;
    private final LongSupplier nanoTime;
    private final LoadWatch load = new LoadWatch();
    private List<MediaFault> faults = List.of();
    private long nextLoad;
    private long spoiltSeen;
    private long failedSeen;
    private long nextSpoilt;
    private long nextFailed;
    private final Map<String, Double> spoiltBy = new HashMap<>();

    /// @param nanoTime the time
    Watch(
            Playing playing,
            LiveMeters meters,
            Consumer<String> notices,
            BiConsumer<Lateness, String> late,
            LongSupplier nanoTime) {
        this.playing = playing;
        this.meters = meters;
        this.notices = notices;
        this.late = late;
        this.nanoTime = nanoTime;
        nextLoad = nanoTime.getAsLong();
        nextSpoilt = nextLoad;
        nextFailed = nextLoad;
    }

    /// To be called often.
    ///
    /// @param loop that plays, or null
    void look(@Nullable AudioLoop loop) {
        long now = nanoTime.getAsLong();
        tellFaults();
        tellSpoilt(now);
        tellFailures(now, loop);
        if (now - nextLoad >= 0) {
            nextLoad = now + LOAD_NANOS;
            if (loop != null && loop.line().realTime() && playing.view().moving()) {
                load.look(
                                now,
                                playing.load().smoothed(0),
                                playing.times().late(),
                                playing.view().starvedBlocks(),
                                meters.inserts())
                        .ifPresent(told -> late.accept(told.why(), told.message()));
            }
        }
    }

    private void tellFaults() {
        List<MediaFault> now = playing.media().errors();
        if (!now.equals(faults)) {
            List<MediaFault> before = faults;
            faults = now;
            for (MediaFault fault : now) {
                if (fault.failing() && !before.contains(fault)) {
                    notices.accept(fault.message());
                }
            }
        }
    }

    private void tellSpoilt(long now) {
        long spoilt = playing.view().spoiltChunks();
        if (spoilt == spoiltSeen || now - nextSpoilt < 0) {
            return;
        }
        spoiltSeen = spoilt;
        nextSpoilt = now + FAILURE_NANOS;
        String names = meters.strips().entrySet().stream()
                .filter(strip -> risen(strip.getKey(), strip.getValue().spoilt().get(0)))
                .map(strip -> "'" + strip.getValue().name() + "'")
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("the mix");
        notices.accept("What comes out of " + names + " is no sound but an error of calculation, and is kept silent."
                + " Bypass the effects there one by one, and see whether a sound file is damaged.");
    }

    private boolean risen(String strip, double count) {
        Double before = spoiltBy.put(strip, count);
        return count > (before == null ? 0 : before);
    }

    private void tellFailures(long now, @Nullable AudioLoop loop) {
        long failed = playing.view().failedBlocks();
        if (failed == failedSeen || now - nextFailed < 0) {
            return;
        }
        long since = failed - failedSeen;
        failedSeen = failed;
        nextFailed = now + FAILURE_NANOS;
        notices.accept(String.format(
                Locale.ROOT,
                "Rendering failed in %d %s, which stay silent (%s). Undo what was changed last, or bypass effects one by"
                        + " one.",
                since,
                since == 1 ? "block" : "blocks",
                loop == null ? "" : loop.lastRenderFailure()));
    }
}
