package studio.headroom.files.project;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Songs to begin with: strips with their effects, sends and ways, groups, folders, tempo and mastering chain, without
/// anything that belongs to one song alone. Each is a file in the format of projects, and as bounded.
public final class SongTemplates {
    private final NamedFiles files;

    /// @param folder need not exist yet
    public SongTemplates(Path folder) {
        files = new NamedFiles(folder, "template");
    }

    /// The names of those that there are, sorted.
    public List<String> names() {
        return files.names();
    }

    /// A new song that begins so.
    ///
    /// @throws FileException that names the file and what is wrong with it
    public Project read(String name) throws FileException {
        Path file = files.file(name);
        try {
            return of(ProjectFormat.read(ProjectFiles.bytes(file)));
        } catch (ProjectFormatException e) {
            throw new FileException("Cannot open the template '" + file + "': " + e.getMessage() + ".", e);
        }
    }

    /// Saves what is not one song's alone of a song under a name; a template of the same name is replaced.
    public void save(String name, Project song) throws FileException {
        files.write(name, ProjectFormat.write(of(song).withTitle(name.strip())));
    }

    public void delete(String name) throws FileException {
        files.delete(name);
    }

    /// A song without what belongs to it alone: sound files, clips, automation, markers, loop, snapshots, tags, notes.
    /// Nothing is soloed, no strip is hidden.
    static Project of(Project song) {
        return song.withStrips(song.strips().stream().map(SongTemplates::bare).toList())
                .withMaster(bare(song.master()))
                .withMedia(List.of())
                .withMarkers(List.of())
                .withLoop(null)
                .withSnapshots(List.of())
                .withNotes("")
                .withMastering(song.mastering().withTags(new TreeMap<>()));
    }

    private static Strip bare(Strip strip) {
        return strip.withClips(List.of())
                .withAutomation(List.of())
                .withSolo(false)
                .withNotes("")
                .withLook(strip.look().withHidden(false));
    }
}
