package studio.headroom.ui.master.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Bounce;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.gentle.Gentleness;
import studio.headroom.mastering.gentle.SongPlaces;
import studio.headroom.mastering.gentle.Verdict;
import studio.headroom.mastering.gentle.Work;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SightRender;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.ui.master.Hearing;

/// What the rack says of every chain of the program, of a print of the sample song that went through it.
class FactoryVerdictsTest {
    private static final Path SAMPLE = Path.of("samples/Room Above the Rain.headroom");

    /// The effects that warn, of the chains that do: each of these says in its data why it goes so far.
    private static final Map<String, List<String>> WARNING = Map.of(
            "podcast",
            List.of("eq", "compressor", "de-esser"),
            "demo-loud",
            List.of("saturation"),
            "lo-fi",
            List.of("eq", "compressor", "saturation"));

    @TempDir
    private static Path folder;

    private static Path mix = Path.of("");

    @BeforeAll
    static void printMix() throws IOException {
        mix = folder.resolve("print.wav");
        print(mix, 20, 32);
    }

    /// A part of the song, in seconds.
    private static Project print(Path file, int from, int to) throws IOException {
        Project song = ProjectFiles.load(SAMPLE);
        long second = song.sampleRate();
        Bounce.run(
                song,
                new ProjectLibrary(SAMPLE, song.sampleRate()),
                file,
                null,
                new Bounce.Settings(
                        OutputFormat.of(SampleFormat.FLOAT32),
                        from * second,
                        OptionalLong.of(to * second),
                        2,
                        Bounce.DEFAULT_BLOCK),
                Progress.NONE);
        return song;
    }

    /// The effects of the rack that warn, after a preset was chosen and the print was rendered through it.
    private static List<String> warning(FactoryChain preset, SoundSight print) throws IOException {
        RackSong song = new RackSong(RackSong.designed());
        List<String> failures = new ArrayList<>();
        try (RackModel rack = new RackModel(song.history, new Hearing(), song, folder, failures::add)) {
            rack.apply(preset);
            assertThat(rack.presetName()).isEqualTo(preset.label());
            Sight sight = SightRender.through(
                    mix, print, song.history.current().mastering().chain(), Progress.NONE);
            rack.setSight(new ChainSight() {
                @Override
                public Optional<Reduction> reduction(String insertId) {
                    return sight.reduction(insertId);
                }
            });
            List<String> warning = new ArrayList<>();
            for (RackModule module : rack.modules()) {
                Verdict verdict = module.verdict();
                assertThat(verdict.title()).isNotBlank();
                assertThat(verdict.reason()).isNotBlank();
                if (verdict.level() == Verdict.Level.NOTE) {
                    warning.add(module.insert().type());
                }
            }
            return warning;
        }
    }

    @Test
    void onlyChainsThatSayWhyWarnAndOnlyWhereTheyGoFar() throws IOException {
        SoundSight print = SightRender.print(mix, Progress.NONE);
        Map<String, List<String>> warning = new TreeMap<>();
        for (FactoryChain preset : FactoryChain.all()) {
            List<String> effects = warning(preset, print);
            if (!effects.isEmpty()) {
                warning.put(preset.name(), effects);
            }
            assertThat(effects.isEmpty())
                    .as(preset.name())
                    .isEqualTo(preset.beyond().isEmpty());
        }
        assertThat(warning).isEqualTo(WARNING);
    }

    /// From the bridge to the end of the final chorus, where the song is loudest.
    @Test
    void theSampleSongIsMasteredGently() throws IOException {
        Path loudest = folder.resolve("loudest.wav");
        Project song = print(loudest, 46, 70);
        List<Insert> chain = song.mastering().chain();
        Sight sight = SightRender.through(loudest, SightRender.print(loudest, Progress.NONE), chain, Progress.NONE);
        assertThat(chain).isNotEmpty().allSatisfy(insert -> {
            Work work = sight.reduction(insert.id()).map(Work::of).orElse(Work.UNKNOWN);
            Verdict verdict =
                    Gentleness.of(insert, work, new SongPlaces(List.of(), song.sampleRate()), song.sampleRate());
            assertThat(verdict.level()).as(verdict.title()).isNotEqualTo(Verdict.Level.NOTE);
        });
    }
}
