package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.app.play.PlayInput;
import studio.headroom.app.play.PlayJob;
import studio.headroom.app.play.Recording;
import studio.headroom.device.FileDevice;
import studio.headroom.device.NullDevice;
import studio.headroom.device.OutputDevices;
import studio.headroom.engine.live.EngineStatus;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.files.FileException;
import studio.headroom.files.Json;
import studio.headroom.mastering.Originals;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Insert;

@Command(
        name = "play",
        header = "Plays a project or a sound file, and says how that went.",
        customSynopsis = {
            "headroom play PROJECT|AUDIO [--device NAME|null|file:OUT.wav] [--channels N]",
            "              [--bits 16|24|32] [--buffer N|MSms] [--from PLACE [--pre-roll BARS]]",
            "              [--loop PLACE..PLACE] [--seconds S] [--threads N]",
            "              [--through-master [--preset FILE|NAME] [--unmatched]] [--json]"
        },
        sortOptions = false)
final class PlayCommand extends Subcommand {
    private static final String DEFAULT = "default";
    private static final int MIN_BUFFER = 64;
    private static final int MAX_BUFFER = 4096;

    @Parameters(index = "0", paramLabel = "PROJECT|AUDIO", description = "Project folder or sound file.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path path;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "What it plays on, as `headroom devices` lists it (default: default). null keeps time"
                    + " without a sound card; file:OUT.wav records what would have been heard, as fast as it goes.")
    private @Nullable String device;

    @Option(
            names = "--channels",
            paramLabel = "N",
            description = "The device's channel that the left side goes to; the right one goes to the next"
                    + " (default: 1).")
    private int channel = 1;

    @Option(names = "--bits", paramLabel = "N", description = "16, 24 or 32 (default: the most that it takes).")
    private int bits;

