package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.headroom.app.play.Recording;
import studio.headroom.device.OutputDevices;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.files.Json;

@Command(
        name = "devices",
        header = "The outputs of this machine: what they are called and what they take.",
        customSynopsis = {"headroom devices [--json]"},
        sortOptions = false)
final class DevicesCommand extends Subcommand {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        List<OutputInfo> outputs = OutputDevices.ofSystem(Recording::create).list();
        if (json) {
            out().println(Json.text(Map.of(
                    "devices", outputs.stream().map(DevicesCommand::describe).toList())));
        } else {
            print(outputs, out());
        }
        return CommandLineProgram.DONE;
    }

    static void print(List<OutputInfo> outputs, PrintWriter out) {
        int width =
                outputs.stream().mapToInt(output -> output.id().length()).max().orElse(0);
        for (OutputInfo output : outputs) {
            out.printf("%-" + width + "s  %s%n", output.id(), output.name());
            out.printf(
                    "%-" + width + "s    %s Hz, %s bit, %s%n",
                    "",
                    numbers(output.rates(), ", "),
                    numbers(output.bits(), "/"),
                    output.channels() == 1 ? "1 channel" : output.channels() + " channels");
        }
        if (outputs.size() == 1) {
            out.println("This machine has no sound output: there are only 'null', which keeps time without sound, and"
                    + " 'file:OUT.wav', which records it.");
        } else {
            out.println("'file:OUT.wav' records what would be heard.");
        }
    }

    private static String numbers(List<Integer> numbers, String between) {
        return numbers.isEmpty()
                ? "other"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    static Map<String, Object> describe(OutputInfo output) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", output.id());
        described.put("name", output.name());
        described.put("default", output.standard());
        described.put("rates", output.rates());
        described.put("bits", output.bits());
        described.put("channels", output.channels());
        return described;
    }
}
