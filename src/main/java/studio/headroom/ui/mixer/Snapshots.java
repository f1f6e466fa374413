package studio.headroom.ui.mixer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.compare.Difference;
import studio.headroom.project.compare.EffectNames;
import studio.headroom.project.compare.SnapshotDifference;
import studio.headroom.project.edit.SnapshotEdits;
import studio.headroom.ui.song.SongSession;

/// The mixes A to D beside the present one. Going to one is a step of undo, taking one is not.
///
/// With *equal loudness*, snapshots whose loudness is known are heard as loud as the softest of them: the monitor is
/// turned down, never the mix. UI thread.
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

    Snapshots(SongSession session) {
        this.session = session;
        equalLoudness.addListener((observable, before, now) -> listen());
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

    /// Goes to the mix of a slot, or keeps the present one in it when it is empty.
    public void choose(String slot) {
        Optional<Snapshot> there = in(slot);
        if (there.isPresent()) {
            session.history().apply(SnapshotEdits.recall(there.get().id()));
        } else {
            session.history().apply(SnapshotEdits.take(slot, slot));
        }
        active.set(slot);
        listen();
    }

    /// Keeps the present mix in a slot, in the place of what was there.
    public void take(String slot) {
        session.history().apply(SnapshotEdits.take(slot, in(slot).map(Snapshot::name).orElse(slot)));
        active.set(slot);
        listen();
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
        long known = song().snapshots().stream()
                .filter(snapshot -> snapshot.loudness().isPresent())
                .count();
        return known < 2 ? "fewer than two snapshots were measured" : "";
    }

    /// By how much the active one is turned down to be as loud as the softest, in dB, 0 or less.
    public double offsetDb() {
        OptionalDouble own = in(active.get()).map(Snapshot::loudness).orElse(OptionalDouble.empty());
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
        session.playback().engine().monitor(MonitorControls.VOLUME, offset);
    }
}
