package studio.headroom.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A file that is written beside its place and takes that place only when it is complete: whoever opens the target
/// sees what was there before or the whole new content, never a part. One thread at a time.
///
/// ```java
/// try (AtomicFile file = AtomicFile.create(target)) {
///     // write to file.temporary()
///     file.commit();
/// }
/// ```
///
/// Closing without [#commit()] removes what was written and leaves the target as it was.
public final class AtomicFile implements Closeable {
    /// In bytes: an ending of 20 more stays within the 255 of a file name.
    private static final int LONGEST_NAME_KEPT = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path target;
    private final Path temporary;
    private boolean committed;

    private AtomicFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /// Checks that `target` can be written and makes an empty file beside it. A link is followed: what it points to
    /// will be replaced, not the link.
    ///
    /// @throws FileException when the folder is missing or not writable, or the target is a folder, a device or
    ///     write-protected
    public static AtomicFile create(Path target) throws FileException {
        try {
            Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            check(target, place);
            for (int attempt = 0; ; attempt++) {
                Path temporary = place.resolveSibling(temporaryName(place));
                try {
                    Files.createFile(temporary);
                    return new AtomicFile(place, temporary);
                } catch (FileAlreadyExistsException e) {
                    if (attempt == 10) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw FileException.writing(target, e);
        } catch (InvalidPathException e) {
            throw new FileException("Cannot write '" + target + "': the name is not allowed here.", e);
        }
    }

    /// Replaces `target` with `content` in one step.
    public static void write(Path target, byte[] content) throws FileException {
        try (AtomicFile file = create(target)) {
            try (FileChannel channel = FileChannel.open(file.temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            } catch (IOException e) {
                throw FileException.writing(target, e);
            }
            file.commit();
        }
    }

    /// The place that will be taken.
    public Path target() {
        return target;
    }

    /// The existing, hidden file to write to; it lies in the target's folder and its name ends with `.part`.
    public Path temporary() {
        return temporary;
    }

    /// Forces the content to the disk and puts it in the target's place. To be called after whatever wrote to
    /// [#temporary()] has closed it.
    ///
    /// @throws FileException with the target as it was before
    public void commit() throws FileException {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            keepPermissions();
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
            committed = true;
        } catch (IOException e) {
            throw FileException.writing(target, e);
        }
        forceFolder();
    }

    /// Removes the temporary file unless it was committed. Never fails: the target is right either way.
    @Override
    public void close() {
        if (!committed) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                temporary.toFile().deleteOnExit();
            }
        }
    }

    private static void check(Path named, Path place) throws FileException {
        if (Files.isDirectory(place)) {
            throw new FileException("Cannot write '" + named + "': it is a folder. Name a file inside it.");
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new FileException("Cannot write '" + named + "': it is a device, not a file. Choose another name.");
        }
        if (Files.exists(place) && !Files.isWritable(place)) {
            throw new FileException("Cannot write '" + named + "': it is write-protected. Remove the protection or"
                    + " choose another name.");
        }
        Path folder = place.getParent();
        if (folder == null || place.getFileName() == null) {
            throw new FileException("Cannot write '" + named + "': it is not the name of a file.");
        }
        if (!Files.exists(folder)) {
            throw new FileException(
                    "Cannot write '" + named + "': the folder '" + folder + "' does not exist. Make it first.");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileException("Cannot write '" + named + "': '" + folder + "' is not a folder.");
        }
    }

    private static String temporaryName(Path place) {
        String name = String.valueOf(place.getFileName());
        byte[] random = new byte[6];
        RANDOM.nextBytes(random);
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_KEPT
                || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        String kept = name.substring(0, end);
        return "." + kept + "." + HexFormat.of().formatHex(random) + ".part";
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView existing = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (existing != null && Files.exists(target)) {
            Files.setPosixFilePermissions(temporary, existing.readAttributes().permissions());
        }
    }

    /// Makes the new name itself last through a power cut where the system allows a folder to be opened.
    private void forceFolder() {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders; there the rename is logged by the file system.
        }
    }
}
