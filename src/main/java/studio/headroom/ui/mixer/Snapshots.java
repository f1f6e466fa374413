package studio.headroom.ui.mixer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.compare.Difference;
import studio.headroom.project.compare.EffectNames;
import studio.headroom.project.compare.SnapshotDifference;
import studio.headroom.project.edit.Scope;
import studio.headroom.project.edit.SnapshotEdits;
import studio.headroom.ui.song.SongSession;

/// The mixes A to D beside the present one. Going to one is a step of undo, taking one is not.
///
/// With *equal loudness*, snapshots are heard as loud as the softest of them: the monitor is turned down, never the
/// mix.
/// Those whose loudness is not known are measured first. UI thread.
public final class Snapshots {
    private static final EffectNames NAMES = new EffectNames() {
        @Override
        public String label(String type) {
            return Catalogue.find(type).map(EffectType::label).orElse(type);
        }

        @Override
        public Optional<ParamSet> controls(String type) {
            return Catalogue.find(type).map(EffectType::params);
        }
    };

    private final SongSession session;
    private final ReadOnlyStringWrapper active = new ReadOnlyStringWrapper("");
    private final BooleanProperty equalLoudness = new SimpleBooleanProperty();
    private final ObjectProperty<Set<Scope>> scopes = new SimpleObjectProperty<>(Scope.ALL);
    /// What cannot be measured is not tried again.
    private final Set<String> failed = new HashSet<>();

    private final @Nullable LoudnessProbe probe;
    private final ReadOnlyStringWrapper measuring = new ReadOnlyStringWrapper("");
    private Runnable callOff = () -> {};
    private String held = "";

    Snapshots(SongSession session, @Nullable LoudnessProbe probe) {
        this.session = session;
        this.probe = probe;
        equalLoudness.addListener((observable, before, now) -> {
            if (now) {
                measure();
            } else {
                stopMeasuring();
            }
            listen();
        });
    }

    /// What is being measured and how far it is, or empty: "Measuring A, 34 %".
    public ReadOnlyStringProperty measuring() {
        return measuring.getReadOnlyProperty();
    }

    /// Ends measuring, such as when the song is closed.
    void stopMeasuring() {
        callOff.run();
        callOff = () -> {};
        measuring.set("");
    }

    /// Measures the slots that are not, one after the other.
    private void measure() {
        if (probe == null || !measuring.get().isEmpty() || !equalLoudness.get()) {
            return;
        }
        Optional<Snapshot> next = song().snapshots().stream()
                .filter(snapshot -> !snapshot.slot().isEmpty())
                .filter(snapshot -> snapshot.loudness().isEmpty() && !failed.contains(snapshot.id()))
                .findFirst();
        if (next.isEmpty()) {
            return;
        }
        Snapshot snapshot = next.get();
        String words = "Measuring " + snapshot.slot();
        measuring.set(words);
        Project mix = SnapshotEdits.recall(snapshot.id()).apply(song());
        callOff = probe.measure(
                mix,
                share -> measuring.set(words + ", " + Math.round(100 * share) + " %"),
                lufs -> measured(snapshot, lufs));
    }

    private void measured(Snapshot snapshot, OptionalDouble lufs) {
        callOff = () -> {};
        measuring.set("");
        if (lufs.isEmpty()) {
            failed.add(snapshot.id());
        } else if (song().snapshot(snapshot.id()).isPresent()) {
            session.history().apply(SnapshotEdits.loudness(snapshot.id(), lufs));
        }
        listen();
        measure();
    }

    private Project song() {
        return session.history().current();
    }

    public Optional<Snapshot> in(String slot) {
        return song().snapshots().stream()
                .filter(snapshot -> snapshot.slot().equals(slot))
                .findFirst();
    }

    /// The slot that was taken or gone to last, or empty.
    public ReadOnlyStringProperty active() {
        return active.getReadOnlyProperty();
    }

    /// Whether they are heard at equal loudness.
    public BooleanProperty equalLoudness() {
        return equalLoudness;
    }

    /// What of a mix comes back; all, unless a person wants less.
    public ObjectProperty<Set<Scope>> scopes() {
        return scopes;
    }

