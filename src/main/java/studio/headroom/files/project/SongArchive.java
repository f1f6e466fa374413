package studio.headroom.files.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.headroom.files.FileException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.edit.SongEdits;

/// A song in one file, to send or to keep: a ZIP archive of its folder with the sound files that are played and the
/// references that are there and the prints that the mastering needs, without backups, autosaves, other prints and
/// waveforms. Unpacked, it is a song to open.
public final class SongArchive {
    /// What the name of an archive ends with.
    public static final String SUFFIX = ".zip";

    private static final int BUFFER = 1 << 18;

    private SongArchive() {}

    /// Writes an archive; what was there under its name is replaced when all is written.
    ///
    /// @param folder of the song, from which sound files are read
    /// @param song as it is now, saved or not
    /// @param share hears how far it is, 0..1
    /// @return bytes written
    /// @throws FileException naming the file and the cure
    /// @throws CancellationException when canceled; nothing is left then
    public static long write(Path folder, Project song, Path archive, DoubleConsumer share, BooleanSupplier canceled)
            throws FileException {
        Project lean = SongEdits.removeUnusedMedia().apply(song);
        List<String> paths = new ArrayList<>();
        long whole = 0;
        for (String path : sounds(folder, lean)) {
            Path file = ProjectPaths.resolve(folder, path);
            try {
                whole += Files.size(file);
            } catch (IOException e) {
                throw FileException.reading(file, e);
            }
            paths.add(path);
        }
        Path building = archive.resolveSibling("." + archive.getFileName() + ".part");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(building), BUFFER);
                    ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
                String root = folder.toAbsolutePath().normalize().getFileName() + "/";
                zip.putNextEntry(new ZipEntry(root + ProjectFiles.FILE));
                zip.write(ProjectFormat.write(lean));
                zip.closeEntry();
                long done = 0;
                for (String path : paths) {
                    zip.putNextEntry(new ZipEntry(root + path));
                    done = copy(ProjectPaths.resolve(folder, path), zip, done, whole, share, canceled);
                    zip.closeEntry();
                }
            }
            Files.move(building, archive, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(archive);
        } catch (IOException e) {
            throw e instanceof FileException known ? known : FileException.writing(archive, e);
        } finally {
            delete(building);
        }
    }

    /// The files to pack. A reference that is missing is not worth a song that cannot be packed.
    private static Set<String> sounds(Path folder, Project song) throws FileException {
        Set<String> paths = new TreeSet<>(song.media().stream().map(Media::path).toList());
        for (Reference reference : song.mastering().references()) {
            if (Files.exists(ProjectPaths.resolve(folder, reference.media().path()))) {
                paths.add(reference.media().path());
            }
        }
        paths.addAll(PrintNote.goingAlong(folder, song));
        return paths;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A hidden file is left; why writing ended is what the user is told.
        }
    }

    private static long copy(
            Path file, OutputStream to, long before, long whole, DoubleConsumer share, BooleanSupplier canceled)
            throws IOException {
        long done = before;
        byte[] buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                if (canceled.getAsBoolean()) {
                    throw new CancellationException("Packing the song was canceled.");
                }
                to.write(buffer, 0, count);
                done += count;
                share.accept((double) done / Math.max(1, whole));
            }
        }
        return done;
    }
}
