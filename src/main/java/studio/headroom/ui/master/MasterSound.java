package studio.headroom.ui.master;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.audition.Audition;
import studio.headroom.mastering.audition.ChainLoudness;
import studio.headroom.mastering.audition.Levels;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Span;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.SongSession;

/// Makes what is wanted ([Hearing]) what is heard: the master in place of the mix while the place is shown, and what it
/// is compared with, at one loudness where that is wanted. UI thread.
public final class MasterSound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MasterSound.class);
    /// A chain is measured so long after its last change.
    private static final double QUIET_MS = 900;

    private final SongSession song;
    private final ObservableValue<@Nullable Print> print;
    private final ObservableValue<@Nullable Print> other;
    private final Hearing hearing;
    private final FramePulse pulse;
    private final Executor measuring;
    private final Executor ui;
    private final ChainLoudness loudness = new ChainLoudness();
    private final ReadOnlyObjectWrapper<Levels> levels = new ReadOnlyObjectWrapper<>(Levels.UNKNOWN);
    private final InvalidationListener heard = observable -> listen();
    private final InvalidationListener changed = observable -> soon();
    private @Nullable Asked asked;
    private FramePulse.@Nullable Delay delay;
    private AtomicBoolean canceled = new AtomicBoolean();
    private boolean shown;

    /// What levels depend on.
    private record Asked(
            @Nullable Print print, @Nullable Print other, List<Insert> chain, List<Reference> references) {}

    /// @param print that is worked on; its value is null while there is none
    /// @param other that it is compared with; its value is null while there is none
    /// @param measuring measures, one after the other, away from the UI thread
    public MasterSound(
            SongSession song,
            ObservableValue<@Nullable Print> print,
            ObservableValue<@Nullable Print> other,
            Hearing hearing,
            FramePulse pulse,
            Executor measuring,
            Executor ui) {
        this.song = song;
        this.print = print;
        this.other = other;
        this.hearing = hearing;
        this.pulse = pulse;
        this.measuring = measuring;
        this.ui = ui;
        for (ObservableValue<?> each : List.of(
                hearing.bypass(), hearing.reference(), hearing.other(), hearing.matched(), hearing.playbackDb())) {
            each.addListener(heard);
        }
        print.addListener(heard);
        other.addListener(heard);
        print.addListener(changed);
        other.addListener(changed);
        song.history().song().addListener(changed);
    }

    /// How loud all is that can be heard; what was found last stays while it is measured anew.
    public ReadOnlyObjectProperty<Levels> levels() {
        return levels.getReadOnlyProperty();
    }

    /// The place is shown, or another one is.
    public void show(boolean now) {
        shown = now;
        if (now) {
            song.playback().engine().master().restartProgram();
            listen();
            soon();
        } else {
            song.playback().hearMix();
            song.playback().engine().master().restartProgram();
            canceled.set(true);
            asked = null;
        }
    }

    private Audition.Wanted wanted() {
        boolean two = hearing.other().get() && other.getValue() != null;
        return new Audition.Wanted(hearing.bypass().get(), hearing.reference().get(), two);
    }

    /// By how much what is heard is turned up or down for the listener, in dB.
    public double gainDb() {
        return levels.get()
                .gainDb(wanted(), hearing.matched().get(), hearing.playbackDb().get());
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
        Print second = other.getValue();
        Audition.Wanted wanted = wanted();
        song.playback().hear(now -> made(now, chosen, second, wanted), gainDb());
    }

    private static Project made(Project now, Print chosen, @Nullable Print second, Audition.Wanted wanted) {
        if (chosen.sampleRate() != now.sampleRate()) {
            return now;
        }
        boolean fits = second != null && second.sampleRate() == now.sampleRate();
        try {
            return Audition.song(now, chosen, fits ? second : null, wanted);
        } catch (InvalidProjectException e) {
            LOG.warn("The master cannot be heard", e);
            return now;
        }
    }

    // ---- levels ----

    private Asked asked() {
        Project now = song.history().current();
        return new Asked(
                print.getValue(),
                other.getValue(),
                now.mastering().chain(),
                now.mastering().references());
    }

    private void soon() {
        if (!shown || asked().equals(asked)) {
            return;
        }
        asked = asked();
        canceled.set(true);
        FramePulse.Delay before = delay;
        if (before != null) {
            before.cancel();
        }
        delay = pulse.after(QUIET_MS, this::measure);
    }

    private void measure() {
        Asked what = asked;
        Path folder = song.file().folder().get();
        if (what == null || folder == null) {
            return;
        }
        AtomicBoolean own = new AtomicBoolean();
        canceled = own;
        measuring.execute(() -> {
            try {
                Levels found = measured(what, folder, own);
                ui.execute(() -> {
                    if (!own.get()) {
                        levels.set(found);
                        listen();
                    }
                });
            } catch (IOException e) {
                LOG.debug("Not measured", e);
            }
        });
    }

    private Levels measured(Asked what, Path folder, AtomicBoolean called) throws IOException {
        Progress progress = new Progress() {
            @Override
            public boolean canceled() {
                return called.get();
            }
        };
        double[] found = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        int at = 0;
        for (@Nullable Print each : new @Nullable Print[] {what.print, what.other}) {
            if (each != null) {
                found[at] = loudness.of(each.file(), List.of(), progress);
                found[at + 1] = loudness.of(each.file(), what.chain, progress);
            }
            at += 2;
        }
        Map<String, Double> references = new HashMap<>();
        for (Reference each : what.references) {
            Span region = each.region() != null ? each.region() : new Span(0, Math.max(1, each.media().frames()));
            try {
                Path file = ProjectPaths.resolve(folder, each.media().path());
                references.put(each.id(), loudness.of(file, region, progress));
            } catch (IOException e) {
                if (called.get()) {
                    throw e;
                }
                LOG.debug("A reference cannot be measured", e);
            }
        }
        return new Levels(found[0], found[1], found[2], found[3], references);
    }

    @Override
    public void close() {
        show(false);
        for (ObservableValue<?> each : List.of(
                hearing.bypass(), hearing.reference(), hearing.other(), hearing.matched(), hearing.playbackDb())) {
            each.removeListener(heard);
        }
        print.removeListener(heard);
        other.removeListener(heard);
        print.removeListener(changed);
        other.removeListener(changed);
        song.history().song().removeListener(changed);
    }
}
