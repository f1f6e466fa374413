package studio.headroom.files.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import studio.headroom.files.FileException;
import studio.headroom.files.project.MediaSearch;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.StripImports;

/// Brings strips of another song into an open one, with the sound files that they play.
public final class OtherSong {
    private OtherSong() {}

    /// Whether clips can come along: sound files are copied as they are, so both songs need one sample rate.
    public static boolean sounds(Project other, Project song) {
        return other.sampleRate() == song.sampleRate();
    }

    /// Copies what the strips play and the song does not have yet into its folder.
    ///
    /// @param from folder of the other song
    /// @param strips ids there
    /// @param clips whether clips and automation come along; only where [#sounds]
    /// @return the edit that adds the strips
    /// @throws FileException that names a file and the cure; nothing is left then
    /// @throws CancellationException when canceled; nothing is left then
    public static Edit bring(
            Path from,
            Project other,
            Set<String> strips,
            boolean clips,
            Path folder,
            Project song,
            ImportProgress progress)
            throws FileException {
        Map<String, Media> media = new HashMap<>();
        List<Path> copied = new ArrayList<>();
        boolean done = false;
        try {
            if (clips && sounds(other, song)) {
                List<Media> played = played(other, strips);
                for (int i = 0; i < played.size(); i++) {
                    Media item = played.get(i);
                    progress.report((double) i / played.size(), item.origin());
                    if (progress.canceled()) {
                        throw new CancellationException("Bringing strips was canceled.");
                    }
                    media.put(item.id(), here(item, from, folder, song, copied));
                }
            }
            done = true;
            return StripImports.bring(other, strips, media);
        } finally {
            if (!done) {
                remove(copied);
            }
        }
    }

    private static List<Media> played(Project other, Set<String> strips) {
        Set<String> ids = new LinkedHashSet<>();
        other.strips().stream()
                .filter(strip -> strips.contains(strip.id()))
                .map(Strip::clips)
                .forEach(clips -> clips.stream().map(Clip::media).forEach(ids::add));
        return other.media().stream().filter(media -> ids.contains(media.id())).toList();
    }

    /// The file as the song has it, or a copy of it with an empty id.
    private static Media here(Media item, Path from, Path folder, Project song, List<Path> copied)
            throws FileException {
        Optional<Media> known = song.media().stream()
                .filter(media -> !item.sha256().isEmpty() && media.sha256().equals(item.sha256()))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Path file = ProjectPaths.resolve(from, item.path());
        if (!Files.isRegularFile(file)) {
            throw new FileException("Cannot read '" + file + "': it does not exist. Bring the strips without clips, or"
                    + " open the other song and look for its sound files first.");
        }
        String path = MediaSearch.bring(folder, new MediaSearch.Found(item, file, MediaSearch.Match.CONTENT));
        copied.add(ProjectPaths.resolve(folder, path));
        return new Media("", path, item.channels(), item.frames(), item.origin(), item.sha256());
    }

    private static void remove(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // What is left is a sound file that nobody names; why it ended is what the user is told.
            }
        }
    }
}
