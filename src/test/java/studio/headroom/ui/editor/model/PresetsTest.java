package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.files.FileException;
import studio.headroom.param.Values;

class PresetsTest {
    private final EffectType gate = Catalogue.find("gate").orElseThrow();
    private final Values values = Values.of(Map.of("threshold", -33.5, "hold", 80.0));

    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsThereAgain() throws IOException {
        Presets presets = new Presets(folder.resolve("not yet"));
        assertThat(presets.own(gate)).isEmpty();
        presets.save(gate, "Snare – tight", values);
        assertThat(new Presets(folder.resolve("not yet")).own(gate))
                .containsExactly(new Presets.Preset("Snare – tight", values, true));
        presets.delete(gate, "Snare – tight");
        assertThat(presets.own(gate)).isEmpty();
    }

    @Test
    void aBrokenFileHidesNoOther() throws IOException {
        Presets presets = new Presets(folder);
        presets.save(gate, "Good", values);
        Files.writeString(folder.resolve("gate/Bad.json"), "{");
        Files.writeString(folder.resolve("gate/notes.txt"), "hello");
        assertThat(presets.own(gate)).extracting(Presets.Preset::name).containsExactly("Good");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        Presets presets = new Presets(folder);
        for (String name : new String[] {"", "  ", "../x", "a/b", ".hidden", "a:b"}) {
            assertThatThrownBy(() -> presets.save(gate, name, values))
                    .as(name)
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining("cannot be the name");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneIsRenamedButNeverOverAnother() throws IOException {
        Presets presets = new Presets(folder);
        presets.save(gate, "A", values);
        presets.save(gate, "B", Values.INITIAL);
        presets.rename(gate, "A", "C");
        presets.rename(gate, "C", "C");
        assertThat(presets.own(gate)).extracting(Presets.Preset::name).containsExactly("B", "C");
        assertThatThrownBy(() -> presets.rename(gate, "C", "B"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> presets.rename(gate, "C", "../C")).isInstanceOf(FileException.class);
        assertThatThrownBy(() -> presets.rename(gate, "gone", "D")).isInstanceOf(FileException.class);
        assertThat(presets.own(gate)).extracting(Presets.Preset::values).containsExactly(Values.INITIAL, values);
    }

    @Test
    void hostileFilesAreLeftOutOrMadeHarmless() throws IOException {
        Presets presets = new Presets(folder);
        presets.save(gate, "Good", values);
        Path place = folder.resolve("gate");
        Files.createDirectory(place.resolve("folder.json"));
        Files.writeString(place.resolve("huge.json"), " ".repeat(2 << 20));
        Files.writeString(place.resolve("deep.json"), "[".repeat(100_000));
        String head =
                "{\"format\": \"headroom-chain\", \"formatVersion\": 1, \"chain\": [{\"type\": \"gate\", \"values\": ";
        Files.writeString(place.resolve("wild.json"), head + "{\"threshold\": 1e300, \"nothing\": 5}}]}");
        Files.writeString(place.resolve("none.json"), head + "{\"threshold\": NaN}}]}");
        Values most =
                Values.INITIAL.with(gate.params().get(gate.params().indexOf("threshold")), Double.POSITIVE_INFINITY);
        assertThat(presets.own(gate))
                .containsExactly(new Presets.Preset("Good", values, true), new Presets.Preset("wild", most, true));
    }

    @Test
    void aFolderOfThousandsIsReadInPart() throws IOException {
        Presets presets = new Presets(folder);
        presets.save(gate, "one", values);
        Path one = folder.resolve("gate/one.json");
        for (int i = 0; i < 1000; i++) {
            Files.copy(one, folder.resolve("gate/p" + i + ".json"));
        }
        assertThat(presets.own(gate)).hasSize(500);
    }
}