    @Option(
            names = "--buffer",
            paramLabel = "N",
            description = "Frames of a block, 64 to 4096, or milliseconds: 512, 10ms (default: 512). The device holds"
                    + " four blocks.")
    private String buffer = "512";

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description =
                    "Begin here: a time such as 90 or 1:30, or a bar, and a beat of it, such as bar17 or bar17.3.")
    private String from = "0";

    @Option(names = "--pre-roll", paramLabel = "BARS", description = "Begin that many bars earlier.")
    private double preRoll;

    @Option(
            names = "--loop",
            paramLabel = "PLACE..PLACE",
            description = "Repeat this part, such as bar9..bar17, until --seconds or Ctrl-C end it.")
    private @Nullable String loop;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            converter = TimeText.Converter.class,
            description = "Stop after this time; without it when the song has rung out.")
    private @Nullable TimeText seconds;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that render (default: all cores but one).")
    private int threads = LiveEngine.defaultThreads();

    @Option(
            names = "--through-master",
            description = "Hear it through the project's mastering chain, as loud as without it.")
    private boolean throughMaster;

    @Option(
            names = "--preset",
            paramLabel = "FILE|NAME",
            description = "With --through-master: through this chain (JSON) or one that comes with the program, such"
                    + " as tape-warmth, instead.")
    private @Nullable Path preset;

    @Option(names = "--unmatched", description = "With --through-master: as loud as the chain makes it.")
    private boolean unmatched;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > 64) {
            throw new UsageException("--threads takes 1 to 64");
        }
        if (channel < 1 || channel > 63) {
            throw new UsageException("--channels takes 1 to 63");
        }
        if (bits != 0 && bits != 16 && bits != 24 && bits != 32) {
            throw new UsageException("--bits takes 16, 24 or 32");
        }
        if (!throughMaster && (preset != null || unmatched)) {
            throw new UsageException((unmatched ? "--unmatched" : "--preset") + " goes with --through-master");
        }
        PlayInput input;
        try (ProgressLine progress = new ProgressLine(err(), json)) {
            input = mastered(PlayInput.of(path, progress));
        }
        int rate = input.song().sampleRate();
        OutputRequest request =
                new OutputRequest(rate, blockFrames(buffer, rate), OutputRequest.BLOCKS, channel - 1, bits);
        PlayJob.Way way = PlaceText.way(from, preRoll, loop, BarGrid.of(input.song()));
        OutputDevice output = output();
        if (output.id().startsWith(FileDevice.PREFIX)) {
            Originals.protect(Path.of(output.id().substring(FileDevice.PREFIX.length())), input.files());
        }
        OptionalDouble limit = seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds.seconds());
        PlayJob.Report report;
        try (PositionLine line = new PositionLine(BarGrid.of(input.song()))) {
            report = PlayJob.run(
                    input, output, new NullDevice(), request, threads, way, limit, line, Interruption::requested);
        }
        print(report);
        return CommandLineProgram.DONE;
    }

    private PlayInput mastered(PlayInput input) throws FileException {
        if (!throughMaster) {
            return input;
        }
        List<Insert> chain = preset == null ? input.song().mastering().chain() : ProjectMaster.named(preset);
        if (chain.isEmpty()) {
            throw new FileException(
                    preset == null
                            ? "'" + path + "' has no mastering chain to listen through. Name one with --preset, such as"
                                    + " --preset tape-warmth."
                            : "'" + preset + "' holds no effects to listen through.");
        }
        return input.through(chain, !unmatched);
    }

    /// What was asked for; where nothing was and the machine has no output, what keeps time without sound.
    private OutputDevice output() throws DeviceException {
        OutputDevices outputs = OutputDevices.ofSystem(Recording::create);
        try {
            return outputs.find(device == null ? DEFAULT : device);
        } catch (DeviceException e) {
            if (device != null) {
                throw e;
            }
            err().println("headroom: note: " + e.getMessage() + " Playing on '" + NullDevice.ID + "' meanwhile.");
            return outputs.silent();
        }
    }

    /// `512` are frames, `10ms` milliseconds.
    static int blockFrames(String text, int rate) {
        try {
            boolean time = text.endsWith("ms");
            double number = Double.parseDouble(time ? text.substring(0, text.length() - 2) : text);
            double frames = time ? number * rate / 1000 : number;
            if (frames >= MIN_BUFFER && frames <= MAX_BUFFER && (time || frames == Math.rint(frames))) {
                return (int) Math.round(frames);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("--buffer takes " + MIN_BUFFER + " to " + MAX_BUFFER
                + " frames, or as many milliseconds with ms behind them, not '" + text + "'");
    }

    private void print(PlayJob.Report report) {
        if (json) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("blocks", report.blocks());
            described.put("lateBlocks", report.lateBlocks());
            described.put("starvedBlocks", report.starvedBlocks());
            described.put("renderWorstMs", report.renderWorstMs());
            described.put("renderP999Ms", report.renderP999Ms());
            described.put("blockMs", report.blockMs());
            described.put("latencyFrames", report.latencyFrames());
            described.put("latencyMs", report.latencyMs());
            described.put("bytesPerBlock", report.bytesPerBlock());
            described.put("device", report.device());
            described.put("format", report.format());
            described.put("notices", report.notices());
            out().println(Json.text(described));
            return;
        }
        out().printf(
                        Locale.ROOT,
                        "Played on %s (%s): %d blocks of %.1f ms, %d late%s; latency %.1f ms.%n",
                        report.device(),
                        report.format(),
                        report.blocks(),
                        report.blockMs(),
                        report.lateBlocks(),
                        report.starvedBlocks() > 0 ? ", " + report.starvedBlocks() + " of them for the disk" : "",
                        report.latencyMs());
        out().printf(
                        Locale.ROOT,
                        "Rendering a block took at most %.2f ms, and less than %.2f ms 999 times of 1000.%n",
                        report.renderWorstMs(),
                        report.renderP999Ms());
    }

    /// Where playing is, on one line that is written over itself.
    private final class PositionLine implements PlayJob.Listener, AutoCloseable {
        private static final long NANOS_BETWEEN = 100_000_000L;

        private final boolean shown =
                !json && System.console() != null && System.console().isTerminal();
        private final BarGrid bars;
        private long next;

        PositionLine(BarGrid bars) {
            this.bars = bars;
        }

        @Override
        public void at(double position, EngineStatus status) {
            long now = System.nanoTime();
            if (shown && now >= next) {
                next = now + NANOS_BETWEEN;
                err().printf(
                                Locale.ROOT,
                                "\r%s  bar %s  load %2.0f %%  late %d   ",
                                Numbers.seconds(Math.max(0, position)),
                                PlaceText.beat(bars.place(Math.max(0, status.frame()))),
                                status.load() * 100,
                                status.lateBlocks());
                err().flush();
            }
        }

        @Override
        public void notice(String message) {
            if (!json) {
                err().println((shown ? "\r" : "") + "headroom: note: " + message);
                err().flush();
            }
        }

        @Override
        public void close() {
            if (shown) {
                err().print("\r" + " ".repeat(56) + "\r");
                err().flush();
            }
        }
    }
}
