package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;

class StripEditsTest extends EditsSong {
    // Strips

    @Test
    void newPartsGetTheNextFreeNumber() {
        assertThat(Ids.next(SONG, Ids.STRIP)).isEqualTo("strip5");
        assertThat(Ids.next(SONG, Ids.INSERT)).isEqualTo("insert1");
        Project strange = SONG.withStrips(List.of(
                Strip.create(Kind.BUS, "strip", "a"),
                Strip.create(Kind.BUS, "strip9x", "b"),
                Strip.create(Kind.BUS, "strip99999999999999999999", "c"),
                Strip.create(Kind.BUS, "strip07", "d")));
        assertThat(Ids.next(strange, Ids.STRIP)).isEqualTo("strip8");
    }

    @Test
    void stripsAreAddedWhereAsked() {
        Project after = StripEdits.add(Kind.TRACK, "Snare", 1).apply(SONG);
        assertThat(after.strips()).extracting(Strip::name).containsExactly("Kick", "Snare", "Bass", "Drums", "Hall");
        assertThat(after.strips().get(1)).isEqualTo(Strip.create(Kind.TRACK, "strip5", "Snare"));
        assertThat(StripEdits.add(Kind.BUS, "X", 99)
                        .apply(SONG)
                        .strips()
                        .getLast()
                        .name())
                .isEqualTo("X");
    }

    @Test
    void removingAStripRemovesWhatLeadsToIt() {
        Project wired = apply(
                SONG,
                StripEdits.output("strip1", "strip3"),
                SendEdits.add("strip1", "strip3"),
                SendEdits.add("strip1", "strip4"),
                LaneEdits.add("send1", StripControls.SEND_LEVEL, new Point(0, -6, Shape.HOLD)),
                LaneEdits.add("send2", StripControls.SEND_LEVEL, new Point(0, -6, Shape.HOLD)));
        Project after = StripEdits.delete("strip3").apply(wired);
        assertThat(after.strips()).extracting(Strip::id).containsExactly("strip1", "strip2", "strip4");
        Strip kick = after.strips().getFirst();
        assertThat(kick.output()).isNull();
        assertThat(kick.sends()).extracting(s -> s.id()).containsExactly("send2");
        assertThat(kick.automation()).extracting(Lane::owner).containsExactly("send2");
    }

    @Test
    void whatFedABusFeedsWhatTheBusFed() {
        Project nested = apply(
                SONG,
                StripEdits.add(Strip.Kind.BUS, "Band", 9),
                StripEdits.output("strip3", "strip5"),
                StripEdits.output("strip1", "strip3"),
                StripEdits.output("strip2", "strip3"));
        Edit delete = StripEdits.delete("strip3");
        Project after = delete.apply(nested);
        assertThat(after.strip("strip1").orElseThrow().output()).isEqualTo("strip5");
        assertThat(after.strip("strip2").orElseThrow().output()).isEqualTo("strip5");
        assertThat(delete.nameIn(nested)).startsWith("Delete ");
        // In whatever order several go.
        Project without = StripEdits.delete(Set.of("strip3", "strip5")).apply(nested);
        assertThat(without.strips()).extracting(Strip::output).containsOnlyNulls();
        assertThat(without.strips()).extracting(Strip::id).containsExactly("strip1", "strip2", "strip4");
    }

    @Test
    void aNameIsOneLineThatCanBeRead() {
        assertThat(StripEdits.rename("strip1", " Kick\r\nIn\t2 ")
                        .apply(SONG)
                        .strips()
                        .getFirst()
                        .name())
                .isEqualTo("Kick In 2");
        for (String nothing : List.of("", "   ", "\n\t", "\u202E", "\u0007")) {
            assertThatThrownBy(() -> StripEdits.rename("strip1", nothing).apply(SONG))
                    .isInstanceOf(InvalidProjectException.class)
                    .hasMessageContaining("name");
        }
    }

    @Test
    void removingAKeySourceEndsTheListening() {
        Project wired = apply(
                SONG,
                InsertEdits.add("strip2", "compressor", 0),
                InsertEdits.add("master", "compressor", 0),
                InsertEdits.key("insert1", "strip1"),
                InsertEdits.key("insert2", "strip1"));
        Project after = StripEdits.delete("strip1").apply(wired);
        assertThat(after.strips().getFirst().inserts()).containsExactly(Insert.create("insert1", "compressor"));
        assertThat(after.master().inserts()).containsExactly(Insert.create("insert2", "compressor"));
    }

    @Test
    void theMasterStays() {
        for (Edit edit : List.of(
                StripEdits.delete("master"),
                StripEdits.reorder("master", 0),
                StripEdits.output("master", "strip3"),
                SendEdits.add("master", "strip4"))) {
            assertThatThrownBy(() -> edit.apply(SONG)).isInstanceOf(InvalidProjectException.class);
        }
        assertThat(StripEdits.rename("master", "Mix").apply(SONG).master().name())
                .isEqualTo("Mix");
    }

    @Test
    void stripsAreReordered() {
        assertThat(StripEdits.reorder("strip4", 0).apply(SONG).strips())
                .extracting(Strip::id)
                .containsExactly("strip4", "strip1", "strip2", "strip3");
        assertThat(StripEdits.reorder("strip1", 2).apply(SONG).strips())
                .extracting(Strip::id)
                .containsExactly("strip2", "strip3", "strip1", "strip4");
    }

