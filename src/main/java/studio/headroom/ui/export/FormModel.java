package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import studio.headroom.mastering.OutputPlaces;

/// Files that are being put together: what is chosen, where they go, the song's tags, what the disk says, and who is
/// told of changes. UI thread.
///
/// @param <C> what is chosen for them, by value
public abstract class FormModel<C> implements PlanView.Plan {
    private final Executor background;
    private final Executor ui;
    private final List<Runnable> observers = new ArrayList<>();
    private final SortedMap<String, String> remembered;
    private final SortedMap<String, String> tags;
    private C choices;
    private Path folder;
    private Surroundings surroundings = Surroundings.UNKNOWN;
    private boolean looking;
    private int version;

    /// @param folder where the files go
    /// @param tags that the song remembers, texts by field
    /// @param background looks at the disk
    protected FormModel(C choices, Path folder, SortedMap<String, String> tags, Executor background, Executor ui) {
        this.choices = choices;
        this.folder = folder;
        this.background = background;
        this.ui = ui;
        remembered = new TreeMap<>(tags);
        this.tags = new TreeMap<>(tags);
    }

    /// Works out anew what would be written.
    protected abstract void replan();

    /// What would be written.
    protected abstract OutputPlaces.Wanted wanted();

    /// What stands against it, apart from the disk; the first reason first.
    protected abstract List<String> planProblems();

    /// How many files there would be.
    protected abstract int count();

    /// The place of one.
    protected abstract Path file(int index);

    /// Runs after every change.
    public final void observe(Runnable observer) {
        observers.add(observer);
    }

    /// Whoever was told of changes is not there any more.
    public final void forgetObservers() {
        observers.clear();
    }

    /// Tells that something is chosen otherwise.
    protected final void changed() {
        replan();
        look();
        tell();
    }

    /// Tells that something is known that was not.
    protected final void tell() {
        List.copyOf(observers).forEach(Runnable::run);
    }

    /// Asks the disk in the background.
    protected final void look() {
        looking = true;
        int mine = ++version;
        OutputPlaces.Wanted wanted = wanted();
        background.execute(() -> {
            Surroundings found = Surroundings.of(wanted);
            ui.execute(() -> {
                if (mine == version) {
                    looking = false;
                    surroundings = found;
                    tell();
                }
            });
        });
    }

    /// Whether what the disk says is not known yet.
    public boolean isLooking() {
        return looking;
    }

    public final C choices() {
        return choices;
    }

    public final void change(UnaryOperator<C> change) {
        C now = change.apply(choices);
        if (!now.equals(choices)) {
            choices = now;
            changed();
        }
    }

    public final Path folder() {
        return folder;
    }

    public final void setFolder(Path now) {
        folder = now;
        changed();
    }

    /// Texts of the song's tags by field.
    public final SortedMap<String, String> tags() {
        return Collections.unmodifiableSortedMap(tags);
    }

    public final void setTag(String field, String text) {
        if (text.isBlank()) {
            tags.remove(field);
        } else {
            tags.put(field, text.strip());
        }
        changed();
    }

    /// Whether the tags are others than the song remembers.
    public final boolean tagsChanged() {
        return !tags.equals(remembered);
    }

    public final Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public final boolean exists(int index) {
        return surroundings.existing().contains(file(index));
    }

    /// Why it cannot begin, the first reason first.
    public final List<String> problems() {
        List<String> all = new ArrayList<>(planProblems());
        all.addAll(surroundings.problems());
        return all;
    }

    /// What it comes to: `3 files · about 120 MB · 80.1 GB free`.
    public final String sum() {
        String sum = (count() == 1 ? "1 file" : count() + " files") + " · about " + Surroundings.size(wanted().bytes());
        return surroundings.freeBytes().isPresent()
                ? sum + " · " + Surroundings.size(surroundings.freeBytes().getAsLong()) + " free"
                : sum;
    }
}
