package studio.headroom.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sound.sampled.Mixer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for mixers that play. What throws or does not answer is left out.
final class OutputScan {
    static final String STANDARD_ID = "default";

    private static final Logger LOG = LoggerFactory.getLogger(OutputScan.class);

    /// How the JDK begins every description.
    private static final String JDK_PREFIX = "Direct Audio Device: ";

    private final Mixers mixers;
    private final Limits limits;
    private final Patience patience = new Patience();

    OutputScan(Mixers mixers, Limits limits) {
        this.mixers = mixers;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /// With the drivers of all that is found.
    Patience patience() {
        return patience;
    }

    /// What there is now, the system's own choice first. Names that occur again get a number.
    List<FoundOutput> outputs() {
        List<FoundOutput> found = new ArrayList<>();
        Map<String, Integer> used = new HashMap<>(Map.of(STANDARD_ID, 1, NullDevice.ID, 1));
        for (Mixer.Info info : infos()) {
            ask(info).ifPresent(asked -> {
                boolean standard = found.isEmpty();
                String id = standard ? STANDARD_ID : unique(slug(info.getName()), used);
                found.add(new FoundOutput(id, name(info, standard), standard, asked.mixer(), asked.formats()));
            });
        }
        return found;
    }

    private record Asked(Mixer mixer, LineFormats formats) {}

    private List<Mixer.Info> infos() {
        try {
            return patience.within("mixers", limits.asking(), mixers::infos, late -> {});
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("The system's mixers cannot be listed", e);
            return List.of();
        }
    }

    private Optional<Asked> ask(Mixer.Info info) {
        try {
            Asked asked = patience.within(
                    "mixer " + info.getName(),
                    limits.asking(),
                    () -> {
                        Mixer mixer = mixers.mixer(info);
                        return new Asked(mixer, LineFormats.of(mixer.getSourceLineInfo()));
                    },
                    late -> {});
            return asked.formats().isEmpty() ? Optional.empty() : Optional.of(asked);
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("The mixer '{}' cannot be asked", info.getName(), e);
            return Optional.empty();
        }
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "output" : slug;
    }

    private static String unique(String slug, Map<String, Integer> used) {
        int count = used.merge(slug, 1, Integer::sum);
        return count == 1 ? slug : slug + "-" + count;
    }

    /// ALSA's names are those of its configuration, `PCH [plughw:0,3]`; what people call the device is in the
    /// description. Elsewhere the name is the one that the system shows.
    private static String name(Mixer.Info info, boolean standard) {
        String name = info.getName();
        String description = info.getDescription();
        if (!name.endsWith("]") || !description.startsWith(JDK_PREFIX)) {
            return name;
        }
        String readable = Stream.of(description.substring(JDK_PREFIX.length()).split(", "))
                .distinct()
                .collect(Collectors.joining(", "));
        return standard && readable.equals("default") ? "System default" : readable;
    }
}
