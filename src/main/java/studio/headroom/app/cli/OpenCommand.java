package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.app.window.WindowProgram;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Bounce;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.Target;
import studio.headroom.project.Project;

@Command(
        name = "open",
        header = "Opens a project; without a display, bounces and masters it.",
        description = "Where there is a display, it is opened in the window, and -o is of no use.",
        customSynopsis = {"headroom open PROJECT [-o DIR]"},
        sortOptions = false)
final class OpenCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "PROJECT", description = "Project folder.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path path;

    @Option(names = "-o", paramLabel = "DIR", description = "Where the files go (default: the present folder).")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        Project project = ProjectFiles.load(path);
        if (WindowProgram.run(ProjectFiles.folder(path))) {
            return CommandLineProgram.DONE;
        }
        makeFolder();
        out.printf("No window can be opened here: '%s' is bounced and mastered instead.%n", project.title());
        SpokenProgress progress = new SpokenProgress(out);
        String name = FileNames.safe(project.title());
        Path mix = folder.resolve(name + " (mix).wav");
        Bounce.Result bounced = Bounce.run(
                project,
                new ProjectLibrary(ProjectFiles.folder(path), project.sampleRate()),
                mix,
                null,
                new Bounce.Settings(
                        OutputFormat.of(SampleFormat.FLOAT32),
                        0,
                        OptionalLong.empty(),
                        Runtime.getRuntime().availableProcessors(),
                        Bounce.DEFAULT_BLOCK),
                progress);
        List<MasterJob.Result> results = new ArrayList<>();
        for (String ending : List.of(".wav", ".mp3")) {
            results.add(master(project, mix, folder.resolve(name + " (master)" + ending), progress));
        }
        progress.finish();
        out.println();
        out.println(mix);
        out.println("  " + Figures.line(results.getFirst().input()));
        bounced.remarks().forEach(remark -> out.println("  note: " + remark));
        results.forEach(result -> MasterText.print(result, out));
        return CommandLineProgram.DONE;
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    private static MasterJob.Result master(Project project, Path mix, Path file, Progress progress) throws IOException {
        Target named = ProjectMaster.target(project);
        Target target = named != null ? named : Target.find("spotify").orElseThrow();
        OutputFormat format = OutputFormat.of(SampleFormat.INT24).withTags(TagRules.of(project));
        return MasterJob.run(
                mix,
                file,
                new MasterJob.Settings(ProjectMaster.chain(project), target.lufs(), target.ceiling(), format)
                        .withEnds(project.mastering().ends()),
                progress);
    }
}
