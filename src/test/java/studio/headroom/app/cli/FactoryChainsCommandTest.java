package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.gentle.Gentleness;
import studio.headroom.mastering.gentle.SongPlaces;
import studio.headroom.mastering.gentle.Verdict;
import studio.headroom.mastering.gentle.Work;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SightRender;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import tools.jackson.databind.JsonNode;

/// Every chain of the program on a part of a real mix, by the command line: the file it makes, and whether what it did
/// is gentle.
class FactoryChainsCommandTest {
    private static final Path SAMPLE = Path.of("samples/Room Above the Rain.headroom");
    private static final int RATE = 44_100;

    @TempDir
    private static Path folder;

    private static Path mix = Path.of("");

    static List<String> names() {
        return FactoryChain.all().stream().map(FactoryChain::name).toList();
    }

    @BeforeAll
    static void bounceMix() {
        mix = folder.resolve("mix.wav");
        Cli.run("bounce", SAMPLE, "-o", mix, "--from", "20", "--to", "32", "--bits", "32f")
                .done();
    }

    /// What `headroom master` says of the chain that it has used, its limiter's gain as it was found.
    private static List<Insert> chain(JsonNode json) {
        List<Insert> chain = new ArrayList<>();
        for (JsonNode effect : json.get("chain")) {
            Map<String, Double> values = new LinkedHashMap<>();
            effect.get("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asDouble()));
            chain.add(new Insert("used-" + chain.size(), effect.get("type").asString(), Values.of(values), null));
        }
        return chain;
    }

    /// What the verdicts warn of, of a chain that the whole mix went through.
    private static List<Verdict> warnings(List<Insert> chain) throws IOException {
        Sight sight = SightRender.through(mix, SightRender.print(mix, Progress.NONE), chain, Progress.NONE);
        return chain.stream()
                .map(insert -> Gentleness.of(
                        insert,
                        sight.reduction(insert.id()).map(Work::of).orElse(Work.UNKNOWN),
                        new SongPlaces(List.of(), RATE),
                        RATE))
                .filter(verdict -> verdict.level() == Verdict.Level.NOTE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aChainAsItIsSetMastersWithoutARemarkAndWarnsOnlyIfItSaysWhy(String name) throws IOException {
        FactoryChain factory = FactoryChain.find(name).orElseThrow();
        Path master = folder.resolve(name + ".wav");
        JsonNode json = Cli.run("master", mix, "-o", master, "--preset", name, "--as-set", "--json")
                .json();
        assertThat(json.get("remarks")).as(json.get("remarks").toString()).isEmpty();
        assertThat(json.get("truePeakDbtp").asDouble()).isLessThanOrEqualTo(factory.ceiling() + 0.05);
        List<Insert> used = chain(json);
        assertThat(used.stream().map(Insert::type).toList())
                .isEqualTo(factory.chain().stream().map(Insert::type).toList());
        List<Verdict> warnings = warnings(used);
        if (factory.beyond().isEmpty()) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings).isNotEmpty();
        }
    }

    /// +0.9 dB at 60 Hz, -0.6 dB at 718 Hz, 1 to 3 dB of compression, tape saturation, -0.1 dBTP: brought to the
    /// loudness that is usual, not only as it is set.
    @Test
    void theTaughtExampleIsGentleAtTheLoudnessThatIsUsual() throws IOException {
        Path master = folder.resolve("taught.wav");
        JsonNode json = Cli.run("master", mix, "-o", master, "--preset", "tape-warmth", "--json")
                .json();
        assertThat(json.get("remarks")).isEmpty();
        assertThat(json.get("wantedCeilingDbtp").asDouble()).isEqualTo(-0.1);
        assertThat(json.get("truePeakDbtp").asDouble()).isLessThanOrEqualTo(-0.1);
        List<Insert> used = chain(json);
        assertThat(used.getFirst().values().asMap())
                .containsEntry("band2.freq", 60.0)
                .containsEntry("band2.gain", 0.9)
                .containsEntry("band4.freq", 718.0)
                .containsEntry("band4.gain", -0.6);
        assertThat(warnings(used)).isEmpty();
        Sight sight = SightRender.through(mix, SightRender.print(mix, Progress.NONE), used, Progress.NONE);
        assertThat(sight.reduction("used-1").orElseThrow().deepestDb())
                .as("compression")
                .isBetween(1.0, 3.0);
        assertThat(used.get(2).type()).isEqualTo("saturation");
    }
}
