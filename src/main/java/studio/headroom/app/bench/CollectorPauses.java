package studio.headroom.app.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/// How often and for how long the garbage collector has stopped the program since this was made, as far as the JVM
/// tells: in whole milliseconds.
final class CollectorPauses implements AutoCloseable {
    private final List<GarbageCollectorMXBean> pausing;
    private final AtomicLong longest = new AtomicLong();
    private final NotificationListener listener = this::heard;
    private final long countBefore;
    private final long millisBefore;

    CollectorPauses() {
        List<GarbageCollectorMXBean> all = ManagementFactory.getGarbageCollectorMXBeans();
        // What ZGC calls cycles runs beside the program; what it calls pauses is told apart.
        pausing = all.stream()
                .filter(collector -> !collector.getName().endsWith("Cycles"))
                .toList();
        countBefore = pausing.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        millisBefore = pausing.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        for (GarbageCollectorMXBean collector : pausing) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    private void heard(Notification notification, @Nullable Object nothing) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            long millis = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getDuration();
            longest.accumulateAndGet(millis, Math::max);
        }
    }

    /// The collectors of this JVM, for people.
    static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    long count() {
        return pausing.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum()
                - countBefore;
    }

    long totalMillis() {
        return pausing.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                - millisBefore;
    }

    /// 0 is below a millisecond.
    long longestMillis() {
        return longest.get();
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : pausing) {
            if (collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
