package studio.headroom.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.importing.ImportOptions;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.importing.ImportResult;
import studio.headroom.files.importing.ImportedStem;
import studio.headroom.files.importing.StemImporter;
import studio.headroom.files.project.PrintNote;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.prints.TakeOver;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;

/// Makes songs on the disk: of sound files, or of the sample song. Takes time; not for the UI thread.
public final class NewSong {
    private static final int MOST_THREADS = 16;

    private NewSong() {}

    /// The folder of a song, beside others that may be called the same.
    ///
    /// @param parent of the project folder to be
    public static Path place(Path parent, String title) {
        String name = FileNames.safe(title);
        Path place = parent.resolve(name + ProjectFiles.SUFFIX);
        for (int i = 2; Files.exists(place); i++) {
            place = parent.resolve(name + " " + i + ProjectFiles.SUFFIX);
        }
        return place;
    }

    /// A song with a track for each file, at the rate that most of them have. All or nothing.
    ///
    /// @param place of the project folder, which does not exist yet; its parent is made when missing
    /// @throws FileException naming the file and the cure
    /// @throws CancellationException when canceled
    /// @return what became of each file
    public static List<ImportedStem> create(Path place, String title, List<Path> sounds, ImportProgress progress)
            throws FileException {
        List<ImportedStem> stems = new ArrayList<>();
        int rate = rateOfMost(sounds);
        makeParent(place);
        ProjectFiles.create(place, folder -> {
            ImportResult made = StemImporter.run(folder, Project.empty(title, rate), sounds, options(), progress);
            stems.addAll(made.stems());
            return made.project();
        });
        return stems;
    }

    /// Brings sound files into the folder of an open song; the edit that adds them is in the result.
    ///
    /// @throws CancellationException when canceled
    public static ImportResult add(Path folder, Project song, List<Path> sounds, ImportProgress progress)
            throws FileException {
        return StemImporter.run(folder, song, sounds, options(), progress);
    }

    /// Which of the files a song can be made of.
    ///
    /// @param usable in the order in which they were given
    /// @param reasons for each of the others a sentence that names it
    public record Checked(List<Path> usable, List<String> reasons) {
        public Checked {
            usable = List.copyOf(usable);
            reasons = List.copyOf(reasons);
        }
    }

    /// Looks at the beginning of each file, so that all that are wrong can be told at once.
    public static Checked check(List<Path> sounds) {
        List<Path> usable = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Path sound : sounds) {
            try {
                StemImporter.probe(sound);
                usable.add(sound);
            } catch (FileException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        return new Checked(usable, reasons);
    }

    /// Takes a stereo file over as a print of an open song.
    ///
    /// @param folder of the song
    /// @param rate of the song
    /// @return the print
    /// @throws CancellationException when canceled
    public static Path master(Path file, Path folder, int rate, ImportProgress progress) throws IOException {
        try {
            return TakeOver.run(file, folder, rate, new Progress() {
                @Override
                public void at(String step, double share) {
                    progress.report(share, String.valueOf(file.getFileName()));
                }

                @Override
                public boolean canceled() {
                    return progress.canceled();
                }
            });
        } catch (OfflineRender.Canceled e) {
            throw new CancellationException("Taking over was canceled.");
        }
    }

    /// A song without tracks, to master one stereo file in.
    ///
    /// @param place of the project folder, which does not exist yet; its parent is made when missing
    /// @return the print
    /// @throws CancellationException when canceled; nothing is left then
    public static Path ofMaster(Path place, String title, Path file, ImportProgress progress) throws IOException {
        int rate = rateOfMost(List.of(file));
        makeParent(place);
        String[] name = new String[1];
        ProjectFiles.create(place, folder -> {
            name[0] = String.valueOf(master(file, folder, rate, progress).getFileName());
            Project song = Project.empty(title, rate);
            return song.withMastering(song.mastering().withTags(TagRules.carried(AudioFiles.tags(file))));
        });
        return place.resolve(MixPrint.FOLDER).resolve(name[0]);
    }

    private static ImportOptions options() {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        return new ImportOptions(false, false, threads);
    }

    private static void makeParent(Path place) throws FileException {
        Path parent = place.toAbsolutePath().normalize().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw FileException.writing(parent == null ? place : parent, e);
        }
    }

    static int rateOfMost(List<Path> sounds) throws FileException {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Path sound : sounds) {
            counts.merge(AudioFiles.info(sound).format().sampleRate(), 1, Integer::sum);
        }
        int most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new FileException("A new song needs at least one sound file."))
                .getKey();
        return Math.clamp(most, Project.MIN_SAMPLE_RATE, Project.MAX_SAMPLE_RATE);
    }

    /// A copy of the sample song, so that what is done to it stays the user's. A copy that is there already is taken
    /// as it is.
    ///
    /// @param sample folder of the sample song
    /// @param parent where the copy goes
    /// @return the copy
    /// @throws CancellationException when canceled; nothing of the copy is left then
    public static Path sample(Path sample, Path parent, ImportProgress progress) throws FileException {
        Path place = parent.resolve(String.valueOf(sample.getFileName()));
        if (Files.exists(place.resolve(ProjectFiles.FILE))) {
            return place;
        }
        copy(sample, ProjectFiles.load(sample), place, progress);
        return place;
    }

    /// A song under another name and in another folder, with the sound files that it has.
    ///
    /// @param from folder with the sound files
    /// @param song what the copy is to be
    /// @param place of the new project folder, which does not exist yet
    /// @throws CancellationException when canceled; nothing of the copy is left then
    public static void copy(Path from, Project song, Path place, ImportProgress progress) throws FileException {
        makeParent(place);
        ProjectFiles.create(place, folder -> {
            List<String> paths =
                    song.media().stream().map(media -> media.path()).distinct().toList();
            for (int i = 0; i < paths.size(); i++) {
                if (progress.canceled()) {
                    throw new CancellationException("Copying was canceled.");
                }
                progress.report((double) i / paths.size(), paths.get(i));
                Path to = folder.resolve(paths.get(i));
                Path into = to.getParent();
                if (into != null) {
                    Files.createDirectories(into);
                }
                try {
                    Files.copy(from.resolve(paths.get(i)), to);
                } catch (NoSuchFileException e) {
                    throw new FileException(
                            "The sound file '" + from.resolve(paths.get(i))
                                    + "' is missing. Put it back in its place first.",
                            e);
                }
            }
            copyForMastering(from, song, folder);
            progress.report(1, "");
            return song;
        });
    }

    /// The references, and the prints that the mastering needs. A reference that is missing is missing in the copy too.
    private static void copyForMastering(Path from, Project song, Path folder) throws IOException {
        for (Reference reference : song.mastering().references()) {
            Path to = folder.resolve(reference.media().path());
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            try {
                Files.copy(from.resolve(reference.media().path()), to);
            } catch (NoSuchFileException e) {
                // The Master view says which it misses.
            }
        }
        for (String path : PrintNote.goingAlong(from, song)) {
            Path to = folder.resolve(path);
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.copy(from.resolve(path), to);
        }
    }
}
