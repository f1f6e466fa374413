package studio.headroom.ui.master.codec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.audition.Audition.Coded;
import studio.headroom.mastering.coded.CodedFormat;
import studio.headroom.mastering.coded.CodedJob;
import studio.headroom.mastering.coded.CodedMaster;
import studio.headroom.mastering.coded.CodedWords;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Mastering;
import studio.headroom.project.Project;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.master.MasterSound.CodedSound;

/// The master as a lossy format gives it back: which format, how far it is made, what it does, what of it is heard.
/// While a format is chosen and the place is shown, it is made anew after every change of print, chain and ends; what
/// was
/// made last is heard until then. UI thread.
public final class CodedModel implements AutoCloseable {
    /// By how much the difference can be raised, in dB.
    public static final List<Integer> RAISES = List.of(0, 6, 12, 20);

    /// How it stands.
    public enum Kind {
        /// No format is chosen, or there is no print.
        NONE,
        MAKING,
        READY,
        /// A person called it off.
        CANCELED,
        FAILED
    }

    /// @param share of what is made, 0..1
    /// @param trouble what went wrong and what helps; empty where nothing did
    public record State(Kind kind, double share, String trouble) {
        private static final State NONE = new State(Kind.NONE, 0, "");
    }

    private final MasterSession session;
    private final CodedJob job;
    private final ObjectProperty<@Nullable CodedFormat> format = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<@Nullable CodedSound> sound = new ReadOnlyObjectWrapper<>();
    private final InvalidationListener changed = observable -> ask();
    private CodedJob.@Nullable Wanted wanted;
    private CodedJob.@Nullable Wanted madeOf;
    private boolean shown;

    public CodedModel(MasterSession session) {
        this.session = session;
        job = new CodedJob(session.ui(), new CodedJob.Listener() {
            @Override
            public void made(CodedJob.Wanted of, CodedMaster coded) {
                madeOf = of;
                sound.set(new CodedSound(coded, true));
                state.set(new State(Kind.READY, 1, ""));
            }

            @Override
            public void progress(double share) {
                state.set(new State(Kind.MAKING, share, ""));
            }

            @Override
            public void failed(String message) {
                state.set(new State(Kind.FAILED, 0, message));
                session.failures().accept("The master cannot be heard as " + label() + ". " + message);
            }
        });
        session.print().addListener(changed);
        session.song().history().song().addListener(changed);
        session.song().file().folder().addListener(changed);
        format.addListener(changed);
        Path folder = session.song().file().folder().get();
        if (folder != null) {
            job.sweep(folder);
        }
    }

    /// All that can be chosen for this print, in the order of deliveries.
    public List<CodedFormat> formats() {
        Print print = session.print().getValue();
        int rate = print == null ? song().sampleRate() : print.sampleRate();
        return CodedFormat.all().stream()
                .filter(each -> each.problem(rate, 2).isEmpty())
                .toList();
    }

