package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.mastering.ClockText;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.EdgeSilence;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.OutputPlaces;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.deliver.CoverFacts;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.DeliveryReport;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Ends;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.ui.export.FormModel;

/// The delivery that is being put together: what is chosen, what that would write, and what stands against it. UI
/// thread.
final class DeliverModel extends FormModel<DeliverChoices> {
    private static final int MOST_ROWS = 24;

    private final Print print;
    private final Project project;
    private final LocalDate today;
    private final Executor background;
    private final Executor ui;
    private final @Nullable Expected expected;
    private final VersionsModel versions;
    private Ends ends;
    /// Why an end that was typed cannot be, by what it is called.
    private final SortedMap<String, String> endProblems = new TreeMap<>();
    private String silence = "";
    private @Nullable Path coverFile;
    private @Nullable Cover cover;
    private String coverProblem = "";
    private DeliveryPlan plan;
    private boolean reading;

    /// What a song has, and where its files go.
    ///
    /// @param expected what the master measures, or null where that is not known
    /// @param folder where the files go
    /// @param cover a picture, or null
    /// @param versions that were delivered with it before
    /// @param song the project's folder, where its other prints are
    /// @param zone of their dates
    record Start(
            Print print,
            Project project,
            @Nullable Expected expected,
            Path folder,
            @Nullable Path cover,
            Versions versions,
            Path song,
            ZoneId zone) {}

    /// @param background looks at the disk
    DeliverModel(Start start, DeliverChoices choices, Executor background, Executor ui) {
        super(choices, start.folder, start.project.mastering().tags(), background, ui);
        print = start.print;
        project = start.project;
        today = LocalDate.now(start.zone);
        expected = start.expected;
        versions = new VersionsModel(print, start.versions, () -> changed());
        ends = project.mastering().ends();
        this.background = background;
        this.ui = ui;
        plan = planned();
        look();
        setCover(start.cover);
        background.execute(this::listen);
        versions.look(start.song, start.zone, background, ui);
    }

    private DeliveryPlan planned() {
        SortedMap<String, String> texts = new TreeMap<>(tags());
        texts.putIfAbsent("title", project.title());
        return DeliveryPlan.of(new DeliveryPlan.Request(
                print.file(),
                sound(print),
                choices().items(),
                choices().pattern(),
                folder(),
                texts,
                cover,
                choices().version(),
                versions.others(),
                today));
    }

    static DeliveryPlan.Sound sound(Print print) {
        return new DeliveryPlan.Sound(print.sampleRate(), print.channels(), print.seconds());
    }

    @Override
    protected void replan() {
        plan = planned();
    }

    @Override
    protected OutputPlaces.Wanted wanted() {
        List<Path> files = new ArrayList<>(paths());
        reports().forEach(report -> files.add(report.file()));
        List<Path> read = new ArrayList<>();
        plan.versions().forEach(version -> read.add(version.print()));
        if (coverFile != null) {
            read.add(coverFile);
        }
        return new OutputPlaces.Wanted(folder(), files, read, plan.bytes(), plan.scratchBytes());
    }

    @Override
    protected List<String> planProblems() {
        List<String> all = new ArrayList<>(plan.problems());
        all.addAll(endProblems.values());
        if (ends.head() instanceof Ends.Edge.At(double from)) {
            if (from >= print.seconds()) {
                all.add("The beginning lies behind the end of the print (" + ClockText.of(print.seconds()) + ").");
            }
            versions.chosen().all().stream()
                    .filter(version -> from >= version.print().seconds())
                    .forEach(version -> all.add("The beginning lies behind the end of “" + version.name() + "” ("
                            + ClockText.of(version.print().seconds()) + ")."));
        }
        if (!coverProblem.isEmpty()) {
            all.add(coverProblem);
        }
        return all;
    }

    @Override
    protected int count() {
        return plan.names().size();
    }

    @Override
    protected Path file(int index) {
        return plan.files().get(index).path();
    }

    /// Whether what the disk says, or the cover, is not known yet.
    @Override
    public boolean isLooking() {
        return super.isLooking() || reading;
    }

    Print print() {
        return print;
    }

    Project project() {
        return project;
    }

    /// The other versions that are delivered with it.
    VersionsModel versions() {
        return versions;
    }

    /// What of a file is expected, in a few words; empty where that is not known.
    String expectation(DeliveryItem item) {
        return expected == null ? "" : expected.of(item);
    }

    // ---- choices ----

    void changeItem(int index, UnaryOperator<DeliveryItem> change) {
        change(now -> {
            DeliverChoices.Row row = now.rows().get(index);
            return now.withRow(index, new DeliverChoices.Row(change.apply(row.item()), row.on()));
        });
    }

    void switchOn(int index, boolean on) {
        change(now ->
                now.withRow(index, new DeliverChoices.Row(now.rows().get(index).item(), on)));
    }

    boolean canAdd() {
        return choices().rows().size() < MOST_ROWS;
    }

