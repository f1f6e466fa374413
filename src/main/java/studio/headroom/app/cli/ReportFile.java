package studio.headroom.app.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.mastering.Originals;

/// The report of a job: its place is proved before the job begins, and taken when there is something to say.
final class ReportFile implements Closeable {
    private final @Nullable AtomicFile file;

    private ReportFile(@Nullable AtomicFile file) {
        this.file = file;
    }

    /// @param path or null for no report
    /// @param output of the job, which is another file
    /// @param sources that the job reads
    /// @throws FileException when it cannot be written
    static ReportFile at(@Nullable Path path, Path output, List<Path> sources) throws FileException {
        if (path == null) {
            return new ReportFile(null);
        }
        List<Path> others = new ArrayList<>(sources);
        others.add(output);
        Originals.protect(path, others);
        return new ReportFile(AtomicFile.create(path));
    }

    void write(String text) throws FileException {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file.temporary(), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileException.writing(file.target(), e);
        }
        file.commit();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
