package studio.headroom.files.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;

/// Whether the sound files of a project are there and are what the project says: to be asked when it is opened and
/// before it is rendered, so that a lost file is an error and never a silence. References are looked at too, but keep
/// nothing from being opened or rendered.
public final class MediaCheck {
    private MediaCheck() {}

    /// A sound file that is not as it should be.
    ///
    /// @param used whether a clip plays it
    /// @param message what is wrong and the cure, one or two sentences that name the file
    public record Problem(Media media, boolean used, String message) {}

    /// Looks at every sound file's header.
    ///
    /// @return the files that are missing, unreadable or not as long, wide or fast as the project says; in its
    ///     order
    public static List<Problem> check(Path folder, Project project) {
        Set<String> played = new HashSet<>();
        project.strips().forEach(strip -> strip.clips().forEach(clip -> played.add(clip.media())));
        List<Problem> problems = new ArrayList<>();
        for (Media media : project.media()) {
            String fault = fault(folder, project, media);
            if (fault != null) {
                problems.add(new Problem(media, played.contains(media.id()), fault));
            }
        }
        problems.addAll(references(folder, project));
        return problems;
    }

    /// As [#check], but only of the references of the mastering.
    public static List<Problem> references(Path folder, Project project) {
        List<Problem> problems = new ArrayList<>();
        for (Reference reference : project.mastering().references()) {
            String fault = fault(folder, project, reference.media());
            if (fault != null) {
                problems.add(new Problem(reference.media(), false, fault));
            }
        }
        return problems;
    }

    /// As [#check], but only of what is played, and with an end to it.
    ///
    /// @throws FileException naming the first file that is wrong, how many more are, and the cure
    public static void require(Path folder, Project project) throws FileException {
        List<Problem> problems =
                check(folder, project).stream().filter(Problem::used).toList();
        if (!problems.isEmpty()) {
            String more = problems.size() == 1 ? "" : " (" + (problems.size() - 1) + " more like this.)";
            throw new FileException(problems.getFirst().message() + more);
        }
    }

    /// Reads a whole sound file and compares it with its checksum.
    ///
    /// @return what is wrong, or nothing, also where no checksum is known
    public static Optional<String> compareContent(Path folder, Media media) throws FileException {
        if (media.sha256().isEmpty()) {
            return Optional.empty();
        }
        Path file = ProjectPaths.resolve(folder, media.path());
        return Sha256.of(file).equals(media.sha256())
                ? Optional.empty()
                : Optional.of("'" + file + "' is not the sound that was imported. " + cure(media));
    }

    private static @Nullable String fault(Path folder, Project project, Media media) {
        try {
            Path file = ProjectPaths.resolve(folder, media.path());
            if (!Files.exists(file)) {
                return "The sound file '" + file + "' is missing. " + cure(media);
            }
            AudioFileInfo info = AudioFiles.info(file);
            if (info.format().sampleRate() != project.sampleRate()) {
                return "The sound file '" + file + "' has a sample rate of "
                        + info.format().sampleRate() + " Hz, and the project has " + project.sampleRate() + " Hz. "
                        + cure(media);
            }
            if (info.format().channels() != media.channels()) {
                return "The sound file '" + file + "' has "
                        + channels(info.format().channels()) + ", and the project expects " + channels(media.channels())
                        + ". " + cure(media);
            }
            if (info.frames() >= 0 && info.frames() != media.frames()) {
                return "The sound file '" + file + "' is " + (info.frames() < media.frames() ? "shorter" : "longer")
                        + " than the project expects (" + info.frames() + " frames, not " + media.frames() + "). "
                        + cure(media);
            }
            return null;
        } catch (FileException e) {
            return e.getMessage() + " " + cure(media);
        }
    }

    private static String cure(Media media) {
        String origin = media.origin().isEmpty() ? "" : " (it came from '" + media.origin() + "')";
        return "Put the right file back in its place or import it again" + origin + ".";
    }

    private static String channels(int count) {
        return count + (count == 1 ? " channel" : " channels");
    }
}
