package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.Json;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.Originals;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

@Command(
        name = "master",
        header = "Masters a sound file or a project's mix, to a loudness and under a ceiling.",
        description = "The written file is measured again before it is called done.",
        customSynopsis = {
            "headroom master AUDIO|PROJECT -o OUT [--target NAME] [--lufs X] [--ceiling DBTP] [--bits B]",
            "                [--rate N] [--preset FILE] [--tag k=v]... [--cover IMAGE] [--report FILE.json]",
            "                [--kbps N] [--json] [--assist STYLE | --like REF]... [--amount A] [--as-set]",
            "                [--head END] [--tail END] [--fade-in S] [--fade-out S] [--fade-shape SHAPE]"
        },
        sortOptions = false)
final class MasterCommand extends Subcommand {
    private static final double USUAL_LUFS = -14;
    private static final double USUAL_CEILING = -1;
    private static final double LOWEST_CEILING = -20;

    @Parameters(index = "0", paramLabel = "AUDIO|PROJECT", description = "A sound file or a project folder.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path input;

    @Option(
            names = "-o",
            paramLabel = "OUT",
            required = true,
            description = "The file to write; its ending says what it is.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path output;

    @Option(names = "--target", paramLabel = "NAME", description = "A destination; 'headroom targets' lists them.")
    private @Nullable String targetName;

    @Option(
            names = "--lufs",
            paramLabel = "X",
            description = "Integrated loudness, instead of the target's (-14 without one).")
    private @Nullable Double lufs;

    @Option(
            names = "--ceiling",
            paramLabel = "DBTP",
            description = "Highest true peak, instead of the target's (-1 without one).")
    private @Nullable Double ceiling;

    @Mixin
    private final OutputOptions format = new OutputOptions();

    @Option(
            names = "--preset",
            paramLabel = "FILE|NAME",
            description = "A chain of effects (JSON) instead of the project's or the gentle one, or one that comes"
                    + " with the program: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FactoryNames.class)
    private @Nullable Path preset;

    @Mixin
    private final AssistOptions assist = new AssistOptions();

    @Option(
            names = "--as-set",
            description =
                    "Leave the chain exactly as it is set, as the Master view plays it: no gain is looked for, and"
                            + " the ceiling is its limiter's.")
    private boolean asSet;

    @Mixin
    private final EndsOptions ends = new EndsOptions();

    @Mixin
    private final TagOptions tags = new TagOptions();

    @Option(names = "--report", paramLabel = "FILE.json", description = "Also write what was done and measured.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        checkFigures();
        assist.check(preset != null);
        Target named = targetName == null ? null : target(targetName);
        Tags typed = tags.typed();
        List<Path> read = new ArrayList<>(List.of(input));
        FactoryChain factory = ProjectMaster.factory(preset);
        if (preset != null && factory == null) {
            read.add(preset);
        }
        read.addAll(tags.read());
        read.addAll(assist.references());
        Originals.protect(output, read);
        try (ReportFile file = ReportFile.at(report, output, read);
                ProgressLine progress = new ProgressLine(err(), json)) {
            List<Insert> chain = preset == null ? null : ProjectMaster.named(preset);
            Tags image = tags.image();
            Material material = Material.of(input, progress);
            Project project = material.project();
            Target target = named != null || project == null ? named : ProjectMaster.target(project);
            if (chain == null && project != null) {
                chain = ProjectMaster.chain(project);
            }
            if (asSet && chain == null) {
                throw new UsageException("--as-set needs a chain: name one with --preset"
                        + (project == null ? ", or a project that has one" : ", or set one in the Master view"));
            }
            Advice advice = assist.advise(material.file(), asked(target), ceiling(target), progress);
            if (advice != null) {
                chain = advice.chain();
            }
            Tags known = project == null ? Tags.NONE : TagRules.of(project);
            Tags all = known.mergedWith(typed).mergedWith(image);
            MasterJob.Settings settings = settings(chain, target, all, advice).withEnds(ends.of(project));
            MasterJob.Result result = MasterJob.run(material.file(), output, settings, progress);
            Map<String, Object> figures = MasterText.describe(result, settings, target, input, material.hash());
            if (advice != null) {
                figures.put("assist", AssistText.describe(advice));
            }
            if (report != null) {
                file.write(Json.text(figures) + "\n");
            }
            progress.close();
            if (json) {
                out().println(Json.text(figures));
            } else {
                if (advice != null) {
                    AssistText.print(advice, out());
                }
                MasterText.print(result, out());
            }
        }
        return CommandLineProgram.DONE;
    }

    private void checkFigures() {
        if (ceiling != null && !(ceiling >= LOWEST_CEILING && ceiling <= 0)) {
            throw new UsageException(
                    "--ceiling takes " + Numbers.plain(LOWEST_CEILING) + " to 0 dBTP, not " + Numbers.plain(ceiling));
        }
        if (lufs != null && !(lufs >= -60 && lufs <= 0)) {
            throw new UsageException("--lufs takes -60 to 0, not " + Numbers.plain(lufs));
        }
        if (asSet && (lufs != null || ceiling != null || assist.asked())) {
            throw new UsageException(
                    "--as-set leaves the chain as it is: --lufs, --ceiling, --assist and --like would" + " change it");
        }
        format.check();
        ends.check();
    }

    /// The chains that come with the program, for the help.
    static final class FactoryNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FactoryChain.all().stream().map(FactoryChain::name).iterator();
        }
    }

    /// The loudness that was asked for, or that the destination asks for.
    private OptionalDouble asked(@Nullable Target target) {
        return lufs != null ? OptionalDouble.of(lufs) : target != null ? target.lufs() : OptionalDouble.empty();
    }

    private double ceiling(@Nullable Target target) {
        FactoryChain factory = ProjectMaster.factory(preset);
        double usual = factory == null ? USUAL_CEILING : factory.ceiling();
        return ceiling != null ? ceiling : target != null ? target.ceiling() : usual;
    }

    private MasterJob.Settings settings(
            @Nullable List<Insert> chain, @Nullable Target target, Tags written, @Nullable Advice advice) {
        int bits = target == null ? 24 : target.bits().orElse(24);
        OptionalInt rate = target == null ? OptionalInt.empty() : target.sampleRate();
        OutputFormat output = format.format(bits, rate, written);
        if (asSet && chain != null) {
            return MasterJob.Settings.asSet(chain, output);
        }
        OptionalDouble loudness = asked(target);
        if (advice != null) {
            loudness = OptionalDouble.of(advice.lufs());
        } else if (lufs == null && target == null) {
            loudness = OptionalDouble.of(USUAL_LUFS);
        }
        return new MasterJob.Settings(chain, loudness, ceiling(target), output);
    }

    private static Target target(String name) {
        return Target.find(name)
                .orElseThrow(() -> new UsageException("there is no target '" + name + "'; there are "
                        + Target.all().stream().map(Target::name).collect(Collectors.joining(", "))));
    }
}
