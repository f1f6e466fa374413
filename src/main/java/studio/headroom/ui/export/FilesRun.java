package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.ExportWatch;

/// Work that writes files, and says of each where it is.
public abstract class FilesRun extends LongJob implements FileRows.Source {
    private final List<String> names;
    private final List<Path> files;
    private final AtomicReferenceArray<ExportWatch.@Nullable Stage> stages;
    private final AtomicReferenceArray<@Nullable Double> shares;
    private final AtomicReferenceArray<FileRows.@Nullable Done> done;

    /// @param names of the files, relative to their folder
    /// @param files their places
    protected FilesRun(List<String> names, List<Path> files) {
        this.names = List.copyOf(names);
        this.files = List.copyOf(files);
        stages = new AtomicReferenceArray<>(names.size());
        shares = new AtomicReferenceArray<>(names.size());
        done = new AtomicReferenceArray<>(names.size());
    }

    protected final void setStage(int index, ExportWatch.Stage stage) {
        stages.set(index, stage);
    }

    /// @param share of a file's own work, 0..1
    protected final void setShare(int index, double share) {
        shares.set(index, share);
    }

    protected final void setDone(int index, FileRows.Done said) {
        done.set(index, said);
    }

    @Override
    public final List<String> names() {
        return names;
    }

    @Override
    public final Path file(int index) {
        return files.get(index);
    }

    @Override
    public final ExportWatch.@Nullable Stage stage(int index) {
        return stages.get(index);
    }

    @Override
    public final double share(int index) {
        Double share = shares.get(index);
        return share == null ? -1 : share;
    }

    @Override
    public final FileRows.@Nullable Done done(int index) {
        return done.get(index);
    }

    /// How many files are complete.
    final int ready() {
        int ready = 0;
        for (int i = 0; i < done.length(); i++) {
            ready += done.get(i) != null ? 1 : 0;
        }
        return ready;
    }

    /// How far it is: `2 of 5 files · 41 %`.
    protected String facts() {
        int all = names.size();
        return (all == 1 ? "1 file" : ready() + " of " + all + " files complete") + " · " + Math.round(share() * 100)
                + " %";
    }
}
