package studio.headroom.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Commands;

/// Which of the places of the open song is shown. UI thread.
final class Places {
    private final List<Place> all;
    private final Commands commands;
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();

    Places(List<Place> all, Commands commands) {
        this.all = List.copyOf(all);
        this.commands = commands;
    }

    List<Place> all() {
        return all;
    }

    ReadOnlyObjectProperty<@Nullable Place> place() {
        return place.getReadOnlyProperty();
    }

    void choose(Place chosen) {
        if (!all.contains(Objects.requireNonNull(chosen))) {
            throw new IllegalArgumentException("there is no place '" + chosen.id() + "'");
        }
        commands.setPlace(chosen.id());
        place.set(chosen);
    }

    void dispose() {
        commands.setPlace("");
        Place shown = place.get();
        if (shown != null) {
            shown.hidden();
        }
        all.forEach(Place::dispose);
    }
}
