package studio.headroom.ui.master.advise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.references.ReferenceCurve;
import studio.headroom.mastering.references.ReferenceSound;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Span;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.song.SongHistory;

/// The references of a song: what they are, how loud the regions are that are compared, which one is chosen. UI thread;
/// files are read by the session's background.
public final class ReferencesModel implements AutoCloseable {
    /// A shorter region has hardly a loudness, in seconds.
    private static final double SHORTEST_SECONDS = 1;

    private final MasterSession session;
    private final SongHistory history;
    private final Hearing hearing;
    private final Map<Media, ReferenceSound> sounds = new HashMap<>();
    private final Map<Media, String> troubles = new HashMap<>();
    private final Map<Media, Work> listening = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Item> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ReferenceCurve> curve = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ReferenceCurve> overlay = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<String, Double>> loudness = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReferenceFiles files;
    private final ComparedReferences compared;
    private final BooleanProperty overlaid = new SimpleBooleanProperty(true);
    private final ChangeListener<Project> follow = (observable, before, now) -> refresh();
    private final ChangeListener<@Nullable Path> followFolder = (observable, before, now) -> {
        troubles.clear();
        refresh();
    };
    private @Nullable Work measuring;
    private boolean dragging;

    /// A reference as it is shown.
    ///
    /// @param sound what is known of it; null while it is listened to, and where it cannot be
    /// @param trouble why it cannot be heard, with what helps; empty where it can
    public record Item(Reference reference, @Nullable ReferenceSound sound, String trouble) {
        public String id() {
            return reference.id();
        }

        /// Loudness of the region that is compared in LUFS; NaN while it is not known.
        public double lufs() {
            return sound == null ? Double.NaN : sound.lufs(reference.region());
        }
    }

    /// A file that is being taken over.
    ///
    /// @param share how much of it is, 0..1
    public record Adding(String file, double share) {}

    public ReferencesModel(MasterSession session) {
        this.session = session;
        history = session.song().history();
        hearing = session.hearing();
        files = new ReferenceFiles(session, this::choose);
        compared = new ComparedReferences(session, items.getReadOnlyProperty(), curve.getReadOnlyProperty());
        history.song().addListener(follow);
        session.song().file().folder().addListener(followFolder);
        overlaid.addListener((observable, before, now) -> showOverlay());
        curve.addListener((observable, before, now) -> showOverlay());
        refresh();
    }

    /// All of them, in the song's order.
    public ReadOnlyObjectProperty<List<Item>> items() {
        return items.getReadOnlyProperty();
    }

    /// The one that is flipped to and shown; null where there is none.
    public ReadOnlyObjectProperty<@Nullable Item> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// What the chosen one measures in its region; null until it is known.
    public ReadOnlyObjectProperty<@Nullable ReferenceCurve> curve() {
        return curve.getReadOnlyProperty();
    }

    /// What the master is compared with band by band.
    public ComparedReferences compared() {
        return compared;
    }

    /// What is to be drawn over the spectrum of the master: [#curve()], or null while that is not wanted.
    public ObservableValue<@Nullable ReferenceCurve> overlay() {
        return overlay.getReadOnlyProperty();
    }

    /// Whether the chosen one is drawn over the spectrum of the master.
    public BooleanProperty overlaid() {
        return overlaid;
    }

    /// Loudness of the regions that are compared, in LUFS, by the references' ids, as far as known: what all are
    /// matched by.
    public ObservableValue<Map<String, Double>> loudness() {
        return loudness.getReadOnlyProperty();
    }

