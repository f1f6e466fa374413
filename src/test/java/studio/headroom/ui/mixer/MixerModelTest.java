package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Project;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.model.ControlModel;

class MixerModelTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;

    @AfterEach
    void close() {
        song.close();
    }

    private List<String> shown() {
        return mixer.strips().get().stream().map(StripModel::name).toList();
    }

    // ---- order ----

    @Test
    void tracksComeBeforeBusesAndBusesBeforeReturns() {
        assertThat(shown()).containsExactly("Kick", "Snare", "Bass", "Lead Vox", "Drums", "Hall");
        assertThat(mixer.master().get().name()).isEqualTo("Master");
        assertThat(song.strip("kick").route()).isEqualTo("1 → Drums");
        assertThat(song.strip("bass").route()).isEqualTo("3 → Mix");
        assertThat(song.strip("hall").route()).isEqualTo("→ Mix");
        song.strip("bass").polarity().set(1);
        assertThat(song.strip("bass").route()).isEqualTo("3 Ø → Mix");
    }

    @Test
    void hiddenStripsAreNotShownUntilAllAre() {
        mixer.actions().hide("snare");
        assertThat(shown()).doesNotContain("Snare");
        assertThat(mixer.hiddenCount()).isEqualTo(1);
        mixer.actions().showAll();
        assertThat(shown()).contains("Snare");
    }

    @Test
    void newStripsStandBehindTheirKindAndAreSelected() {
        mixer.actions().add(Kind.TRACK);
        mixer.actions().add(Kind.RETURN);
        mixer.actions().add(Kind.BUS);
        assertThat(shown())
                .containsExactly("Kick", "Snare", "Bass", "Lead Vox", "Track 5", "Drums", "Bus 2", "Hall", "Return 2");
        assertThat(mixer.focus().map(StripModel::name)).contains("Bus 2");
        assertThat(song.history.steps()).hasSize(3);
    }

    @Test
    void aStripThatIsDraggedStandsWhereItWasDropped() {
        mixer.actions().reorder("lead-vox", "snare");
        assertThat(shown()).startsWith("Kick", "Lead Vox", "Snare", "Bass");
        mixer.actions().reorderToEnd("kick");
        assertThat(shown()).startsWith("Lead Vox", "Snare", "Bass", "Kick", "Drums");
    }

    @Test
    void whatIsSelectedIsDraggedTogether() {
        song.session.selection().strips(List.of("lead-vox", "kick", "hall"));
        mixer.actions().reorder("kick", "bass");
        assertThat(shown()).containsExactly("Snare", "Kick", "Lead Vox", "Bass", "Drums", "Hall");
        assertThat(song.history.steps()).hasSize(1);
        mixer.actions().reorderToEnd("kick");
        assertThat(shown()).startsWith("Snare", "Bass", "Kick", "Lead Vox", "Drums");
        mixer.actions().reorder("kick", "lead-vox");
        assertThat(song.history.steps()).as("dropped on itself").hasSize(2);
    }

    @Test
    void stripsThatAreDraggedGoIntoTheFolderOfTheirNeighbors() {
        song.session.selection().strips(List.of("kick", "snare"));
        mixer.folderActions().create("kick");
        song.session.selection().strips(List.of("bass", "lead-vox"));
        mixer.actions().reorder("bass", "snare");
        assertThat(shown()).startsWith("Kick", "Bass", "Lead Vox", "Snare");
        assertThat(mixer.folders().get().getFirst().strips()).hasSize(4);
        song.session.selection().strips(List.of("kick", "bass"));
        mixer.actions().reorderToEnd("bass");
        assertThat(shown()).startsWith("Lead Vox", "Snare", "Kick", "Bass", "Drums");
        assertThat(mixer.folders().get().getFirst().strips())
                .as("they still touch it")
                .hasSize(4);
    }

    @Test
    void renamingGivesControlsTheirNewNames() {
        mixer.actions().rename("bass", " Low End ");
        assertThat(song.strip("bass").volume().name()).isEqualTo("Low End volume");
        mixer.actions().rename("bass", "  ");
        assertThat(song.strip("bass").name()).isEqualTo("Low End");
    }

    // ---- selection ----

    @Test
    void aClickSelectsOneControlMoreAndShiftARange() {
        mixer.select("kick", false, false);
        mixer.select("bass", true, false);
        assertThat(song.session.selection().strips().get()).containsExactly("kick", "snare", "bass");
        mixer.select("snare", false, true);
        assertThat(song.session.selection().strips().get()).containsExactly("kick", "bass");
        mixer.select("hall", false, false);
        assertThat(song.session.selection().strips().get()).containsExactly("hall");
        assertThat(song.strip("hall").selected()).isTrue();
        assertThat(song.strip("kick").selected()).isFalse();
    }

    @Test
    void arrowsGoThroughWhatIsShownUpToTheMaster() {
        mixer.actions().hide("snare");
        mixer.select("kick", false, false);
        mixer.selectNeighbor(1);
        assertThat(mixer.focus().map(StripModel::name)).contains("Bass");
        for (int i = 0; i < 9; i++) {
            mixer.selectNeighbor(1);
        }
        assertThat(mixer.focus().map(StripModel::name)).contains("Master");
        mixer.selectNeighbor(-1);
        assertThat(mixer.focus().map(StripModel::name)).contains("Hall");
    }

    // ---- moves ----

    @Test
    void aDragIsOneStepNamedAfterItsEndAndUndoneToTheByte() {
        byte[] before = song.bytes(song.song());
        MixerSong.drag(song.strip("kick").volume(), -1, -4, -6.2);
        assertThat(song.history.steps()).hasSize(1);
        assertThat(song.history.undoName().get()).isEqualTo("Kick volume −6.2 dB");
        assertThat(song.volume("kick")).isEqualTo(-6.2);
        song.history.undo();
        assertThat(song.bytes(song.song())).isEqualTo(before);
        assertThat(song.strip("kick").volume().value()).isZero();
    }

    @Test
    void aClickOnAFaderIsNoStep() {
        MixerSong.drag(song.strip("kick").volume());
        assertThat(song.history.steps()).isEmpty();
    }

    @Test
    void aDragThatIsGivenUpLeavesNothing() {
        ControlModel volume = song.strip("kick").volume();
        volume.begin();
        volume.move(-12);
        volume.cancel();
        assertThat(song.history.steps()).isEmpty();
        assertThat(song.volume("kick")).isZero();
        assertThat(volume.value()).isZero();
    }

    @Test
    void aMoveOfOneMovesAllThatAreSelectedByAsMuch() {
        song.history.apply(StripEdits.set("snare", StripControls.VOLUME, -6));
        mixer.select("kick", false, false);
        mixer.select("snare", false, true);
        MixerSong.drag(song.strip("kick").volume(), -1, -3);
        assertThat(song.volume("kick")).isCloseTo(-3, within(1e-9));
        assertThat(song.volume("snare")).isCloseTo(-9, within(1e-9));
        assertThat(song.volume("bass")).isZero();
        assertThat(song.strip("snare").volume().value()).isCloseTo(-9, within(1e-9));
        assertThat(song.history.steps()).hasSize(2);
        MixerSong.drag(song.strip("bass").volume(), -2);
        assertThat(song.volume("kick")).isCloseTo(-3, within(1e-9));
    }

    @Test
    void whoStopsAtTheTopShowsWhereItReallyStands() {
        song.history.apply(StripEdits.set("snare", StripControls.VOLUME, 5));
        mixer.select("kick", false, false);
        mixer.select("snare", false, true);
        MixerSong.drag(song.strip("kick").volume(), 4);
        assertThat(song.volume("kick")).isCloseTo(1, within(1e-9));
        assertThat(song.strip("kick").volume().value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void groupsMoveTogetherUnlessOneIsMovedAlone() {
        song.history.apply(GroupEdits.create("Low", Set.of("kick", "bass")));
        MixerSong.drag(song.strip("bass").volume(), -5);
        assertThat(song.volume("kick")).isCloseTo(-5, within(1e-9));
        mixer.setAlone(true);
        MixerSong.drag(song.strip("bass").volume(), -8);
        mixer.setAlone(false);
        assertThat(song.volume("kick")).isCloseTo(-5, within(1e-9));
        assertThat(song.volume("bass")).isCloseTo(-8, within(1e-9));
        song.strip("kick").mute().set(1);
        assertThat(song.strip("bass").mute().isOn()).isTrue();
    }

    // ---- solo ----

    @Test
    void soloSilencesWhatDoesNotPassItAndShowsIt() {
        song.history.apply(SendEdits.add("kick", "hall"));
        song.strip("kick").solo().set(1);
        assertThat(song.strip("bass").silentBySolo()).isTrue();
        assertThat(song.strip("snare").silentBySolo()).isTrue();
        assertThat(song.strip("kick").silentBySolo()).isFalse();
        assertThat(song.strip("drums").silentBySolo()).isFalse();
        assertThat(song.strip("hall").silentBySolo()).isFalse();
        assertThat(song.strip("bass").mute().isOn()).isFalse();
    }

    @Test
    void aSoloedBusIsHeardWithWhatPlaysIntoIt() {
        song.strip("drums").solo().set(1);
        assertThat(song.strip("kick").silentBySolo()).isFalse();
        assertThat(song.strip("snare").silentBySolo()).isFalse();
        assertThat(song.strip("bass").silentBySolo()).isTrue();
    }

    @Test
    void clearedSolosComeBack() {
        song.strip("kick").solo().set(1);
        song.strip("bass").solo().set(1);
        mixer.solos().only("snare");
        assertThat(StripEdits.soloed(song.song())).containsExactly("snare");
        mixer.solos().only("snare");
        assertThat(mixer.solos().any()).isFalse();
        assertThat(mixer.solos().canRepeat()).isTrue();
        mixer.solos().toggle();
        assertThat(StripEdits.soloed(song.song())).containsExactly("snare");
        assertThat(song.strip("snare").solo().isOn()).isTrue();
    }

    // ---- deleting ----

    @Test
    void whatIsSelectedIsDeletedInOneStepButTheMasterStays() {
        byte[] before = song.bytes(song.song());
        String master = song.song().master().id();
        mixer.select("drums", false, false);
        mixer.select("bass", false, true);
        mixer.select(master, false, true);
        assertThat(mixer.actions().canDelete()).isTrue();
        mixer.actions().deleteSelected();
        assertThat(shown()).containsExactly("Kick", "Snare", "Lead Vox", "Hall");
        assertThat(song.song().strip("kick").orElseThrow().output()).isNull();
        assertThat(song.history.steps()).containsExactly("Delete Bass and Drums");
        song.history.undo();
        assertThat(song.bytes(song.song())).isEqualTo(before);
        mixer.select(master, false, false);
        assertThat(mixer.actions().canDelete()).isFalse();
        mixer.actions().deleteSelected();
        mixer.actions().delete(master);
        assertThat(song.history.steps()).isEmpty();
        assertThat(song.refusals).isEmpty();
    }

    @Test
    void whatIsNotPossibleIsToldAndChangesNothing() {
        song.history.apply(InsertEdits.add("kick", "eq", 0));
        Project before = song.song();
        mixer.actions().output("drums", "drums");
        assertThat(song.refusals).hasSize(1);
        assertThat(song.song()).isSameAs(before);
    }
}
