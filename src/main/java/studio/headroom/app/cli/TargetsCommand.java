package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.headroom.files.Json;
import studio.headroom.mastering.Target;

@Command(
        name = "targets",
        header = "Delivery targets: loudness, ceiling, format, and where each figure is from.",
        customSynopsis = {"headroom targets [--json]"},
        sortOptions = false)
final class TargetsCommand extends Subcommand {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(Map.of(
                    "targets",
                    Target.all().stream().map(TargetsCommand::describe).toList())));
            return CommandLineProgram.DONE;
        }
        for (Target target : Target.all()) {
            out.printf(
                    "%-12s %-18s %-9s %s dBTP  %s %s%n",
                    target.name(),
                    target.label(),
                    target.lufs().isPresent() ? Numbers.plain(target.lufs().getAsDouble()) + " LUFS" : "any",
                    Numbers.plain(target.ceiling()),
                    target.bits().isPresent() ? target.bits().getAsInt() + " bit" : "",
                    target.sampleRate().isPresent() ? target.sampleRate().getAsInt() + " Hz" : "");
            out.printf(
                    "             %s%n             (%s, entered %s)%n",
                    target.note(), target.source(), target.entered());
        }
        return CommandLineProgram.DONE;
    }

    private static Map<String, Object> describe(Target target) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", target.name());
        described.put("label", target.label());
        described.put("lufs", target.lufs().isPresent() ? target.lufs().getAsDouble() : null);
        described.put("ceilingDbtp", target.ceiling());
        described.put("bits", target.bits().isPresent() ? target.bits().getAsInt() : null);
        described.put(
                "sampleRate",
                target.sampleRate().isPresent() ? target.sampleRate().getAsInt() : null);
        described.put("source", target.source());
        described.put("entered", target.entered());
        described.put("note", target.note());
        return described;
    }
}