    /// What the master is heard as, or null.
    public ReadOnlyObjectProperty<@Nullable CodedFormat> format() {
        return format;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What there is to be heard; null while there is nothing.
    public ReadOnlyObjectProperty<@Nullable CodedSound> sound() {
        return sound.getReadOnlyProperty();
    }

    public Hearing hearing() {
        return session.hearing();
    }

    private Project song() {
        return session.song().history().current();
    }

    /// Hears the master as a format gives it back, as soon as that is made.
    ///
    /// @param now null for none: nothing is coded any more
    public void choose(@Nullable CodedFormat now) {
        format.set(now);
        if (now == null) {
            hearing().coded().set(Coded.NONE);
        } else if (hearing().coded().get() == Coded.NONE) {
            hearing().coded().set(Coded.SOUND);
        }
    }

    /// Hears the master, what is coded, or the difference. Without a format, the first there is.
    public void hear(Coded part) {
        if (part != Coded.NONE && format.get() == null) {
            format.set(formats().getFirst());
        }
        hearing().coded().set(part);
    }

    /// From the master to what is coded, and back.
    public void flip() {
        hear(hearing().coded().get() == Coded.SOUND ? Coded.NONE : Coded.SOUND);
    }

    /// From whatever is heard to the difference alone, and back to the master.
    public void flipDifference() {
        hear(hearing().coded().get() == Coded.DIFFERENCE ? Coded.NONE : Coded.DIFFERENCE);
    }

    /// Calls off what is made.
    public void cancel() {
        if (state.get().kind() == Kind.MAKING) {
            job.none();
            state.set(new State(Kind.CANCELED, 0, ""));
        }
    }

    /// Makes what was called off or failed.
    public void again() {
        wanted = null;
        job.none();
        ask();
    }

    /// The place is shown, or another one is; then nothing is made.
    public void show(boolean now) {
        shown = now;
        ask();
    }

    private void ask() {
        Print print = session.print().getValue();
        CodedFormat chosen = format.get();
        Path folder = session.song().file().folder().get();
        if (chosen == null || print == null || folder == null || print.sampleRate() != song().sampleRate()) {
            job.none();
            wanted = null;
            sound.set(null);
            state.set(State.NONE);
            return;
        }
        if (!shown) {
            job.none();
            wanted = null;
            return;
        }
        Mastering mastering = song().mastering();
        CodedJob.Wanted now = new CodedJob.Wanted(folder, print, mastering.chain(), mastering.ends(), chosen);
        if (now.equals(wanted)) {
            return;
        }
        wanted = now;
        CodedSound before = sound.get();
        if (before != null) {
            CodedJob.Wanted of = madeOf;
            boolean like = of != null && of.like(now);
            sound.set(like ? new CodedSound(before.made(), now.equals(of)) : null);
        }
        state.set(new State(Kind.MAKING, 0, ""));
        job.want(now);
    }

    // ---- in words ----

    /// The format that is chosen, or nothing.
    public String label() {
        CodedFormat chosen = format.get();
        return chosen == null ? "" : chosen.label();
    }

    /// How it stands, in a line.
    public String words() {
        CodedSound there = sound.get();
        boolean stale = there != null && !there.fresh();
        return switch (state.get().kind()) {
            case NONE ->
                session.print().getValue() == null
                        ? "There is no print yet."
                        : "Hear what MP3 and Opus make of the master.";
            case MAKING -> (stale ? "Stale, made anew: " : "Coding the whole song: ") + percent();
            case READY ->
                there == null ? "" : minus(CodedWords.brief(there.made().figures())) + raised();
            case CANCELED -> stale ? "Stale, and called off." : "Called off.";
            case FAILED -> (stale ? "Stale. " : "") + minus(state.get().trouble());
        };
    }

    /// All there is to say, in sentences.
    public String explanation() {
        CodedSound there = sound.get();
        if (there == null) {
            return words()
                    + " The very file that a delivery writes is made and decoded, from its first moment on, and lies on the"
                    + " master to the sample.";
        }
        String stale = there.fresh() ? "" : "Of the chain as it was before: ";
        return stale + minus(String.join(" ", CodedWords.sentences(there.made().figures())));
    }

    private String raised() {
        return hearing().coded().get() == Coded.DIFFERENCE ? " · " + gain() : "";
    }

    /// By how much the difference is raised, as far as it may be: `raised +8.4 dB`.
    private String gain() {
        CodedSound there = sound.get();
        double asked = hearing().raiseDb().get();
        double given = there == null ? 0 : there.raiseDb(asked);
        String words = Math.abs(given) < 0.05
                ? "as it is"
                : minus(String.format(Locale.ROOT, given > 0 ? "raised %.1f dB" : "%.1f dB", given));
        return given < asked - 0.05 ? words + ", to the master's level" : words;
    }

    private String percent() {
        return Math.round(100 * state.get().share()) + " %";
    }

    /// What is heard, for the status bar; empty while that is the master, and nothing else is wanted.
    public String heard() {
        Coded part = hearing().coded().get();
        Kind kind = state.get().kind();
        if (part == Coded.NONE || kind == Kind.NONE) {
            return "";
        }
        CodedSound there = sound.get();
        if (there == null) {
            return kind == Kind.MAKING
                    ? "You hear the master until " + label() + " is made: " + percent()
                    : "You hear the master: " + label() + " is not made";
        }
        String stale = there.fresh() ? "" : ", of the chain before its last change";
        return part == Coded.SOUND
                ? "You hear the master as " + label() + " gives it back" + stale
                : "You hear only what " + label() + " changes, " + gain() + stale + " ("
                        + CodedWords.difference(there.made().figures()) + ")";
    }

    private static String minus(String words) {
        return words.replaceAll("(?<![\\w.])-(?=\\d|inf)", "\u2212");
    }

    /// Waits until what was made is removed.
    boolean awaitClosed(Duration most) throws InterruptedException {
        return job.awaitClosed(most);
    }

    @Override
    public void close() {
        session.print().removeListener(changed);
        session.song().history().song().removeListener(changed);
        session.song().file().folder().removeListener(changed);
        job.close();
    }
}
