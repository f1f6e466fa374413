package studio.headroom.mastering.deliver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.Target;

/// Items as people type them and settings keep them: `wav,bits=16,rate=44100,target=cd`. The coding comes first, as in
/// [Coding#id()] or by its ending with `bits` beside it; a comma inside a text is written
/// `\,`, a backslash `\\`.
public final class ItemText {
    private static final double LOWEST_CEILING = -20;
    private static final double LOWEST_LUFS = -60;
    private static final double USUAL_CEILING = -1;

    private final String spec;
    private @Nullable Double lufs;
    private @Nullable Double ceiling;
    private @Nullable String manner;
    private @Nullable Target target;
    private final SortedMap<String, String> tags = new TreeMap<>();

    private ItemText(String spec) {
        this.spec = spec;
    }

    /// @throws IllegalArgumentException that says what is wrong with what, and what would be right
    public static DeliveryItem parse(String spec) {
        return new ItemText(spec).parse();
    }

    private DeliveryItem parse() {
        List<String> parts = parts(spec);
        DeliveryItem item = DeliveryItem.of(coding(parts));
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw wrong("'" + part + "' is no setting such as rate=44100");
            }
            String key = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            item = with(item, key, part.substring(equals + 1).strip());
        }
        if (!tags.isEmpty()) {
            TagRules.checked(tags);
        }
        return item.withLevel(level(), target == null ? "" : target.name()).withTags(tags);
    }

    /// What stands between commas; a backslash takes the next character as it is.
    private static List<String> parts(String spec) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < spec.length(); i++) {
            char letter = spec.charAt(i);
            if (letter == '\\' && i + 1 < spec.length()) {
                part.append(spec.charAt(++i));
            } else if (letter == ',') {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private Coding coding(List<String> parts) {
        String name = parts.getFirst().toLowerCase(Locale.ROOT);
        String bits = parts.stream()
                .filter(part -> part.startsWith("bits="))
                .map(part -> part.substring("bits=".length()).strip())
                .findFirst()
                .orElse("");
        List<String> tried = name.matches(".*\\d\\d?f?") && !name.equals("mp3")
                ? List.of(name)
                : bits.isEmpty() ? List.of(name, name + "24") : List.of(name + bits);
        return tried.stream()
                .flatMap(id -> Coding.find(id).stream())
                .findFirst()
                .orElseThrow(() -> wrong("there is no '" + parts.getFirst()
                        + (bits.isEmpty() ? "" : "' of bits '" + bits) + "'; there are "
                        + Arrays.stream(Coding.values()).map(Coding::id).collect(Collectors.joining(", "))));
    }

    private DeliveryItem with(DeliveryItem item, String key, String text) {
        switch (key) {
            case "bits" -> {
                return item; // Part of the coding.
            }
            case "rate" -> {
                return item.withRate(rate(item.coding(), text));
            }
            case "kbps" -> {
                return item.withKilobits(kilobits(item.coding(), text));
            }
            case "dither" -> {
                return item.withDither(dither(item.coding(), text));
            }
            case "version" -> {
                return item.withVersion(text);
            }
            case "lufs" -> lufs = number(key, text, LOWEST_LUFS);
            case "ceiling" -> ceiling = number(key, text, LOWEST_CEILING);
            case "level" -> {
                if (!List.of("as-set", "exactly", "unlimited").contains(text)) {
                    throw wrong("level takes as-set, exactly or unlimited, not '" + text + "'; a loudness is lufs=-14");
                }
                manner = text;
            }
            case "target" ->
                target = Target.find(text)
                        .orElseThrow(() -> wrong("there is no target '" + text + "'; there are "
                                + Target.all().stream().map(Target::name).collect(Collectors.joining(", "))));
            default -> {
                if (Arrays.stream(Tags.Field.values())
                        .noneMatch(field -> field.key().equals(key))) {
                    throw wrong("'" + key + "' is not known; there are bits, rate, kbps, dither, lufs, level, ceiling,"
                            + " target, version and the tags");
                }
                tags.put(key, text);
            }
        }
        return item;
    }

    private Level level() {
        OptionalDouble named = asked(ceiling, Target::ceiling);
        if (manner != null && lufs != null) {
            throw wrong("lufs and level are two ways; choose one of them");
        }
        if ("exactly".equals(manner)) {
            if (ceiling != null) {
                throw wrong("level=exactly keeps no ceiling; level=as-set does");
            }
            return new Level.Exactly();
        }
        if ("unlimited".equals(manner)) {
            return new Level.Unlimited(named.orElse(USUAL_CEILING));
        }
        if (lufs != null) {
            return new Level.Loud(lufs, named.orElse(USUAL_CEILING));
        }
        if (manner == null && target != null && target.lufs().isPresent()) {
            return new Level.Loud(target.lufs().getAsDouble(), named.orElse(USUAL_CEILING));
        }
        return new Level.AsSet(named);
    }

    private OptionalDouble asked(@Nullable Double typed, ToDoubleFunction<Target> ofTarget) {
        return typed != null
                ? OptionalDouble.of(typed)
                : target != null ? OptionalDouble.of(ofTarget.applyAsDouble(target)) : OptionalDouble.empty();
    }

    private int rate(Coding coding, String text) {
        List<Integer> rates = coding.rates().stream().filter(rate -> rate != 0).toList();
        if (coding == Coding.OPUS && text.equals("48000")) {
            return 0;
        }
        return rates.stream()
                .filter(rate -> text.equals(Integer.toString(rate)))
                .findFirst()
                .orElseThrow(() -> wrong("rate of " + coding.words() + " takes "
                        + (rates.isEmpty()
                                ? "48000"
                                : rates.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                        + " Hz, not '" + text + "'"));
    }

    private int kilobits(Coding coding, String text) {
        if (!coding.lossy()) {
            throw wrong("kbps is for MP3 and Opus");
        }
        return coding.kilobits().stream()
                .filter(kilobits -> text.equals(Integer.toString(kilobits)))
                .findFirst()
                .orElseThrow(() -> wrong("kbps of " + coding.words() + " takes "
                        + coding.kilobits().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", not '"
                        + text + "'"));
    }

    private OutputFormat.Dither dither(Coding coding, String text) {
        if (!coding.withoutDither().isEmpty()) {
            throw wrong("dither is " + coding.withoutDither());
        }
        return Stream.of(OutputFormat.Dither.values())
                .filter(dither -> dither.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("dither takes none, tpdf, shaped, gentle or strong, not '" + text + "'"));
    }

    private double number(String key, String text, double lowest) {
        try {
            double value = Double.parseDouble(text.replace('−', '-'));
            if (value >= lowest && value <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(key + " takes " + plain(lowest) + " to 0, not '" + text + "'");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("of '" + spec + "': " + what);
    }

    /// The item as [#parse] reads it.
    public static String of(DeliveryItem item) {
        List<String> parts = new ArrayList<>(List.of(item.coding().id()));
        if (item.rate() != 0) {
            parts.add("rate=" + item.rate());
        }
        if (item.coding().lossy()) {
            parts.add("kbps=" + item.kilobits());
        } else if (item.coding().withoutDither().isEmpty()) {
            parts.add("dither=" + item.dither().name().toLowerCase(Locale.ROOT));
        }
        if (!item.target().isEmpty()) {
            parts.add("target=" + item.target());
        }
        parts.add(
                switch (item.level()) {
                    case Level.AsSet set -> "level=as-set";
                    case Level.Exactly exactly -> "level=exactly";
                    case Level.Loud loud -> "lufs=" + plain(loud.lufs());
                    case Level.Unlimited unlimited -> "level=unlimited";
                });
        item.level().ceiling().ifPresent(dbtp -> parts.add("ceiling=" + plain(dbtp)));
        if (!item.version().isEmpty()) {
            parts.add("version=" + escaped(item.version()));
        }
        item.tags().forEach((key, text) -> parts.add(key + "=" + escaped(text)));
        return String.join(",", parts);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(",", "\\,");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
