package studio.headroom.ui.master;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.audition.Audition;
import studio.headroom.mastering.audition.Levels;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.mastering.audition.Playout;
import studio.headroom.mastering.coded.CodedMaster;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.SongSession;

/// Makes what is wanted ([Hearing]) what is heard: the master in place of the mix while the place is shown, and what it
/// is compared with, at one loudness where that is wanted.
///
/// The first flip to something else begins a comparison. It ends when the listener says so, or stops the music while
/// the master is heard and has not flipped since the stop before. UI thread.
public final class MasterSound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MasterSound.class);
    /// The most that a difference is raised or turned down, in dB.
    private static final double MOST_RAISED = 24;

    private final SongSession song;
    private final ObservableValue<@Nullable Print> print;
    private final ObservableValue<@Nullable Print> other;
    private final Hearing hearing;
    private final ObservableValue<@Nullable Seen> seen;
    private final ObservableValue<Map<String, Double>> references;
    private final OtherLoudness second;
    private final ReadOnlyObjectWrapper<Levels> levels = new ReadOnlyObjectWrapper<>(Levels.UNKNOWN);
    private ObservableValue<@Nullable CodedSound> coded = new ReadOnlyObjectWrapper<>();
    private final InvalidationListener heard = observable -> listen();
    private final InvalidationListener transport = observable -> stopped();
    private final ChangeListener<@Nullable Print> printed = (observable, before, now) -> printed(before, now);
    private final InvalidationListener changed = observable -> soon();
    private final InvalidationListener known = observable -> gather();
    private Audition.Wanted last = Audition.Wanted.MASTER;
    /// Whether something was flipped since the music stopped last.
    private boolean flipped;
    private boolean shown;

    /// How loud the print is before and behind its chain, as whoever looks at it whole has measured.
    public record Seen(Level print, Level master) {}

    /// The master as a lossy format gives it back.
    ///
    /// @param fresh whether it is that of print and chain as they are now
    public record CodedSound(CodedMaster made, boolean fresh) {
        /// By how much its difference is raised, in dB.
        public double raiseDb(double asked) {
            return Math.clamp(made.figures().raiseDb(asked), -MOST_RAISED, MOST_RAISED);
        }

        /// A part of the song may be softer than the whole: what counts is how it stands to the same part of the
        /// master.
        private Level level(Level master) {
            LoudnessReport own = made.figures().coded();
            double lufs = fresh && !Double.isNaN(master.lufs())
                    ? master.lufs() + made.figures().louderLu()
                    : own.integratedLufs();
            return new Level(lufs, own.truePeakDbtp());
        }
    }

    /// @param print that is worked on; its value is null while there is none
    /// @param other that it is compared with; its value is null while there is none
    /// @param seen how loud the print is; its value is null while that is not known
    /// @param references how loud each is over its region, in LUFS, by id
    /// @param measuring measures the other print, one after the other, away from the UI thread
    public MasterSound(
            SongSession song,
            ObservableValue<@Nullable Print> print,
            ObservableValue<@Nullable Print> other,
            Hearing hearing,
            ObservableValue<@Nullable Seen> seen,
            ObservableValue<Map<String, Double>> references,
            FramePulse pulse,
            Executor measuring,
            Executor ui) {
        this.song = song;
        this.print = print;
        this.other = other;
        this.hearing = hearing;
        this.seen = seen;
        this.references = references;
        second = new OtherLoudness(pulse, measuring, ui, this::gather);
        listened().forEach(each -> each.addListener(heard));
        song.playback().playing().addListener(transport);
        print.addListener(heard);
        print.addListener(printed);
        other.addListener(heard);
        other.addListener(changed);
        song.history().song().addListener(changed);
        seen.addListener(known);
        references.addListener(known);
        gather();
    }

    /// What is heard when [Hearing#coded()] asks for it.
    ///
    /// @param now its value is null while there is none
    public void setCoded(ObservableValue<@Nullable CodedSound> now) {
        coded.removeListener(known);
        coded = now;
        coded.addListener(known);
        gather();
    }

    private List<ObservableValue<?>> listened() {
        return List.of(
                hearing.coded(),
                hearing.raiseDb(),
                hearing.bypass(),
                hearing.reference(),
                hearing.other(),
                hearing.matched(),
                hearing.playbackDb(),
                hearing.playbackCeiling(),
                hearing.band(),
                hearing.tried(),
                hearing.compared());
    }

    /// How loud all is that can be heard; what was found last stays while it is measured anew.
    public ReadOnlyObjectProperty<Levels> levels() {
        return levels.getReadOnlyProperty();
    }

    /// The place is shown, or another one is.
    public void show(boolean now) {
        shown = now;
        if (now) {
            song.playback().measureAnew();
            listen();
            soon();
        } else {
            song.playback().hearMix();
            song.playback().measureAnew();
            hearing.compareNoMore();
            flipped = false;
            second.stop();
        }
    }

    private Audition.Wanted wanted() {
        if (hearing.coded().get() != Audition.Coded.NONE && coded.getValue() != null) {
            return Audition.Wanted.coded(hearing.coded().get());
        }
        boolean two = hearing.other().get() && other.getValue() != null;
        return new Audition.Wanted(hearing.bypass().get(), hearing.reference().get(), two);
    }

    /// The levels, with the master that is tried in place of the song's.
    private Levels now() {
        Hearing.Tried tried = hearing.tried().get();
        return tried == null || Double.isNaN(tried.master())
                ? levels.get()
                : levels.get().withMaster(new Level(tried.master(), Double.NaN));
    }

    /// The loudness at which everything is heard that is compared, in LUFS; NaN while it is not known.
    public double commonLufs() {
        Hearing.Tried tried = hearing.tried().get();
        return tried == null
                ? levels.get()
                        .common(hearing.compared().get(), hearing.playbackDb().get())
                : tried.lufs();
    }

    private double gainDb(Audition.Wanted wanted) {
        double playback = hearing.playbackDb().get();
        return hearing.tried().get() == null
                ? levels.get().gainDb(wanted, hearing.compared().get(), playback)
                : now().towards(commonLufs(), wanted, 0);
    }

    /// A flip begins a comparison, or adds to it.
    private void follow(Audition.Wanted wanted) {
        flipped |= !wanted.equals(last);
        last = wanted;
        if (!hearing.matched().get()) {
            hearing.compareNoMore();
        } else if (!wanted.equals(Audition.Wanted.MASTER) && wanted.coded() != Audition.Coded.DIFFERENCE) {
            hearing.compare(wanted);
        }
        hearing.compareOnly(each -> (!each.other() || other.getValue() != null)
                && (each.coded() == Audition.Coded.NONE || coded.getValue() != null)
                && (each.reference().isEmpty()
                        || references.getValue().containsKey(each.reference())
                        || each.equals(wanted)));
    }

    private void stopped() {
        if (shown && !song.playback().playing().get()) {
            if (!flipped && wanted().equals(Audition.Wanted.MASTER)) {
                hearing.compareNoMore();
            }
            flipped = false;
        }
    }

    /// Another print is another program.
    private void printed(@Nullable Print before, @Nullable Print now) {
        if (shown && !Objects.equals(before, now)) {
            song.playback().measureAnew();
        }
    }

    private void listen() {
        if (!shown) {
            return;
        }
        Print chosen = print.getValue();
        if (chosen == null) {
            song.playback().hearMix();
            return;
        }
        Print two = other.getValue();
        Audition.Wanted wanted = wanted();
        follow(wanted);
        Set<String> known = references.getValue().keySet();
        double playback = hearing.playbackDb().get();
        List<Insert> playout = playout(wanted, playback);
        double gain = gainDb(wanted);
        double volume = playout.isEmpty() ? gain : gain - playback;
        CodedSound lossy = coded.getValue();
        CodedMaster there = lossy == null ? null : lossy.made;
        double raise = lossy == null ? 0 : lossy.raiseDb(hearing.raiseDb().get());
        song.playback().hear(now -> made(now, known, chosen, two, wanted, there, raise), volume, withBand(playout));
        song.playback().measureUntil(end(wanted.other() && two != null ? two : chosen));
        hearing.tellGain(gain);
    }

    /// Where a print ends, in frames of the song, whatever its own rate.
    private long end(Print heard) {
        int rate = song.history().current().sampleRate();
        return Math.round((double) heard.frames() * rate / heard.sampleRate());
    }

    /// What a service does behind what is heard. A difference is no music that it would limit.
    private List<Insert> playout(Audition.Wanted wanted, double playback) {
        double ceiling = wanted.coded() == Audition.Coded.DIFFERENCE
                ? Double.NaN
                : hearing.playbackCeiling().get();
        boolean played = wanted.equals(Audition.Wanted.MASTER) || wanted.coded() != Audition.Coded.NONE;
        return played ? Playout.of(playback, ceiling) : List.of();
    }

    private List<Insert> withBand(List<Insert> playout) {
        ToneBand band = hearing.band().get();
        return band == null
                ? playout
                : Stream.concat(playout.stream(), Stream.of(Playout.band(band))).toList();
    }

    /// @param known ids of the references that could be measured: what is missing must not keep the rest from being
    /// heard
    private static Project made(
            Project now,
            Set<String> known,
            Print chosen,
            @Nullable Print second,
            Audition.Wanted wanted,
            @Nullable CodedMaster lossy,
            double raiseDb) {
        if (chosen.sampleRate() != now.sampleRate()) {
            return now;
        }
        boolean fits = second != null && second.sampleRate() == now.sampleRate();
        List<Reference> there = now.mastering().references().stream()
                .filter(reference -> known.contains(reference.id()))
                .toList();
        try {
            Project heard = now.withMastering(now.mastering().withReferences(there));
            CodedMaster same = lossy != null && lossy.sampleRate() == now.sampleRate() ? lossy : null;
            return Audition.song(heard, chosen, fits ? second : null, wanted, same, raiseDb);
        } catch (InvalidProjectException e) {
            LOG.warn("The master cannot be heard", e);
            return now;
        }
    }

    // ---- levels ----

    /// What was seen last stays while it is looked at anew, so that nothing jumps meanwhile.
    private void gather() {
        Seen now = seen.getValue();
        Levels before = levels.get();
        Level master = now == null ? before.master() : now.master();
        CodedSound lossy = coded.getValue();
        levels.set(new Levels(
                now == null ? before.print() : now.print(),
                master,
                second.print(),
                second.master(),
                references.getValue(),
                lossy == null ? Level.UNKNOWN : lossy.level(master)));
        listen();
    }

    private void soon() {
        if (shown) {
            second.want(other.getValue(), song.history().current().mastering().chain());
        }
    }

    @Override
    public void close() {
        show(false);
        listened().forEach(each -> each.removeListener(heard));
        song.playback().playing().removeListener(transport);
        print.removeListener(heard);
        print.removeListener(printed);
        other.removeListener(heard);
        other.removeListener(changed);
        song.history().song().removeListener(changed);
        seen.removeListener(known);
        references.removeListener(known);
        coded.removeListener(known);
    }
}
