package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.output.OutputInfo;
import tools.jackson.databind.JsonNode;

class DevicesCommandTest {
    private static final OutputInfo NULL =
            new OutputInfo("null", "No sound", false, List.of(44_100, 48_000), List.of(16, 24), 2);

    private static String printed(OutputInfo... outputs) {
        StringWriter text = new StringWriter();
        try (PrintWriter writer = new PrintWriter(text)) {
            DevicesCommand.print(List.of(outputs), writer);
        }
        return text.toString().replace("\r\n", "\n");
    }

    @Test
    void theNullDeviceIsListedOnEveryMachine() {
        JsonNode devices = Cli.run("devices", "--json").json().get("devices");
        JsonNode last = devices.get(devices.size() - 1);
        assertThat(last.get("id").asString()).isEqualTo("null");
        assertThat(last.get("name").asString()).isNotEmpty();
        assertThat(last.get("default").asBoolean()).isFalse();
        assertThat(last.get("rates")).hasSize(6);
        assertThat(last.get("bits")).hasSize(3);
        assertThat(last.get("channels").asInt()).isEqualTo(2);
        assertThat(Cli.run("devices").done().out()).contains("null", "'file:OUT.wav'");
    }

    @Test
    void aTableSaysWhatEachTakes() {
        OutputInfo card = new OutputInfo("default", "System default", true, List.of(48_000), List.of(16, 32), 8);
        assertThat(printed(card, NULL)).isEqualTo("""
                default  System default
                           48000 Hz, 16/32 bit, 8 channels
                null     No sound
                           44100, 48000 Hz, 16/24 bit, 2 channels
                'file:OUT.wav' records what would be heard.
                """);
    }

    @Test
    void aMachineWithoutOutputsIsToldWhatIsLeft() {
        assertThat(printed(NULL)).contains("no sound output", "'null'", "'file:OUT.wav'");
    }
}
