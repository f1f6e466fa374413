package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Stem;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

/// Renders a song to its mix file and, where asked, its stems, in one format: an [ExportJob] with the names that the
/// command line gives.
public final class Bounce {
    public static final int DEFAULT_BLOCK = OfflineRender.DEFAULT_BLOCK;

    /// What is bounced.
    ///
    /// @param from first frame of the timeline
    /// @param to frame after the last one, or empty for the whole song with its tail
    /// @param threads that render
    /// @param block frames handed on at a time; changes no bit of the result
    public record Settings(OutputFormat format, long from, OptionalLong to, int threads, int block) {
        private ExportJob.Settings unmeasured() {
            return new ExportJob.Settings(from, to, threads, block, false);
        }
    }

    /// What was written: the mix first, then the stems. All have the same length.
    ///
    /// @param remarks what the user should know about them, in words
    public record Result(List<Path> files, AudioFormat format, double seconds, List<String> remarks) {}

    private Bounce() {}

    /// @param output the mix's file; its ending names the format
    /// @param stemsFolder where one file goes for each strip that feeds the master, or null; made where missing
    /// @throws IOException that names a file and the cure; nothing that existed before is changed then
    public static Result run(
            Project project,
            ProjectLibrary library,
            Path output,
            @Nullable Path stemsFolder,
            Settings settings,
            Progress progress)
            throws IOException {
        List<Stem> stems = stemsFolder == null ? List.of() : Stem.feedingMaster(project);
        List<ExportFile> files = new ArrayList<>(List.of(ExportFile.of(output, 0, settings.format)));
        List<Path> folders = new ArrayList<>();
        if (stemsFolder != null) {
            folders.add(stemsFolder);
            for (int i = 0; i < stems.size(); i++) {
                Path stem = stemFile(stemsFolder, i + 1, stems.get(i).name(), output);
                if (Originals.same(stem, output)) {
                    throw new FileException("'" + output + "' cannot be the mix: the stem '" + stem
                            + "' has the same name. Choose another one.");
                }
                files.add(ExportFile.of(stem, i + 1, settings.format));
            }
        }
        return result(ExportJob.run(
                project, library, stems, files, folders, settings.unmeasured(), ExportWatch.of(progress)));
    }

    /// Writes the mix alone, wherever it may lie.
    static Result mix(Project project, MediaLibrary library, Path output, Settings settings, Progress progress)
            throws IOException {
        KnownEffects.require(project);
        try (RenderGraph graph = GraphCompiler.compile(project, library, false)) {
            List<ExportFile> files = List.of(ExportFile.of(output, 0, settings.format));
            return result(ExportJob.render(project, graph, files, settings.unmeasured(), ExportWatch.of(progress)));
        }
    }

    private static Result result(ExportJob.Result result) {
        return new Result(
                result.files().stream().map(written -> written.file().path()).toList(),
                result.files().getFirst().format(),
                result.seconds(),
                result.files().stream()
                        .flatMap(written -> written.remarks().stream())
                        .toList());
    }

    /// `01 Kick.wav`, `02 Snare.wav` and so on, with the mix file's ending.
    private static Path stemFile(Path folder, int number, String title, Path output) {
        String name = String.valueOf(output.getFileName());
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : ".wav";
        return folder.resolve(String.format(Locale.ROOT, "%02d %s%s", number, FileNames.safe(title), ending));
    }
}
