package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Group;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Insert;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;

/// Groups, and settings that go from strip to strip.
class MixerTogetherTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;

    @AfterEach
    void close() {
        song.close();
    }

    private void select(String... ids) {
        song.session.selection().strips(List.of(ids));
    }

    private Group group() {
        return song.song().groups().getFirst();
    }

    // ---- groups ----

    @Test
    void aGroupIsMadeInOneStepAndSeenOnItsStrips() {
        song.history.apply(StripEdits.recolor("kick", "coral"));
        select("kick", "snare");
        mixer.groups().create("kick");
        assertThat(song.history.steps()).first().isEqualTo("Group 2 strips");
        assertThat(song.strip("snare").groupName()).isEqualTo("Group 1");
        assertThat(group().color()).isEqualTo("coral");
        assertThat(song.strip("bass").groupName()).isEmpty();
        mixer.groups().rename(group().id(), "Drums");
        assertThat(song.strip("kick").groupName()).isEqualTo("Drums");
    }

    @Test
    void whatIsNoLongerLinkedMovesAlone() {
        select("kick", "snare");
        mixer.groups().create("kick");
        select("bass");
        mixer.groups().link(group().id(), Link.MUTE);
        song.strip("kick").mute().set(1);
        assertThat(song.strip("snare").mute().isOn()).isFalse();
        song.strip("kick").volume().set(-6);
        assertThat(song.volume("snare")).isEqualTo(-6);
        mixer.groups().link(group().id(), Link.MUTE);
        song.strip("snare").mute().set(1);
        song.strip("kick").mute().set(0);
        assertThat(song.strip("snare").mute().isOn()).isFalse();
    }

    @Test
    void aGroupIsSelectedAndRemoved() {
        select("kick", "bass");
        mixer.groups().create("kick");
        select("hall");
        mixer.groups().select(group().id());
        assertThat(song.session.selection().strips().get()).containsExactly("kick", "bass");
        mixer.groups().remove(group().id());
        assertThat(song.song().groups()).isEmpty();
        assertThat(song.strip("kick").groupName()).isEmpty();
    }

    // ---- what is selected ----

    @Test
    void sendsOfSelectedStripsMoveTogetherInOneStep() {
        for (String id : List.of("kick", "snare", "bass")) {
            song.history.apply(SendEdits.add(id, "hall"));
        }
        song.strip("snare").sends().getFirst().level().set(-12);
        int steps = song.history.steps().size();
        select("kick", "snare");
        song.strip("kick").sends().getFirst().level().set(-6);
        assertThat(song.strip("snare").sends().getFirst().level().value()).isEqualTo(-18);
        assertThat(song.strip("bass").sends().getFirst().level().value()).isEqualTo(0);
        assertThat(song.history.steps()).hasSize(steps + 1);
    }

    @Test
    void delaysMoveTogetherAndAreOneStep() {
        song.strip("bass").delay().set(4);
        select("kick", "bass");
        song.strip("kick").delay().set(-1.5);
        assertThat(song.strip("bass").delay().value()).isEqualTo(2.5);
        assertThat(song.history.steps()).hasSize(2).first().asString().contains("delay −1.5");
        song.history.undo();
        assertThat(song.strip("kick").delay().value()).isZero();
    }

    @Test
    void anEffectIsAddedToAllThatAreSelected() {
        select("kick", "bass");
        mixer.actions().addInsertToAll("kick", "eq", 0);
        assertThat(effects("kick")).containsExactly("eq");
        assertThat(effects("bass")).containsExactly("eq");
        assertThat(effects("snare")).isEmpty();
        assertThat(song.history.steps()).containsExactly("Add Equalizer to 2 strips");
    }

    // ---- settings ----

    private List<String> effects(String id) {
        return song.song().strip(id).orElseThrow().inserts().stream()
                .map(Insert::type)
                .toList();
    }

    @Test
    void settingsAreCopiedToAllThatAreSelectedInOneStep() {
        song.history.apply(InsertEdits.add("lead-vox", "eq", 0));
        song.history.apply(SendEdits.add("lead-vox", "hall"));
        song.history.apply(StripEdits.set("lead-vox", StripControls.VOLUME, -4));
        mixer.settings().copy("lead-vox");
        int steps = song.history.steps().size();
        select("kick", "bass");
        mixer.settings().paste("bass", StripSettings.Part.ALL);
        assertThat(song.history.steps()).hasSize(steps + 1);
        assertThat(effects("kick")).containsExactly("eq");
        assertThat(effects("bass")).containsExactly("eq");
        assertThat(song.volume("kick")).isEqualTo(-4);
        assertThat(song.strip("bass").sends()).hasSize(1);
        assertThat(song.song().strip("kick").orElseThrow().inserts().getFirst().id())
                .isNotEqualTo(song.song()
                        .strip("bass")
                        .orElseThrow()
                        .inserts()
                        .getFirst()
                        .id());
        song.history.undo();
        assertThat(effects("kick")).isEmpty();
    }

    @Test
    void aPartOfSettingsLeavesTheRestAlone() {
        song.history.apply(InsertEdits.add("lead-vox", "compressor", 0));
        song.history.apply(StripEdits.set("lead-vox", StripControls.VOLUME, -4));
        mixer.settings().copy("lead-vox");
        select("kick");
        mixer.settings().paste("kick", StripSettings.Part.EFFECTS);
        assertThat(effects("kick")).containsExactly("compressor");
        assertThat(song.volume("kick")).isEqualTo(0);
        mixer.settings().paste("hall", StripSettings.Part.LEVEL);
        assertThat(song.volume("hall")).isEqualTo(-4);
        assertThat(effects("hall")).isEmpty();
    }
}
