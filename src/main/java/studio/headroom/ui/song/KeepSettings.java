package studio.headroom.ui.song;

import java.time.Duration;
import studio.headroom.files.project.Autosaver;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.edit.History;

/// What the user wants to be kept of a song.
///
/// @param autosave after which a change is kept for a crash
/// @param backups earlier saves that stay in the project folder, at least 1
/// @param undoSteps steps that can be taken back, at least 1
public record KeepSettings(Duration autosave, int backups, int undoSteps) {
    public static final KeepSettings DEFAULT =
            new KeepSettings(Autosaver.DEFAULT_INTERVAL, ProjectFiles.BACKUPS_KEPT, History.DEFAULT_DEPTH);
}
