package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.FileException;
import studio.headroom.files.Json;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.deliver.Delivered;
import studio.headroom.mastering.deliver.DeliveredVersion;
import studio.headroom.mastering.deliver.DeliveryFigures;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.DeliveryReport;
import studio.headroom.mastering.deliver.DeliverySet;
import studio.headroom.mastering.deliver.DeliveryWatch;
import studio.headroom.mastering.deliver.ItemText;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

@Command(
        name = "deliver",
        header = "Masters a sound file or a project's mix into several files at once.",
        description = "Every file is decoded and measured again after it was written; all take their places together.",
        customSynopsis = {
            "headroom deliver AUDIO|PROJECT -o FOLDER [--set NAME]... [--item SPEC]... [--name TEMPLATE]",
            "                [--preset FILE|NAME] [--version-name V] [--add-version V=AUDIO]...",
            "                [--version-isrc V=CODE]... [--version-level song|own] [--tag k=v]... [--cover IMAGE]",
            "                [--head END] [--tail END] [--fade-in S] [--fade-out S] [--fade-shape SHAPE]",
            "                [--report] [--json]"
        },
        sortOptions = false)
final class DeliverCommand extends Subcommand {
    private static final String USUAL_SET = "release";
    private static final String NO_CHAIN = "none";
    private static final double USUAL_LUFS = -14;
    private static final double USUAL_CEILING = -1;

    @Parameters(index = "0", paramLabel = "AUDIO|PROJECT", description = "A sound file or a project folder.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path input;

    @Option(
            names = "-o",
            paramLabel = "FOLDER",
            required = true,
            description = "Where the files go; made where missing.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path folder;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            description = "Files that are often wanted together: ${COMPLETION-CANDIDATES} (" + USUAL_SET
                    + " where neither a set nor an item is named).",
            completionCandidates = SetNames.class)
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--item",
            paramLabel = "SPEC",
            description = "A file, such as wav,bits=16,rate=44100,target=cd or mp3,kbps=320,ceiling=-1.")
    private List<String> items = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "TEMPLATE",
            description =
                    "Names of the files, with {title} {artist} {album} {track} {target} {format} {rate} {bits} {date}"
                            + " {version}.")
    private String name = DeliveryPlan.USUAL_NAME;

    @Option(
            names = "--version-name",
            paramLabel = "V",
            description = "What {version} stands for, such as Instrumental.")
    private String version = "";

    @Option(
            names = "--preset",
            paramLabel = "FILE|NAME",
            description =
                    "A chain of effects (JSON) instead of the project's, or one that comes with the program; 'none' for"
                            + " a finished master that only needs its files.")
    private @Nullable Path preset;

    @Mixin
    private final VersionOptions versions = new VersionOptions();

    @Mixin
    private final EndsOptions ends = new EndsOptions();

    @Mixin
    private final TagOptions tags = new TagOptions();

