package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintChanges;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.project.Project;
import studio.headroom.project.compare.Difference;

/// Another print of the song, which may be a version of it.
///
/// @param words what it is called and when it was made: `Mix print 6 · 20 Nov, 10:08`
/// @param difference from the print that is delivered as the song, in words; empty where it is not known
record OtherPrint(Print print, String words, String difference) {
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final int MOST_DIFFERENCES = 3;

    /// All others, the newest first. Looks at the disk; not for the UI thread.
    ///
    /// @param song the print that is delivered as the song
    /// @param folder of the project
    static List<OtherPrint> of(Print song, Path folder, ZoneId zone) throws IOException {
        Optional<Project> mix = PrintShelf.madeOf(song);
        List<OtherPrint> others = new ArrayList<>();
        for (Print print : new PrintShelf(folder).all()) {
            if (!print.file().equals(song.file())) {
                String made = MADE.format(print.made().atZone(zone));
                others.add(new OtherPrint(print, print.title() + " · " + made, difference(mix, print, song)));
            }
        }
        return others;
    }

    private static String difference(Optional<Project> song, Print print, Print chosen) {
        if (print.foreign()) {
            return "A file from elsewhere.";
        }
        if (print.hash().equals(chosen.hash())) {
            return "The same mix as the song.";
        }
        Optional<Project> other = PrintShelf.madeOf(print);
        if (song.isEmpty() || other.isEmpty()) {
            return "";
        }
        List<Difference> all = PrintChanges.since(song.get(), other.get());
        if (all.isEmpty()) {
            return "A sound file differs from the song, and nothing else that is heard.";
        }
        int more = all.size() - MOST_DIFFERENCES;
        return "Against the song: "
                + all.stream().limit(MOST_DIFFERENCES).map(Difference::text).collect(Collectors.joining(" · "))
                + (more > 0 ? " · " + more + " more" : "");
    }
}