    /// The file that is being taken over; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Adding> adding() {
        return files.adding();
    }

    private void showOverlay() {
        overlay.set(overlaid.get() ? curve.get() : null);
    }

    // ---- what is there ----

    private void refresh() {
        for (Reference reference : history.current().mastering().references()) {
            listen(reference.media());
        }
        List<Item> now = new ArrayList<>();
        Map<String, Double> levels = new HashMap<>();
        for (Reference reference : history.current().mastering().references()) {
            Media media = reference.media();
            Item item = new Item(reference, sounds.get(media), troubles.getOrDefault(media, ""));
            now.add(item);
            if (Double.isFinite(item.lufs())) {
                levels.put(item.id(), item.lufs());
            }
        }
        if (!now.equals(items.get())) {
            items.set(List.copyOf(now));
            loudness.set(Map.copyOf(levels));
        }
        Item before = chosen.get();
        choose(now.stream()
                .filter(item -> before != null && item.id().equals(before.id()))
                .findFirst()
                .orElse(now.isEmpty() ? null : now.getFirst()));
        String heard = hearing.reference().get();
        if (!heard.isEmpty() && usable(heard).isEmpty()) {
            hearing.reference().set("");
        }
    }

    private Optional<Item> usable(String id) {
        return items.get().stream()
                .filter(item -> item.id().equals(id) && item.trouble().isEmpty())
                .findFirst();
    }

    private void listen(Media media) {
        Path folder = session.song().file().folder().get();
        if (folder == null
                || sounds.containsKey(media)
                || troubles.containsKey(media)
                || Work.isRunning(listening.get(media))) {
            return;
        }
        listening.put(
                media,
                Work.start(
                        session.work(),
                        session.ui(),
                        progress -> ReferenceSound.of(ReferenceFiles.file(folder, media), progress),
                        (words, share) -> {},
                        sound -> {
                            sounds.put(media, sound);
                            refresh();
                        },
                        trouble -> {
                            troubles.put(media, trouble);
                            refresh();
                        }));
    }

    // ---- choosing and hearing ----

    /// Shows a reference and makes it the one to flip to; while one is heard, this one is from now on.
    public void choose(String id) {
        items.get().stream().filter(item -> item.id().equals(id)).findFirst().ifPresent(this::choose);
        if (!hearing.reference().get().isEmpty() && usable(id).isPresent()) {
            hearing.reference().set(id);
        }
    }

    private void choose(@Nullable Item item) {
        Item before = chosen.get();
        chosen.set(item);
        if (item == null) {
            curve.set(null);
        } else if (before == null || !before.reference().equals(item.reference()) || curve.get() == null) {
            measure(item);
        }
    }

    /// Whether a reference is heard in place of the master.
    public boolean isHeard() {
        return !hearing.reference().get().isEmpty();
    }

    /// From the master to the chosen reference, and back.
    ///
    /// @return whether there was something to flip to
    public boolean flip() {
        if (isHeard()) {
            hearing.reference().set("");
            return true;
        }
        Item item = chosen.get();
        if (item == null || usable(item.id()).isEmpty()) {
            return false;
        }
        hearing.reference().set(item.id());
        return true;
    }

    /// The reference beside the chosen one, round and round.
    ///
    /// @param step 1 or -1
    public void neighbor(int step) {
        List<Item> all = items.get();
        Item now = chosen.get();
        if (now != null) {
            choose(all.get(Math.floorMod(all.indexOf(now) + step, all.size())).id());
        }
    }

    /// Measures the region of what is chosen, when nobody drags at it.
    private void measure(Item item) {
        Path folder = session.song().file().folder().get();
        if (dragging || folder == null || item.sound() == null) {
            return;
        }
        Work.end(measuring);
        Reference reference = item.reference();
        measuring = Work.start(
                session.work(),
                session.ui(),
                progress -> ReferenceCurve.of(ReferenceFiles.file(folder, reference.media()), reference, progress),
                (words, share) -> {},
                curve::set,
                // A silent region has no curve; that it is silent is seen at its loudness.
                trouble -> curve.set(null));
    }

    // ---- edits ----

    /// Takes files over, one after the other.
    public void add(List<Path> chosenFiles) {
        files.add(chosenFiles);
    }

    /// Takes no more over; what is there already stays.
    public void cancelAdding() {
        files.cancel();
    }

    public void remove(String id) {
        history.apply(MasteringEdits.removeReference(id));
    }

    /// @param name for people; nothing happens where it is blank
    public void rename(String id, String name) {
        boolean same = items.get().stream()
                .anyMatch(
                        item -> item.id().equals(id) && item.reference().name().equals(name.strip()));
        if (!name.isBlank() && !same) {
            history.apply(MasteringEdits.renameReference(id, name.strip()));
        }
    }

    /// Compares another region from now on.
    ///
    /// @param region null for all of it
    public void region(String id, @Nullable Span region) {
        history.apply(MasteringEdits.referenceRegion(id, region));
    }

    /// Compares the loudest stretch of so many seconds.
    public void loudest(String id, double seconds) {
        usable(id).map(Item::sound).filter(Objects::nonNull).ifPresent(sound -> region(id, sound.loudest(seconds)));
    }

    /// How long the song's loop is, in seconds; nothing without one.
    public Optional<Double> loopSeconds() {
        Span loop = history.current().loop();
        return loop == null
                ? Optional.empty()
                : Optional.of((double) loop.length() / history.current().sampleRate());
    }

    /// A person begins to drag at the region of the chosen reference: all until [#endRegion()] is one step.
    public void beginRegion() {
        dragging = true;
        history.begin("Region of reference");
    }

    /// @param from any frame of the reference
    /// @param to any other one; the region has at least a second, where the reference has
    public void moveRegion(double from, double to) {
        Item item = chosen.get();
        if (item != null) {
            region(item.id(), span(item.reference(), from, to));
        }
    }

    private Span span(Reference reference, double from, double to) {
        long frames = reference.media().frames();
        long least =
                Math.min(frames, Math.round(SHORTEST_SECONDS * history.current().sampleRate()));
        long start = Math.clamp(Math.round(Math.min(from, to)), 0, frames - least);
        long end = Math.clamp(Math.round(Math.max(from, to)), start + least, frames);
        return new Span(start, end);
    }

    public void endRegion() {
        if (dragging) {
            dragging = false;
            history.end();
            Item item = chosen.get();
            if (item != null) {
                measure(item);
            }
        }
    }

    public void cancelRegion() {
        if (dragging) {
            dragging = false;
            history.cancel();
        }
    }

    /// Looks for the lost file of a reference in a folder and all below it, and copies it back.
    public void find(String id, Path where) {
        items.get().stream().filter(item -> item.id().equals(id)).findFirst().ifPresent(item -> {
            Media media = item.reference().media();
            files.find(media, where, () -> {
                troubles.remove(media);
                refresh();
            });
        });
    }

    /// Ends what goes on in the background.
    @Override
    public void close() {
        history.song().removeListener(follow);
        session.song().file().folder().removeListener(followFolder);
        cancelAdding();
        listening.values().forEach(Work::end);
        Work.end(measuring);
        compared.close();
    }
}
