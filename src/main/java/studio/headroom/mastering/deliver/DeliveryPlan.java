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
/// @param versions the song first, each with its files in the order of the items
/// @param names of the files of all versions, relative to the folder
/// @param bytes an estimate that is rather too large
/// @param scratchBytes likewise of temporary files while they are made
/// @param problems why nothing can be written: each what is wrong and what helps
/// @param notes what should be known before
public record DeliveryPlan(
        List<DeliveryVersion> versions,
        List<String> names,
        long bytes,
        long scratchBytes,
        List<String> problems,
        List<String> notes) {
    /// What names are made of.
    public static final NamePattern NAMES = new NamePattern(
            List.of("title", "artist", "album", "track", "target", "format", "rate", "bits", "date", "version"));

    /// The name that is usual.
    public static final String USUAL_NAME = "{artist} - {title} ({version}) ({target}) {bits} {rate}";

    private static final long TAGS = 64 << 10;

    public DeliveryPlan {
        versions = List.copyOf(versions);
        names = List.copyOf(names);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /// What is delivered.
    ///
    /// @param sampleRate in Hz
    /// @param seconds 0 where the file does not tell
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

    /// Another version of the song, such as its instrumental.
    ///
    /// @param name what tells it from the others
    /// @param isrc of this recording, or empty; that of the song is never written into it
    public record Other(String name, Path print, Sound sound, String isrc) {}

    /// What is asked for.
    ///
    /// @param print of the song itself
    /// @param sound of that
    /// @param pattern of the names, see [#NAMES]
    /// @param folder where the files go
    /// @param tags of the song, texts by field
    /// @param cover or null
    /// @param version the song's own, of those items that name none; may be empty
    /// @param others delivered with it in the same files
    /// @param today for names
    public record Request(
            Path print,
            Sound sound,
            List<DeliveryItem> items,
            String pattern,
            Path folder,
            SortedMap<String, String> tags,
            @Nullable Cover cover,
            String version,
            List<Other> others,
            LocalDate today) {
        public Request {
            items = List.copyOf(items);
            others = List.copyOf(others);
        }
    }

    /// What [TagRules] says against a tag, as a sentence.
    public static String sentence(IllegalArgumentException problem) {
        String why = String.valueOf(problem.getMessage());
        return why.startsWith("isrc ") ? "An ISRC" + why.substring(4) : "The " + why;
    }

    /// Those of all versions, one version after the other.
    public List<DeliveryFile> files() {
        return versions.stream().flatMap(version -> version.files().stream()).toList();
    }

    /// The folders that files lie in.
    public List<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        files().forEach(file -> folders.add(file.path().toAbsolutePath().getParent()));
        return List.copyOf(folders);
    }

    /// The same with other names for some files.
    ///
    /// @param folder that names are relative to
    public DeliveryPlan renamed(Path folder, Map<Path, Path> other) {
        List<DeliveryVersion> moved = versions.stream()
                .map(version -> new DeliveryVersion(
                        version.name(),
                        version.print(),
                        version.files().stream()
                                .map(file -> file.at(other.getOrDefault(file.path(), file.path())))
                                .toList()))
                .toList();
        List<String> called = moved.stream()
                .flatMap(version -> version.files().stream())
                .map(file -> folder.relativize(file.path()).toString())
                .toList();
        return new DeliveryPlan(moved, called, bytes, scratchBytes, problems, notes);
    }

    public static DeliveryPlan of(Request request) {
        return new Planning(request).plan();
    }

    private static final class Planning {
        private final Request request;
        private final List<Other> versions = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Set<String> notes = new LinkedHashSet<>();

        Planning(Request request) {
            this.request = request;
            versions.add(new Other(request.version, request.print, request.sound, ""));
            versions.addAll(request.others);
        }

        DeliveryPlan plan() {
            if (request.items.isEmpty()) {
                problems.add("There is no file: add one.");
            }
            NAMES.problem(request.pattern).ifPresent(problems::add);
            List<String> unnamed = new VersionTags(request).problems();
            problems.addAll(unnamed);
            List<String> names = names(unnamed.isEmpty());
            List<DeliveryVersion> planned = new ArrayList<>();
            long bytes = 0;
            long scratch = 0;
            for (int i = 0; i < versions.size(); i++) {
                int first = i * request.items.size();
                planned.add(planned(i, names.subList(first, first + request.items.size())));
                bytes += versions.get(i).sound.bytes(request.items);
                // One version is rendered after the other.
                scratch = Math.max(scratch, versions.get(i).sound.scratchBytes(request.items));
            }
            int pictures = request.cover == null ? 0 : request.cover.bytes().length;
            bytes += (long) pictures * names.size();
            notes.addAll(new VersionTags(request).notes());
            if (request.cover != null) {
                notes.addAll(CoverFacts.advice(request.cover));
            }
            return new DeliveryPlan(
                    planned, names, bytes, scratch, problems.stream().distinct().toList(), List.copyOf(notes));
        }

        /// @param number of the version, 0 for the song
        private DeliveryVersion planned(int number, List<String> names) {
            Other version = versions.get(number);
            List<DeliveryFile> files = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                DeliveryItem item = request.items.get(i);
                files.add(new DeliveryFile(request.folder.resolve(name), item, tags(number, item)));
                item.problem(version.sound.sampleRate, version.sound.channels)
                        .ifPresent(problem -> problems.add(name + ": " + problem));
                if (number == 0) {
                    note(item, name);
                }
            }
            return new DeliveryVersion(version.name, version.print, files);
        }

        private Tags tags(int number, DeliveryItem item) {
            SortedMap<String, String> texts = new TreeMap<>(request.tags);
            texts.putAll(item.tags());
            if (number > 0) {
                texts = VersionTags.of(versions.get(number), texts, item);
            }
            try {
                return TagRules.checked(texts).withCover(request.cover);
            } catch (IllegalArgumentException e) {
                problems.add((number > 0 ? "“" + versions.get(number).name + "”: " : "") + sentence(e));
                return Tags.NONE;
            }
        }

        // ---- names ----

        /// @param named whether each version has a name of its own
        private List<String> names(boolean named) {
            List<FileNames.Wanted> wanted = new ArrayList<>();
            Set<String> before = new HashSet<>();
            boolean met = false;
            for (int i = 0; i < versions.size(); i++) {
                Set<String> own = new HashSet<>();
                for (DeliveryItem item : request.items) {
                    FileNames.Wanted name = wanted(i, item);
                    wanted.add(name);
                    met |= !own.add((name.base() + name.ending()).toLowerCase(Locale.ROOT));
                }
                if (named && own.stream().anyMatch(before::contains)) {
                    problems.add("Files of “" + versions.get(i).name.strip()
                            + "” would be called as those of another version: "
                            + (request.pattern.contains("{version}")
                                    ? "give it another name."
                                    : "put {version} into the names."));
                }
                before.addAll(own);
            }
            if (met) {
                notes.add("Some files would have one name; they are told apart by their format, or by a number."
                        + " {bits}, {rate}, {target} and {version} tell them apart as you like.");
            }
            return FileNames.apart(wanted);
        }

        private FileNames.Wanted wanted(int number, DeliveryItem item) {
            Sound sound = versions.get(number).sound;
            return new FileNames.Wanted(
                    NamePattern.resolve(request.pattern, values(number, item)),
                    item.suffix(sound.sampleRate),
                    item.coding().ending());
        }

        private Map<String, String> values(int number, DeliveryItem item) {
            Map<String, String> values = new HashMap<>();
            for (String field : List.of("title", "artist", "album")) {
                values.put(field, item.tags().getOrDefault(field, request.tags.getOrDefault(field, "")));
            }
            values.put("track", track(item.tags().getOrDefault("track", request.tags.getOrDefault("track", ""))));
            values.put("target", Target.find(item.target()).map(Target::label).orElse(""));
            values.put("format", item.coding().ending().substring(1).toUpperCase(Locale.ROOT));
            values.put("rate", Coding.kilohertz(item.rateOf(versions.get(number).sound.sampleRate)));
            values.put("bits", item.coding().depth(item.kilobits()));
            values.put("date", request.today.toString());
            values.put("version", version(number, item));
            return values;
        }

        /// That of a file goes before that of the song, and beside that of another version.
        private String version(int number, DeliveryItem item) {
            String name = versions.get(number).name.strip();
            if (item.version().isBlank()) {
                return number == 0 ? request.version : name;
            }
            return number == 0 || name.isEmpty() ? item.version() : name + ", " + item.version();
        }

        /// Two digits at least, so that names are in order.
        private static String track(String text) {
            String number = text.replaceAll("/.*", "").strip();
            return number.matches("\\d") ? "0" + number : number;
        }

        // ---- what should be known ----

        private void note(DeliveryItem item, String name) {
            int own = request.sound.sampleRate;
            int rate = item.rateOf(own);
            if (rate > own && !item.coding().lossy()) {
                notes.add(name + ": converting from " + Coding.kilohertz(own) + " up to "
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
