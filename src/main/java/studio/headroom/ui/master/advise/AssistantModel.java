package studio.headroom.ui.master.advise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.Amounts;
import studio.headroom.mastering.assist.AssistJob;
import studio.headroom.mastering.assist.Corridor;
import studio.headroom.mastering.assist.Finding;
import studio.headroom.mastering.assist.Move;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.PrintAnalysis;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.references.ReferenceCurve;
import studio.headroom.project.Insert;
import studio.headroom.project.Reference;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.song.SongHistory;

/// The assistant while it is open: what it is asked for, what it advises, and which of its moves are taken. What is
/// heard before they are is a step of the song that is begun and not ended: taken, all of it is one step; left, none.
/// UI thread; it listens in the session's background.
public final class AssistantModel implements AutoCloseable {
    private static final double CEILING_DBTP = -1;
    /// Listening, trying the chain, and trying the limiter up to twice.
    private static final int STEPS = 4;

    private final MasterSession session;
    private final SongHistory history;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final AssistantPreview preview;
    private final List<Guide> guides;
    private Guide guide;
    private Amounts amounts;
    private Stage stage = Stage.CHOOSING;
    private String step = "";
    private double share;
    private String trouble = "";
    private @Nullable Work work;
    private @Nullable Advice advice;
    private AssistJob.@Nullable Trial trial;
    private List<Double> tried = List.of();
    private boolean[] on = {};
    private double[] shares = {};
    private boolean keeping = true;

    /// How far it has come.
    public enum Stage {
        CHOOSING,
        LISTENING,
        ADVISED
    }

    public AssistantModel(MasterSession session) {
        this.session = session;
        history = session.song().history();
        preview = new AssistantPreview(history, session.hearing());
        guides = Guide.of(history.current());
        guide = guides.getFirst();
        amounts = Amounts.all(guide.usualAmount());
    }

