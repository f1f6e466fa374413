package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.PlannedStrip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.model.ValueText;

/// What a strip is, for people.
///
/// @param kind what it is and which: "Track 12", "Return A", "Mix bus"
/// @param channelsIn 1 or 2
/// @param channelsOut after its effects, 1 or 2
/// @param output whose name it feeds
/// @param line all of it in one line: "Track 12 · mono · to Vox · late 27 samples, 0.6 ms"
public record StripFacts(String kind, int channelsIn, int channelsOut, String output, String line) {
    /// @param latency frames by which its effects make it late
    public static StripFacts of(Project song, Strip strip, int latency) {
        MixPlan plan = MixPlan.of(song);
        PlannedStrip planned = plan.strips().get(plan.find(strip.id()));
        int in = planned.inputChannels();
        int out = planned.outputChannels();
        String kind = kind(song, strip);
        String output = output(song, strip);
        List<String> parts = new ArrayList<>(List.of(kind));
        if (strip.kind() == Strip.Kind.TRACK && strip.clips().isEmpty()) {
            parts.add("no clips");
        } else {
            parts.add(in == 1 && out == 2 ? "mono, widened" : in == 1 ? "mono" : "stereo");
        }
        parts.add(strip.kind() == Strip.Kind.MASTER ? "all strips together" : "to " + output);
        if (latency > 0) {
            parts.add("late " + ValueText.samples(latency, song.sampleRate()));
        }
        return new StripFacts(kind, in, out, output, String.join(" · ", parts));
    }

    private static String kind(Project song, Strip strip) {
        if (strip.kind() == Strip.Kind.MASTER) {
            return "Mix bus";
        }
        List<String> alike = song.strips().stream()
                .filter(other -> other.kind() == strip.kind())
                .map(Strip::id)
                .toList();
        int index = alike.indexOf(strip.id());
        return switch (strip.kind()) {
            case TRACK -> "Track " + (index + 1);
            case BUS -> "Bus " + (index + 1);
            default -> "Return " + (index < 26 ? String.valueOf((char) ('A' + index)) : index + 1);
        };
    }

    private static String output(Project song, Strip strip) {
        String id = strip.output();
        return id == null ? "Mix" : song.strip(id).map(Strip::name).orElse(id);
    }
}