    @Test
    void controlsAreClampedAndNamed() {
        Edit edit = StripEdits.set("strip1", StripControls.VOLUME, 99);
        assertThat(edit.name()).isEqualTo("Volume 6.0 dB");
        assertThat(edit.apply(SONG).strips().getFirst().controls().get(StripControls.VOLUME))
                .isEqualTo(6);
        assertThat(StripEdits.mute("strip1", true)
                        .apply(SONG)
                        .strips()
                        .getFirst()
                        .controls()
                        .isOn(StripControls.MUTE))
                .isTrue();
        assertThatThrownBy(() -> StripEdits.set("strip1", StripControls.SEND_LEVEL, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void soloIsClearedEverywhere() {
        Project after =
                apply(SONG, StripEdits.solo("strip1", true), StripEdits.solo("strip4", true), StripEdits.clearSolo());
        assertThat(after).isEqualTo(SONG);
    }

    @Test
    void routesThatWouldRunInACircleAreRefusedWithTheReason() {
        Project wired = apply(SONG, StripEdits.output("strip4", "strip3"));
        assertThatThrownBy(() -> SendEdits.add("strip3", "strip4").apply(wired))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("'Drums' cannot send to 'Hall'");
        assertThatThrownBy(() -> StripEdits.output("strip1", "strip2").apply(SONG))
                .hasMessageContaining("it is no bus");
        Project keyed = apply(SONG, StripEdits.output("strip1", "strip3"), InsertEdits.add("strip1", "compressor", 0));
        assertThatThrownBy(() -> InsertEdits.key("insert1", "strip3").apply(keyed))
                .hasMessageContaining("circle");
    }

    // Effects

    @Test
    void effectsMoveWithTheirAutomation() {
        Project wired = apply(
                SONG,
                InsertEdits.add("strip1", "eq", 0),
                InsertEdits.add("strip1", "compressor", 1),
                LaneEdits.add("insert1", StripControls.BYPASS, new Point(5, 1, Shape.HOLD)));
        Project within = InsertEdits.move("insert1", "strip1", 1).apply(wired);
        assertThat(within.strips().get(0).inserts()).extracting(Insert::id).containsExactly("insert2", "insert1");
        assertThat(within.strips().get(0).automation()).hasSize(1);
        Project across = InsertEdits.move("insert1", "master", 0).apply(wired);
        assertThat(across.strips().get(0).inserts()).extracting(Insert::id).containsExactly("insert2");
        assertThat(across.strips().get(0).automation()).isEmpty();
        assertThat(across.master().inserts()).extracting(Insert::id).containsExactly("insert1");
        assertThat(across.master().lane("insert1", "bypass")).isPresent();
    }

    @Test
    void aKeyThatWouldMakeACircleIsDroppedByAMove() {
        Project wired = apply(
                SONG,
                StripEdits.output("strip1", "strip3"),
                InsertEdits.add("strip2", "compressor", 0),
                InsertEdits.key("insert1", "strip3"));
        Insert moved = InsertEdits.move("insert1", "strip1", 0)
                .apply(wired)
                .strips()
                .get(0)
                .inserts()
                .get(0);
        assertThat(moved.key()).isNull();
        Insert copied = InsertEdits.copy("insert1", "strip1", 0)
                .apply(wired)
                .strips()
                .get(0)
                .inserts()
                .get(0);
        assertThat(copied).isEqualTo(Insert.create("insert2", "compressor"));
    }

    @Test
    void copiesKeepValuesAndReplacementsDoNot() {
        Project wired = apply(SONG, InsertEdits.add("strip1", "eq", 0), InsertEdits.bypass("insert1", true));
        Project copied = InsertEdits.copy("insert1", "strip2", 0).apply(wired);
        assertThat(copied.strips().get(1).inserts()).singleElement().satisfies(insert -> {
            assertThat(insert.id()).isEqualTo("insert2");
            assertThat(insert.bypassed()).isTrue();
        });
        Project replaced = apply(
                wired,
                LaneEdits.add("insert1", StripControls.BYPASS, new Point(5, 1, Shape.HOLD)),
                InsertEdits.replace("insert1", "compressor"));
        assertThat(replaced.strips().get(0).inserts()).containsExactly(Insert.create("insert2", "compressor"));
        assertThat(replaced.strips().get(0).automation()).isEmpty();
    }

    @Test
    void presetsLeaveTheBypassAlone() {
        Values preset = Values.INITIAL.with(StripControls.TRIM, 3);
        Project after = apply(
                SONG,
                InsertEdits.add("strip1", "eq", 0),
                InsertEdits.bypass("insert1", true),
                InsertEdits.values("insert1", preset));
        Insert insert = after.strips().get(0).inserts().get(0);
        assertThat(insert.bypassed()).isTrue();
        assertThat(insert.values().get(StripControls.TRIM)).isEqualTo(3);
    }

    @Test
    void theMasteringChainIsEditedLikeAStrip() {
        Project after = apply(
                SONG,
                InsertEdits.addToMastering("eq", 0),
                InsertEdits.addToMastering("true-peak-limiter", 1),
                InsertEdits.addToMastering("compressor", 2),
                InsertEdits.moveInMastering("insert3", 0),
                InsertEdits.bypass("insert1", true),
                InsertEdits.replace("insert2", "gain"),
                InsertEdits.remove("insert3"));
        assertThat(after.mastering().chain()).extracting(Insert::type).containsExactly("eq", "gain");
        assertThat(after.mastering().chain().getFirst().bypassed()).isTrue();
    }
}
