package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.project.StripPresets;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;

/// What lies in the slots of strips: effects and sends, and presets of both.
class StripSlotsTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;

    @AfterEach
    void close() {
        song.close();
    }

    @Test
    void sendsCarryLetterColorAndNameOfTheirReturn() {
        mixer.actions().addSend("lead-vox", "hall");
        SendModel send = song.strip("lead-vox").sends().getFirst();
        assertThat(send.letter()).isEqualTo("A");
        assertThat(send.color().id()).isEqualTo("blue");
        assertThat(send.level().name()).isEqualTo("Lead Vox send to Hall");
        MixerSong.drag(send.level(), -18.5);
        assertThat(song.strip("lead-vox").sends().getFirst().level().text()).isEqualTo("−18.5 dB");
        mixer.showSendsOnFaders("hall");
        assertThat(song.strip("lead-vox").sendTo("hall")).contains(send);
        mixer.actions().delete("hall");
        assertThat(mixer.sendsOnFaders().get()).isNull();
        assertThat(song.strip("lead-vox").sends()).isEmpty();
    }

    @Test
    void aNewReturnIsMadeAndSentToInOneStep() {
        mixer.actions().sendToNewReturn("bass");
        assertThat(song.history.steps()).hasSize(1);
        assertThat(song.strip("bass").sends().getFirst().targetName()).isEqualTo("Return 2");
        song.history.undo();
        assertThat(song.song()).isEqualTo(MixerSong.band());
    }

    @Test
    void effectsAreDroppedWhereTheLineStood() {
        for (String type : List.of("eq", "compressor", "gate")) {
            mixer.actions().addInsert("kick", type, 9);
        }
        List<String> ids = inserts("kick");
        mixer.actions().dropInsert(ids.get(0), "kick", 2, false);
        assertThat(types("kick")).containsExactly("compressor", "eq", "gate");
        mixer.actions().dropInsert(ids.get(2), "kick", 0, false);
        assertThat(types("kick")).containsExactly("gate", "compressor", "eq");
        int steps = song.history.steps().size();
        mixer.actions().dropInsert(ids.get(2), "kick", 1, false);
        assertThat(song.history.steps()).hasSize(steps);
        mixer.actions().dropInsert(ids.get(2), "bass", 0, false);
        mixer.actions().dropInsert(ids.get(0), "bass", 0, true);
        assertThat(types("kick")).containsExactly("compressor", "eq");
        assertThat(types("bass")).containsExactly("eq", "gate");
    }

    private List<String> inserts(String strip) {
        return song.strip(strip).inserts().stream().map(InsertModel::id).toList();
    }

    private List<String> types(String strip) {
        return song.strip(strip).inserts().stream()
                .map(insert -> insert.insert().type())
                .toList();
    }

    @Test
    void bypassIsAStepThatUndoTakesBack() {
        mixer.actions().addInsert("kick", "eq", 0);
        InsertModel eq = song.strip("kick").inserts().getFirst();
        eq.bypass().set(1);
        assertThat(eq.isOn()).isFalse();
        assertThat(song.history.undoName().get()).startsWith("Bypass Kick");
        song.history.undo();
        assertThat(eq.isOn()).isTrue();
    }

    // ---- presets of strips ----

    @Test
    void aStripPresetBringsEffectsAndSendsByTheNameOfTheReturn(@TempDir Path folder) {
        List<String> failures = new ArrayList<>();
        song.history.apply(InsertEdits.add("kick", "compressor", 0));
        song.history.apply(SendEdits.add("kick", "hall"));
        song.history.apply(StripEdits.set("kick", StripControls.VOLUME, -7));
        mixer.presetsIn(new StripPresets(folder), failures::add);
        PresetActions presets = mixer.presets().orElseThrow();
        presets.save("kick", "Tight");
        assertThat(presets.names()).containsExactly("Tight");
        presets.load("bass", "Tight");
        var bass = song.song().strip("bass").orElseThrow();
        assertThat(bass.inserts()).extracting(insert -> insert.type()).containsExactly("compressor");
        assertThat(bass.sends()).extracting(send -> send.target()).containsExactly("hall");
        assertThat(song.volume("bass")).as("the level stays").isZero();
        assertThat(song.history.steps().getFirst()).isEqualTo("Strip preset “Tight”");

        try (MixerSong other = MixerSong.ofBand()) {
            other.history.apply(StripEdits.delete("hall"));
            other.mixer.presetsIn(new StripPresets(folder), failures::add);
            other.mixer.presets().orElseThrow().load("snare", "Tight");
            var snare = other.song().strip("snare").orElseThrow();
            assertThat(snare.inserts()).hasSize(1);
            assertThat(snare.sends()).as("there is no Hall").isEmpty();
        }
        assertThat(failures).isEmpty();
        presets.save("kick", "a/b");
        assertThat(failures).singleElement().asString().contains("a/b");
        presets.delete("Tight");
        assertThat(presets.names()).isEmpty();
    }
}
