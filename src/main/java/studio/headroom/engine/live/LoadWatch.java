package studio.headroom.engine.live;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says why sound comes late, or is about to, and what helps; once for each cause, and again when it had been over for
/// a
/// minute. Control thread.
final class LoadWatch {
    /// Beyond this share of the time that blocks have, the next pause of the machine will be heard.
    static final double FULL = 0.8;

    /// Below this the load cannot be why blocks are late.
    static final double LIGHT = 0.5;

    /// An effect that takes less is not to blame.
    private static final double WORTH_NAMING = 0.1;

    /// As long an insert is new: that it was added is why the load has risen.
    private static final long NEW_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final String DISK = "disk";
    private static final String MACHINE = "machine";

    /// What the user should know of late sound.
    record Told(Lateness why, String message) {}

    private final Map<String, Long> firstSeen = new HashMap<>();
    /// When a cause was there last.
    private final Map<String, Long> told = new HashMap<>();
    private boolean begun;
    private long lateSeen;
    private long starvedSeen;

    /// Looks how it goes; to be called a few times a second while something plays.
    ///
    /// @param now the time in ns
    /// @param load the smoothed share of their time that blocks take
    /// @param late blocks so far
    /// @param starved blocks among them that the disk was too slow for
    /// @param inserts that are played, by id
    /// @return what the user should know
    Optional<Told> look(long now, double load, long late, long starved, Map<String, LiveMeters.Insert> inserts) {
        firstSeen.keySet().retainAll(inserts.keySet());
        // What is there from the beginning is not new.
        inserts.keySet().forEach(id -> firstSeen.putIfAbsent(id, begun ? now : now - NEW_NANOS));
        begun = true;
        long lateNow = Math.max(0, late - starved - (lateSeen - starvedSeen));
        long starvedNow = Math.max(0, starved - starvedSeen);
        lateSeen = late;
        starvedSeen = starved;
        if (starvedNow > 0 && tell(DISK, now)) {
            return told(
                    Lateness.DISK,
                    "The disk delivers too slowly, so parts of the sound are missing. Close what else reads"
                            + " from it, or copy the song to a faster one.");
        }
        if (lateNow > 0 && load < LIGHT && tell(MACHINE, now)) {
            return told(
                    Lateness.MACHINE,
                    "Sound came late, although the effects leave enough time: the computer was busy"
                            + " elsewhere. Close what else runs, or raise the buffer.");
        }
        boolean over = lateNow > 0 && load >= LIGHT;
        if (!over && load <= FULL) {
            return Optional.empty();
        }
        return overload(now, load, over, inserts);
    }

    private static Optional<Told> told(Lateness why, String message) {
        return Optional.of(new Told(why, message));
    }

    private boolean tell(String cause, long now) {
        Long last = told.put(cause, now);
        return last == null || now - last > AGAIN_NANOS;
    }

    private Optional<Told> overload(long now, double load, boolean late, Map<String, LiveMeters.Insert> inserts) {
        String id = culprit(now, inserts);
        if (!tell((late ? "late " : "full ") + id, now)) {
            return Optional.empty();
        }
        Lateness why = late ? Lateness.RENDERING : Lateness.SOON;
        String what = late ? "Sound comes late" : "Sound will soon come late";
        if (id == null) {
            return told(
                    why,
                    what + ": rendering takes " + percent(load) + " of the time a block has, and no effect"
                            + " stands out. Raise the buffer, or mute and remove what is not needed.");
        }
        LiveMeters.Insert insert = Objects.requireNonNull(inserts.get(id));
        return told(
                why,
                what + ": " + insert.name() + " takes " + percent(insert.load().smoothed(0))
                        + " of the time a block has, all together " + percent(load)
                        + ". Bypass it, or raise the buffer.");
    }

    /// The heaviest of the new ones, where that is worth naming, else of all; null where none is.
    private @Nullable String culprit(long now, Map<String, LiveMeters.Insert> inserts) {
        String fresh = heaviest(inserts, id -> now - firstSeen.getOrDefault(id, now) < NEW_NANOS);
        return fresh != null ? fresh : heaviest(inserts, id -> true);
    }

    private static @Nullable String heaviest(Map<String, LiveMeters.Insert> inserts, Predicate<String> which) {
        String heaviest = null;
        double most = WORTH_NAMING;
        for (Map.Entry<String, LiveMeters.Insert> insert : inserts.entrySet()) {
            double load = insert.getValue().load().smoothed(0);
            if (load >= most && which.test(insert.getKey())) {
                most = load;
                heaviest = insert.getKey();
            }
        }
        return heaviest;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
