package studio.headroom.ui.master.print;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintChanges;
import studio.headroom.mastering.prints.PrintDifference;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.Project;
import studio.headroom.project.compare.Difference;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.song.SongSession;

/// Which print is worked on, how it stands to the mix, what has changed since, and what to mind about it. UI thread;
/// what takes time it does elsewhere.
public final class PrintModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintModel.class);
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_AGO = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Duration YEAR = Duration.ofDays(300);

    /// What has changed in the mix since a print.
    ///
    /// @param known whether that can be told
    /// @param items the most important first
    /// @param expectedLu how much louder a new print would be, in LU, where that is certain before it is made
    public record Changes(boolean known, List<Difference> items, OptionalDouble expectedLu) {
        static final Changes NONE = new Changes(true, List.of());
        static final Changes UNKNOWN = new Changes(false, List.of());

        public Changes {
            items = List.copyOf(items);
        }

        /// Where it is not certain how loud a new print would be.
        Changes(boolean known, List<Difference> items) {
            this(known, items, OptionalDouble.empty());
        }
    }

    private record Since(@Nullable Print print, String hash) {}

    private final SongSession song;
    private final PrintDesk desk;
    private final Hearing hearing;
    private final Executor work;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable Print> print = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Print> other = new ReadOnlyObjectWrapper<>();
    private final Map<Print, PrintRemarks> remarks = new HashMap<>();
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final InvalidationListener follows = observable -> follow();
    private final InvalidationListener prints = observable -> printed();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Changes changes = Changes.NONE;
    private Since since = new Since(null, "");
    private @Nullable Print newestBefore;
    private boolean printing;
    private boolean looked;
    private volatile @Nullable Print listening;

    /// @param work carries out what takes time, one after the other
    public PrintModel(SongSession song, PrintDesk desk, Hearing hearing, Executor work, Executor ui) {
        this.song = song;
        this.desk = desk;
        this.hearing = hearing;
        this.work = work;
        this.ui = ui;
        desk.shelf().addListener(follows);
        song.history().song().addListener(follows);
        hearing.otherPrint().addListener(follows);
        desk.printing().addListener(prints);
        follow();
    }

    /// Somebody looks at it from now on: listens to prints and compares songs, which it does not before.
    public void look() {
        if (!looked) {
            looked = true;
            follow();
        }
    }

    /// Runs after each change of what is to be shown.
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    /// The print that is worked on; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Print> print() {
        return print.getReadOnlyProperty();
    }

    /// The print that it is compared with; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Print> other() {
        return other.getReadOnlyProperty();
    }

    PrintDesk desk() {
        return desk;
    }

    SongSession song() {
        return song;
    }

    Hearing hearing() {
        return hearing;
    }

    Shelf shelf() {
        return desk.shelf().getValue();
    }

    /// How the print stands to the song; [Shelf.Age#UNKNOWN] while there is none.
    public Shelf.Age age() {
        Print chosen = print.get();
        return chosen == null ? Shelf.Age.UNKNOWN : shelf().age(chosen);
    }

    /// Whether the song has anything that could be printed.
    boolean canPrint() {
        return song.history().current().end() > 0;
    }

    /// What has changed since; of a print that is not stale, nothing.
    public Changes changes() {
        return changes;
    }

    /// What to mind about the print; nothing while it is looked at.
    public Optional<PrintRemarks> remarks() {
        Print chosen = print.get();
        return chosen == null ? Optional.empty() : Optional.ofNullable(remarks.get(chosen));
    }

    public Exports.@Nullable Printing printing() {
        return desk.printing().getValue();
    }

    // ---- what a person does ----

    /// Goes to a frame of the print, whatever rate that has.
    void locate(long frame) {
        Print chosen = print.get();
        int songRate = song.history().current().sampleRate();
        int rate = chosen == null ? songRate : chosen.sampleRate();
        song.playback().locate(Math.round((double) frame * songRate / rate));
    }

    void choose(Print wanted) {
        song.history().apply(MasteringEdits.print(wanted.name()));
    }

    boolean isKept(Print which) {
        return song.history().current().mastering().kept().contains(which.name());
    }

    void keep(Print which, boolean kept) {
        song.history().apply(MasteringEdits.keep(which.name(), kept));
    }

    /// Compares with another print, which is heard from now on.
    void compare(Print with) {
        hearing.otherPrint().set(with.name());
        hearing.other().set(true);
    }

    void compareNoMore() {
        hearing.other().set(false);
        hearing.otherPrint().set("");
    }

    /// Goes from one print to the other.
    public void flip() {
        if (other.get() != null) {
            hearing.other().set(!hearing.other().get());
        }
    }

    // ---- words ----

    /// `20 Nov, 10:08 · 4:12.6 · 48 kHz · 32-bit float`.
    String facts(Print of) {
        return when(of) + " · " + length(of) + " · " + kilohertz(of.sampleRate()) + " · 32-bit float";
    }

    String when(Print of) {
        ZonedDateTime made = of.made().atZone(desk.zone());
        boolean recent = Duration.between(of.made(), Instant.now()).abs().compareTo(YEAR) < 0;
        return (recent ? MADE : LONG_AGO).format(made);
    }

    private static String length(Print of) {
        long tenths = Math.round(of.seconds() * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    private static String kilohertz(int rate) {
        String text = String.format(Locale.ROOT, "%.2f", rate / 1000.0);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "") + " kHz";
    }

    /// How loud the print is: `−16.1 LUFS · −3.2 dBTP · range 5.8 LU`; empty while that is not known.
    String loudness() {
        return remarks()
                .map(found -> ValueText.level(found.report().integratedLufs()) + " LUFS · "
                        + ValueText.level(found.report().truePeakDbtp()) + " dBTP · range "
                        + String.format(Locale.ROOT, "%.1f LU", found.report().loudnessRangeLu()))
                .orElse("");
    }

    // ---- following ----

    private void follow() {
        Project now = song.history().current();
        Shelf shelf = shelf();
        Print chosen = shelf.chosen(now).orElse(null);
        Print second = shelf.find(hearing.otherPrint().get())
                .filter(found -> !found.equals(chosen))
                .orElse(null);
        if (second == null) {
            hearing.other().set(false);
        }
        print.set(chosen);
        other.set(second);
        Since wanted = new Since(chosen, shelf.hash());
        if (looked && !wanted.equals(since)) {
            since = wanted;
            compareSongs(wanted, now);
        }
        if (looked && chosen != null) {
            Print next = remarks.containsKey(chosen) ? predecessor(chosen) : chosen;
            if (next != null && !remarks.containsKey(next) && !next.equals(listening)) {
                listenTo(next);
            }
        }
        tell();
    }

    /// The print of the mix that was made before another; null where there is none.
    private @Nullable Print predecessor(Print print) {
        return print.foreign()
                ? null
                : shelf().prints().stream()
                        .filter(each -> !each.foreign() && each.number() < print.number())
                        .findFirst()
                        .orElse(null);
    }

    /// What the print measures otherwise than the one before it: `Against print 6: +0.3 LU · 3.2 kHz +0.7 dB`; empty
    /// where there is none, or it is not measured yet.
    public String against() {
        Print chosen = print.get();
        Print before = chosen == null ? null : predecessor(chosen);
        PrintRemarks now = chosen == null ? null : remarks.get(chosen);
        PrintRemarks then = before == null ? null : remarks.get(before);
        return before == null || now == null || then == null
                ? ""
                : "Against print " + before.number() + ": "
                        + PrintDifference.of(then.report(), then.spectrum(), now.report(), now.spectrum())
                                .words();
    }

    private void tell() {
        observers.forEach(Runnable::run);
    }

    private void compareSongs(Since wanted, Project now) {
        Print chosen = wanted.print;
        if (chosen == null || shelf().age(chosen) != Shelf.Age.STALE) {
            changes = Changes.NONE;
            return;
        }
        work.execute(() -> {
            Changes found = PrintShelf.madeOf(chosen)
                    .map(printed ->
                            new Changes(true, PrintChanges.since(printed, now), PrintChanges.expectedLu(printed, now)))
                    .orElse(Changes.UNKNOWN);
            ui.execute(() -> {
                if (wanted.equals(since) && !closed.get()) {
                    changes = found;
                    tell();
                }
            });
        });
    }

    private void listenTo(Print chosen) {
        listening = chosen;
        int songRate = song.history().current().sampleRate();
        work.execute(() -> {
            try {
                PrintRemarks found = PrintRemarks.of(chosen, songRate, new Progress() {
                    @Override
                    public boolean canceled() {
                        return closed.get() || !chosen.equals(listening);
                    }
                });
                ui.execute(() -> {
                    if (!closed.get()) {
                        remarks.put(chosen, found);
                        follow();
                    }
                });
            } catch (IOException e) {
                LOG.debug("The print is not looked at", e);
            }
        });
    }

    /// A new print is worked on at once, also where an older one was chosen before.
    private void printed() {
        boolean now = desk.printing().getValue() != null;
        Print newest = shelf().prints().stream().findFirst().orElse(null);
        if (now && !printing) {
            newestBefore = newest;
        } else if (!now && printing && newest != null && !newest.equals(newestBefore)) {
            String chosen = song.history().current().mastering().print();
            if (!chosen.isEmpty() && !chosen.equals(newest.name())) {
                song.history().apply(MasteringEdits.print(newest.name()));
            }
        }
        printing = now;
        follow();
    }

    @Override
    public void close() {
        closed.set(true);
        desk.shelf().removeListener(follows);
        song.history().song().removeListener(follows);
        hearing.otherPrint().removeListener(follows);
        desk.printing().removeListener(prints);
    }
}
