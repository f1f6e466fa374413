package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.deliver.CoverFacts;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.DeliveryReport;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Project;
import studio.headroom.ui.export.PlanView;
import studio.headroom.ui.export.Surroundings;

/// The delivery that is being put together: what is chosen, what that would write, and what stands against it. UI
/// thread.
final class DeliverModel implements PlanView.Plan {
    private static final int MOST_ROWS = 24;

    private final Print print;
    private final Project project;
    private final LocalDate today;
    private final Executor background;
    private final Executor ui;
    private final List<Runnable> observers = new ArrayList<>();
    private final SortedMap<String, String> tags;
    private final @Nullable Expected expected;
    private DeliverChoices choices;
    private Path folder;
    private @Nullable Path coverFile;
    private @Nullable Cover cover;
    private String coverProblem = "";
    private DeliveryPlan plan;
    private Surroundings surroundings = Surroundings.UNKNOWN;
    private boolean looking;
    private boolean reading;
    private int version;

    /// What a song has, and where its files go.
    ///
    /// @param expected what the master measures, or null where that is not known
    /// @param folder where the files go
    /// @param cover a picture, or null
    record Start(
            Print print,
            Project project,
            @Nullable Expected expected,
            Path folder,
            @Nullable Path cover,
            LocalDate today) {}

    /// @param background looks at the disk
    DeliverModel(Start start, DeliverChoices choices, Executor background, Executor ui) {
        print = start.print;
        project = start.project;
        today = start.today;
        expected = start.expected;
        folder = start.folder;
        this.choices = choices;
        this.background = background;
        this.ui = ui;
        tags = new TreeMap<>(project.mastering().tags());
        plan = planned();
        look();
        setCover(start.cover);
    }

    /// Runs after every change.
    void observe(Runnable observer) {
        observers.add(observer);
    }

    /// Whoever was told of changes is not there any more.
    void forgetObservers() {
        observers.clear();
    }

    private DeliveryPlan planned() {
        SortedMap<String, String> texts = new TreeMap<>(tags);
        texts.putIfAbsent("title", project.title());
        return DeliveryPlan.of(new DeliveryPlan.Request(
                new DeliveryPlan.Sound(print.sampleRate(), print.channels(), print.seconds()),
                choices.items(),
                choices.pattern(),
                folder,
                texts,
                cover,
                choices.version(),
                today));
    }

    private void changed() {
        plan = planned();
        look();
        List.copyOf(observers).forEach(Runnable::run);
    }

    private void look() {
        looking = true;
        int mine = ++version;
        List<Path> files = new ArrayList<>(paths());
        reports().forEach(report -> files.add(report.file()));
        long bytes = plan.bytes();
        Path place = folder;
        background.execute(() -> {
            Surroundings found = Surroundings.of(files, bytes, place);
            ui.execute(() -> {
                if (mine == version) {
                    looking = false;
                    surroundings = found;
                    List.copyOf(observers).forEach(Runnable::run);
                }
            });
        });
    }

    /// Whether what the disk says, or the cover, is not known yet.
    boolean isLooking() {
        return looking || reading;
    }

    Print print() {
        return print;
    }

    Project project() {
        return project;
    }

    /// What of a file is expected, in a few words; empty where that is not known.
    String expectation(DeliveryItem item) {
        return expected == null ? "" : expected.of(item);
    }

    // ---- choices ----

    DeliverChoices choices() {
        return choices;
    }

    void change(UnaryOperator<DeliverChoices> change) {
        DeliverChoices now = change.apply(choices);
        if (!now.equals(choices)) {
            choices = now;
            changed();
        }
    }

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
        return choices.rows().size() < MOST_ROWS;
    }

    /// Adds a file of a coding that is not there yet.
    void add() {
        List<Coding> usual = List.of(
                Coding.WAV_24, Coding.MP3, Coding.FLAC_24, Coding.WAV_16, Coding.OPUS, Coding.WAV_32F, Coding.AIFF_24);
        Coding coding = usual.stream()
                .filter(each ->
                        choices.rows().stream().noneMatch(row -> row.item().coding() == each))
                .findFirst()
                .orElse(Coding.WAV_24);
        List<DeliverChoices.Row> rows = new ArrayList<>(choices.rows());
        rows.add(new DeliverChoices.Row(DeliveryItem.of(coding), true));
        change(now -> now.withRows(rows));
    }

    void remove(int index) {
        List<DeliverChoices.Row> rows = new ArrayList<>(choices.rows());
        rows.remove(index);
        change(now -> now.withRows(rows));
    }

    Path folder() {
        return folder;
    }

    void setFolder(Path now) {
        folder = now;
        changed();
    }

    // ---- tags ----

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

    /// What is wrong with a tag, in a sentence; empty where it is right or not set.
    String tagProblem(String field) {
        String text = tags.getOrDefault(field, "");
        try {
            TagRules.checked(Map.of(field, text));
            return "";
        } catch (IllegalArgumentException e) {
            return DeliveryPlan.sentence(e);
        }
    }

    /// Whether the tags are others than the song remembers.
    boolean tagsChanged() {
        return !tags.equals(project.mastering().tags());
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
        if (!coverProblem.isEmpty()) {
            all.add(coverProblem);
        }
        all.addAll(surroundings.problems());
        return all;
    }

    /// The reports that are written with the files, the page first.
    List<DeliveryReport.Place> reports() {
        if (!choices.report()) {
            return List.of();
        }
        String title = tags.getOrDefault("title", project.title());
        List<DeliveryReport.Place> places = new ArrayList<>();
        for (DeliveryReport kind : List.of(DeliveryReport.HTML, DeliveryReport.JSON)) {
            String name = FileNames.safe(title + " delivery") + kind.ending();
            places.add(new DeliveryReport.Place(kind, folder.resolve(name)));
        }
        return places;
    }
}
