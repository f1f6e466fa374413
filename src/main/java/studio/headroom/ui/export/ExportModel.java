package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.ExportFile;
import studio.headroom.mastering.ExportReport;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.OutputPlaces;
import studio.headroom.project.Project;

/// The export that is being put together: what is chosen, what that would write, and what stands against it. UI thread.
final class ExportModel extends FormModel<ExportChoices> {
    private static final int MOST_FORMATS = 6;

    private ExportSong song;
    private ExportPlan.Range range = ExportPlan.Range.WHOLE;
    private ExportPlan plan;

    /// @param folder where the files go
    /// @param background looks at the disk
    ExportModel(ExportSong song, ExportChoices choices, Path folder, Executor background, Executor ui) {
        super(choices, folder, song.project().mastering().tags(), background, ui);
        this.song = song;
        plan = planned();
        look();
    }

    private ExportPlan planned() {
        return ExportPlan.of(song, choices(), range, folder(), tags());
    }

    @Override
    protected void replan() {
        plan = planned();
    }

    @Override
    protected OutputPlaces.Wanted wanted() {
        return new OutputPlaces.Wanted(
                folder(), plan.files().stream().map(ExportFile::path).toList(), List.of(), plan.bytes(), 0);
    }

    @Override
    protected List<String> planProblems() {
        return plan.problems();
    }

    @Override
    protected int count() {
        return plan.files().size();
    }

    @Override
    protected Path file(int index) {
        return plan.files().get(index).path();
    }

    ExportSong song() {
        return song;
    }

    /// Takes the song as it is by now.
    void setSong(ExportSong now) {
        song = now;
        changed();
    }

    /// Adds a format that is not there yet.
    void addFormat() {
        List<ExportFormat> formats = new ArrayList<>(choices().formats());
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
        return choices().formats().size() < MOST_FORMATS;
    }

    void removeFormat(int index) {
        List<ExportFormat> formats = new ArrayList<>(choices().formats());
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

    ExportPlan plan() {
        return plan;
    }

    @Override
    public List<String> names() {
        return plan.names();
    }

    @Override
    public List<String> notes() {
        return plan.notes();
    }

    /// Where the report goes, or null for none.
    @Nullable
    Path reportFile() {
        ExportReport report = choices().report();
        Project project = song.project();
        return report == null ? null : folder().resolve(FileNames.safe(project.title() + " report") + report.ending());
    }
}
