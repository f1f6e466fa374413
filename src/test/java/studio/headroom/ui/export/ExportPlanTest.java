package studio.headroom.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.Stem;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.ExportFile;
import studio.headroom.mastering.StemChoice;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Folder;
import studio.headroom.project.Insert;
import studio.headroom.project.Marker;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

class ExportPlanTest {
    private static final int RATE = 48_000;
    private static final Path OUT = Path.of("out").toAbsolutePath();
    private static final ExportChoices MIX = ExportChoices.initial();
    private static final ExportChoices STEMS = MIX.withWhat(What.STEMS);

    /// Kick and Snare on the bus Drums, which lie in a folder; Vox; the return Hall. Ten seconds.
    private static Project song() {
        Media media = new Media("m", "media/m.wav", 2, 10 * RATE, "");
        Strip kick = track("kick", "Kick", media).withOutput("drums").withLook(inFolder("kick"));
        Strip snare = track("snare", "Snare", media).withOutput("drums").withLook(inFolder("snare"));
        return Project.empty("Paper Lanterns", RATE)
                .withMedia(List.of(media))
                .withFolders(List.of(new Folder("f", "Rhythm", "grey", false)))
                .withStrips(List.of(
                        kick,
                        snare,
                        track("vox", "Vox", media),
                        Strip.create(Strip.Kind.BUS, "drums", "Drums"),
                        Strip.create(Strip.Kind.RETURN, "hall", "Hall")))
                .withMarkers(List.of(new Marker("a", 2 * RATE, "Verse"), new Marker("b", 6 * RATE, "Chorus")));
    }

    private static studio.headroom.project.Look inFolder(String id) {
        return Strip.create(Strip.Kind.TRACK, id, id).look().withFolder("f");
    }

    private static Strip track(String id, String name, Media media) {
        return Strip.create(Strip.Kind.TRACK, id, name).withClips(List.of(Clip.whole("c-" + id, media, 0)));
    }

    private static ExportSong at(Project project) {
        return at(project, OptionalDouble.empty());
    }

    private static ExportSong at(Project project, OptionalDouble peak) {
        return new ExportSong(project, Path.of("song"), List.of(), List.of(), LocalDate.of(2026, 11, 20), peak);
    }

    private static ExportPlan plan(Project project, ExportChoices choices) {
        return plan(at(project), choices, ExportPlan.Range.WHOLE);
    }

    private static ExportPlan plan(ExportSong song, ExportChoices choices, ExportPlan.Range range) {
        return ExportPlan.of(song, choices, range, OUT, new TreeMap<>());
    }

    private static List<String> stems(StemChoice choice) {
        return plan(song(), STEMS.withStems(choice)).stems().stream()
                .map(Stem::name)
                .toList();
    }

    @Test
    void aMixdownIsOneFileForEachFormatUntilTheTailIsOver() {
        ExportPlan plan = plan(song(), MIX);
        assertThat(plan.names()).containsExactly("Paper Lanterns.wav");
        assertThat(plan.from()).isZero();
        assertThat(plan.to()).isEmpty();
        assertThat(plan.possible()).isTrue();
        assertThat(plan(song(), MIX.withTail(false)).to()).hasValue(10 * RATE);
    }

