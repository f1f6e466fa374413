package studio.headroom.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.ExportReport;
import studio.headroom.mastering.StemChoice;

/// What a person chose for an export, apart from the folder and what belongs to one song.
///
/// @param preFader whether stems are taken before faders
/// @param throughMaster whether stems go through the master
/// @param tail whether the whole song goes on until it has rung out
/// @param mixName pattern of the mixdown's name, see [NamePattern]
/// @param stemName pattern of the stems' names
/// @param tags whether the files carry the song's tags
/// @param report that is written beside the files, or null
record ExportChoices(
        What what,
        StemChoice stems,
        boolean preFader,
        boolean throughMaster,
        boolean tail,
        List<ExportFormat> formats,
        String mixName,
        String stemName,
        boolean tags,
        @Nullable ExportReport report) {
    private static final String MIX_NAME = "{song}";
    private static final String STEM_NAME = "{song} stems/{number} {name}";

    /// Choices that fit what people often want, by name.
    record Preset(String name, String explanation, ExportChoices choices) {}

    static final List<Preset> PRESETS = List.of(
            new Preset(
                    "Release mixdown",
                    "The mix as it is, 24-bit WAV with the song's tags, until it has rung out.",
                    usual(What.MIXDOWN, List.of(ExportFormat.of(Coding.WAV_24)), true)),
            new Preset(
                    "Stems for a mixing engineer",
                    "Every track before its fader, without what the master does, in 32-bit float, all of one length.",
                    new ExportChoices(
                            What.STEMS,
                            StemChoice.TRACKS,
                            true,
                            false,
                            true,
                            List.of(ExportFormat.of(Coding.WAV_32F)),
                            MIX_NAME,
                            STEM_NAME,
                            false,
                            null)),
            new Preset(
                    "Quick MP3",
                    "To send to someone: 320 kbit/s at −14 LUFS, or as near as its peaks allow.",
                    usual(
                            What.MIXDOWN,
                            List.of(ExportFormat.of(Coding.MP3)
                                    .withLoudness(ExportFormat.LOUDNESSES.get(2).loudness())),
                            true)));

    ExportChoices {
        formats = List.copyOf(formats);
    }

    private static ExportChoices usual(What what, List<ExportFormat> formats, boolean tags) {
        return new ExportChoices(
                what, StemChoice.FEEDING_MASTER, false, true, true, formats, MIX_NAME, STEM_NAME, tags, null);
    }

    /// Those of the first preset.
    static ExportChoices initial() {
        return PRESETS.getFirst().choices();
    }

    ExportChoices withWhat(What changed) {
        return new ExportChoices(
                changed, stems, preFader, throughMaster, tail, formats, mixName, stemName, tags, report);
    }

    ExportChoices withStems(StemChoice changed) {
        return new ExportChoices(
                what, changed, preFader, throughMaster, tail, formats, mixName, stemName, tags, report);
    }

    ExportChoices withPreFader(boolean changed) {
        return new ExportChoices(what, stems, changed, throughMaster, tail, formats, mixName, stemName, tags, report);
    }

    ExportChoices withThroughMaster(boolean changed) {
        return new ExportChoices(what, stems, preFader, changed, tail, formats, mixName, stemName, tags, report);
    }

    ExportChoices withTail(boolean changed) {
        return new ExportChoices(
                what, stems, preFader, throughMaster, changed, formats, mixName, stemName, tags, report);
    }

    ExportChoices withFormats(List<ExportFormat> changed) {
        return new ExportChoices(what, stems, preFader, throughMaster, tail, changed, mixName, stemName, tags, report);
    }

    /// The same with one format in the place of another.
    ExportChoices withFormat(int index, ExportFormat changed) {
        List<ExportFormat> all = new ArrayList<>(formats);
        all.set(index, changed);
        return withFormats(all);
    }

    ExportChoices withMixName(String changed) {
        return new ExportChoices(what, stems, preFader, throughMaster, tail, formats, changed, stemName, tags, report);
    }

    ExportChoices withStemName(String changed) {
        return new ExportChoices(what, stems, preFader, throughMaster, tail, formats, mixName, changed, tags, report);
    }

    ExportChoices withTags(boolean changed) {
        return new ExportChoices(
                what, stems, preFader, throughMaster, tail, formats, mixName, stemName, changed, report);
    }

    ExportChoices withReport(@Nullable ExportReport changed) {
        return new ExportChoices(what, stems, preFader, throughMaster, tail, formats, mixName, stemName, tags, changed);
    }

    /// All of it, to be kept.
    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("what", what.name());
        values.put("stems", stems.name());
        values.put("preFader", Boolean.toString(preFader));
        values.put("throughMaster", Boolean.toString(throughMaster));
        values.put("tail", Boolean.toString(tail));
        values.put(
                "formats",
                String.join(", ", formats.stream().map(ExportFormat::text).toList()));
        values.put("mixName", mixName);
        values.put("stemName", stemName);
        values.put("tags", Boolean.toString(tags));
        values.put("report", report == null ? "" : report.name());
        return values;
    }

    /// What [#values()] gave. What cannot be understood is as the program comes.
    static ExportChoices of(Map<String, String> values) {
        Taken taken = new Taken();
        taken.choices = initial();
        taken.take(values, "what", text -> taken.choices.withWhat(What.valueOf(text)));
        taken.take(values, "stems", text -> taken.choices.withStems(StemChoice.valueOf(text)));
        taken.take(values, "preFader", text -> taken.choices.withPreFader(Boolean.parseBoolean(text)));
        taken.take(values, "throughMaster", text -> taken.choices.withThroughMaster(Boolean.parseBoolean(text)));
        taken.take(values, "tail", text -> taken.choices.withTail(Boolean.parseBoolean(text)));
        taken.take(values, "mixName", text -> taken.choices.withMixName(text));
        taken.take(values, "stemName", text -> taken.choices.withStemName(text));
        taken.take(values, "tags", text -> taken.choices.withTags(Boolean.parseBoolean(text)));
        taken.take(values, "report", text -> taken.choices.withReport(ExportReport.valueOf(text)));
        Consumer<String> formats = text -> {
            List<ExportFormat> known = new ArrayList<>();
            for (String one : text.split(", ")) {
                ExportFormat.parse(one).ifPresent(known::add);
            }
            if (!known.isEmpty()) {
                taken.choices = taken.choices.withFormats(known);
            }
        };
        Optional.ofNullable(values.get("formats")).ifPresent(formats);
        return taken.choices;
    }

    /// Choices as they are taken in.
    private static final class Taken {
        private ExportChoices choices = initial();

        private interface Reading {
            ExportChoices of(String text);
        }

        private void take(Map<String, String> values, String name, Reading reading) {
            String text = values.get(name);
            if (text != null && !text.isBlank()) {
                try {
                    choices = reading.of(text);
                } catch (IllegalArgumentException e) {
                    // Then it is as the program comes.
                }
            }
        }
    }
}
