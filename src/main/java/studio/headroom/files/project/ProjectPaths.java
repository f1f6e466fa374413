package studio.headroom.files.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;

/// Places inside a project folder. A path in a project is relative, has `/` between its names, means the same on
/// every system, and never leads out of the folder: not by its text and not by links on the disk.
public final class ProjectPaths {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_NAME_BYTES = 255;
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private ProjectPaths() {}

    /// What is wrong with the text of a path, or null.
    public static @Nullable String fault(String path) {
        if (path.isEmpty() || path.length() > MAX_LENGTH) {
            return path.isEmpty() ? "it is empty" : "it is longer than " + MAX_LENGTH + " characters";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\' || c == ':') {
                return String.format("'%s' holds the character U+%04X", printable(path), (int) c);
            }
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty()
                    || name.endsWith(".")
                    || name.endsWith(" ")
                    || DEVICE.matcher(name).matches()
                    || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
                return "'" + path + "' is not a path inside the folder that works on every system";
            }
        }
        return null;
    }

    /// The file that a path means.
    ///
    /// @param folder the project folder, which exists
    /// @throws FileException when it leads out of the folder
    public static Path resolve(Path folder, String path) throws FileException {
        String fault = fault(path);
        if (fault != null) {
            throw new FileException("A path of the project '" + folder + "' cannot be used: " + fault + ".");
        }
        try {
            Path inside = folder.toRealPath();
            Path place = inside;
            for (String name : path.split("/", -1)) {
                place = place.resolve(name);
                boolean leavesOrDangles = Files.isSymbolicLink(place)
                        && !(Files.exists(place) && place.toRealPath().startsWith(inside));
                if (leavesOrDangles) {
                    throw new FileException("'" + place + "' is a link that leads out of the project folder. Put the"
                            + " file itself in its place.");
                }
            }
            return place;
        } catch (InvalidPathException e) {
            throw new FileException("'" + path + "' is not a possible file name on this system.", e);
        } catch (IOException e) {
            throw FileException.reading(folder, e);
        }
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
