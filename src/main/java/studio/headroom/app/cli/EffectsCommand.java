package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.files.Json;
import studio.headroom.param.Param;
import studio.headroom.param.Range;

@Command(
        name = "effects",
        header = "The catalogue of effects: type ids, parameters, units, ranges, defaults.",
        customSynopsis = {"headroom effects [EFFECT...] [--json]"},
        sortOptions = false)
final class EffectsCommand extends Subcommand {
    @Parameters(paramLabel = "EFFECT", arity = "0..*", description = "Type ids; all effects without them.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        for (String id : ids) {
            if (Catalogue.find(id).isEmpty()) {
                throw new UsageException("there is no effect '" + id + "'; 'headroom effects' lists them");
            }
        }
        List<EffectType> types = Catalogue.types().stream()
                .filter(type -> ids.isEmpty() || ids.contains(type.id()))
                .toList();
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(Map.of(
                    "effects", types.stream().map(EffectsCommand::describe).toList())));
        } else {
            types.forEach(type -> print(type, out));
        }
        return CommandLineProgram.DONE;
    }

    private static void print(EffectType type, PrintWriter out) {
        out.println(type.id() + " (" + type.label() + ")");
        out.println("  " + type.purpose());
        for (Param param : type.params().params()) {
            out.printf(
                    "  %-22s %-28s %s, default %s%s%n",
                    param.id(),
                    param.label(),
                    range(param),
                    param.format(param.initial()),
                    param.automatable() ? "" : ", not automatable");
        }
        out.println();
    }

    private static String range(Param param) {
        return switch (param.range()) {
            case Range.Choice choice -> String.join(" | ", choice.options());
            case Range.Toggle ignored -> "on | off";
            case Range range -> param.format(range.min()) + " .. " + param.format(range.max());
        };
    }

    private static Map<String, Object> describe(EffectType type) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("type", type.id());
        described.put("label", type.label());
        described.put("purpose", type.purpose());
        described.put("linear", type.linear());
        described.put("keyInput", type.keyInput());
        described.put("widening", type.widening());
        described.put(
                "parameters",
                type.params().params().stream().map(EffectsCommand::describe).toList());
        return described;
    }

    private static Map<String, Object> describe(Param param) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", param.id());
        described.put("label", param.label());
        described.put("unit", param.unit().name().toLowerCase(java.util.Locale.ROOT));
        switch (param.range()) {
            case Range.Choice choice -> {
                described.put("options", choice.options());
                described.put("default", choice.options().get((int) param.initial()));
            }
            case Range.Toggle ignored -> {
                described.put("options", List.of("off", "on"));
                described.put("default", param.initial() >= 0.5 ? "on" : "off");
            }
            case Range range -> {
                described.put("min", range.min());
                described.put("max", range.max());
                described.put("default", param.initial());
            }
        }
        described.put("automatable", param.automatable());
        return described;
    }
}
