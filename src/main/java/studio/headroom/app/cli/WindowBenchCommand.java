package studio.headroom.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.headroom.app.window.WindowBench;
import studio.headroom.files.FileException;
import studio.headroom.files.Json;

@Command(
        name = "window",
        header = "Whether the window keeps up while a session plays.",
        description =
                "Opens the window with the session of `headroom bench`, as files in a temporary folder, and plays it on"
                        + " a device that only keeps time. Measured is what each frame takes of the window's thread"
                        + " while meters and faders move and the timeline follows; or, with --place master, while a"
                        + " print of the session is mastered.",
        customSynopsis = {
            "headroom bench window [--place mix|master] [--tracks 64] [--seconds 30] [--width 1600] [--height 900]"
                    + " [--smooth] [--json]"
        },
        sortOptions = false)
final class WindowBenchCommand extends Subcommand {
    @Option(
            names = "--place",
            paramLabel = "PLACE",
            description = "Which place is shown, mix or master (default: ${DEFAULT-VALUE}).")
    private String place = WindowBench.MIX;

    @Option(names = "--tracks", paramLabel = "N", description = "Tracks, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int tracks = 64;

    @Option(names = "--seconds", paramLabel = "S", description = "Length, 1 to 600 (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(names = "--width", paramLabel = "W", description = "Of the window, in pixels (default: ${DEFAULT-VALUE}).")
    private int width = 1600;

    @Option(names = "--height", paramLabel = "H", description = "Of the window, in pixels (default: ${DEFAULT-VALUE}).")
    private int height = 900;

    @Option(names = "--smooth", description = "The timeline moves with each frame, instead of turning pages.")
    private boolean smooth;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (tracks < 1 || tracks > 1000 || seconds < 1 || seconds > 600) {
            throw new UsageException("bench window takes 1 to 1000 tracks and 1 to 600 seconds");
        }
        if (!place.equals(WindowBench.MIX) && !place.equals(WindowBench.MASTER)) {
            throw new UsageException("--place takes mix or master");
        }
        if (width < 640 || width > 7680 || height < 360 || height > 4320) {
            throw new UsageException("bench window takes windows of 640 × 360 to 7680 × 4320 pixels");
        }
        WindowBench.Result result = WindowBench.run(
                        new WindowBench.Settings(place, tracks, seconds, width, height, smooth))
                .orElseThrow(() -> new FileException("No window can be opened here, or it was closed before the end."));
        if (json) {
            out().println(Json.text(describe(result)));
        } else {
            print(result);
        }
        return CommandLineProgram.DONE;
    }

    private void print(WindowBench.Result result) {
        out().printf(
                        Locale.ROOT,
                        "the %s view of %d tracks, a window of %d × %d, %d s: %d frames, %.1f a second%n",
                        place.equals(WindowBench.MIX) ? "Mix" : "Master",
                        tracks,
                        width,
                        height,
                        seconds,
                        result.frames(),
                        result.perSecond());
        out().printf(
                        Locale.ROOT,
                        "a frame takes:         median %.2f ms, 95 %% %.2f ms, 99 %% %.2f ms, worst %.2f ms%n",
                        result.median(),
                        result.p95(),
                        result.p99(),
                        result.worst());
        out().printf(
                        Locale.ROOT,
                        "without waiting:       median %.2f ms, 95 %% %.2f ms, 99 %% %.2f ms, worst %.2f ms%n",
                        result.busyMedian(),
                        result.busyP95(),
                        result.busyP99(),
                        result.busyWorst());
        out().printf(Locale.ROOT, "blocks:                %d, late %d%n", result.blocks(), result.late());
    }

    private static Map<String, Object> describe(WindowBench.Result result) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("place", result.settings().place());
        described.put("tracks", result.settings().tracks());
        described.put("width", result.settings().width());
        described.put("height", result.settings().height());
        described.put("smooth", result.settings().smooth());
        described.put("frames", result.frames());
        described.put("framesPerSecond", result.perSecond());
        described.put("frameMedianMs", result.median());
        described.put("frameP95Ms", result.p95());
        described.put("frameP99Ms", result.p99());
        described.put("frameWorstMs", result.worst());
        described.put("busyMedianMs", result.busyMedian());
        described.put("busyP95Ms", result.busyP95());
        described.put("busyP99Ms", result.busyP99());
        described.put("busyWorstMs", result.busyWorst());
        described.put("blocks", result.blocks());
        described.put("lateBlocks", result.late());
        return described;
    }
}
