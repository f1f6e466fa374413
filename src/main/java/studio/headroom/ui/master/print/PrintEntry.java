package studio.headroom.ui.master.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.compare.Difference;

/// One thing to be told of a print.
///
/// @param brief for a line that may end early
/// @param text all of it
/// @param strip id of the strip whose color it bears, or empty
/// @param frame of the print where it is worst, or -1 where it is everywhere
record PrintEntry(Kind kind, String brief, String text, String strip, long frame) {
    /// Fewer lines leave none for titles.
    private static final int WITH_TITLES = 4;

    enum Kind {
        /// The title of what has changed.
        CHANGES,
        CHANGE,
        /// What goes first where there is little room: the tag tells how the print stands too.
        STANDS,
        SAID,
        /// The title of what to mind.
        MINDS,
        MIND;

        boolean title() {
            return this == CHANGES || this == MINDS;
        }
    }

    /// All that is to be told of a print, the most important first.
    static List<PrintEntry> of(
            Print print, Shelf.Age age, PrintModel.Changes changes, String against, List<PrintRemarks.Remark> remarks) {
        List<PrintEntry> all = new ArrayList<>();
        switch (age) {
            case STALE -> {
                all.add(said(Kind.CHANGES, "Printing again will change"));
                changes.expectedLu().ifPresent(lu -> all.add(said(Kind.SAID, expected(lu))));
                if (!changes.known()) {
                    String brief = "What has changed is not known.";
                    all.add(said(Kind.SAID, brief, brief + " The print was made before Headroom kept that."));
                } else if (changes.items().isEmpty()) {
                    all.add(said(Kind.SAID, "A sound file has changed, and nothing else that is heard."));
                }
                for (Difference item : changes.items()) {
                    all.add(new PrintEntry(Kind.CHANGE, item.text(), item.text(), item.strip(), -1));
                }
                if (changes.expectedLu().isEmpty()) {
                    all.add(said(
                            Kind.STANDS,
                            "How loud it will be then is not known until it is printed.",
                            "What that does to loudness, sides and tone is measured as soon as it is printed. Until then all"
                                    + " figures of the master are of the print of now, which stays, to compare with."));
                }
            }
            case FRESH -> all.add(said(Kind.STANDS, "Nothing that is heard has changed in the mix since."));
            case FOREIGN -> all.add(said(Kind.STANDS, "A file from elsewhere: no change of the mix makes it stale."));
            case UNKNOWN -> {}
        }
        if (!against.isEmpty()) {
            all.add(said(Kind.SAID, against));
        }
        if (!remarks.isEmpty()) {
            all.add(said(Kind.MINDS, "Mind before you master"));
            remarks.forEach(
                    remark -> all.add(new PrintEntry(Kind.MIND, remark.text(), remark.text(), "", remark.frame())));
        }
        return List.copyOf(all);
    }

    private static String expected(double lu) {
        return String.format(Locale.ROOT, "Expected: %+.1f LU, and else the same.", lu)
                .replace('-', '\u2212');
    }

    private static PrintEntry said(Kind kind, String text) {
        return said(kind, text, text);
    }

    private static PrintEntry said(Kind kind, String brief, String text) {
        return new PrintEntry(kind, brief, text, "", -1);
    }

    /// Those that stand in so many lines; where some that tell something are left out, the last line is free for words
    /// about [#rest].
    static List<PrintEntry> fitting(List<PrintEntry> all, int lines) {
        List<PrintEntry> telling =
                all.stream().filter(entry -> entry.kind != Kind.STANDS).toList();
        List<PrintEntry> bare =
                telling.stream().filter(entry -> !entry.kind.title()).toList();
        for (List<PrintEntry> each : List.of(all, telling, bare)) {
            if (each.size() <= lines) {
                return each;
            }
        }
        List<PrintEntry> from = lines >= WITH_TITLES ? telling : bare;
        int count = Math.clamp(lines - 1, 0, from.size());
        while (count > 0 && from.get(count - 1).kind.title()) {
            count--;
        }
        return from.subList(0, count);
    }

    /// What of all is not shown, in words: `2 more changes, 1 to mind…`; empty where nothing is left out.
    static String rest(List<PrintEntry> all, List<PrintEntry> shown) {
        long changes = count(all, Kind.CHANGE) - count(shown, Kind.CHANGE);
        long minds = count(all, Kind.MIND) - count(shown, Kind.MIND);
        List<String> words = new ArrayList<>();
        if (changes > 0) {
            String more = count(shown, Kind.CHANGE) > 0 ? " more" : "";
            words.add(changes + more + (changes == 1 ? " change" : " changes"));
        }
        if (minds > 0) {
            words.add(minds + (count(shown, Kind.MIND) > 0 ? " more to mind" : " to mind"));
        }
        if (words.isEmpty() && count(all, Kind.SAID) > count(shown, Kind.SAID)) {
            words.add("More");
        }
        return words.isEmpty() ? "" : String.join(", ", words) + "…";
    }

    private static long count(List<PrintEntry> entries, Kind kind) {
        return entries.stream().filter(entry -> entry.kind == kind).count();
    }
}
