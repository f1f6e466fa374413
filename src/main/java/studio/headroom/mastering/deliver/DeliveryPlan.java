package studio.headroom.mastering.deliver;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.NamePattern;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.Target;

/// What a delivery would write, and why it cannot. Worked out without looking at the disk.
///
/// @param files in the order of the items
/// @param names of the files, relative to the folder
/// @param bytes an estimate that is rather too large
/// @param problems why nothing can be written: each what is wrong and what helps
/// @param notes what should be known before
public record DeliveryPlan(
        List<DeliveryFile> files, List<String> names, long bytes, List<String> problems, List<String> notes) {
    /// What names are made of.
    public static final NamePattern NAMES = new NamePattern(
            List.of("title", "artist", "album", "track", "target", "format", "rate", "bits", "date", "version"));

    /// The name that is usual.
    public static final String USUAL_NAME = "{artist} - {title} ({version}) ({target}) {bits} {rate}";

    private static final long TAGS = 64 << 10;

    public DeliveryPlan {
        files = List.copyOf(files);
        names = List.copyOf(names);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /// What is delivered.
    ///
    /// @param sampleRate in Hz
    public record Sound(int sampleRate, int channels, double seconds) {
        /// Bytes of the files that hold some items, rather too many.
        long bytes(Collection<DeliveryItem> items) {
            long bytes = 0;
            for (DeliveryItem item : items) {
                bytes += item.coding().bytes(seconds, item.rateOf(sampleRate), channels, item.kilobits()) + TAGS;
            }
            return bytes;
        }

        /// Bytes of temporary files while they are made: the rendered print, and the largest conversion of it.
        public long scratchBytes(Collection<DeliveryItem> items) {
            int highest = items.stream()
                    .mapToInt(item -> item.rateOf(sampleRate))
                    .filter(rate -> rate != sampleRate)
                    .max()
                    .orElse(0);
            return (long) (seconds * (sampleRate + highest)) * 2 * Float.BYTES;
        }
    }

    /// What is asked for.
    ///
    /// @param pattern of the names, see [#NAMES]
    /// @param folder where the files go
    /// @param tags of the song, texts by field
    /// @param cover or null
    /// @param version of those items that name none
    /// @param today for names
    public record Request(
            Sound sound,
            List<DeliveryItem> items,
            String pattern,
            Path folder,
            SortedMap<String, String> tags,
            @Nullable Cover cover,
            String version,
            LocalDate today) {
        public Request {
            items = List.copyOf(items);
        }
    }

    /// What [TagRules] says against a tag, as a sentence.
    public static String sentence(IllegalArgumentException problem) {
        String why = String.valueOf(problem.getMessage());
        return why.startsWith("isrc ") ? "An ISRC" + why.substring(4) : "The " + why;
    }

    /// The folders that files lie in.
    public List<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        files.forEach(file -> folders.add(file.path().toAbsolutePath().getParent()));
        return List.copyOf(folders);
    }

    /// The same with other names for some files.
    ///
    /// @param folder that names are relative to
    public DeliveryPlan renamed(Path folder, Map<Path, Path> other) {
        List<DeliveryFile> moved = files.stream()
                .map(file -> file.at(other.getOrDefault(file.path(), file.path())))
                .toList();
        List<String> called = moved.stream()
                .map(file -> folder.relativize(file.path()).toString())
                .toList();
        return new DeliveryPlan(moved, called, bytes, problems, notes);
    }

    public static DeliveryPlan of(Request request) {
        return new Planning(request).plan();
    }

    private static final class Planning {
        private final Request request;
        private final Sound sound;
        private final List<String> problems = new ArrayList<>();
        private final Set<String> notes = new LinkedHashSet<>();

        Planning(Request request) {
            this.request = request;
            sound = request.sound;
        }

        DeliveryPlan plan() {
            if (request.items.isEmpty()) {
                problems.add("There is no file: add one.");
            }
            NAMES.problem(request.pattern).ifPresent(problems::add);
            List<Tags> tags = request.items.stream().map(this::tags).toList();
            List<String> names = names();
            List<DeliveryFile> files = new ArrayList<>();
            int pictures = request.cover == null ? 0 : request.cover.bytes().length;
            long bytes = sound.bytes(request.items) + (long) pictures * request.items.size();
            for (int i = 0; i < request.items.size(); i++) {
                int file = i;
                DeliveryItem item = request.items.get(i);
                files.add(new DeliveryFile(request.folder.resolve(names.get(i)), item, tags.get(i)));
                item.problem(sound.sampleRate, sound.channels)
                        .ifPresent(problem -> problems.add(names.get(file) + ": " + problem));
                note(item, names.get(i));
            }
            if (request.cover != null) {
                notes.addAll(CoverFacts.advice(request.cover));
            }
            return new DeliveryPlan(
                    files, names, bytes, problems.stream().distinct().toList(), List.copyOf(notes));
        }

        // ---- tags ----

        private Tags tags(DeliveryItem item) {
            SortedMap<String, String> texts = new TreeMap<>(request.tags);
            texts.putAll(item.tags());
            try {
                return TagRules.checked(texts).withCover(request.cover);
            } catch (IllegalArgumentException e) {
                problems.add(sentence(e));
                return Tags.NONE;
            }
        }

        // ---- names ----

        private List<String> names() {
            List<FileNames.Wanted> wanted = new ArrayList<>();
            for (DeliveryItem item : request.items) {
                wanted.add(new FileNames.Wanted(
                        NamePattern.resolve(request.pattern, values(item)),
                        item.suffix(sound.sampleRate),
                        item.coding().ending()));
            }
            List<String> names = FileNames.apart(wanted);
            Set<String> seen = new HashSet<>();
            boolean met = wanted.stream()
                    .map(each -> (each.base() + each.ending()).toLowerCase(Locale.ROOT))
                    .anyMatch(name -> !seen.add(name));
            if (met) {
                notes.add("Some files would have one name; they are told apart by their format, or by a number."
                        + " {bits}, {rate}, {target} and {version} tell them apart as you like.");
            }
            return names;
        }

        private Map<String, String> values(DeliveryItem item) {
            Map<String, String> values = new HashMap<>();
            for (String field : List.of("title", "artist", "album")) {
                values.put(field, item.tags().getOrDefault(field, request.tags.getOrDefault(field, "")));
            }
            values.put("track", track(item.tags().getOrDefault("track", request.tags.getOrDefault("track", ""))));
            values.put("target", Target.find(item.target()).map(Target::label).orElse(""));
            values.put("format", item.coding().ending().substring(1).toUpperCase(Locale.ROOT));
            values.put("rate", Coding.kilohertz(item.rateOf(sound.sampleRate)));
            values.put("bits", item.coding().depth(item.kilobits()));
            values.put("date", request.today.toString());
            values.put("version", item.version().isBlank() ? request.version : item.version());
            return values;
        }

        /// Two digits at least, so that names are in order.
        private static String track(String text) {
            String number = text.replaceAll("/.*", "").strip();
            return number.matches("\\d") ? "0" + number : number;
        }

        // ---- what should be known ----

        private void note(DeliveryItem item, String name) {
            int rate = item.rateOf(sound.sampleRate);
            if (rate > sound.sampleRate && !item.coding().lossy()) {
                notes.add(name + ": converting from " + Coding.kilohertz(sound.sampleRate) + " up to "
                        + Coding.kilohertz(rate) + " adds nothing that can be heard. Leave the rate of the print"
                        + " unless somebody asks for another.");
            }
            if (item.coding().withoutDither().isEmpty() && item.dither() == OutputFormat.Dither.NONE) {
                notes.add(name + ": without dither, quiet passages and fades are distorted by the steps.");
            }
            if (Target.find(item.target()).filter(Target::cut).isPresent()
                    && !(item.level() instanceof Level.Unlimited)) {
                notes.add(name + ": cutting houses ask for a pre-master without limiting for loudness.");
            }
        }
    }
}