    @Option(names = "--report", description = "Also write what was measured, as HTML and as JSON, beside the files.")
    private boolean report;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /// The sets that come with the program, for the help.
    static final class SetNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        SetNames() {
            super(DeliverySet.all().stream().map(DeliverySet::name).toList());
        }
    }

    @Override
    public Integer call() throws IOException {
        List<DeliveryItem> wanted = wanted();
        DeliveryPlan.NAMES.problem(name).ifPresent(problem -> {
            throw new UsageException("--name: " + problem);
        });
        ends.check();
        versions.check();
        Tags typed = tags.typed();
        Tags image = tags.image();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileException("'" + folder + "' is a file and not a folder. Name another place with -o.");
        }
        try (ProgressLine progress = new ProgressLine(err(), json)) {
            Material material = Material.of(input, progress);
            Sources.requireMonoOrStereo(AudioFiles.info(material.file()).format(), material.file());
            Project project = material.project();
            Tags known = project == null ? named(typed) : TagRules.of(project);
            Tags all = known.mergedWith(typed).mergedWith(image);
            List<Insert> chain = chain(project);
            Target target = project == null ? null : ProjectMaster.target(project);
            List<DeliveryItem> leveled = chain != null
                    ? wanted
                    : wanted.stream().map(item -> leveled(item, target)).toList();
            List<DeliveryPlan.Other> others = versions.others(project == null ? null : input, progress);
            DeliveryPlan plan = plan(leveled, material.file(), others, all);
            if (!plan.problems().isEmpty()) {
                throw new UsageException(String.join("\n", plan.problems()));
            }
            String title = all.get(Tags.Field.TITLE);
            List<Path> read = new ArrayList<>(tags.read());
            read.add(input);
            if (preset != null && Files.exists(preset)) {
                read.add(preset);
            }
            DeliveryJob.Order order = new DeliveryJob.Order(
                    title,
                    plan.versions(),
                    versions.level(),
                    read,
                    chain,
                    ends.of(project),
                    folders(plan),
                    reports(title));
            DeliveryJob.Result result = DeliveryJob.run(order, DeliveryWatch.of(progress));
            progress.close();
            plan.notes().forEach(note -> err().println("headroom: note: " + note));
            if (json) {
                out().println(Json.text(DeliveryFigures.of(title, Instant.now(), result)));
            } else {
                result.versions().forEach(each -> print(each, result.versions().size() > 1));
                order.reports().forEach(place -> out().println(place.file()));
            }
        }
        return CommandLineProgram.DONE;
    }

    private List<DeliveryItem> wanted() {
        List<DeliveryItem> wanted = new ArrayList<>();
        List<String> named = sets.isEmpty() && items.isEmpty() ? List.of(USUAL_SET) : sets;
        for (String set : named) {
            wanted.addAll(DeliverySet.find(set)
                    .orElseThrow(() -> new UsageException("there is no set '" + set + "'; there are "
                            + DeliverySet.all().stream().map(DeliverySet::name).collect(Collectors.joining(", "))))
                    .items());
        }
        List<String> wrong = new ArrayList<>();
        for (String item : items) {
            try {
                wanted.add(ItemText.parse(item));
            } catch (IllegalArgumentException e) {
                wrong.add("--item " + e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw new UsageException(String.join("\n", wrong));
        }
        return wanted;
    }

    /// The chain that is named, or the project's; null for the gentle one.
    private @Nullable List<Insert> chain(@Nullable Project project) throws IOException {
        if (preset == null) {
            return project == null ? null : ProjectMaster.chain(project);
        }
        return preset.toString().equals(NO_CHAIN) && !Files.exists(preset) ? List.of() : ProjectMaster.named(preset);
    }

    /// Where nobody has set a chain there is no "as set": it is brought to the loudness that `master` would bring it
    /// to.
    private static DeliveryItem leveled(DeliveryItem item, @Nullable Target target) {
        if (!(item.level() instanceof Level.AsSet(OptionalDouble ceiling))) {
            return item;
        }
        double lufs = target == null ? USUAL_LUFS : target.lufs().orElse(USUAL_LUFS);
        double usual = target == null ? USUAL_CEILING : target.ceiling();
        return item.withLevel(new Level.Loud(lufs, ceiling.orElse(usual)), item.target());
    }

    /// A sound file without a title is called as the file is.
    private Tags named(Tags typed) {
        String file = String.valueOf(input.getFileName());
        int dot = file.lastIndexOf('.');
        return typed.get(Tags.Field.TITLE).isEmpty()
                ? Tags.NONE.with(Tags.Field.TITLE, dot > 0 ? file.substring(0, dot) : file)
                : Tags.NONE;
    }

    private DeliveryPlan plan(List<DeliveryItem> wanted, Path print, List<DeliveryPlan.Other> others, Tags all)
            throws FileException {
        SortedMap<String, String> texts = new TreeMap<>();
        all.texts().forEach((field, text) -> texts.put(field.key(), text));
        return DeliveryPlan.of(new DeliveryPlan.Request(
                print,
                VersionOptions.sound(print),
                wanted,
                name,
                folder,
                texts,
                all.cover(),
                version,
                others,
                LocalDate.now()));
    }

    private List<Path> folders(DeliveryPlan plan) {
        List<Path> folders = new ArrayList<>(plan.folders());
        folders.addFirst(folder);
        return folders;
    }

    private List<DeliveryReport.Place> reports(String title) {
        List<DeliveryReport.Place> places = new ArrayList<>();
        if (report) {
            for (DeliveryReport kind : List.of(DeliveryReport.HTML, DeliveryReport.JSON)) {
                String file = FileNames.safe(title + " delivery") + kind.ending();
                places.add(new DeliveryReport.Place(kind, folder.resolve(file)));
            }
        }
        return places;
    }

    /// @param several whether there are others
    private void print(DeliveredVersion one, boolean several) {
        String name = !several || one.name().isBlank() ? "" : one.name() + ": ";
        if (!one.trim().isWhole()) {
            out().println(name + one.trim().words());
        }
        one.files().forEach(this::print);
    }

    private void print(Delivered file) {
        out().println(file.file().path());
        out().println("  " + Figures.line(file.report())
                + (file.ceiling().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", ceiling of %.1f dBTP holds",
                                file.ceiling().getAsDouble())));
        if (!file.levelWords().isEmpty()) {
            out().println("  " + file.levelWords());
        }
        file.remarks().forEach(remark -> out().println("  note: " + remark));
    }
}