    /// Adds a file of a coding that is not there yet.
    void add() {
        List<Coding> usual = List.of(
                Coding.WAV_24, Coding.MP3, Coding.FLAC_24, Coding.WAV_16, Coding.OPUS, Coding.WAV_32F, Coding.AIFF_24);
        Coding coding = usual.stream()
                .filter(each ->
                        choices().rows().stream().noneMatch(row -> row.item().coding() == each))
                .findFirst()
                .orElse(Coding.WAV_24);
        List<DeliverChoices.Row> rows = new ArrayList<>(choices().rows());
        rows.add(new DeliverChoices.Row(DeliveryItem.of(coding), true));
        change(now -> now.withRows(rows));
    }

    void remove(int index) {
        List<DeliverChoices.Row> rows = new ArrayList<>(choices().rows());
        rows.remove(index);
        change(now -> now.withRows(rows));
    }

    // ---- beginning and end ----

    /// What of the print is delivered.
    Ends ends() {
        return ends;
    }

    /// @param what is changed, for what cannot be
    void changeEnds(String what, UnaryOperator<Ends> change) {
        try {
            Ends now = change.apply(ends);
            boolean mended = endProblems.remove(what) != null;
            if (mended || !now.equals(ends)) {
                ends = now;
                changed();
            }
        } catch (IllegalArgumentException | InvalidProjectException e) {
            String message = String.valueOf(e.getMessage());
            endProblems.put(what, what + ": " + message + ".");
            changed();
        }
    }

    /// Whether they are others than the song remembers.
    boolean endsChanged() {
        return !ends.equals(project.mastering().ends());
    }

    /// How much silence the print has at its ends, in words; empty where that is not known.
    String silence() {
        return silence;
    }

    /// Looks in the background how much silence there is.
    private void listen() {
        try {
            if (!AudioFiles.isPcm(print.file())) {
                return; // It would have to be decoded.
            }
            try (SampleSource source = Sources.randomAccess(print.file(), Progress.NONE)) {
                double rate = source.format().sampleRate();
                double head = EdgeSilence.head(source) / rate;
                double tail = EdgeSilence.tail(source) / rate;
                ui.execute(() -> {
                    silence = head < 0.05 && tail < 0.05
                            ? "The print has no silence at its ends. "
                            : String.format(
                                    Locale.ROOT,
                                    "The print has %.1f s of silence before the sound and %.1f s after it. ",
                                    head,
                                    tail);
                    tell();
                });
            }
        } catch (IOException e) {
            // The work itself will say so.
        }
    }

    // ---- tags ----

    /// What is wrong with a tag, in a sentence; empty where it is right or not set.
    String tagProblem(String field) {
        return tagProblem(field, tags().getOrDefault(field, ""));
    }

    /// Likewise of a text for a tag.
    static String tagProblem(String field, String text) {
        try {
            TagRules.checked(Map.of(field, text));
            return "";
        } catch (IllegalArgumentException e) {
            return DeliveryPlan.sentence(e);
        }
    }

    /// The picture's file, or null.
    @Nullable
    Path coverFile() {
        return coverFile;
    }

    @Nullable
    Cover cover() {
        return cover;
    }

    /// What shops would say against the cover, or why it cannot be read.
    List<String> coverWords() {
        Cover read = cover;
        if (!coverProblem.isEmpty()) {
            return List.of(coverProblem);
        }
        return read == null ? List.of() : CoverFacts.advice(read);
    }

    /// @param file a picture, or null for none; read in the background
    void setCover(@Nullable Path file) {
        coverFile = file;
        coverProblem = "";
        if (file == null) {
            cover = null;
            reading = false;
            changed();
            return;
        }
        reading = true;
        background.execute(() -> {
            try {
                Cover read = Cover.read(file);
                ui.execute(() -> takeCover(file, read, ""));
            } catch (IOException e) {
                ui.execute(() -> takeCover(file, null, String.valueOf(e.getMessage())));
            }
        });
    }

    private void takeCover(Path file, @Nullable Cover read, String problem) {
        if (file.equals(coverFile)) {
            cover = read;
            coverProblem = problem;
            reading = false;
            changed();
        }
    }

    // ---- what that makes ----

    DeliveryPlan plan() {
        return plan;
    }

    List<Path> paths() {
        return plan.files().stream().map(file -> file.path()).toList();
    }

    @Override
    public List<String> names() {
        return plan.names();
    }

    @Override
    public List<String> notes() {
        return plan.notes();
    }

    /// The reports that are written with the files, the page first.
    List<DeliveryReport.Place> reports() {
        if (!choices().report()) {
            return List.of();
        }
        String title = tags().getOrDefault("title", project.title());
        List<DeliveryReport.Place> places = new ArrayList<>();
        for (DeliveryReport kind : List.of(DeliveryReport.HTML, DeliveryReport.JSON)) {
            String name = FileNames.safe(title + " delivery") + kind.ending();
            places.add(new DeliveryReport.Place(kind, folder().resolve(name)));
        }
        return places;
    }
}
