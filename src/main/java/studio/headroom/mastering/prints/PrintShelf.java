package studio.headroom.mastering.prints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.PrintNote;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.project.Project;

/// The prints in the folder of one song. What it has read of a file it remembers until the file changes, so that it can
/// be asked often; it looks at the disk, so not on the UI thread. Any thread, one after the other.
public final class PrintShelf {
    private final Path folder;
    private final PrintCheck hashes = new PrintCheck();
    private final Map<Path, Known> known = new HashMap<>();

    /// What a file is; `facts` is null for one that is no print.
    private record Known(
            FileTime time,
            long bytes,
            FileTime noted,
            @Nullable Facts facts) {}

    /// @param number 0 where it is not known
    private record Facts(Path file, int number, String title, String hash, Instant made, AudioFileInfo info) {}

    /// @param folder of the project
    public PrintShelf(Path folder) {
        this.folder = folder;
    }

    /// The prints that there are of a song, as it is now.
    ///
    /// @throws IOException when the folder of prints cannot be read
    public synchronized Shelf look(Project song) throws IOException {
        List<Print> prints = prints();
        return new Shelf(prints, prints.isEmpty() ? "" : hash(song));
    }

    /// The prints that there are, the newest first.
    ///
    /// @throws IOException when the folder of prints cannot be read
    public synchronized List<Print> all() throws IOException {
        return prints();
    }

    private String hash(Project song) {
        try {
            return hashes.hash(song, folder);
        } catch (IOException e) {
            return ""; // A sound file is gone; the mix says so.
        }
    }

    private List<Print> prints() throws IOException {
        List<Path> files = MixPrint.files(folder);
        known.keySet().retainAll(Set.copyOf(files));
        List<Facts> all = new ArrayList<>();
        for (Path file : files) {
            Facts facts = known(file);
            if (facts != null) {
                all.add(facts);
            }
        }
        all.sort(Comparator.comparing(Facts::made).thenComparing(Facts::number).thenComparing(Facts::file));
        List<Print> prints = new ArrayList<>();
        int last = 0;
        for (Facts facts : all) {
            boolean foreign = facts.hash.isEmpty();
            int number = foreign ? 0 : facts.number > 0 ? facts.number : last + 1;
            last = Math.max(last, number);
            prints.addFirst(new Print(
                    facts.file,
                    number,
                    foreign ? facts.title : "Mix print " + number,
                    facts.hash,
                    facts.made,
                    facts.info.format().sampleRate(),
                    facts.info.format().channels(),
                    facts.info.frames()));
        }
        return prints;
    }

    private @Nullable Facts known(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            long bytes = Files.size(file);
            Path note = PrintNote.beside(file);
            FileTime noted = Files.exists(note) ? Files.getLastModifiedTime(note) : FileTime.fromMillis(0);
            Known before = known.get(file);
            if (before == null || !before.time.equals(time) || before.bytes != bytes || !before.noted.equals(noted)) {
                before = new Known(time, bytes, noted, facts(file, time.toInstant()));
                known.put(file, before);
            }
            return before.facts;
        } catch (IOException e) {
            return null; // It has just gone.
        }
    }

    /// @return null where the file is no print
    private static @Nullable Facts facts(Path file, Instant written) {
        try {
            AudioFileInfo info = AudioFiles.info(file);
            if (info.frames() <= 0 || info.format().channels() > 2) {
                return null;
            }
            Tags tags = AudioFiles.tags(file);
            Optional<String> hash = MixPrint.hash(tags);
            boolean foreign = TakeOver.isTaken(tags);
            if (hash.isEmpty() && !foreign) {
                return null;
            }
            String carried = hash.orElse("");
            Optional<PrintNote> note =
                    PrintNote.read(file).filter(read -> read.hash().equals(carried));
            String title =
                    note.map(PrintNote::title).filter(text -> !text.isBlank()).orElseGet(() -> bare(file));
            return new Facts(
                    file,
                    note.map(PrintNote::number).orElse(0),
                    title,
                    carried,
                    note.map(PrintNote::made).orElse(written),
                    info);
        } catch (IOException e) {
            return null; // What cannot be read is no print.
        }
    }

    private static String bare(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /// The song as it was when a print was made; nothing for prints of which that was not kept.
    public static Optional<Project> madeOf(Print print) {
        return print.foreign() ? Optional.empty() : PrintNote.project(print.file(), print.hash());
    }

    /// Removes the oldest prints of the mix beyond a number, with the notes beside them. Those that are kept or in use
    /// stay, and sounds from elsewhere do; neither counts. What cannot be removed stays until the next time.
    ///
    /// @param inUse names of prints that somebody works on
    /// @param limit of how many stay, 1 or more
    /// @return the names of those that were removed
    public synchronized List<String> clear(Project song, Set<String> inUse, int limit) throws FileException {
        List<Print> prints;
        try {
            prints = prints();
        } catch (IOException e) {
            throw FileException.reading(folder.resolve(MixPrint.FOLDER), e);
        }
        List<String> removed = new ArrayList<>();
        int stay = 0;
        for (Print print : prints) {
            boolean held = print.foreign()
                    || inUse.contains(print.name())
                    || song.mastering().kept().contains(print.name())
                    || song.mastering().print().equals(print.name());
            if (!held && ++stay > Math.max(1, limit)) {
                try {
                    Files.delete(print.file());
                    Files.deleteIfExists(PrintNote.beside(print.file()));
                    removed.add(print.name());
                } catch (IOException e) {
                    // Somebody holds it open.
                }
            }
        }
        return removed;
    }
}
