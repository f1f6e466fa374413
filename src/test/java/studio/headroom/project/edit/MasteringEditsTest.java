package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Span;
import studio.headroom.project.ToDo;

class MasteringEditsTest {
    private static final Media SOUND =
            new Media("reference1", "references/north-pier.wav", 2, 48_000, "North Pier.wav");

    private final Project song = after(
            Project.empty("Song", 48_000),
            InsertEdits.addToMastering("eq", 0),
            InsertEdits.addToMastering("compressor", 1),
            InsertEdits.addToMastering("limiter", 2));

    private static Project after(Project song, Edit... edits) {
        Project result = song;
        for (Edit edit : edits) {
            result = edit.apply(result);
        }
        return result;
    }

    private static List<String> ids(List<Insert> chain) {
        return chain.stream().map(Insert::id).toList();
    }

    @Test
    void anotherChainTakesOverTheIdsOfEffectsOfItsTypes() {
        List<Insert> other = List.of(
                Insert.create("preset-1", "compressor"), Insert.create("preset-2", "eq"), Insert.create("x", "eq"));
        Mastering changed =
                MasteringEdits.chain("Chain Warm", other).apply(song).mastering();

        List<String> old = ids(song.mastering().chain());
        assertThat(changed.chain()).extracting(Insert::type).containsExactly("compressor", "eq", "eq");
        assertThat(ids(changed.chain())).startsWith(old.get(1), old.get(0)).doesNotHaveDuplicates();
        assertThat(old).doesNotContain(ids(changed.chain()).get(2));
    }

    @Test
    void aSlotKeepsItsChainWhileAnotherIsWorkedOn() {
        Project inB = after(song, MasteringEdits.slot("B"));
        assertThat(inB.mastering().chain()).isEqualTo(song.mastering().chain());

        String limiter = song.mastering().chain().getLast().id();
        Project changed = after(inB, InsertEdits.remove(limiter));
        Project back = after(changed, MasteringEdits.slot("A"));

        assertThat(back.mastering().chain()).isEqualTo(song.mastering().chain());
        assertThat(back.mastering().slots().get("B"))
                .isEqualTo(changed.mastering().chain());
        assertThat(after(back, MasteringEdits.slot("B")).mastering()).isEqualTo(changed.mastering());
    }

    @Test
    void theSameSlotAgainChangesNothing() {
        assertThat(MasteringEdits.slot("A").apply(song)).isEqualTo(song);
        assertThatThrownBy(() -> MasteringEdits.slot("E").apply(song)).isInstanceOf(InvalidProjectException.class);
    }

    @Test
    void aNewEffectGetsNoIdThatAKeptChainHas() {
        Project inB = after(song, MasteringEdits.slot("B"), MasteringEdits.chain("Empty", List.of()));
        Project added = after(inB, InsertEdits.addToMastering("clipper", 0));

        assertThat(ids(added.mastering().slots().get("A")))
                .doesNotContainAnyElementsOf(ids(added.mastering().chain()));
    }

    @Test
    void aKeptChainComesBackUnderOtherIdsWhereTheSongUsesItsOwnByNow() {
        String taken = song.mastering().chain().getFirst().id();
        Project clash = after(song, MasteringEdits.slot("B"), MasteringEdits.chain("Empty", List.of()))
                .withMaster(song.master().withInserts(List.of(Insert.create(taken, "eq"))));

        Mastering back = MasteringEdits.slot("A").apply(clash).mastering();

        assertThat(ids(back.chain())).hasSize(3).doesNotContain(taken).doesNotHaveDuplicates();
    }

    @Test
    void aCopyIsKeptInAnotherSlotWithoutLeavingThePresentOne() {
        Mastering copied = MasteringEdits.copyToSlot("C").apply(song).mastering();

        assertThat(copied.slot()).isEqualTo("A");
        assertThat(copied.slots()).containsOnlyKeys("C");
        assertThat(copied.slots().get("C")).isEqualTo(copied.chain());
    }

    @Test
    void referencesAreAddedNamedCutAndRemoved() {
        Project one = after(
                song,
                MasteringEdits.addReference(SOUND, "North Pier"),
                MasteringEdits.renameReference("reference1", "Pier"),
                MasteringEdits.referenceRegion("reference1", new Span(100, 2_000)));

        assertThat(one.mastering().references()).containsExactly(new Reference(SOUND, "Pier", new Span(100, 2_000)));
        assertThat(after(one, MasteringEdits.removeReference("reference1")).mastering())
                .isEqualTo(song.mastering());
        assertThatThrownBy(() -> MasteringEdits.referenceRegion("reference1", new Span(0, 48_001))
                        .apply(one))
                .isInstanceOf(InvalidProjectException.class);
        assertThatThrownBy(() -> MasteringEdits.addReference(SOUND, "Again").apply(one))
                .isInstanceOf(InvalidProjectException.class);
    }

    @Test
    void notesToTheMixAreWrittenChangedDoneAndRemoved() {
        Project two = after(
                song,
                MasteringEdits.addToDo(96_000, "Bass masks the kick"),
                MasteringEdits.addToDo(480_000, "Breath before the bridge"),
                MasteringEdits.finishToDo("todo1", true),
                MasteringEdits.changeToDo("todo2", "Loud breath before the bridge"));

        assertThat(two.mastering().toDos())
                .containsExactly(
                        new ToDo("todo1", 96_000, "Bass masks the kick", true),
                        new ToDo("todo2", 480_000, "Loud breath before the bridge", false));
        assertThat(after(two, MasteringEdits.removeToDo("todo1")).mastering().toDos())
                .extracting(ToDo::id)
                .containsExactly("todo2");
        assertThatThrownBy(() -> MasteringEdits.finishToDo("todo9", true).apply(two))
                .isInstanceOf(InvalidProjectException.class);
    }

    @Test
    void printsAreChosenAndKept() {
        Project kept = after(song, MasteringEdits.print("Song 1.wav"), MasteringEdits.keep("Song 1.wav", true));

        assertThat(kept.mastering().print()).isEqualTo("Song 1.wav");
        assertThat(kept.mastering().kept()).containsExactly("Song 1.wav");
        assertThat(after(kept, MasteringEdits.keep("Song 1.wav", false))
                        .mastering()
                        .kept())
                .isEmpty();
    }
}
