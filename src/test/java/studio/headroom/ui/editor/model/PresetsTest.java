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
}
