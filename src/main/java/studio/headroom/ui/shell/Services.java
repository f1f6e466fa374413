package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.ui.preferences.SettingsFile;

/// What the shell needs of the machine and of the user's folders.
///
/// @param home the user's folder
/// @param sample folder of the sample song, where there is one
/// @param background carries out what takes time, several at once
/// @param ui carries out what belongs to the UI thread
/// @param exit ends the program; runs when everything is closed
public record Services(
        Outputs outputs,
        OpenSongs openSongs,
        RecentSongs recent,
        SettingsFile settings,
        Path home,
        Optional<Path> sample,
        ZoneId zone,
        Choosers choosers,
        Executor background,
        Executor ui,
        Runnable exit) {}
