package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.automation.Address;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.editor.EditorSong;
import studio.headroom.ui.model.ControlModel;

class EditorModelTest {
    private final EditorSong song = new EditorSong();

    private EditorModel editor(String type) {
        return new EditorModel(song.history, song, EditorSong.id(type), new EditorMemory());
    }

    private Values values(String type) {
        return song.history.current().strip("s-1").orElseThrow().inserts().stream()
                .filter(insert -> insert.type().equals(type))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void everyControlOfEveryEffectHasANameAndAnExplanation() {
        for (EffectType type : Catalogue.types()) {
            EditorModel editor = editor(type.id());
            assertThat(editor.controls()).hasSize(type.params().size());
            for (ControlModel control : editor.controls()) {
                assertThat(control.explanation()).as(control.name()).endsWith(".");
                assertThat(control.name()).startsWith("Lead Vox ");
            }
            editor.close();
        }
    }

    @Test
    void everyControlIsInExactlyOneSection() {
        for (EffectType type : Catalogue.types()) {
            List<String> ids = new ArrayList<>();
            for (ControlSection section : ControlSection.of(type)) {
                ids.addAll(section.knobs());
                ids.addAll(section.rows());
            }
            assertThat(ids)
                    .as(type.id())
                    .containsExactlyInAnyOrderElementsOf(
                            type.params().params().stream().map(Param::id).toList());
        }
    }

    @Test
    void aGestureIsOneStepWithTheNameOfWhatItDid() {
        Project before = song.history.current();
        EditorModel editor = editor("compressor");
        ControlModel threshold = editor.control("threshold");
        threshold.begin();
        threshold.move(-20);
        threshold.move(-24);
        threshold.move(-30);
        threshold.end();
        assertThat(song.history.steps()).containsExactly("Lead Vox compressor threshold \u221230.0 dB");
        assertThat(values("compressor").asMap()).containsEntry("threshold", -30.0);
        song.history.undo();
        assertThat(song.history.current()).isEqualTo(before);
        assertThat(threshold.value()).isEqualTo(-18);
    }

    @Test
    void aGestureThatIsGivenUpLeavesNoStep() {
        Project before = song.history.current();
        ControlModel ratio = editor("compressor").control("ratio");
        ratio.begin();
        ratio.move(8);
        ratio.cancel();
        assertThat(song.history.current()).isEqualTo(before);
        assertThat(song.history.steps()).isEmpty();
        assertThat(ratio.value()).isEqualTo(3);
    }

    @Test
    void powerIsTheOppositeOfBypass() {
        EditorModel editor = editor("gate");
        assertThat(editor.power().isOn()).isTrue();
        editor.power().set(0);
        assertThat(values("gate").asMap()).containsEntry("bypass", 1.0);
        song.history.undo();
        assertThat(editor.power().isOn()).isTrue();
    }

    @Test
    void aAndBAreTwoSetsThatOneHearsInTurn() {
        EditorModel editor = editor("compressor");
        editor.control("threshold").set(-30);
        editor.copyToOther();
        assertThat(editor.sidesDiffer()).isFalse();
        editor.side().set(1);
        editor.control("threshold").set(-10);
        assertThat(editor.sidesDiffer()).isTrue();
        editor.side().set(0);
        assertThat(editor.control("threshold").value()).isEqualTo(-30);
        editor.side().set(1);
        assertThat(editor.control("threshold").value()).isEqualTo(-10);
    }

    @Test
    void theOtherSideOutlivesTheEditor() {
        EditorMemory memory = new EditorMemory();
        String id = EditorSong.id("compressor");
        EditorModel first = new EditorModel(song.history, song, id, memory);
        first.side().set(1);
        first.control("threshold").set(-10);
        first.close();
        EditorModel second = new EditorModel(song.history, song, id, memory);
        assertThat(second.side().value()).isEqualTo(1);
        second.side().set(0);
        assertThat(second.control("threshold").value()).isEqualTo(-18);
    }

    @Test
    void settingsSurviveTheClipboardForEveryEffect() {
        Random random = new Random(11);
        for (EffectType type : Catalogue.types()) {
            Values values = Values.INITIAL;
            for (Param param : type.params().params()) {
                values = values.with(param, param.range().plain(random.nextDouble()));
            }
            assertThat(SettingsText.read(type, SettingsText.write(type, values)))
                    .contains(values);
        }
        EffectType eq = Catalogue.find("eq").orElseThrow();
        EffectType gate = Catalogue.find("gate").orElseThrow();
        assertThat(SettingsText.read(gate, SettingsText.write(eq, Values.INITIAL)))
                .isEmpty();
        assertThat(SettingsText.read(eq, "a letter to a friend")).isEmpty();
        assertThat(SettingsText.read(eq, "headroom eq\nband1.gain = loud")).isEmpty();
    }

    @Test
    void aPresetSetsEverythingButTheBypass() {
        EditorModel editor = editor("compressor");
        editor.power().set(0);
        Presets.Preset preset = Presets.factory(editor.type()).getFirst();
        editor.apply(preset.values());
        assertThat(editor.power().isOn()).isFalse();
        assertThat(editor.settings()).isEqualTo(preset.values());
        assertThat(Presets.nameOf(Presets.factory(editor.type()), editor.settings()))
                .isEqualTo(preset.name());
    }

    @Test
    void anEffectOfTheMasteringChainIsEditedAlike() {
        EditorModel editor = new EditorModel(song.history, song, "m-1", new EditorMemory());
        editor.control("band1.gain").set(1);
        assertThat(song.history
                        .current()
                        .mastering()
                        .chain()
                        .getFirst()
                        .values()
                        .asMap())
                .containsEntry("band1.gain", 1.0);
        assertThat(editor.owner()).isEqualTo("Mastering");
        assertThat(editor.key()).isEmpty();
    }

    @Test
    void theKeyIsChosenAmongTheTracksThatMayBeIt() {
        EditorModel editor = editor("compressor");
        assertThat(editor.keyWords()).containsExactly("This track", "Kick");
        editor.key().orElseThrow().set(1);
        assertThat(song.history.current().strip("s-1").orElseThrow().inserts().stream()
                        .filter(insert -> insert.type().equals("compressor"))
                        .findFirst()
                        .orElseThrow()
                        .key())
                .isEqualTo("s-2");
        song.history.undo();
        assertThat(editor.key().orElseThrow().value()).isZero();
    }

    @Test
    void whatAutomationMovesSaysSoAndFollowsTheLane() {
        song.history.apply(new Edit(
                "lane",
                project -> project.withStrip(project.strip("s-1")
                        .orElseThrow()
                        .withAutomation(List.of(new Lane(
                                EditorSong.id("gate"),
                                "threshold",
                                true,
                                List.of(new Lane.Point(0, -50, Lane.Shape.LINEAR))))))));
        EditorModel editor = editor("gate");
        assertThat(editor.control("threshold").automated()).isTrue();
        assertThat(editor.control("range").automated()).isFalse();
        editor.followPlayhead();
        assertThat(editor.control("threshold").value()).isEqualTo(-50);
    }

    @Test
    void movesOfWhatAutomationTakesAreNoEdits() {
        List<String> heard = new ArrayList<>();
        InsertLink link = new InsertLink() {
            @Override
            public boolean takesMoves(Address address) {
                return true;
            }

            @Override
            public void touch(Address address, double value) {
                heard.add("touch " + address.paramId() + " " + value);
            }

            @Override
            public void move(Address address, double value) {
                heard.add("move " + value);
            }

            @Override
            public void release(Address address) {
                heard.add("release " + address.stripId());
            }
        };
        EditorModel editor = new EditorModel(song.history, link, EditorSong.id("gate"), new EditorMemory());
        editor.control("threshold").set(-20);
        assertThat(heard).containsExactly("touch threshold -40.0", "move -20.0", "release s-1");
        assertThat(song.history.steps()).isEmpty();
        editor.control("lookahead").set(2);
        assertThat(song.history.steps()).hasSize(1);
    }
}
