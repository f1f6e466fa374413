package studio.headroom.ui.editor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.effects.Catalogue;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.EditorSong;

class ChainModelTest {
    private final EditorSong song = new EditorSong();
    private final ChainModel voice = ChainModel.of(song.history, EditorSong.id("eq"));
    private final ChainModel mastering = ChainModel.of(song.history, "m-1");

    private static List<String> types(ChainModel chain) {
        return chain.inserts().stream().map(Insert::type).toList();
    }

    @Test
    void theChainSaysWhoseItIs() {
        assertThat(voice.owner()).isEqualTo("Lead Vox");
        assertThat(voice.place()).startsWith("Track 1 → ");
        assertThat(mastering.owner()).isEqualTo("Mastering");
        assertThat(mastering.isMastering()).isTrue();
    }

    @Test
    void anEffectIsAddedAtTheEnd() {
        String id = voice.add(Catalogue.find("gate").orElseThrow()).orElseThrow();
        assertThat(voice.inserts().getLast().id()).isEqualTo(id);
        assertThat(types(voice)).endsWith("gate");
        assertThat(mastering.add(Catalogue.find("limiter").orElseThrow())).isPresent();
        assertThat(types(mastering)).containsExactly("eq", "limiter");
    }

    @Test
    void movingAndSwitchingAreOneStepEach() {
        Project before = song.history.current();
        voice.move(EditorSong.id("compressor"), 0);
        assertThat(types(voice)).startsWith("compressor", "eq", "gate");
        voice.turn(voice.inserts().getFirst());
        assertThat(voice.inserts().getFirst().bypassed()).isTrue();
        assertThat(song.history.steps()).hasSize(2);
        song.history.undo();
        song.history.undo();
        assertThat(song.history.current()).isEqualTo(before);
    }

    @Test
    void aCopyHasItsOwnIdAndTheSameSettings() {
        voice.copy(EditorSong.id("gate"), 0);
        assertThat(types(voice)).startsWith("gate", "eq", "compressor", "gate");
        assertThat(voice.inserts().getFirst().id()).isNotEqualTo(EditorSong.id("gate"));
        mastering.copy("m-1", 1);
        assertThat(types(mastering)).containsExactly("eq", "eq");
        assertThat(mastering.inserts()).extracting(Insert::id).doesNotHaveDuplicates();
        assertThat(song.history.steps()).hasSize(2);
    }

    @Test
    void anEffectThatThisVersionDoesNotKnowKeepsItsName() {
        Insert strange = Insert.create("x", "theremin");
        assertThat(ChainModel.name(strange)).isEqualTo("theremin");
        assertThat(ChainModel.isKnown(strange)).isFalse();
    }
}
