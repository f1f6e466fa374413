package studio.headroom.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The standard output, which remembers why it could not be written: a print stream only says that it could not.
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    StandardOutput() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        try {
            out.write(bytes, offset, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /// Whether anything is missing from what was written.
    boolean failed() {
        return failure != null;
    }

    /// Whether the reader has simply seen enough, as `head` does.
    boolean readerLeft() {
        String text = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("broken pipe") || lower.contains("pipe is being closed");
    }
}
