package studio.headroom.ui.shell;

import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.theme.Look;

/// What the parts of the shell share.
record Tools(
        Look look,
        Preferences preferences,
        Services services,
        MainWindow window,
        Messages messages,
        SongDialogs dialogs,
        Jobs jobs) {}
