package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AssistCommandTest {
    @TempDir
    private Path folder;

    private Path mix;

    @BeforeEach
    void writeMix() throws IOException {
        mix = Cli.write(folder.resolve("mix.wav"), 48_000, Cli.music(48_000, 8, 2));
    }

    @Test
    void everyMoveIsPrintedWithItsReason() {
        Cli said = Cli.run("master", mix, "-o", folder.resolve("a.wav"), "--assist", "rock")
                .done();
        assertThat(said.out()).contains("compared with rock", "→", " dB ", "a.wav");
    }

    @Test
    void theJsonHoldsMovesAndFindingsAndTheChainThatWasUsed() {
        JsonNode json = Cli.run("master", mix, "-o", folder.resolve("a.wav"), "--assist", "pop", "--json")
                .json();
        JsonNode assist = json.get("assist");
        assertThat(assist.get("moves").isEmpty()).isFalse();
        for (JsonNode move : assist.get("moves")) {
            assertThat(move.get("reason").asString()).isNotBlank();
            assertThat(move.get("changes").isEmpty()).isFalse();
        }
        assertThat(assist.get("before").get("thirdOctavesDb").size()).isEqualTo(31);
        assertThat(Math.abs(json.get("integratedLufs").asDouble()
                        - assist.get("lufs").asDouble()))
                .isLessThan(0.06);
    }

    @Test
    void aReferenceIsMatchedAndAnAskedLoudnessStands() throws IOException {
        Path reference = Cli.write(folder.resolve("ref.wav"), 44_100, Cli.music(44_100, 6, 2));
        JsonNode json = Cli.run(
                        "master", mix, "-o", folder.resolve("a.wav"), "--like", reference, "--lufs", "-20", "--json")
                .json();
        assertThat(json.get("assist").get("comparedWith").asString()).isEqualTo("the reference");
        assertThat(Math.abs(json.get("integratedLufs").asDouble() + 20)).isLessThan(0.06);
    }

    @Test
    void whatContradictsItselfIsRefused() {
        Path out = folder.resolve("a.wav");
        Cli.run("master", mix, "-o", out, "--assist", "polka").wrong("polka", "jazz");
        Cli.run("master", mix, "-o", out, "--assist", "pop", "--like", mix).wrong("--assist", "--like");
        Cli.run("master", mix, "-o", out, "--assist", "pop", "--preset", "x.json")
                .wrong("--preset");
        Cli.run("master", mix, "-o", out, "--amount", "50").wrong("--amount");
        Cli.run("master", mix, "-o", out, "--assist", "pop", "--amount", "tone=120")
                .wrong("120");
        Cli.run("master", mix, "-o", out, "--assist", "pop", "--amount", "bass=20")
                .wrong("bass");
        assertThat(out).doesNotExist();
    }
}
