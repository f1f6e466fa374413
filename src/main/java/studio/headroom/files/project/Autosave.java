package studio.headroom.files.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

/// What is kept of unsaved work, in case the program or the machine stops. A folder of the newest few states:
/// inside the project folder, or for a song that was never saved, one of its own in the user's state folder.
public final class Autosave {
    private static final int KEPT = 3;
    private static final String FOLDER = "autosave";

    private final TimedFiles files;

    /// @param folder where the states are kept; made when needed, in one that exists
    public Autosave(Path folder) {
        this(folder, InstantSource.system());
    }

    Autosave(Path folder, InstantSource clock) {
        files = new TimedFiles(folder, FOLDER, KEPT, clock);
    }

    /// Where the states are kept.
    public Path folder() {
        return files.folder();
    }

    /// That of a saved project.
    public static Autosave of(Path projectFolder) throws FileException {
        return new Autosave(ProjectPaths.resolve(projectFolder, FOLDER));
    }

    /// A state that can be gone back to.
    public record Recovery(Path file, Instant time, Project project) {}

    /// Keeps a state; one that equals the newest kept is not written again.
    public void write(Project project) throws FileException {
        files.add(ProjectFormat.write(project));
    }

    /// Forgets all states: after saving, or when the user does not want them.
    public void clear() throws FileException {
        files.clear();
    }

    /// The newest state that can be opened; a damaged one falls back to the one before.
    public Optional<Recovery> newest() throws FileException {
        return files.newestGood().map(found -> new Recovery(found.file(), found.time(), found.project()));
    }

    /// What was not saved when the project was open last: the newest state that can be opened, where it differs
    /// from what is saved and was written after it. Where `project.json` cannot be opened, any state will do.
    public static Optional<Recovery> recovery(Path projectFolder) throws FileException {
        Optional<Recovery> newest = of(projectFolder).newest();
        if (newest.isEmpty()) {
            return newest;
        }
        Path saved = ProjectPaths.resolve(projectFolder, ProjectFiles.FILE);
        try {
            if (ProjectFiles.load(projectFolder).equals(newest.get().project())) {
                return Optional.empty();
            }
        } catch (FileException e) {
            return newest;
        }
        try {
            boolean later =
                    Files.getLastModifiedTime(newest.get().file()).compareTo(Files.getLastModifiedTime(saved)) >= 0;
            return later ? newest : Optional.empty();
        } catch (IOException e) {
            throw FileException.reading(saved, e);
        }
    }
}