    /// Brings the mix of a slot back for the selected strips alone. The one that is compared with stays the same.
    public void recallSelected(String slot) {
        Set<String> strips = Set.copyOf(session.selection().strips().get());
        if (!strips.isEmpty()) {
            in(slot).ifPresent(
                            there -> session.history().apply(SnapshotEdits.recall(there.id(), strips, scopes.get())));
        }
    }

    /// Whether something is selected that a mix can come back for.
    public boolean canRecallSelected() {
        return !session.selection().strips().get().isEmpty();
    }

    /// Goes to the mix of a slot, as far as [#scopes] say, or keeps the present one in it when it is empty.
    public void choose(String slot) {
        Optional<Snapshot> there = in(slot);
        if (there.isPresent()) {
            session.history().apply(SnapshotEdits.recall(there.get().id(), Set.of(), scopes.get()));
        } else {
            session.history().apply(SnapshotEdits.take(slot, slot));
        }
        active.set(slot);
        listen();
        measure();
    }

    /// Lets the mix of a slot be heard, as far as [#scopes] say, until [#endAudition]; the song stays as it is. Nothing
    /// for an empty slot.
    ///
    /// @return whether it is heard
    boolean audition(String slot) {
        Snapshot snapshot = in(slot).orElse(null);
        if (snapshot == null) {
            return false;
        }
        held = slot;
        session.playback().hear(mix -> recalled(mix, snapshot), equalLoudness.get() ? offsetDb(slot) : 0);
        return true;
    }

    /// Lets the song's own mix be heard again.
    void endAudition() {
        if (!held.isEmpty()) {
            held = "";
            session.playback().hearMix();
        }
    }

    /// The slot that is heard while it is held, or empty.
    String held() {
        return held;
    }

    /// The song as it is where the snapshot cannot come back.
    private Project recalled(Project mix, Snapshot snapshot) {
        try {
            return SnapshotEdits.recall(snapshot.id(), Set.of(), scopes.get()).apply(mix);
        } catch (InvalidProjectException e) {
            return mix;
        }
    }

    /// Keeps the present mix in a slot, in the place of what was there.
    public void take(String slot) {
        session.history()
                .apply(SnapshotEdits.take(slot, in(slot).map(Snapshot::name).orElse(slot)));
        active.set(slot);
        listen();
        measure();
    }

    public void remove(String slot) {
        in(slot).ifPresent(snapshot -> session.history().apply(SnapshotEdits.remove(snapshot.id())));
        if (active.get().equals(slot)) {
            active.set("");
        }
        listen();
    }

    /// What has changed since the active snapshot, the most important first.
    public List<String> changes() {
        return in(active.get())
                .map(snapshot -> SnapshotDifference.since(snapshot, song(), NAMES).stream()
                        .map(Difference::text)
                        .toList())
                .orElse(List.of());
    }

    /// Why equal loudness cannot be had, or empty.
    public String notEqual() {
        List<Snapshot> inSlots = song().snapshots().stream()
                .filter(snapshot -> !snapshot.slot().isEmpty())
                .toList();
        if (inSlots.size() < 2) {
            return "there are fewer than two snapshots";
        }
        if (inSlots.stream().anyMatch(snapshot -> failed.contains(snapshot.id()))) {
            return "a snapshot could not be measured";
        }
        boolean known =
                inSlots.stream().allMatch(snapshot -> snapshot.loudness().isPresent());
        return known || probe != null ? "" : "snapshots were not measured";
    }

    /// By how much the active one is turned down to be as loud as the softest, in dB, 0 or less.
    public double offsetDb() {
        return offsetDb(active.get());
    }

    private double offsetDb(String slot) {
        OptionalDouble own = in(slot).map(Snapshot::loudness).orElse(OptionalDouble.empty());
        OptionalDouble softest = song().snapshots().stream()
                .filter(snapshot -> !snapshot.slot().isEmpty())
                .map(Snapshot::loudness)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
        return own.isPresent() && softest.isPresent() ? Math.min(0, softest.getAsDouble() - own.getAsDouble()) : 0;
    }

    private void listen() {
        double offset = equalLoudness.get() ? offsetDb() : 0;
        session.playback().mixVolume(offset);
    }
}
