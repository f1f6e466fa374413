package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.ExportReport;
import studio.headroom.mastering.FileNames;
import studio.headroom.project.Project;

/// The export that is being put together: what is chosen, what that would write, and what stands against it. UI thread.
final class ExportModel implements PlanView.Plan {
    private static final int MOST_FORMATS = 6;

    private final Executor background;
    private final Executor ui;
    private final List<Runnable> observers = new ArrayList<>();
    private final SortedMap<String, String> tags;
    private ExportSong song;
    private ExportChoices choices;
    private ExportPlan.Range range = ExportPlan.Range.WHOLE;
    private Path folder;
    private ExportPlan plan;
    private Surroundings surroundings = Surroundings.UNKNOWN;
    private boolean looking;
    private int version;

    /// @param folder where the files go
    /// @param background looks at the disk
    ExportModel(ExportSong song, ExportChoices choices, Path folder, Executor background, Executor ui) {
        this.song = song;
        this.choices = choices;
        this.folder = folder;
        this.background = background;
        this.ui = ui;
        tags = new TreeMap<>(song.project().mastering().tags());
        plan = ExportPlan.of(song, choices, range, folder, tags);
        look();
    }

    /// Runs after every change.
    void observe(Runnable observer) {
        observers.add(observer);
    }

    /// Whoever was told of changes is not there any more.
    void forgetObservers() {
        observers.clear();
    }

    private void changed() {
        plan = ExportPlan.of(song, choices, range, folder, tags);
        look();
        List.copyOf(observers).forEach(Runnable::run);
    }

    private void look() {
        looking = true;
        int mine = ++version;
        ExportPlan seen = plan;
        Path place = folder;
        background.execute(() -> {
            Surroundings found = Surroundings.of(seen, place);
            ui.execute(() -> {
                if (mine == version) {
                    looking = false;
                    surroundings = found;
                    List.copyOf(observers).forEach(Runnable::run);
                }
            });
        });
    }

    /// Whether what the disk says is not known yet.
    boolean isLooking() {
        return looking;
    }

    ExportSong song() {
        return song;
    }

    /// Takes the song as it is by now.
    void setSong(ExportSong now) {
        song = now;
        changed();
    }

    ExportChoices choices() {
        return choices;
    }

    void change(UnaryOperator<ExportChoices> change) {
        ExportChoices now = change.apply(choices);
        if (!now.equals(choices)) {
            choices = now;
            changed();
        }
    }

    /// Adds a format that is not there yet.
    void addFormat() {
        List<ExportFormat> formats = new ArrayList<>(choices.formats());
        for (Coding coding : List.of(Coding.WAV_24, Coding.MP3, Coding.FLAC_24, Coding.WAV_16, Coding.OPUS)) {
            if (formats.stream().noneMatch(format -> format.coding() == coding)) {
                formats.add(ExportFormat.of(coding));
                change(now -> now.withFormats(formats));
                return;
            }
        }
        formats.add(ExportFormat.of(Coding.WAV_32F));
        change(now -> now.withFormats(formats));
    }

    boolean canAddFormat() {
        return choices.formats().size() < MOST_FORMATS;
    }

    void removeFormat(int index) {
        List<ExportFormat> formats = new ArrayList<>(choices.formats());
        formats.remove(index);
        change(now -> now.withFormats(formats));
    }

    ExportPlan.Range range() {
        return range;
    }

    void setRange(ExportPlan.Range now) {
        if (!now.equals(range)) {
            range = now;
            changed();
        }
    }

    Path folder() {
        return folder;
    }

    void setFolder(Path now) {
        folder = now;
        changed();
    }

    /// Texts of the song's tags by field.
    SortedMap<String, String> tags() {
        return Collections.unmodifiableSortedMap(tags);
    }

    void setTag(String field, String text) {
        if (text.isBlank()) {
            tags.remove(field);
        } else {
            tags.put(field, text.strip());
        }
        changed();
    }

    /// Whether the tags are others than the song remembers.
    boolean tagsChanged() {
        return !tags.equals(song.project().mastering().tags());
    }

    ExportPlan plan() {
        return plan;
    }

    @Override
    public List<String> names() {
        return plan.names();
    }

    @Override
    public boolean exists(int index) {
        return surroundings.existing().contains(plan.files().get(index).path());
    }

    @Override
    public List<String> notes() {
        return plan.notes();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// Why it cannot begin, the first reason first.
    List<String> problems() {
        List<String> all = new ArrayList<>(plan.problems());
        all.addAll(surroundings.problems());
        return all;
    }

    /// Where the report goes, or null for none.
    @Nullable
    Path reportFile() {
        ExportReport report = choices.report();
        Project project = song.project();
        return report == null ? null : folder.resolve(FileNames.safe(project.title() + " report") + report.ending());
    }
}
