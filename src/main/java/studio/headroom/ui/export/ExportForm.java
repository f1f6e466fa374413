package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.ExportReport;
import studio.headroom.mastering.StemChoice;
import studio.headroom.project.Span;
import studio.headroom.ui.shell.PositionText;
import studio.headroom.ui.theme.Look;

/// The form of an export: what, how much of it, where, in which formats, and what that makes.
final class ExportForm extends JobForm {
    private static final List<String> TAGS = List.of("title", "artist", "album", "date", "genre", "isrc");
    private static final List<String> TAG_WORDS = List.of("Title", "Artist", "Album", "Year", "Genre", "ISRC");

    private final ExportModel model;
    private final Function<Path, Optional<Path>> chooseFolder;
    private final FormatCards formats;
    private final PlanView plan;

    /// @param chooseFolder lets a person choose a folder, beginning at one
    ExportForm(Look look, ExportModel model, Function<Path, Optional<Path>> chooseFolder) {
        super(look, model);
        this.model = model;
        this.chooseFolder = chooseFolder;
        formats = new FormatCards(look, model);
        plan = new PlanView(look, model);
        List<Node> left = new ArrayList<>(what());
        left.addAll(place());
        left.addAll(tags());
        fill(left, formats, plan);
    }

    @Override
    protected void update() {
        super.update();
        formats.update();
        plan.update();
    }

    // ---- what ----

    private List<Node> what() {
        List<ExportChoices.Preset> presets = ExportChoices.PRESETS;
        List<String> names =
                new ArrayList<>(presets.stream().map(ExportChoices.Preset::name).toList());
        names.add("Your own");
        List<Node> rows = new ArrayList<>();
        rows.add(fields().line(
                        "Preset",
                        fields().choice(
                                        "Preset",
                                        "What is often wanted. Choosing one sets everything but the range, the folder and the tags.",
                                        names,
                                        FIELD,
                                        this::preset,
                                        chosen -> model.change(choices -> chosen < presets.size()
                                                ? presets.get(chosen).choices()
                                                : choices))));
        rows.add(fields().line(
                        "Make",
                        fields().segments(
                                        "Make",
                                        "The mix in one file, its parts in a file each, or both in one pass.",
                                        Arrays.stream(What.values())
                                                .map(What::words)
                                                .toList(),
                                        FIELD / 3,
                                        () -> model.choices().what().ordinal(),
                                        chosen -> model.change(choices -> choices.withWhat(What.values()[chosen])))));
        rows.addAll(range());
        rows.addAll(stems());
        return rows;
    }

    private int preset() {
        for (int i = 0; i < ExportChoices.PRESETS.size(); i++) {
            if (ExportChoices.PRESETS.get(i).choices().equals(model.choices())) {
                return i;
            }
        }
        return ExportChoices.PRESETS.size();
    }

    private List<Node> range() {
        List<Node> rows = new ArrayList<>();
        rows.add(fields().line(
                        "Range",
                        fields().choice(
                                        "Range",
                                        "A range has the bits of that part of the whole song: reverbs from before it ring into it.",
                                        Arrays.stream(Extent.values())
                                                .map(this::words)
                                                .toList(),
                                        FIELD,
                                        () -> model.range().extent().ordinal(),
                                        chosen -> range(Extent.values()[chosen]))));
        List<String> points =
                model.song().points().stream().map(ExportSong.Point::name).toList();
        rows.add(shown(
                fields().line(
                                "From, to",
                                fields().choice(
                                                "From",
                                                "Where it begins.",
                                                points,
                                                FIELD / 2 - 4,
                                                () -> model.range().first(),
                                                chosen -> model.setRange(new ExportPlan.Range(
                                                        Extent.MARKERS,
                                                        chosen,
                                                        model.range().last()))),
                                fields().choice(
                                                "To",
                                                "Where it ends.",
                                                points,
                                                FIELD / 2 - 4,
                                                () -> model.range().last(),
                                                chosen -> model.setRange(new ExportPlan.Range(
                                                        Extent.MARKERS,
                                                        model.range().first(),
                                                        chosen)))),
                () -> model.range().extent() == Extent.MARKERS));
        rows.add(fields().line(
                        "Tail",
                        fields().toggle(
                                        "Tail",
                                        "Goes on after the last clip until nothing above −96 dBFS follows.",
                                        () -> model.choices().tail(),
                                        on -> model.change(choices -> choices.withTail(on)),
                                        () -> model.range().extent() == Extent.WHOLE
                                                ? ""
                                                : "a part of the song has no tail"),
                        Fields.hint("until reverbs and delays have rung out")));
        return rows;
    }

    private void range(Extent extent) {
        int last = model.song().points().size() - 1;
        model.setRange(new ExportPlan.Range(extent, Math.min(1, last - 1), Math.min(2, last)));
    }

