package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.headroom.app.bench.LiveBench;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.files.Json;

@Command(
        name = "live",
        header = "Whether this machine plays a session without a gap while it is edited.",
        description =
                "Plays the session of `headroom bench` in real time on a device that only keeps time and holds four"
                        + " blocks. Meanwhile it is edited without a rest (faders, effects, clips, routing), all meters"
                        + " are read 60 times a second, and garbage is made for the collector.",
        customSynopsis = {
            "headroom bench live [--tracks 32] [--buffer 256] [--seconds 60] [--edits 60] [--garbage 200]",
            "                    [--threads N] [--json]"
        },
        sortOptions = false)
final class LiveBenchCommand extends Subcommand {
    @Option(names = "--tracks", paramLabel = "N", description = "Tracks, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int tracks = 32;

    @Option(
            names = "--buffer",
            paramLabel = "N",
            description = "Frames of a block, 64 to 4096 (default: ${DEFAULT-VALUE}).")
    private int buffer = 256;

    @Option(names = "--seconds", paramLabel = "S", description = "Length, 1 to 36000 (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--edits", paramLabel = "N", description = "Edits a second, 0 to 1000 (default: ${DEFAULT-VALUE}).")
    private int edits = 60;

    @Option(
            names = "--garbage",
            paramLabel = "MB",
            description = "Garbage a second, 0 to 10000 MB (default: ${DEFAULT-VALUE}).")
    private int garbage = 200;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that render (default: all cores but one).")
    private int threads = LiveEngine.defaultThreads();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (tracks < 1 || tracks > 1000 || seconds < 1 || seconds > 36_000 || threads < 1 || threads > 64) {
            throw new UsageException("bench live takes 1 to 1000 tracks, 1 to 36000 seconds and 1 to 64 threads");
        }
        if (buffer < 64 || buffer > 4096 || edits < 0 || edits > 1000 || garbage < 0 || garbage > 10_000) {
            throw new UsageException("bench live takes buffers of 64 to 4096 frames, and a second 0 to 1000 edits and"
                    + " 0 to 10000 MB of garbage");
        }
        LiveBench.Result result = LiveBench.run(
                new LiveBench.Settings(tracks, buffer, seconds, edits, garbage, threads), Interruption::requested);
        if (json) {
            out().println(Json.text(describe(result)));
        } else {
            print(result);
        }
        return CommandLineProgram.DONE;
    }

    private void print(LiveBench.Result result) {
        PrintWriter out = out();
        result.notices().forEach(notice -> err().println("headroom: note: " + notice));
        out.printf(
                Locale.ROOT,
                "%d tracks for %.0f s at 48 kHz, blocks of %d frames (%.2f ms), threads: %d%n",
                tracks,
                result.seconds(),
                buffer,
                result.blockMs(),
                threads);
        out.printf(
                Locale.ROOT,
                "blocks:                %d, late %d, of these for the disk %d%n",
                result.blocks(),
                result.lateBlocks(),
                result.starvedBlocks());
        out.printf(
                Locale.ROOT,
                "rendering a block:     median %.3f ms, 99 %% %.3f ms, 99.9 %% %.3f ms (%.0f %% of its time), worst %.3f ms%n",
                result.medianMs(),
                result.p99Ms(),
                result.p999Ms(),
                100 * result.p999Load(),
                result.worstMs());
        out.printf(Locale.ROOT, "allocated per block:   %.1f bytes%n", result.bytesPerBlock());
        if (!Double.isNaN(result.waitedMs())) {
            out.printf(
                    Locale.ROOT,
                    "waited for others:     %.0f ms (threads that render were ready, the processors were not)%n",
                    result.waitedMs());
        }
        out.printf(
                Locale.ROOT,
                "edits:                 %d, %d graphs; %d meter readings%n",
                result.edits(),
                result.graphs(),
                result.meterReadings());
        out.printf(
                Locale.ROOT,
                "garbage collector:     %d pauses, %d ms, the longest %d ms (%s)%n",
                result.pauses(),
                result.pauseMs(),
                result.longestPauseMs(),
                result.collectors());
        out.printf(
                Locale.ROOT,
                "peak memory:           %.0f MB of the process, %.0f MB of it heap%n",
                result.peakMemoryMb(),
                result.peakHeapMb());
    }

    private static Map<String, Object> describe(LiveBench.Result result) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("tracks", result.settings().tracks());
        described.put("blockFrames", result.settings().blockFrames());
        described.put("blockMs", result.blockMs());
        described.put("seconds", result.seconds());
        described.put("editsPerSecond", result.settings().editsPerSecond());
        described.put("garbageMbPerSecond", result.settings().garbage());
        described.put("threads", result.settings().threads());
        described.put("blocks", result.blocks());
        described.put("lateBlocks", result.lateBlocks());
        described.put("starvedBlocks", result.starvedBlocks());
        described.put("renderMedianMs", result.medianMs());
        described.put("renderP99Ms", result.p99Ms());
        described.put("renderP999Ms", result.p999Ms());
        described.put("renderWorstMs", result.worstMs());
        described.put("p999Load", result.p999Load());
        described.put("bytesPerBlock", result.bytesPerBlock());
        described.put("waitedMs", result.waitedMs());
        described.put("edits", result.edits());
        described.put("refusedEdits", result.refusedEdits());
        described.put("graphs", result.graphs());
        described.put("meterReadings", result.meterReadings());
        described.put("brokenReadings", result.brokenReadings());
        described.put("highestPeak", result.highestPeak());
        described.put("collectors", result.collectors());
        described.put("pauses", result.pauses());
        described.put("pauseMs", result.pauseMs());
        described.put("longestPauseMs", result.longestPauseMs());
        described.put("peakMemoryMb", result.peakMemoryMb());
        described.put("peakHeapMb", result.peakHeapMb());
        described.put("notices", result.notices());
        return described;
    }
}
