package studio.headroom.ui.master.sight;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.references.ToneComparison;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.ui.master.Hearing;

/// The master against another sound, band by band, to see and to hear. UI thread.
public final class BandModel {
    private final Hearing hearing;
    private final ObservableValue<@Nullable Sight> sight;
    private final ObjectProperty<@Nullable ComparedSound> compared = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ToneComparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ToneBand> chosen = new ReadOnlyObjectWrapper<>(ToneBand.BASS);
    private final InvalidationListener changed = _ -> compare();
    private final Subscription followed;

    BandModel(Hearing hearing, ObservableValue<@Nullable Sight> sight) {
        this.hearing = hearing;
        this.sight = sight;
        sight.addListener(changed);
        compared.addListener(changed);
        followed = hearing.band().subscribe((_, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        compare();
    }

    private void compare() {
        Sight now = sight.getValue();
        ComparedSound other = compared.get();
        boolean known = now != null
                && other != null
                && Double.isFinite(now.master().report().integratedLufs())
                && Double.isFinite(other.tone().lufs());
        comparison.set(known ? ToneComparison.of(now.master().tone(), other.tone()) : null);
    }

    /// What the master is compared with, or null.
    public ObjectProperty<@Nullable ComparedSound> compared() {
        return compared;
    }

    /// What the master has more or less of; null while that is not known.
    public ReadOnlyObjectProperty<@Nullable ToneComparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// The band that is read, and listened to next.
    public ReadOnlyObjectProperty<ToneBand> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The band that is heard alone, of master and reference alike; null for all.
    public ObservableValue<@Nullable ToneBand> heard() {
        return hearing.band();
    }

    /// Reads a band; where one is heard alone, it is this one from now on.
    public void choose(ToneBand band) {
        chosen.set(band);
        if (hearing.band().get() != null) {
            hearing.band().set(band);
        }
    }

    /// To the band beside.
    ///
    /// @param step 1 or -1
    public void neighbor(int step) {
        ToneBand[] all = ToneBand.values();
        choose(all[Math.clamp(chosen.get().ordinal() + (long) step, 0, all.length - 1)]);
    }

    /// Hears a band alone, or, where it is heard so already, all of them.
    public void listen(ToneBand band) {
        chosen.set(band);
        hearing.band().set(band == hearing.band().get() ? null : band);
    }

    /// The band that is read, alone, or all of them.
    public void listen() {
        hearing.band().set(hearing.band().get() == null ? chosen.get() : null);
    }

    /// Hears all of them.
    public void listenToAll() {
        hearing.band().set(null);
    }

    void close() {
        sight.removeListener(changed);
        followed.unsubscribe();
    }
}
