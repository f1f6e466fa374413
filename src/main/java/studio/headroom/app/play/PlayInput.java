package studio.headroom.app.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.Sources;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// What is to be played: a project, or a sound file as a song of one track.
///
/// @param files that are read
/// @param chain a mastering chain that it is heard through; empty for the mix itself
/// @param matched whether it is as loud through the chain as without it
public record PlayInput(Project song, MediaLibrary library, List<Path> files, List<Insert> chain, boolean matched) {
    public PlayInput {
        files = List.copyOf(files);
        chain = List.copyOf(chain);
    }

    /// The song itself.
    public PlayInput(Project song, MediaLibrary library, List<Path> files) {
        this(song, library, files, List.of(), false);
    }

    /// The same, heard through a mastering chain.
    ///
    /// @param matches whether it is as loud through the chain as without it
    public PlayInput through(List<Insert> master, boolean matches) {
        return new PlayInput(song, library, files, master, matches);
    }

    /// @param path a project folder or a sound file
    /// @throws IOException that names the file and the cure
    public static PlayInput of(Path path, Progress progress) throws IOException {
        if (isProject(path)) {
            Project song = ProjectFiles.load(path);
            ProjectLibrary library = new ProjectLibrary(ProjectFiles.folder(path), song.sampleRate());
            return new PlayInput(song, library, library.files(song));
        }
        return sound(path, progress);
    }

    private static boolean isProject(Path path) {
        return Files.isDirectory(path)
                || ProjectFiles.FILE.equals(String.valueOf(path.getFileName()))
                || !Files.exists(path) && path.toString().endsWith(ProjectFiles.SUFFIX);
    }

    private static PlayInput sound(Path path, Progress progress) throws IOException {
        try (SampleSource source = Sources.randomAccess(path, progress)) {
            int channels = source.format().channels();
            int rate = source.format().sampleRate();
            if (channels > 2) {
                throw new IOException("'" + path + "' has " + channels
                        + " channels. Only mono and stereo can be played: split it first.");
            }
            if (rate < Project.MIN_SAMPLE_RATE || rate > Project.MAX_SAMPLE_RATE) {
                throw new IOException("'" + path + "' has a sample rate of " + rate + " Hz; "
                        + Project.MIN_SAMPLE_RATE + " to " + Project.MAX_SAMPLE_RATE
                        + " Hz can be played. Convert it first.");
            }
            String name = String.valueOf(path.getFileName());
            Media media = new Media("sound", "media/sound.wav", channels, source.frames(), name);
            Strip track =
                    Strip.create(Strip.Kind.TRACK, "track", name).withClips(List.of(Clip.whole("clip", media, 0)));
            if (channels == 1) {
                // Heard as loud as the file is: a mono track alone would be 3 dB softer on each side.
                track = track.withControls(track.controls().with(StripControls.TRIM, MONO_DB));
            }
            Project song = Project.empty(name, rate).withMedia(List.of(media)).withStrips(List.of(track));
            return new PlayInput(song, unused -> Sources.randomAccess(path, Progress.NONE), List.of(path));
        }
    }

    /// What the pan law takes from a mono signal in the center.
    private static final double MONO_DB = 20 * Math.log10(Math.sqrt(2));
}
