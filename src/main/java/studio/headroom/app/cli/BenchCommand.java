package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.headroom.app.bench.BenchRun;
import studio.headroom.files.Json;

@Command(
        name = "bench",
        header = "How fast this machine renders a session.",
        description =
                "Each track has four EQ bands, a compressor, pan, level automation and two sends; reverb and delay"
                        + " are shared. Measured are a bounce on all threads and blocks of 256 frames on one.",
        customSynopsis = {
            "headroom bench [--tracks 32] [--seconds 60] [--threads N] [--json]",
            "headroom bench live [--tracks 32] [--buffer 256] [--seconds 60] ...",
            "headroom bench window [--tracks 64] [--seconds 30] ..."
        },
        subcommands = {LiveBenchCommand.class, WindowBenchCommand.class},
        sortOptions = false)
final class BenchCommand extends Subcommand {
    @Option(names = "--tracks", paramLabel = "N", description = "Tracks, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int tracks = 32;

    @Option(names = "--seconds", paramLabel = "S", description = "Length, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the bounce (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (tracks < 1 || tracks > 1000 || seconds < 1 || seconds > 3600 || threads < 1 || threads > 64) {
            throw new UsageException("bench takes 1 to 1000 tracks, 1 to 3600 seconds and 1 to 64 threads");
        }
        BenchRun.Result result = BenchRun.run(tracks, seconds, threads);
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(describe(result)));
            return CommandLineProgram.DONE;
        }
        out.printf("%d tracks, %d s at 48 kHz%n", result.tracks(), result.seconds());
        out.printf("bounce, %d threads:      %.1f times real time%n", result.threads(), result.realTimeFactor());
        out.printf(
                "block of %d, 1 thread:  median %.3f ms, 99 %% %.3f ms, 99.9 %% %.3f ms, worst %.3f ms (it sounds %.2f ms)%n",
                BenchRun.BLOCK,
                result.blockMedianMs(),
                result.blockP99Ms(),
                result.blockP999Ms(),
                result.blockWorstMs(),
                result.blockMs());
        out.printf("allocated per block:    %.1f bytes%n", result.bytesPerBlock());
        out.printf(
                "peak memory:            %.0f MB of the process, %.0f MB of it heap%n",
                result.peakMemoryMb(), result.peakHeapMb());
        return CommandLineProgram.DONE;
    }

    private static Map<String, Object> describe(BenchRun.Result result) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("tracks", result.tracks());
        described.put("seconds", result.seconds());
        described.put("threads", result.threads());
        described.put("realTimeFactor", result.realTimeFactor());
        described.put("blockFrames", BenchRun.BLOCK);
        described.put("blockMs", result.blockMs());
        described.put("blockMedianMs", result.blockMedianMs());
        described.put("blockP99Ms", result.blockP99Ms());
        described.put("blockP999Ms", result.blockP999Ms());
        described.put("blockWorstMs", result.blockWorstMs());
        described.put("bytesPerBlock", result.bytesPerBlock());
        described.put("peakMemoryMb", result.peakMemoryMb());
        described.put("peakHeapMb", result.peakHeapMb());
        return described;
    }
}
