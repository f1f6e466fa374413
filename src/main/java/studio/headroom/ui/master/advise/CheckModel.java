package studio.headroom.ui.master.advise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.check.FindingKind;
import studio.headroom.mastering.check.Mark;
import studio.headroom.mastering.check.MasterCheck;
import studio.headroom.mastering.check.Place;
import studio.headroom.mastering.check.QualityCheck;
import studio.headroom.mastering.check.QualityReport;
import studio.headroom.mastering.check.Remedy;
import studio.headroom.mastering.check.Severity;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;
import studio.headroom.project.Span;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.MasterSession;

/// What is wrong with the print and with the master, where, and what can be done about it. UI thread; the sound is
/// checked in the session's background.
public final class CheckModel implements AutoCloseable {
    /// What a jump looks at, in seconds.
    private static final double AROUND_SECONDS = 1;
    /// Places that a note names.
    private static final int MOST_TIMES = 8;

    private final MasterSession session;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<List<Mark>> marks = new ReadOnlyObjectWrapper<>(List.of());
    private final InvalidationListener edited = observable -> edited();
    private List<Row> rows = List.of();
    private @Nullable Checked checked;
    /// What was delivered when the findings were judged.
    private Ends judged = Ends.WHOLE;
    private @Nullable Work work;
    private String step = "";
    private double share;
    private String trouble = "";
    private boolean canceled;

    /// Where something was found.
    public enum Sound {
        PRINT("Print"),
        MASTER("Master"),
        BOTH("Print and master");

        private final String label;

