package studio.headroom.mastering.coded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import studio.headroom.files.FileException;

/// The folder of coded masters in that of a song. What lies in it can be made again, belongs to the program that has
/// the song open, and goes when that closes it.
public final class CodedFolder {
    /// In the song's folder.
    public static final String FOLDER = "coded";

    private static final String ENDING = ".wav";
    private static final Pattern OURS =
            Pattern.compile("\\.?[0-9a-f]{12} (sound|difference)( \\([a-z]+\\))?(\\.[0-9a-z]+)+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /// @param song the song's folder
    public CodedFolder(Path song) {
        folder = song.resolve(FOLDER);
    }

    /// Two new places.
    public record Places(Path sound, Path difference) {
        /// Removes what lies there; what cannot be removed goes with the next song's opening.
        public void clear() {
            delete(sound);
            delete(difference);
        }
    }

    /// Makes the folder, where it is missing, and names two places in it.
    ///
    /// @throws FileException that names the folder and the cure
    public Places places() throws FileException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        return new Places(folder.resolve(name + " sound" + ENDING), folder.resolve(name + " difference" + ENDING));
    }

    /// Removes all coded masters, and the folder when nothing else lies in it. Links are neither followed nor removed.
    public void clear() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path path : found) {
                if (OURS.matcher(String.valueOf(path.getFileName())).matches()
                        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    delete(path);
                }
            }
        } catch (IOException e) {
            return; // Then the next time.
        }
        delete(folder);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A file that is still played, or a folder in which somebody keeps something: it stays until the next time.
        }
    }
}
