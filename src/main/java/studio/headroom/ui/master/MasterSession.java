package studio.headroom.ui.master;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.prints.Print;
import studio.headroom.ui.song.SongSession;

/// What the parts of the Master view share.
///
/// @param song the open song; the chain is edited through its history
/// @param print the one that is worked on; its value is null while there is none
/// @param hearing what is heard
/// @param work runs what takes long, one after the other, away from the UI thread
/// @param ui runs on the UI thread
/// @param failures hears, on the UI thread, what could not be done and what helps
public record MasterSession(
        SongSession song,
        ObservableValue<@Nullable Print> print,
        Hearing hearing,
        Executor work,
        Executor ui,
        Consumer<String> failures) {}
