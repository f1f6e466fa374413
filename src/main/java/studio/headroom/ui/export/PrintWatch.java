package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.project.Project;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// Whether the open song has a print that still holds. Looks in the background a moment after the last edit. UI thread.
final class PrintWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PrintWatch.class);
    private static final double QUIET_MS = 700;

    private final Look look;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<PrintCheck.State> state = new ReadOnlyObjectWrapper<>(PrintCheck.State.NONE);
    private @Nullable SongSession session;
    /// Of the song that is open; its own lock, since two looks may overlap.
    private PrintCheck check = new PrintCheck();
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

    Runnable follow(SongSession opened) {
        session = opened;
        check = new PrintCheck();
        state.set(PrintCheck.State.NONE);
        InvalidationListener edited = observable -> soon();
        opened.history().song().addListener(edited);
        opened.file().folder().addListener(edited);
        look();
        return () -> {
            opened.history().song().removeListener(edited);
            opened.file().folder().removeListener(edited);
            if (session == opened) {
                session = null;
                state.set(PrintCheck.State.NONE);
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
        SongSession open = session;
        Path folder = open == null ? null : open.file().folder().get();
        if (open == null || folder == null) {
            state.set(PrintCheck.State.NONE);
            return;
        }
        int mine = ++version;
        Project song = open.history().current();
        PrintCheck own = check;
        background.execute(() -> {
            PrintCheck.State found;
            try {
                synchronized (own) {
                    found = own.state(song, folder);
                }
            } catch (IOException e) {
                LOG.debug("Whether the print holds is not known", e);
                found = PrintCheck.State.NONE;
            }
            PrintCheck.State now = found;
            ui.execute(() -> {
                if (mine == version && session == open) {
                    state.set(now);
                }
            });
        });
    }
}
