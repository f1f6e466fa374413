package studio.headroom.ui.master.advise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ToneProfile;
import studio.headroom.mastering.references.ReferenceCurve;
import studio.headroom.project.Reference;
import studio.headroom.ui.master.MasterSession;

/// What the master is compared with band by band: the chosen reference, or the mean of all of them, each at one
/// loudness and in the region that is compared. UI thread; files are read by the session's background, one after the
/// other.
public final class ComparedReferences implements AutoCloseable {
    private final MasterSession session;
    private final ReadOnlyObjectProperty<List<ReferencesModel.Item>> items;
    private final ReadOnlyObjectProperty<@Nullable ReferenceCurve> curve;
    private final BooleanProperty averaged = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final Map<Reference, ToneProfile> known = new HashMap<>();
    private final Set<Reference> silent = new HashSet<>();
    private final InvalidationListener changed = observable -> compare();
    private @Nullable Work measuring;

    /// @param name for people: `reference “North Pier”`
    public record Compared(String name, ToneProfile tone) {}

    /// @param items all references
    /// @param curve what the chosen one measures, or null
    ComparedReferences(
            MasterSession session,
            ReadOnlyObjectProperty<List<ReferencesModel.Item>> items,
            ReadOnlyObjectProperty<@Nullable ReferenceCurve> curve) {
        this.session = session;
        this.items = items;
        this.curve = curve;
        items.addListener(changed);
        curve.addListener(changed);
        averaged.addListener(changed);
        compare();
    }

    /// Whether the mean of all is compared, where there are several.
    public BooleanProperty averaged() {
        return averaged;
    }

    /// Null while it is not known.
    public ReadOnlyObjectProperty<@Nullable Compared> compared() {
        return compared.getReadOnlyProperty();
    }

    private void compare() {
        ReferenceCurve chosen = curve.get();
        List<Reference> all = items.get().stream()
                .filter(item -> item.sound() != null && item.trouble().isEmpty())
                .map(ReferencesModel.Item::reference)
                .toList();
        if (chosen != null) {
            known.put(chosen.reference(), chosen.tone());
        }
        known.keySet().retainAll(all);
        silent.retainAll(all);
        if (averaged.get() && all.size() > 1) {
            average(all);
        } else if (chosen == null) {
            compared.set(null);
        } else {
            compared.set(new Compared("reference “" + chosen.reference().name() + "”", chosen.tone()));
        }
    }

    private void average(List<Reference> all) {
        List<ToneProfile> tones = new ArrayList<>();
        for (Reference each : all) {
            ToneProfile tone = known.get(each);
            if (tone != null) {
                tones.add(tone);
            } else if (!silent.contains(each)) {
                measure(each);
                return;
            }
        }
        compared.set(tones.isEmpty() ? null : new Compared(tones.size() + " references", ToneProfile.mean(tones)));
    }

    /// What is compared stays until all are measured.
    private void measure(Reference reference) {
        Path folder = session.song().file().folder().get();
        if (folder == null || Work.isRunning(measuring)) {
            return;
        }
        measuring = Work.start(
                session.work(),
                session.ui(),
                progress -> ReferenceCurve.of(ReferenceFiles.file(folder, reference.media()), reference, progress),
                (words, share) -> {},
                made -> {
                    known.put(reference, made.tone());
                    compare();
                },
                trouble -> {
                    silent.add(reference);
                    compare();
                });
    }

    @Override
    public void close() {
        items.removeListener(changed);
        curve.removeListener(changed);
        Work.end(measuring);
    }
}
