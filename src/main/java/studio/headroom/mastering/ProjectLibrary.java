package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.FileException;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// The sound files of a project folder.
public final class ProjectLibrary implements MediaLibrary {
    private final Path folder;
    private final int sampleRate;

    /// @param folder of the project
    /// @param sampleRate of the project
    public ProjectLibrary(Path folder, int sampleRate) {
        this.folder = folder;
        this.sampleRate = sampleRate;
    }

    /// The sound files of a song.
    ///
    /// @throws FileException when one lies outside the project folder
    public List<Path> files(Project project) throws FileException {
        List<Path> files = new ArrayList<>();
        for (Media media : project.media()) {
            files.add(ProjectPaths.resolve(folder, media.path()));
        }
        return files;
    }

    /// @throws FileException when the file is missing or is not what the song says it is
    @Override
    public SampleSource open(Media media) throws IOException {
        Path file = ProjectPaths.resolve(folder, media.path());
        if (!Files.exists(file)) {
            throw new FileException(
                    "The sound file '" + file + "' is missing. Put it back in its place or import it again"
                            + (media.origin().isEmpty() ? "" : " (it came from '" + media.origin() + "')") + ".");
        }
        SampleSource source = Sources.randomAccess(file, Progress.NONE);
        AudioFormat format = source.format();
        if (format.sampleRate() != sampleRate
                || format.channels() != media.channels()
                || source.frames() != media.frames()) {
            source.close();
            throw new FileException("'" + file + "' is not the file that the song was made with: it has "
                    + format.channels() + " channels, " + source.frames() + " frames and " + format.sampleRate()
                    + " Hz instead of " + media.channels() + ", " + media.frames() + " and " + sampleRate
                    + ". Put the right file back, or import this one as a new track.");
        }
        return source;
    }
}
