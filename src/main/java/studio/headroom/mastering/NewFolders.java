package studio.headroom.mastering;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import studio.headroom.files.FileException;

/// Folders that a job makes where they are missing, and that go again, unless they are kept, when nothing comes of it.
public final class NewFolders implements Closeable {
    private final List<Path> made = new ArrayList<>();
    private boolean kept;

    /// @throws FileException when one cannot be made; those before it are gone again
    public NewFolders(Collection<Path> folders) throws FileException {
        try {
            for (Path folder : folders) {
                make(folder);
            }
        } catch (FileException e) {
            close();
            throw e;
        }
    }

    private void make(Path folder) throws FileException {
        List<Path> missing = new ArrayList<>();
        for (Path up = folder.toAbsolutePath(); up != null && !Files.exists(up); up = up.getParent()) {
            missing.addFirst(up);
        }
        for (Path next : missing) {
            try {
                Files.createDirectory(next);
            } catch (IOException e) {
                throw FileException.writing(next, e);
            }
            made.addFirst(next);
        }
    }

    /// Lets them stay.
    public void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                return; // Something else lies in it by now.
            }
        }
    }
}