    private String words(Extent extent) {
        int rate = model.song().project().sampleRate();
        Span span =
                switch (extent) {
                    case LOOP -> model.song().project().loop();
                    case CLIPS -> model.song().selectedClips().orElse(null);
                    case WHOLE, MARKERS -> null;
                };
        return span == null
                ? extent.words()
                : extent.words() + ", " + minutes(span.start(), rate) + "–" + minutes(span.end(), rate);
    }

    private static String minutes(long frame, int rate) {
        String time = PositionText.time(rate, frame);
        return time.substring(0, time.length() - 1);
    }

    private List<Node> stems() {
        List<String> words = List.of(
                "What feeds the master",
                "Every track",
                "Every bus",
                "Every return",
                "Every folder",
                "Every group",
                selected(model.song().strips().size()));
        BooleanSupplier wanted = () -> model.choices().what().stems();
        return List.of(
                shown(
                        fields().line(
                                        "Stems",
                                        fields().choice(
                                                        "Stems",
                                                        "All have the same beginning and length and come out of one pass with the mix.",
                                                        words,
                                                        FIELD,
                                                        () -> model.choices()
                                                                .stems()
                                                                .ordinal(),
                                                        chosen -> model.change(choices ->
                                                                choices.withStems(StemChoice.values()[chosen])))),
                        wanted),
                shown(
                        fields().line(
                                        "Taken",
                                        fields().segments(
                                                        "Taken",
                                                        "Before the fader there is no level, pan and width; automation of effects stays.",
                                                        List.of("After fader", "Before fader"),
                                                        FIELD / 2,
                                                        () -> model.choices().preFader() ? 1 : 0,
                                                        chosen -> model.change(
                                                                choices -> choices.withPreFader(chosen == 1)))),
                        wanted),
                shown(
                        fields().line(
                                        "Master",
                                        fields().toggle(
                                                        "Through the master",
                                                        "Each stem goes through a copy of the master, without its effects that are not"
                                                                + " linear, such as compressors: those work on the sum alone.",
                                                        () -> model.choices().throughMaster(),
                                                        on -> model.change(choices -> choices.withThroughMaster(on)),
                                                        () -> ""),
                                        Fields.hint("with the master’s fader and linear effects")),
                        wanted));
    }

    private static String selected(int strips) {
        return strips == 0
                ? "Selected strips"
                : strips == 1 ? "The selected strip" : "The " + strips + " selected strips";
    }

    // ---- where ----

    private List<Node> place() {
        return List.of(
                heading("Names and place"),
                folder(chooseFolder),
                shown(
                        fields().line(
                                        "Mix",
                                        Fields.grown(fields().text(
                                                        "Name of the mix",
                                                        "{song}",
                                                        () -> model.choices().mixName(),
                                                        text -> model.change(choices -> choices.withMixName(text))))),
                        () -> model.choices().what().mix()),
                shown(
                        fields().line(
                                        "Stems",
                                        Fields.grown(fields().text(
                                                        "Names of the stems",
                                                        "{song} stems/{number} {name}",
                                                        () -> model.choices().stemName(),
                                                        text -> model.change(choices -> choices.withStemName(text))))),
                        () -> model.choices().what().stems()),
                Fields.hint("Filled in: {" + String.join("} {", ExportPlan.NAMES.words()) + "}"),
                fields().line("Report", report()));
    }

    private Node report() {
        return fields().choice(
                        "Report",
                        "A file with what was measured on each of the others: loudness, range, peaks, clipped samples.",
                        List.of("No report", "HTML, to read", "JSON, for programs"),
                        FIELD,
                        () -> report(model.choices().report()),
                        chosen -> model.change(choices -> choices.withReport(
                                chosen == 0 ? null : chosen == 1 ? ExportReport.HTML : ExportReport.JSON)));
    }

    private static int report(@Nullable ExportReport report) {
        return report == null ? 0 : report == ExportReport.HTML ? 1 : 2;
    }

    // ---- tags ----

    private List<Node> tags() {
        TagGrid grid = new TagGrid(look(), model, fields());
        for (int i = 0; i < TAGS.size(); i++) {
            String tag = TAGS.get(i);
            String prompt = tag.equals("title") ? model.song().project().title() : "";
            grid.tag(tag, TAG_WORDS.get(i), prompt, i % 2, i / 2);
        }
        shown(grid, () -> model.choices().tags());
        HBox head = fields().line(
                        "Tags",
                        fields().toggle(
                                        "Tags",
                                        "Title, artist and so on inside the files. The song remembers them.",
                                        () -> model.choices().tags(),
                                        on -> model.change(choices -> choices.withTags(on)),
                                        () -> ""),
                        Fields.hint("written into the files, remembered with the song"));
        head.setAlignment(Pos.CENTER_LEFT);
        return List.of(head, grid);
    }
}