        Sound(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Something that was found.
    ///
    /// @param mender what has mended it so that the print has it, and the master that is delivered has not; empty
    /// where
    ///     it is not mended
    /// @param remedy what can be done about it
    public record Row(Sound sound, Finding finding, String mender, Optional<Remedy> remedy) {
        public boolean mended() {
            return !mender.isEmpty();
        }
    }

    public CheckModel(MasterSession session) {
        this.session = session;
        session.song().history().song().addListener(edited);
        session.print().addListener(edited);
    }

    /// Runs `observer` after every change.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }

    private void edited() {
        Checked last = checked;
        if (!judged.equals(ends())) {
            // Where nothing was left to be checked there may be something now.
            trouble = "";
            if (last != null) {
                judge(last);
            }
        }
        changed();
    }

    private Ends ends() {
        return session.song().history().current().mastering().ends();
    }

    private List<Insert> chain() {
        return session.song().history().current().mastering().chain();
    }

    /// What was found, the worst first; what the chain has mended last.
    public List<Row> rows() {
        return rows;
    }

    /// Where findings lie, for a picture of the print; in the order of time.
    public ReadOnlyObjectProperty<List<Mark>> marks() {
        return marks.getReadOnlyProperty();
    }

    /// Whether there is a print to check.
    public boolean canCheck() {
        return session.print().getValue() != null;
    }

    /// Whether the findings are there.
    public boolean isChecked() {
        return checked != null;
    }

    /// Whether the print, the chain or what of it is delivered is another one since.
    public boolean isStale() {
        Checked last = checked;
        return last != null
                && !canceled
                && (!last.print().equals(session.print().getValue())
                        || !last.chain().equals(chain())
                        || !last.ends().equals(ends()));
    }

    /// What was judged of the print, in words; empty where it is all of it.
    public String part() {
        Checked last = checked;
        return last == null ? "" : last.ofPrint().part().words();
    }

    /// All that was looked for, in words.
    public String lookedFor() {
        Checked last = checked;
        return last == null
                ? ""
                : last.lookedFor().stream().map(FindingKind::title).collect(Collectors.joining(", "));
    }

    public boolean isRunning() {
        return Work.isRunning(work);
    }

    /// What is being done, in words.
    public String step() {
        return step;
    }

    /// How much of it is done, 0..1.
    public double share() {
        return share;
    }

    /// Why it could not be checked; empty where nothing failed.
    public String trouble() {
        return trouble;
    }

    /// How many unmended findings matter so much.
    public long count(Severity severity) {
        return rows.stream()
                .filter(row -> !row.mended() && row.finding().severity() == severity)
                .count();
    }

    /// Checks the print, where that was not done yet, and the master.
    public void check() {
        Print print = session.print().getValue();
        if (print == null) {
            return;
        }
        stop();
        canceled = false;
        List<Insert> chain = chain();
        Ends ends = ends();
        judged = ends;
        Checked last = checked;
        @Nullable QualityReport known = last != null && last.print().equals(print) ? last.whole() : null;
        @Nullable
        QualityReport part = ends.isWhole()
                ? known
                : known != null && last != null && last.ends().equals(ends) ? last.ofPrint() : null;
        int steps = (known == null ? 1 : 0) + (part == null && !ends.isWhole() ? 1 : 0) + (chain.isEmpty() ? 0 : 1);
        trouble = "";
        share = 0;
        work = Work.start(
                session.work(),
                session.ui(),
                progress -> {
                    Steps all = new Steps(progress, Math.max(1, steps));
                    QualityReport whole = known != null ? known : ofPrint(print, Ends.WHOLE, all);
                    QualityReport ofPrint = part != null ? part : ends.isWhole() ? whole : ofPrint(print, ends, all);
                    try (SampleSource source = Sources.randomAccess(print.file(), all)) {
                        QualityReport ofMaster = chain.isEmpty()
                                ? ofPrint
                                : MasterCheck.of(source, chain, ends, Checked.ceiling(chain), all);
                        return new Checked(print, chain, ends, whole, ofPrint, ofMaster);
                    }
                },
                (words, now) -> {
                    step = words;
                    share = now;
                    changed();
                },
                this::done,
                why -> {
                    trouble = why;
                    changed();
                });
        changed();
    }

    private static QualityReport ofPrint(Print print, Ends ends, Progress progress) throws IOException {
        return QualityCheck.of(print.file(), ends, OptionalDouble.empty(), progress);
    }

    private void done(Checked result) {
        checked = result;
        judge(result);
        changed();
    }

    private void judge(Checked result) {
        judged = ends();
        rows = result.rows(judged);
        marks.set(marks(rows));
    }

    private List<Mark> marks(List<Row> rows) {
        List<Mark> marks = new ArrayList<>();
        for (Row row : rows) {
            Finding finding = row.finding();
            if (!row.mended() && !isEverywhere(row)) {
                for (Place place : finding.places()) {
                    marks.add(new Mark(place.from(), place.to(), finding.severity(), words(finding, place)));
                }
            }
        }
        marks.sort(Comparator.comparingLong(Mark::from).thenComparing(Mark::words));
        return List.copyOf(marks);
    }

    private static String words(Finding finding, Place place) {
        String unit = finding.kind().unit();
        return unit.isEmpty()
                ? finding.kind().title()
                : String.format(Locale.ROOT, "%s, %s %s", finding.kind().title(), figure(place.value()), unit);
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /// Ends a check that is under way; what was found before stays.
    public void cancel() {
        if (stop()) {
            canceled = true;
            changed();
        }
    }

    /// Whether the last check was called off.
    public boolean wasCanceled() {
        return canceled;
    }

    private boolean stop() {
        boolean running = Work.isRunning(work);
        Work.end(work);
        return running;
    }

    /// Whether a finding is about the whole sound, so that there is nowhere to jump to.
    public boolean isEverywhere(Row row) {
        Checked last = checked;
        return last == null || last.isEverywhere(row.finding());
    }

    /// The time of a frame: `1:02.4`.
    public String time(long frame) {
        Checked last = checked;
        double seconds =
                last == null ? 0 : (double) frame / last.ofPrint().format().sampleRate();
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /// Goes to a place of a finding and looks at a second around it, which can be heard over and over. No edit.
    ///
    /// @param place its number among the finding's places
    public void jump(Row row, int place) {
        Checked last = checked;
        if (last == null || place >= row.finding().places().size()) {
            return;
        }
        Place at = row.finding().places().get(place);
        int rate = last.ofPrint().format().sampleRate();
        double middle = (at.from() + Math.min(at.to(), at.from() + rate)) / 2.0 / rate;
        int songRate = session.song().history().current().sampleRate();
        long start = Math.round(Math.max(0, middle - AROUND_SECONDS / 2) * songRate);
        session.song().playback().visit(new Span(start, start + Math.round(AROUND_SECONDS * songRate)));
    }

    /// Mends a finding in the chain or in what is delivered: one step that can be undone.
    public void fix(Row row) {
        row.remedy().ifPresent(remedy -> {
            String name = remedy.words() + " against " + row.finding().kind().title();
            Ends mended = remedy.ends().apply(ends());
            session.song()
                    .history()
                    .apply(
                            mended.equals(ends())
                                    ? MasteringEdits.chain(name, remedy.change().apply(chain()))
                                    : MasteringEdits.ends(name, mended));
        });
    }

    /// Asks the mix to see to a finding.
    public void note(Row row) {
        session.song()
                .history()
                .apply(MasteringEdits.addToDo(
                        isEverywhere(row) ? 0 : row.finding().from(), noteText(row)));
    }

    /// Whether the mix was asked to.
    public boolean isNoted(Row row) {
        String text = noteText(row);
        return session.song().history().current().mastering().toDos().stream()
                .anyMatch(each -> each.text().equals(text));
    }

    private String noteText(Row row) {
        Finding finding = row.finding();
        String title = finding.kind().title();
        StringBuilder text = new StringBuilder(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
        if (!isEverywhere(row)) {
            List<String> times = finding.places().stream()
                    .limit(MOST_TIMES)
                    .map(place -> time(place.from()))
                    .toList();
            text.append(" at ").append(String.join(", ", times));
            if (finding.count() > times.size()) {
                text.append(" and ").append(finding.count() - times.size()).append(" more");
            }
        }
        return text.append(". ")
                .append(finding.reason())
                .append(' ')
                .append(finding.advice())
                .toString();
    }

    @Override
    public void close() {
        stop();
        session.song().history().song().removeListener(edited);
        session.print().removeListener(edited);
    }
}
