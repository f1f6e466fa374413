package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.Project;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// The prints of the open song, and whether one still holds. Looks in the background a moment after the last edit. UI
/// thread.
final class PrintWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PrintWatch.class);
    private static final double QUIET_MS = 700;

    private final Look look;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<PrintCheck.State> state = new ReadOnlyObjectWrapper<>(PrintCheck.State.NONE);
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.EMPTY);
    private @Nullable SongSession session;
    private @Nullable PrintShelf prints;
    private FramePulse.@Nullable Delay delay;
    private int version;

    PrintWatch(Look look, Executor background, Executor ui) {
        this.look = look;
        this.background = background;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<PrintCheck.State> state() {
        return state.getReadOnlyProperty();
    }

    /// The prints that there are.
    ReadOnlyObjectProperty<Shelf> shelf() {
        return shelf.getReadOnlyProperty();
    }

    private void show(Shelf now) {
        shelf.set(now);
        state.set(now.state());
    }

    Runnable follow(SongSession opened) {
        session = opened;
        Path place = opened.file().folder().get();
        prints = place == null ? null : new PrintShelf(place);
        show(Shelf.EMPTY);
        InvalidationListener edited = observable -> soon();
        opened.history().song().addListener(edited);
        opened.file().folder().addListener(edited);
        look();
        return () -> {
            opened.history().song().removeListener(edited);
            opened.file().folder().removeListener(edited);
            if (session == opened) {
                session = null;
                show(Shelf.EMPTY);
            }
        };
    }

    private void soon() {
        FramePulse.Delay before = delay;
        if (before != null) {
            before.cancel();
        }
        delay = look.pulse().after(QUIET_MS, this::look);
    }

    /// Looks now.
    void look() {
        look(() -> {});
    }

    /// Looks now.
    ///
    /// @param then runs, on the UI thread, when what was found is shown
    void look(Runnable then) {
        SongSession open = session;
        PrintShelf own = prints;
        if (open == null || own == null) {
            show(Shelf.EMPTY);
            return;
        }
        int mine = ++version;
        Project song = open.history().current();
        background.execute(() -> {
            Shelf found = looked(own, song);
            ui.execute(() -> {
                if (mine == version && session == open) {
                    show(found);
                    then.run();
                }
            });
        });
    }

    private static Shelf looked(PrintShelf shelf, Project song) {
        try {
            return shelf.look(song);
        } catch (IOException e) {
            LOG.debug("Which prints there are is not known", e);
            return Shelf.EMPTY;
        }
    }

    /// Clears old prints away and looks again.
    ///
    /// @param inUse names of prints that stay
    /// @param limit how many others stay
    void clear(Set<String> inUse, int limit, Runnable then) {
        SongSession open = session;
        PrintShelf own = prints;
        if (open == null || own == null) {
            return;
        }
        Project song = open.history().current();
        background.execute(() -> {
            try {
                own.clear(song, inUse, limit);
            } catch (IOException e) {
                LOG.warn("Old prints are not cleared away", e);
            }
            ui.execute(() -> look(then));
        });
    }
}