    /// Runs `observer` after every change.
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }

    // ---- what it is asked for ----

    public Stage stage() {
        return stage;
    }

    /// What it can go by, in words: the styles, then the song's references.
    public List<String> guides() {
        return guides.stream().map(Guide::label).toList();
    }

    /// The number of the chosen one.
    public int guide() {
        return guides.indexOf(guide);
    }

    public void chooseGuide(int number) {
        guide = guides.get(number);
        amounts = Amounts.all(guide.usualAmount());
        changed();
    }

    /// Chooses a reference of the song to go by, where it has it.
    public void chooseReference(String id) {
        for (int i = 0; i < guides.size(); i++) {
            if (guides.get(i) instanceof Guide.OfReferences(List<Reference> references)
                    && references.size() == 1
                    && references.getFirst().id().equals(id)) {
                chooseGuide(i);
                return;
            }
        }
    }

    /// How far it goes at most, in words.
    public String bounds() {
        return String.format(
                Locale.ROOT,
                "At most %.0f dB of tone and of width, 3 dB of compression and 3 dB of limiting.",
                guide.manner().toneDb());
    }

    public double amount(Aspect aspect) {
        return amounts.of(aspect);
    }

    /// @param now 0..1
    public void setAmount(Aspect aspect, double now) {
        amounts = amounts.with(aspect, now);
        changed();
    }

    /// The title of the print, or nothing where there is none to listen to.
    public Optional<String> print() {
        return Optional.ofNullable(session.print().getValue()).map(Print::title);
    }

    // ---- listening ----

    /// Listens to the print in the background, and advises.
    public void start() {
        Print print = session.print().getValue();
        Path folder = session.song().file().folder().get();
        if (print == null || stage == Stage.LISTENING) {
            return;
        }
        stop();
        stage = Stage.LISTENING;
        trouble = "";
        share = 0;
        Guide by = guide;
        Amounts how = amounts;
        work = Work.start(
                session.work(),
                session.ui(),
                progress -> advise(print, folder, by, how, progress),
                this::progressed,
                this::advised,
                this::failed);
        changed();
    }

    private record Answer(Advice advice, AssistJob.Trial trial, List<Double> shares) {}

    private static Answer advise(Print print, @Nullable Path folder, Guide guide, Amounts amounts, Progress progress)
            throws IOException {
        int references = guide instanceof Guide.OfReferences(List<Reference> all) ? all.size() : 0;
        Steps steps = new Steps(progress, STEPS + references);
        Corridor corridor = corridor(folder, guide, steps);
        try (SampleSource source = Sources.randomAccess(print.file(), steps)) {
            AssistJob.Settings settings =
                    new AssistJob.Settings(corridor, amounts, guide.manner(), CEILING_DBTP, OptionalDouble.empty());
            Advice advice = AssistJob.run(source, print.title(), settings, steps);
            List<Double> all = Collections.nCopies(advice.moves().size(), 1.0);
            return new Answer(advice, AssistJob.tryOut(source, advice, all, steps), all);
        }
    }

    private static Corridor corridor(@Nullable Path folder, Guide guide, Progress progress) throws IOException {
        return switch (guide) {
            case Guide.OfStyle style -> style.corridor();
            case Guide.OfReferences(List<Reference> references) -> {
                if (folder == null) {
                    throw new IOException("This song has no folder yet. Save it first.");
                }
                List<PrintAnalysis> heard = new ArrayList<>();
                for (Reference reference : references) {
                    Path file = ProjectPaths.resolve(folder, reference.media().path());
                    heard.add(ReferenceCurve.of(file, reference, progress).figures());
                }
                yield Corridor.of(heard);
            }
        };
    }

    private void progressed(String words, double now) {
        step = words;
        share = now;
        changed();
    }

    private void advised(Answer answer) {
        advice = answer.advice;
        trial = answer.trial;
        tried = answer.shares;
        int count = answer.advice.moves().size();
        on = new boolean[count];
        shares = new double[count];
        Arrays.fill(on, true);
        Arrays.fill(shares, 1);
        stage = Stage.ADVISED;
        match();
        changed();
    }

    private void failed(String why) {
        trouble = why;
        stage = advice == null ? Stage.CHOOSING : Stage.ADVISED;
        changed();
    }

    /// What is being done, in words.
    public String step() {
        return step;
    }

    /// How much of it is done, 0..1.
    public double share() {
        return share;
    }

    /// Why there is no advice, with what helps; empty where nothing failed.
    public String trouble() {
        return trouble;
    }

    /// Listens no longer, and chooses anew.
    public void back() {
        stop();
        preview.close();
        advice = null;
        trial = null;
        stage = Stage.CHOOSING;
        changed();
    }

    private void stop() {
        Work.end(work);
    }

    // ---- what it advises ----

    /// The advice; null until there is one.
    public @Nullable Advice advice() {
        return advice;
    }

    public boolean isOn(int move) {
        return on[move];
    }

    public void setOn(int move, boolean now) {
        on[move] = now;
        moved();
    }

    /// How much of a move is taken while it is on, 0..1.
    public double share(int move) {
        return shares[move];
    }

    public void setShare(int move, double now) {
        shares[move] = now;
        moved();
    }

    /// What is tried and what was there before are heard as loud as the print, or as what is tried where that is
    /// softer.
    private void match() {
        Advice now = advice;
        if (now != null) {
            double tried = trial != null && !isStale() ? trial.after().report().integratedLufs() : now.lufs(taken());
            preview.match(Math.min(now.before().report().integratedLufs(), tried), tried);
        }
    }

    private void moved() {
        match();
        if (isPreviewed()) {
            preview.show(chain(), keeping);
        }
        changed();
    }

    /// How much of every move is taken.
    private List<Double> taken() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < on.length; i++) {
            all.add(on[i] ? shares[i] : 0);
        }
        return all;
    }

    /// What the whole master measured when it was last tried; null where it was not tried.
    public AssistJob.@Nullable Trial trial() {
        return trial;
    }

    /// Whether the figures are of other moves than those that are taken now: [#measure()] renews them.
    public boolean isStale() {
        return advice != null && !taken().equals(tried);
    }

    /// Whether the master is being tried.
    public boolean isMeasuring() {
        return stage == Stage.ADVISED && Work.isRunning(work);
    }

    /// Tries the master with what is taken now, in the background.
    public void measure() {
        Print print = session.print().getValue();
        Advice now = advice;
        if (print == null || now == null || !isStale()) {
            return;
        }
        stop();
        List<Double> wanted = taken();
        work = Work.start(
                session.work(),
                session.ui(),
                progress -> {
                    try (SampleSource source = Sources.randomAccess(print.file(), progress)) {
                        return AssistJob.tryOut(source, now, wanted, progress);
                    }
                },
                (words, done) -> {},
                result -> {
                    trial = result;
                    tried = wanted;
                    moved();
                },
                this::failed);
        changed();
    }

    // ---- hearing and taking ----

    /// Whether the song has what is advised for the moment, to be heard.
    public boolean isPreviewed() {
        return preview.isOn();
    }

    /// Lets what is advised be heard, or what was there before, both at one loudness.
    public void preview(boolean now) {
        if (now == isPreviewed() || now && advice == null) {
            return;
        }
        if (now) {
            preview.begin(name(), chain(), keeping);
        } else {
            preview.cancel();
        }
        changed();
    }

    private String name() {
        return "Assistant, " + guide.label();
    }

    /// The chain of what is taken.
    private List<Insert> chain() {
        return AssistantTaken.chain(advice, trial, tried, taken());
    }

    /// The slot to which the chain that is there now can go; empty where there is no chain, or no room.
    public String keepSlot() {
        return preview.keepSlot();
    }

    /// Whether the chain that is there now goes to that slot.
    public boolean keeps() {
        return keeping;
    }

    public void setKeeps(boolean now) {
        keeping = now;
        moved();
    }

    /// Takes what is advised: one step that can be undone.
    ///
    /// @return whether there was anything to take
    public boolean take() {
        if (advice == null) {
            return false;
        }
        stop();
        preview.take(name(), chain(), keeping);
        close();
        return true;
    }

    // ---- the mix ----

    /// Asks the mix to mend a fault.
    public void note(Finding finding) {
        toMix(finding.place().start(), finding.text());
    }

    /// Asks the mix for what a move would do.
    public void note(Move move) {
        toMix(0, "The mastering assistant would: " + move.reason());
    }

    private void toMix(long frame, String text) {
        preview.beside(MasteringEdits.addToDo(frame, text));
        changed();
    }

    /// Whether the mix was asked for this.
    public boolean isNoted(String text) {
        return history.current().mastering().toDos().stream()
                .anyMatch(each -> each.text().equals(text) || each.text().endsWith(": " + text));
    }

    /// Goes to where a fault is plainest.
    public void locate(Finding finding) {
        session.song().playback().locate(finding.place().start());
    }

    /// Whether the song plays.
    public ReadOnlyBooleanProperty playing() {
        return session.song().playback().playing();
    }

    /// Plays and stops, so that what is advised can be heard.
    public void togglePlay() {
        session.song().playback().toggle();
    }

    /// Takes nothing: the song is as it was, but for notes.
    @Override
    public void close() {
        stop();
        preview.close();
    }
}
