package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.files.project.StripPresets;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.SnapshotEdits;
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

    private static void drag(ControlModel control, double... values) {
        control.begin();
        for (double value : values) {
            control.move(value);
        }
        control.end();
    }

    // ---- order ----

    @Test
    void tracksComeBeforeBusesAndBusesBeforeReturns() {
        assertThat(shown()).containsExactly("Kick", "Snare", "Bass", "Lead Vox", "Drums", "Hall");
        assertThat(mixer.master().get().name()).isEqualTo("Master");
        assertThat(song.strip("kick").route()).isEqualTo("1 → Drums");
        assertThat(song.strip("bass").route()).isEqualTo("3 → Mix");
        assertThat(song.strip("hall").route()).isEqualTo("→ Mix");
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
        drag(song.strip("kick").volume(), -1, -4, -6.2);
        assertThat(song.history.steps()).hasSize(1);
        assertThat(song.history.undoName().get()).isEqualTo("Kick volume −6.2 dB");
        assertThat(song.volume("kick")).isEqualTo(-6.2);
        song.history.undo();
        assertThat(song.bytes(song.song())).isEqualTo(before);
        assertThat(song.strip("kick").volume().value()).isZero();
    }

    @Test
    void aClickOnAFaderIsNoStep() {
        drag(song.strip("kick").volume());
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
        drag(song.strip("kick").volume(), -1, -3);
        assertThat(song.volume("kick")).isCloseTo(-3, within(1e-9));
        assertThat(song.volume("snare")).isCloseTo(-9, within(1e-9));
        assertThat(song.volume("bass")).isZero();
        assertThat(song.strip("snare").volume().value()).isCloseTo(-9, within(1e-9));
        assertThat(song.history.steps()).hasSize(2);
        drag(song.strip("bass").volume(), -2);
        assertThat(song.volume("kick")).isCloseTo(-3, within(1e-9));
    }

    @Test
    void whoStopsAtTheTopShowsWhereItReallyStands() {
        song.history.apply(StripEdits.set("snare", StripControls.VOLUME, 5));
        mixer.select("kick", false, false);
        mixer.select("snare", false, true);
        drag(song.strip("kick").volume(), 4);
        assertThat(song.volume("kick")).isCloseTo(1, within(1e-9));
        assertThat(song.strip("kick").volume().value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void groupsMoveTogetherUnlessOneIsMovedAlone() {
        song.history.apply(GroupEdits.create("Low", Set.of("kick", "bass")));
        drag(song.strip("bass").volume(), -5);
        assertThat(song.volume("kick")).isCloseTo(-5, within(1e-9));
        mixer.setAlone(true);
        drag(song.strip("bass").volume(), -8);
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

    // ---- slots ----

    @Test
    void sendsCarryLetterColorAndNameOfTheirReturn() {
        mixer.actions().addSend("lead-vox", "hall");
        SendModel send = song.strip("lead-vox").sends().getFirst();
        assertThat(send.letter()).isEqualTo("A");
        assertThat(send.color().id()).isEqualTo("blue");
        assertThat(send.level().name()).isEqualTo("Lead Vox send to Hall");
        drag(send.level(), -18.5);
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

    // ---- automation ----

    private void automate() {
        song.history.apply(LaneEdits.set(
                "kick",
                StripControls.VOLUME,
                List.of(new Point(0, 0, Shape.LINEAR), new Point(48_000, -20, Shape.LINEAR))));
    }

    @Test
    void anAutomatedFaderStandsWhereTheSongIs() {
        automate();
        ControlModel volume = song.strip("kick").volume();
        assertThat(volume.automated()).isTrue();
        assertThat(volume.value()).isZero();
        song.locate(48_000);
        assertThat(volume.value()).isCloseTo(-20, within(1e-9));
        song.strip("kick").mode().set(AutomationMode.OFF.ordinal());
        assertThat(volume.value()).isZero();
        assertThat(song.session.playback().mode("kick")).isEqualTo(AutomationMode.OFF);
    }

    @Test
    void aHandOnAnAutomatedFaderIsHeardAndIsNoStep() {
        automate();
        Project before = song.song();
        drag(song.strip("kick").volume(), -40);
        assertThat(song.song()).isSameAs(before);
        song.mixer.frame();
        assertThat(song.strip("kick").volume().value()).isEqualTo(-40);
    }

    @Test
    void aHandInReadIsToldOnceThatItsMoveIsLostAndStaysHollow() {
        automate();
        ControlModel volume = song.strip("kick").volume();
        drag(song.strip("bass").volume(), -3);
        assertThat(song.session.hints().words().get())
                .as("of what no automation moves")
                .isEmpty();
        drag(volume, -40);
        assertThat(song.session.hints().words().get()).contains("Touch or Latch");
        assertThat(volume.overridden()).as("the fader stands beside its lane").isTrue();
        song.session.hints().clear();
        drag(volume, -30);
        assertThat(song.session.hints().words().get()).as("once is enough").isEmpty();
        song.strip("kick").letGo();
        assertThat(volume.overridden()).isFalse();
    }

    @Test
    void aHandInTouchIsToldNothing() {
        automate();
        song.strip("kick").mode().set(AutomationMode.TOUCH.ordinal());
        drag(song.strip("kick").volume(), -40);
        assertThat(song.session.hints().words().get()).isEmpty();
    }

    @Test
    void automatedStripsMoveAlongInThePlayerAndTheOthersInTheSong() {
        automate();
        mixer.select("bass", false, false);
        mixer.select("snare", false, true);
        mixer.select("kick", false, true);
        drag(song.strip("bass").volume(), -2, -6);
        assertThat(song.volume("bass")).isCloseTo(-6, within(1e-9));
        assertThat(song.volume("snare")).isCloseTo(-6, within(1e-9));
        assertThat(song.volume("kick")).isZero();
        assertThat(song.strip("kick").volume().value()).isCloseTo(-6, within(1e-9));
    }

    @Test
    void modesOfSelectedStripsChangeTogether() {
        mixer.select("kick", false, false);
        mixer.select("bass", false, true);
        song.strip("kick").mode().set(AutomationMode.TOUCH.ordinal());
        assertThat(song.strip("bass").mode().value()).isEqualTo(AutomationMode.TOUCH.ordinal());
        assertThat(song.strip("snare").mode().value()).isEqualTo(AutomationMode.READ.ordinal());
    }

    // ---- snapshots ----

    @Test
    void aSnapshotIsKeptGoneBackToAndComparedWith() {
        Snapshots snapshots = mixer.snapshots();
        snapshots.choose("A");
        assertThat(song.history.steps()).isEmpty();
        song.strip("kick").volume().set(-9);
        assertThat(snapshots.changes()).hasSize(1).first().asString().contains("Kick");
        snapshots.choose("B");
        snapshots.choose("A");
        assertThat(song.volume("kick")).isZero();
        assertThat(snapshots.active().get()).isEqualTo("A");
        song.history.undo();
        assertThat(song.volume("kick")).isEqualTo(-9);
        assertThat(snapshots.in("A")).isPresent();
        snapshots.remove("A");
        assertThat(snapshots.in("A")).isEmpty();
    }

    @Test
    void aSnapshotIsHeardWhileItIsHeldAndTheSongStaysAsItIs() {
        Snapshots snapshots = mixer.snapshots();
        snapshots.take("A");
        song.strip("kick").volume().set(-9);
        Project before = song.song();
        assertThat(snapshots.audition("C")).isFalse();
        assertThat(snapshots.audition("A")).isTrue();
        assertThat(heard("kick")).isZero();
        assertThat(song.song()).isSameAs(before);
        // What is edited meanwhile is heard with it.
        song.history.apply(StripEdits.rename("kick", "Boom"));
        assertThat(song.session.playback().heard().strip("kick").orElseThrow().name())
                .isEqualTo("Boom");
        assertThat(heard("kick")).isZero();
        snapshots.endAudition();
        assertThat(song.session.playback().heard()).isSameAs(song.song());
        assertThat(song.volume("kick")).isEqualTo(-9);
        assertThat(snapshots.active().get()).isEqualTo("A");
    }

    private double heard(String strip) {
        return song.session
                .playback()
                .heard()
                .strip(strip)
                .orElseThrow()
                .controls()
                .get(StripControls.VOLUME);
    }

    @Test
    void measuredSnapshotsAreHeardAsLoudAsTheSoftest() {
        Snapshots snapshots = mixer.snapshots();
        snapshots.take("A");
        assertThat(snapshots.notEqual()).isNotEmpty();
        snapshots.take("B");
        song.history.apply(
                SnapshotEdits.loudness(snapshots.in("A").orElseThrow().id(), OptionalDouble.of(-14)));
        assertThat(snapshots.notEqual()).isNotEmpty();
        song.history.apply(
                SnapshotEdits.loudness(snapshots.in("B").orElseThrow().id(), OptionalDouble.of(-17)));
        assertThat(snapshots.notEqual()).isEmpty();
        snapshots.choose("A");
        assertThat(snapshots.offsetDb()).isCloseTo(-3, within(1e-9));
        snapshots.choose("B");
        assertThat(snapshots.offsetDb()).isZero();
    }

    @Test
    void whatWasNotMeasuredIsMeasuredAsItsOwnMix() {
        try (MixerModel measuring = new MixerModel(song.session, (mix, share, then) -> {
            share.accept(0.5);
            double kick = mix.strip("kick").orElseThrow().controls().get(StripControls.VOLUME);
            then.accept(OptionalDouble.of(-20 + kick));
            return () -> {};
        })) {
            Snapshots snapshots = measuring.snapshots();
            snapshots.take("A");
            song.strip("kick").volume().set(-4);
            snapshots.take("B");
            assertThat(snapshots.notEqual()).isEmpty();
            assertThat(snapshots.in("A").orElseThrow().loudness()).isEmpty();
            snapshots.equalLoudness().set(true);
            assertThat(snapshots.in("A").orElseThrow().loudness()).hasValue(-20);
            assertThat(snapshots.in("B").orElseThrow().loudness()).hasValue(-24);
            assertThat(snapshots.measuring().get()).isEmpty();
            snapshots.choose("A");
            assertThat(snapshots.offsetDb()).isCloseTo(-4, within(1e-9));
            assertThat(song.volume("kick")).isZero();
        }
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
