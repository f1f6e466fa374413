package studio.headroom.files.audio.codec;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;

/// A sound file that cannot be read, or a sound that cannot be written as asked. The message names the file.
public final class AudioFileException extends FileException {
    private static final long serialVersionUID = 1L;

    private final boolean unsupported;

    public AudioFileException(String message) {
        this(message, null, false);
    }

    public AudioFileException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private AudioFileException(String message, @Nullable Throwable cause, boolean unsupported) {
        super(message, cause);
        this.unsupported = unsupported;
    }

    /// The content contradicts itself or its format.
    public static AudioFileException damaged(Path path, String what) {
        return new AudioFileException(damage(path, what));
    }

    /// A codec's library failed on the content.
    public static AudioFileException damaged(Path path, String what, Throwable cause) {
        return new AudioFileException(damage(path, what), cause);
    }

    private static String damage(Path path, String what) {
        return "'" + path + "' is damaged: " + what + ". Copy it anew, or export it again.";
    }

    /// The content is sound but uses something that is not read here; another program may know it.
    public static AudioFileException unsupported(Path path, String what) {
        return new AudioFileException("'" + path + "' cannot be read: " + what + ".", null, true);
    }

    /// Whether another program may be able to read the file.
    public boolean isUnsupported() {
        return unsupported;
    }
}
