package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import studio.headroom.engine.Stem;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.ExportFile;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.NamePattern;
import studio.headroom.mastering.StemChoice;
import studio.headroom.mastering.TagRules;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// What an export would write, and why it cannot. Worked out without looking at the disk.
///
/// @param stems in the order of their numbers
/// @param files in the order in which they are listed: the mix in each format, then each stem
/// @param names of the files, relative to the folder, in the same order
/// @param from first frame
/// @param to frame after the last, or empty for the whole song with its tail
/// @param bytes an estimate that is rather too large
/// @param problems why nothing can be written: each what is wrong and what helps
/// @param notes what should be known before
record ExportPlan(
        List<Stem> stems,
        List<ExportFile> files,
        List<String> names,
        long from,
        OptionalLong to,
        long bytes,
        List<String> problems,
        List<String> notes) {
    /// A tail that is not known yet counts so long, in seconds.
    private static final int TAIL = 5;

    private static final long TAGS = 64 << 10;
    /// What is left between peaks and full scale, in dB.
    private static final double ROOM = 1;

    /// What names are made of.
    static final NamePattern NAMES =
            new NamePattern(List.of("song", "name", "number", "artist", "date", "bits", "rate"));

    ExportPlan {
        stems = List.copyOf(stems);
        files = List.copyOf(files);
        names = List.copyOf(names);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /// Where a range lies that is not the whole song.
    ///
    /// @param first index of [ExportSong#points()], for a range between markers
    /// @param last the same
    record Range(Extent extent, int first, int last) {
        static final Range WHOLE = new Range(Extent.WHOLE, 0, 1);
    }

    boolean possible() {
        return problems.isEmpty();
    }

    /// The folders that files lie in.
    List<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        files.forEach(file -> folders.add(file.path().toAbsolutePath().getParent()));
        return List.copyOf(folders);
    }

    /// The same with other names for some files.
    ExportPlan renamed(Path folder, Map<Path, Path> other) {
        List<ExportFile> moved = new ArrayList<>();
        List<String> called = new ArrayList<>();
        for (ExportFile file : files) {
            Path path = other.getOrDefault(file.path(), file.path());
            moved.add(new ExportFile(path, file.part(), file.format(), file.mono(), file.loudness()));
            called.add(folder.relativize(path).toString());
        }
        return new ExportPlan(stems, moved, called, from, to, bytes, problems, notes);
    }

    /// @param folder where the files go
    /// @param tagTexts of the song, by field
    static ExportPlan of(
            ExportSong song, ExportChoices choices, Range range, Path folder, SortedMap<String, String> tagTexts) {
        return new Planning(song, choices, folder).plan(range, tagTexts);
    }

    private static final class Planning {
        private final ExportSong song;
        private final Project project;
        private final ExportChoices choices;
        private final Path folder;
        private final List<String> problems = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Planning(ExportSong song, ExportChoices choices, Path folder) {
            this.song = song;
            this.choices = choices;
            this.folder = folder;
            project = song.project();
        }

        ExportPlan plan(Range range, SortedMap<String, String> tagTexts) {
            if (project.end() == 0) {
                problems.add("The song holds no clips: add sound files first.");
            }
            Span span = span(range);
            boolean whole = range.extent() == Extent.WHOLE;
            OptionalLong to = whole && choices.tail() ? OptionalLong.empty() : OptionalLong.of(span.end());
            List<Stem> stems = choices.what().stems() ? stems() : List.of();
            Tags tags = tags(tagTexts);
            if (choices.formats().isEmpty()) {
                problems.add("There is no format: add one.");
            }
            List<Named> named = names(stems);
            List<ExportFile> files = new ArrayList<>();
            List<String> names = apart(named);
            long frames = span.length() + (to.isEmpty() ? (long) TAIL * project.sampleRate() : 0);
            long bytes = 0;
            for (int i = 0; i < named.size(); i++) {
                Named file = named.get(i);
                ExportFormat format = file.format();
                Path path = folder.resolve(names.get(i));
                files.add(new ExportFile(
                        path,
                        file.part(),
                        format.output(tags(tags, stems, file.part())),
                        format.mono(),
                        file.part() == 0 ? format.loudness() : null));
                bytes += format.bytes(frames, project.sampleRate()) + TAGS;
            }
            noteClipping();
            notes(stems);
            return new ExportPlan(stems, files, names, span.start(), to, bytes, problems, notes);
        }

        // ---- range ----

        private Span span(Range range) {
            Span whole = new Span(0, Math.max(1, project.end()));
            Span span =
                    switch (range.extent()) {
                        case WHOLE -> whole;
                        case LOOP -> {
                            Span loop = project.loop();
                            if (loop == null) {
                                problems.add("No loop is set: draw one on the ruler, or choose another range.");
                            }
                            yield loop == null ? whole : loop;
                        }
                        case CLIPS -> {
                            if (song.selectedClips().isEmpty()) {
                                problems.add(
                                        "No clip is selected: select some on the timeline, or choose another range.");
                            }
                            yield song.selectedClips().orElse(whole);
                        }
                        case MARKERS -> between(range, whole);
                    };
            if (project.end() > 0 && span.start() >= project.end()) {
                problems.add("The range begins after the last clip: choose an earlier one.");
            }
            return span;
        }

        private Span between(Range range, Span whole) {
            List<ExportSong.Point> points = song.points();
            ExportSong.Point first = points.get(Math.clamp(range.first(), 0, points.size() - 1));
            ExportSong.Point last = points.get(Math.clamp(range.last(), 0, points.size() - 1));
            if (last.frame() <= first.frame()) {
                problems.add("“" + last.name() + "” does not come after “" + first.name() + "”: choose a later end.");
                return whole;
            }
            return new Span(first.frame(), last.frame());
        }

        // ---- stems ----

        private List<Stem> stems() {
            List<Stem> stems = choices.stems().of(project, song.strips(), choices.preFader(), choices.throughMaster());
            if (stems.isEmpty() && project.end() > 0) {
                problems.add(
                        switch (choices.stems()) {
                            case BUSES -> "The song has no buses: choose other stems.";
                            case RETURNS -> "The song has no returns: choose other stems.";
                            case SELECTED -> "No strip is selected: select some in the mixer, or choose other stems.";
                            case FEEDING_MASTER, TRACKS, FOLDERS, GROUPS -> "There is nothing to make stems of.";
                        });
            }
            return stems;
        }

        /// What would be cut off in the files, as far as the mix has been heard.
        private void noteClipping() {
            double peak = song.peak().orElse(Double.NEGATIVE_INFINITY);
            List<String> cutting = choices.formats().stream()
                    .filter(format -> format.loudness() == null
                            && (format.coding().lossy()
                                    || !format.coding().samples().floating()))
                    .map(format -> format.coding().words())
                    .distinct()
                    .toList();
            if (choices.what().mix() && peak > 0 && !cutting.isEmpty()) {
                notes.add(String.format(
                        Locale.ROOT,
                        "The mix reached %+.1f dBTP while it played, and %s cuts off what is above full scale. Turn the"
                                + " master’s fader down by %.1f dB, choose a loudness for the file, or 32-bit float.",
                        peak,
                        String.join(", ", cutting),
                        peak + ROOM));
            }
        }

        private void notes(List<Stem> stems) {
            if (!stems.isEmpty()) {
                String difference = StemChoice.difference(project, stems);
                notes.add(
                        difference.isEmpty()
                                ? "The stems sum to the mix."
                                : "The stems do not sum to the mix: " + difference);
                boolean leveled = choices.formats().stream().anyMatch(format -> format.loudness() != null);
                if (leveled) {
                    notes.add("Stems keep their levels, so that they stay in balance; loudness is for the mixdown.");
                }
            }
            long soloed = project.strips().stream().filter(Strip::solo).count();
            if (soloed > 0) {
                notes.add((soloed == 1 ? "One strip is soloed" : soloed + " strips are soloed")
                        + ": what is silent now is silent in the files.");
            }
        }

        // ---- tags ----

        private Tags tags(SortedMap<String, String> texts) {
            if (!choices.tags()) {
                return Tags.NONE;
            }
            try {
                TagRules.checked(texts);
                return TagRules.of(project.withMastering(project.mastering().withTags(texts)));
            } catch (IllegalArgumentException | FileException e) {
                String why = String.valueOf(e.getMessage());
                problems.add(Character.toUpperCase(why.charAt(0)) + why.substring(1));
                return Tags.NONE;
            }
        }

        private static Tags tags(Tags song, List<Stem> stems, int part) {
            return part == 0 || song.isEmpty()
                    ? song
                    : song.with(
                            Tags.Field.TITLE,
                            song.get(Tags.Field.TITLE) + " – "
                                    + stems.get(part - 1).name());
        }

        // ---- names ----

        private record Named(int part, ExportFormat format, String base) {}

        private List<Named> names(List<Stem> stems) {
            List<Named> all = new ArrayList<>();
            if (choices.what().mix()) {
                NAMES.problem(choices.mixName()).ifPresent(problems::add);
                choices.formats().forEach(format -> all.add(named(0, "Mix", stems, choices.mixName(), format)));
            }
            if (!stems.isEmpty()) {
                NAMES.problem(choices.stemName()).ifPresent(problems::add);
                for (int i = 0; i < stems.size(); i++) {
                    String name = stems.get(i).name();
                    for (ExportFormat format : choices.formats()) {
                        all.add(named(i + 1, name, stems, choices.stemName(), format));
                    }
                }
            }
            return all;
        }

        private Named named(int part, String name, List<Stem> stems, String pattern, ExportFormat format) {
            int digits = stems.size() > 99 ? 3 : 2;
            Map<String, String> values = new HashMap<>(song.names());
            values.put("name", name);
            values.put("number", String.format(Locale.ROOT, "%0" + digits + "d", part));
            values.put("bits", format.coding().depth(format.kilobits()));
            values.put("rate", Coding.kilohertz(format.rateOf(project.sampleRate())));
            return new Named(part, format, NamePattern.resolve(pattern, values));
        }

        /// Files of one name are told apart by their format, and by a number where that is the same too.
        private List<String> apart(List<Named> all) {
            return FileNames.apart(all.stream()
                    .map(file -> new FileNames.Wanted(
                            file.base,
                            file.format.suffix(project.sampleRate()),
                            file.format.coding().ending()))
                    .toList());
        }
    }
}
