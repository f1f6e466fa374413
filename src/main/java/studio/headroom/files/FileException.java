package studio.headroom.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file could not be read or written. The message is meant for the user: one or two sentences that name the file
/// and, where there is one, the cure.
public class FileException extends IOException {
    private static final long serialVersionUID = 1L;

    public FileException(String message) {
        super(message);
    }

    public FileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// What went wrong while `path` was being written, in words. An exception that already is one of these stays as
    /// it is.
    public static FileException writing(Path path, IOException cause) {
        if (cause instanceof FileException known) {
            return known;
        }
        String reason = cause instanceof NoSuchFileException
                ? "its folder is gone, or takes no files. Choose another folder."
                : reason(cause);
        return new FileException("Cannot write '" + path + "': " + reason, cause);
    }

    /// What went wrong while `path` was being read, in words. An exception that already is one of these stays as it is.
    public static FileException reading(Path path, IOException cause) {
        return cause instanceof FileException known
                ? known
                : new FileException("Cannot read '" + path + "': " + reason(cause), cause);
    }

    /// The system's reason as a clause with its cure, ending with a full stop.
    private static String reason(IOException cause) {
        String text = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return "the disk is full. Free some space or choose another folder.";
        }
        if (cause instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "access is denied. Check the permissions of the file and its folder.";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "the work was interrupted.";
        }
        if (cause instanceof NoSuchFileException) {
            return "it does not exist.";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file of that name exists already.";
        }
        if (cause.getCause() instanceof ReadOnlyFileSystemException || lower.contains("read-only")) {
            return "the disk is read-only. Choose another folder.";
        }
        if (lower.contains("too many open files")) {
            return "too many files are open at once. Raise the system's limit ('ulimit -n').";
        }
        if (lower.contains("name too long")) {
            return "the name is too long. Choose a shorter one.";
        }
        return text == null || text.isBlank() ? "the system reports an error." : text.strip() + ".";
    }
}
