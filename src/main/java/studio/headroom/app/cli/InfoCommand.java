package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.Json;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.SoundHash;
import studio.headroom.mastering.MixPrint;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

@Command(
        name = "info",
        header = "What is in a project or in a sound file.",
        customSynopsis = {"headroom info PROJECT|AUDIO [--json]"},
        sortOptions = false)
final class InfoCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "PROJECT|AUDIO", description = "A project folder or a sound file.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path path;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        boolean isProject = Files.isDirectory(path) || path.endsWith(ProjectFiles.FILE);
        PrintWriter out = out();
        if (isProject) {
            Project song = ProjectFiles.load(path);
            List<String> problems = MediaCheck.check(ProjectFiles.folder(path), song).stream()
                    .map(MediaCheck.Problem::message)
                    .toList();
            if (json) {
                out.println(Json.text(describe(song, problems)));
            } else {
                print(song, out);
                problems.forEach(problem -> out.println("note: " + problem));
            }
        } else {
            AudioFileInfo info = AudioFiles.info(path);
            Tags tags = AudioFiles.tags(path);
            if (json) {
                out.println(Json.text(describe(info, tags)));
            } else {
                print(info, tags, out);
            }
        }
        return CommandLineProgram.DONE;
    }

    private static Map<String, Object> describe(AudioFileInfo info, Tags tags) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("file", info.path().toString());
        described.put("container", info.container());
        described.put("codec", info.codec());
        described.put("sampleRate", info.format().sampleRate());
        described.put("channels", info.format().channels());
        described.put("bits", info.samples() == null ? null : info.samples().bits());
        described.put("float", info.samples() == null ? null : info.samples().floating());
        described.put("frames", info.frames() < 0 ? null : info.frames());
        described.put("seconds", info.seconds() < 0 ? null : info.seconds());
        described.put("timeReference", info.timeReference() < 0 ? null : info.timeReference());
        described.put("reader", info.reader().isEmpty() ? "headroom" : info.reader());
        Map<String, Object> texts = new LinkedHashMap<>();
        tags.texts().forEach((field, text) -> texts.put(field.key(), text));
        described.put("tags", texts);
        described.put("cover", tags.cover() != null);
        described.put("printHash", MixPrint.hash(tags).orElse(null));
        return described;
    }

    private static void print(AudioFileInfo info, Tags tags, PrintWriter out) {
        out.println(info.path());
        out.printf("  %s, %s%n", info.container(), info.codec());
        out.printf(
                "  %d Hz, %s, %s%n",
                info.format().sampleRate(),
                switch (info.format().channels()) {
                    case 1 -> "mono";
                    case 2 -> "stereo";
                    default -> info.format().channels() + " channels";
                },
                info.seconds() < 0 ? "length known only after decoding" : Numbers.seconds(info.seconds()));
        if (!info.reader().isEmpty()) {
            out.printf("  read through %s%n", info.reader());
        }
        MixPrint.hash(tags).ifPresent(hash -> out.printf("  mix print of a song with the hash %s%n", hash));
        tags.texts()
                .forEach((field, text) -> out.printf("  %s: %s%n", field.key(), text.replaceAll("\\p{Cntrl}", " ")));
    }

    private static Map<String, Object> describe(Project song, List<String> problems) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("title", song.title());
        described.put("sampleRate", song.sampleRate());
        described.put("seconds", (double) song.end() / song.sampleRate());
        described.put("beatsPerMinute", song.tempo().beatsPerMinute());
        described.put("soundHash", SoundHash.of(song));
        described.put(
                "strips",
                java.util.stream.Stream.concat(song.strips().stream(), java.util.stream.Stream.of(song.master()))
                        .map(InfoCommand::describe)
                        .toList());
        described.put(
                "mastering", song.mastering().chain().stream().map(Insert::type).toList());
        described.put("target", song.mastering().target());
        described.put("problems", problems);
        return described;
    }

    private static Map<String, Object> describe(Strip strip) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", strip.id());
        described.put("kind", strip.kind().name().toLowerCase(Locale.ROOT));
        described.put("name", strip.name());
        described.put("output", strip.output());
        for (var control : StripControls.PARAMS.params()) {
            described.put(control.id(), strip.controls().get(control));
        }
        described.put("solo", strip.solo());
        described.put("inserts", strip.inserts().stream().map(Insert::type).toList());
        described.put("sends", strip.sends().stream().map(send -> send.target()).toList());
        described.put("clips", strip.clips().size());
        described.put(
                "automation",
                strip.automation().stream()
                        .map(lane -> lane.owner() + " " + lane.param())
                        .toList());
        return described;
    }

    private static void print(Project song, PrintWriter out) {
        out.printf(
                "%s: %s, %d Hz, %s bpm%n",
                song.title(),
                Numbers.seconds((double) song.end() / song.sampleRate()),
                song.sampleRate(),
                Numbers.plain(song.tempo().beatsPerMinute()));
        for (Strip strip : song.strips()) {
            print(strip, out);
        }
        print(song.master(), out);
        List<Insert> chain = song.mastering().chain();
        if (!chain.isEmpty()) {
            out.println("mastering: " + names(chain)
                    + (song.mastering().target().isEmpty()
                            ? ""
                            : ", for " + song.mastering().target()));
        }
    }

    private static void print(Strip strip, PrintWriter out) {
        out.printf(
                "  %-7s %-20s %9s %-5s %s%s%n",
                strip.kind().name().toLowerCase(Locale.ROOT),
                strip.name(),
                StripControls.VOLUME.format(strip.controls().get(StripControls.VOLUME)),
                StripControls.PAN.format(strip.controls().get(StripControls.PAN)),
                names(strip.inserts()),
                strip.controls().isOn(StripControls.MUTE) ? " (muted)" : strip.solo() ? " (solo)" : "");
    }

    private static String names(List<Insert> inserts) {
        return inserts.stream()
                .map(insert -> insert.bypassed() ? "(" + insert.type() + ")" : insert.type())
                .collect(Collectors.joining(" → "));
    }
}
