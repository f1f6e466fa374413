package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.mastering.FactoryChain;

/// `headroom master --preset NAME`.
class PresetCommandTest {
    @TempDir
    Path folder;

    private Path mix = Path.of("");

    static List<String> names() {
        return FactoryChain.all().stream().map(FactoryChain::name).toList();
    }

    @BeforeEach
    void writeMix() throws IOException {
        mix = folder.resolve("mix.wav");
        Cli.write(mix, 44_100, Cli.music(44_100, 1.5, 2));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyChainOfTheProgramMastersByItsName(String name) {
        var json = Cli.run("master", mix, "-o", folder.resolve("a.wav"), "--preset", name, "--lufs", "-20", "--json")
                .done()
                .json();
        FactoryChain chain = FactoryChain.find(name).orElseThrow();
        assertThat(json.get("chain")).hasSameSizeAs(chain.chain());
    }

    @Test
    void aNameThatThereIsNotIsToldWithThoseThatThereAre() {
        Cli.run("master", mix, "-o", folder.resolve("a.wav"), "--preset", "polka")
                .wrong("polka", "jazz", "tape-warmth");
    }

    @Test
    void namesAreFoundHoweverTheyAreTyped() {
        Cli.run(
                        "master",
                        mix,
                        "-o",
                        folder.resolve("a.wav"),
                        "--preset",
                        "Tape Warmth",
                        "--target",
                        "Apple Music",
                        "--lufs",
                        "-20")
                .done();
        Cli.run("master", mix, "-o", folder.resolve("b.wav"), "--assist", "Hip-Hop", "--lufs", "-20")
                .done();
    }
}
