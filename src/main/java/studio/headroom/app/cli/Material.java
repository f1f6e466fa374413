package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Project;

/// What `master`, `deliver` and `check` work on.
///
/// @param file the sound
/// @param project that it is the print of, or null
/// @param hash of the print, or null
record Material(
        Path file, @Nullable Project project, @Nullable String hash) {
    /// A sound file, or the print of a project, which is made where there is none.
    static Material of(Path input, Progress progress) throws IOException {
        if (!Files.isDirectory(input) && !input.endsWith(ProjectFiles.FILE)) {
            return new Material(input, null, null);
        }
        Project project = ProjectFiles.load(input);
        Path folder = ProjectFiles.folder(input);
        Print chosen = ProjectMaster.print(project, folder);
        if (chosen != null) {
            return new Material(chosen.file(), project, chosen.foreign() ? null : chosen.hash());
        }
        MixPrint print = MixPrint.make(
                project,
                folder,
                new ProjectLibrary(folder, project.sampleRate()),
                Runtime.getRuntime().availableProcessors(),
                progress);
        return new Material(print.file(), project, print.hash());
    }
}