    @Test
    void aMixThatClipsIsWarnedOfWhereTheFormatCutsIt() {
        ExportSong loud = at(song(), OptionalDouble.of(2.34));
        ExportChoices both = MIX.withFormats(List.of(ExportFormat.of(Coding.WAV_24), ExportFormat.of(Coding.WAV_32F)));
        assertThat(plan(loud, both, ExportPlan.Range.WHOLE).notes())
                .singleElement()
                .asString()
                .contains("+2.3 dBTP", "WAV 24-bit cuts off", "by 3.3 dB", "32-bit float");
        for (ExportFormat kept : List.of(
                ExportFormat.of(Coding.WAV_32F),
                ExportFormat.of(Coding.WAV_24)
                        .withLoudness(ExportFormat.LOUDNESSES.get(1).loudness()))) {
            assertThat(plan(loud, MIX.withFormats(List.of(kept)), ExportPlan.Range.WHOLE)
                            .notes())
                    .isEmpty();
        }
        assertThat(plan(loud, STEMS, ExportPlan.Range.WHOLE).notes()).noneMatch(note -> note.contains("dBTP"));
        assertThat(plan(at(song(), OptionalDouble.of(-0.1)), both, ExportPlan.Range.WHOLE)
                        .notes())
                .isEmpty();
        assertThat(plan(song(), both).notes()).isEmpty();
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFormat() {
        ExportPlan plan = plan(
                song(),
                MIX.withFormats(List.of(
                        ExportFormat.of(Coding.WAV_24),
                        ExportFormat.of(Coding.WAV_16).withRate(44_100),
                        ExportFormat.of(Coding.MP3),
                        ExportFormat.of(Coding.WAV_24))));
        assertThat(plan.names())
                .containsExactly(
                        "Paper Lanterns 24-bit 48 kHz.wav",
                        "Paper Lanterns 16-bit 44.1 kHz.wav",
                        "Paper Lanterns.mp3",
                        "Paper Lanterns 24-bit 48 kHz (2).wav");
    }

    @Test
    void stemsOfOneNameGetNumbersAndUnsafeNamesAreMadeSafe() {
        Project song = song();
        Project twins = song.withStrips(song.strips().stream()
                .map(strip -> strip.kind() == Strip.Kind.TRACK ? strip.withName("A/B") : strip)
                .toList());
        ExportPlan plan = plan(twins, STEMS.withStems(StemChoice.TRACKS).withStemName("{name}"));
        assertThat(plan.names()).containsExactly("A_B.wav", "A_B (2).wav", "A_B (3).wav");
    }

    @Test
    void namesAreFilledInAndASlashBeginsAFolder() {
        TreeMap<String, String> tags = new TreeMap<>(Map.of("artist", "The Band"));
        Project song = song().withMastering(song().mastering().withTags(tags));
        ExportPlan plan = plan(song, MIX.withMixName("{artist}/{date} {song} ({bits}, {rate})"));
        assertThat(plan.names()).containsExactly("The Band/2026-11-20 Paper Lanterns (24-bit, 48 kHz).wav");
        assertThat(plan.folders()).containsExactly(OUT.resolve("The Band"));
    }

    @Test
    void aWrongPlaceholderIsExplained() {
        assertThat(plan(song(), MIX.withMixName("{sogn}")).problems().getFirst())
                .contains("{sogn} stands for nothing", "{song}");
        assertThat(plan(song(), MIX.withMixName("{song")).problems().getFirst()).contains("brace");
        assertThat(plan(song(), MIX.withMixName(" ")).problems().getFirst()).contains("needs a name");
        assertThat(plan(song(), MIX.withStemName("{sogn}")).problems())
                .as("a name that is not used does not matter")
                .isEmpty();
    }

    @Test
    void aNameNeverLeavesTheFolder() {
        assertThat(plan(song(), MIX.withMixName("../../{song}"))
                        .files()
                        .getFirst()
                        .path())
                .startsWithRaw(OUT);
    }

    @Test
    void stemsAreWhatWasAskedFor() {
        assertThat(stems(StemChoice.FEEDING_MASTER)).containsExactly("Vox", "Drums", "Hall");
        assertThat(stems(StemChoice.TRACKS)).containsExactly("Kick", "Snare", "Vox");
        assertThat(stems(StemChoice.BUSES)).containsExactly("Drums");
        assertThat(stems(StemChoice.RETURNS)).containsExactly("Hall");
        assertThat(stems(StemChoice.FOLDERS)).containsExactly("Rhythm", "Vox", "Hall");
        assertThat(plan(song(), STEMS.withStems(StemChoice.FOLDERS))
                        .stems()
                        .getFirst()
                        .strips())
                .as("the bus of the folder's tracks stands for them")
                .containsExactly("drums");
    }

    @Test
    void whetherStemsSumToTheMixIsSaidBefore() {
        assertThat(plan(song(), STEMS).notes()).contains("The stems sum to the mix.");
        assertThat(plan(song(), STEMS.withStems(StemChoice.FOLDERS)).notes()).contains("The stems sum to the mix.");
        assertThat(plan(song(), STEMS.withStems(StemChoice.TRACKS)).notes().getFirst())
                .contains("do not sum", "leave out");
        assertThat(plan(song(), STEMS.withPreFader(true)).notes().getFirst()).contains("before the faders");
        Insert compressor = new Insert("x", "compressor", Values.INITIAL, null);
        Project glued = song().withMaster(song().master().withInserts(List.of(compressor)));
        assertThat(plan(glued, STEMS).notes().getFirst()).contains("Compressor works on the sum alone");
        assertThat(plan(glued, STEMS.withThroughMaster(false)).notes().getFirst())
                .contains("leave out what the master does");
        assertThat(plan(song(), STEMS.withThroughMaster(false)).notes()).contains("The stems sum to the mix.");
    }

    @Test
    void whatCannotBeDoneIsExplained() {
        assertThat(plan(Project.empty("Empty", RATE), MIX).problems().getFirst())
                .contains("holds no clips");
        assertThat(plan(song(), MIX.withFormats(List.of())).problems()).containsExactly("There is no format: add one.");
        assertThat(plan(song(), STEMS.withStems(StemChoice.SELECTED)).problems().getFirst())
                .contains("No strip is selected");
        assertThat(plan(at(song()), MIX, new ExportPlan.Range(Extent.LOOP, 0, 1))
                        .problems()
                        .getFirst())
                .contains("No loop is set");
        assertThat(plan(at(song()), MIX, new ExportPlan.Range(Extent.CLIPS, 0, 1))
                        .problems()
                        .getFirst())
                .contains("No clip is selected");
        assertThat(plan(at(song()), MIX, new ExportPlan.Range(Extent.MARKERS, 2, 1))
                        .problems()
                        .getFirst())
                .contains("“Verse” does not come after “Chorus”");
        assertThat(ExportPlan.of(at(song()), MIX, ExportPlan.Range.WHOLE, OUT, new TreeMap<>(Map.of("isrc", "x")))
                        .problems()
                        .getFirst())
                .contains("Isrc is a code of twelve characters");
    }

    @Test
    void rangesAreLoopSelectionAndWhatLiesBetweenMarkers() {
        Project looped = song().withLoop(new Span(RATE, 3 * RATE));
        ExportPlan loop = plan(at(looped), MIX, new ExportPlan.Range(Extent.LOOP, 0, 1));
        assertThat(loop.from()).isEqualTo(RATE);
        assertThat(loop.to()).hasValue(3 * RATE);
        ExportPlan section = plan(at(song()), MIX, new ExportPlan.Range(Extent.MARKERS, 1, 2));
        assertThat(section.from()).isEqualTo(2 * RATE);
        assertThat(section.to()).hasValue(6 * RATE);
        ExportSong chosen = new ExportSong(
                song(),
                Path.of("song"),
                List.of(),
                List.of("c-vox"),
                LocalDate.of(2026, 11, 20),
                OptionalDouble.empty());
        assertThat(plan(chosen, MIX, new ExportPlan.Range(Extent.CLIPS, 0, 1)).to())
                .isEqualTo(OptionalLong.of(10 * RATE));
    }

    @Test
    void loudnessIsForTheMixAloneAndStemsSaySo() {
        ExportFormat loud = ExportFormat.of(Coding.WAV_24)
                .withLoudness(ExportFormat.LOUDNESSES.get(2).loudness());
        ExportPlan plan = plan(song(), MIX.withWhat(What.BOTH).withFormats(List.of(loud)));
        assertThat(plan.files().stream().filter(file -> file.loudness() != null).map(ExportFile::part))
                .containsExactly(0);
        assertThat(plan.notes()).anyMatch(note -> note.contains("Stems keep their levels"));
    }

    @Test
    void aSoloedSongSaysWhatIsSilent() {
        Project soloed = song().withStrip(song().strips().getFirst().withSolo(true));
        assertThat(plan(soloed, MIX).notes().getFirst()).contains("One strip is soloed");
    }

    @Test
    void tagsNameTheStem() {
        ExportPlan plan = plan(song(), MIX.withWhat(What.BOTH));
        assertThat(plan.files().getFirst().format().tags().get(Tags.Field.TITLE))
                .isEqualTo("Paper Lanterns");
        assertThat(plan.files().get(1).format().tags().get(Tags.Field.TITLE)).isEqualTo("Paper Lanterns – Vox");
        assertThat(plan(song(), MIX.withTags(false)).files().getFirst().format().tags())
                .isEqualTo(Tags.NONE);
    }

    @Test
    void theSizeIsEstimatedFromTheFormat() {
        // 15 s with the tail that is reckoned with, 2 channels, 3 bytes, and room for tags.
        assertThat(plan(song(), MIX).bytes()).isBetween(15L * RATE * 6, 15L * RATE * 6 + 100_000);
    }

    @Test
    void choicesAreKeptAndTakenBack() {
        for (ExportChoices.Preset preset : ExportChoices.PRESETS) {
            ExportChoices changed = preset.choices()
                    .withReport(studio.headroom.mastering.ExportReport.JSON)
                    .withFormats(List.of(
                            ExportFormat.of(Coding.WAV_16).withRate(44_100).withMono(true),
                            ExportFormat.of(Coding.OPUS).withKilobits(96)));
            assertThat(ExportChoices.of(changed.values())).isEqualTo(changed);
        }
        assertThat(ExportChoices.of(Map.of("what", "nonsense", "formats", "wav24 7 x", "tail", "false")))
                .isEqualTo(ExportChoices.initial().withTail(false));
    }

    @Test
    void anotherCodingKeepsWhatItHas() {
        ExportFormat wav = ExportFormat.of(Coding.WAV_24).withRate(96_000).withMono(true);
        assertThat(wav.withCoding(Coding.FLAC_24).rate()).isEqualTo(96_000);
        assertThat(wav.withCoding(Coding.MP3).rate()).isZero();
        assertThat(wav.withCoding(Coding.MP3).rateOf(96_000)).isEqualTo(48_000);
        assertThat(wav.withCoding(Coding.OPUS).rateOf(44_100)).isEqualTo(48_000);
        assertThat(wav.withCoding(Coding.MP3).mono()).isTrue();
        assertThat(Coding.WAV_32F.withoutDither()).isEqualTo("not needed for float");
    }
}
