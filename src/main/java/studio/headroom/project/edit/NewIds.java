package studio.headroom.project.edit;

import java.util.concurrent.atomic.AtomicInteger;
import studio.headroom.project.Project;

/// New ids of one kind in a row, as [Ids#next] would give them one by one.
final class NewIds {
    private final String prefix;
    private final AtomicInteger number;

    NewIds(Project project, String prefix) {
        this.prefix = prefix;
        number = new AtomicInteger(Ids.nextNumber(project, prefix));
    }

    String next() {
        return prefix + number.getAndIncrement();
    }
}
