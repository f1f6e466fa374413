package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Folder;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.ui.theme.TrackColor;

/// The folders of the timeline in the mixer.
class MixerFoldersTest {
    private final MixerSong song = MixerSong.ofBand();
    private final MixerModel mixer = song.mixer;
    private final FolderActions actions = mixer.folderActions();

    @BeforeEach
    void select() {
        song.session.selection().strips(List.of("snare", "kick"));
    }

    @AfterEach
    void close() {
        song.close();
    }

    private List<String> shown() {
        return mixer.strips().get().stream().map(StripModel::name).toList();
    }

    private Folder only() {
        assertThat(song.song().folders()).hasSize(1);
        return song.song().folders().getFirst();
    }

    @Test
    void whatIsSelectedIsPackedAndFoldedInOneStepEach() {
        byte[] before = song.bytes(song.song());
        actions.create("kick");
        assertThat(shown()).containsExactly("Kick", "Snare", "Bass", "Lead Vox", "Drums", "Hall");
        FolderPlace open = mixer.folders().get().getFirst();
        assertThat(open.at()).isZero();
        assertThat(open.strips()).extracting(StripModel::name).containsExactly("Kick", "Snare");

        actions.fold(only().id());
        assertThat(shown()).containsExactly("Bass", "Lead Vox", "Drums", "Hall");
        assertThat(mixer.hiddenCount()).as("folded is not hidden").isZero();
        assertThat(mixer.folders().get()).singleElement().satisfies(place -> {
            assertThat(place.folder().folded()).isTrue();
            assertThat(place.strips()).hasSize(2);
        });
        assertThat(song.history.steps()).containsExactly("Fold 'Folder 1'", "New folder 'Folder 1'");
        song.history.undo();
        song.history.undo();
        assertThat(song.bytes(song.song())).isEqualTo(before);
        assertThat(mixer.folders().get()).isEmpty();
    }

    @Test
    void aFolderIsNamedColoredSelectedAndRemoved() {
        actions.create("kick");
        String id = only().id();
        actions.rename(id, "Beat");
        actions.color(id, TrackColor.TEAL);
        assertThat(only().name()).isEqualTo("Beat");
        assertThat(song.strip("snare").folderColor()).contains(TrackColor.TEAL);
        song.session.selection().strip("hall");
        actions.select(id);
        assertThat(song.session.selection().strips().get()).containsExactlyInAnyOrder("kick", "snare");
        actions.remove(id);
        assertThat(shown()).contains("Kick", "Snare");
        assertThat(song.strip("snare").folderColor()).isEmpty();
    }

    @Test
    void stripsGoInAndOut() {
        actions.create("kick");
        song.session.selection().strip("lead-vox");
        actions.put("lead-vox", only().id());
        assertThat(shown()).startsWith("Kick", "Snare", "Lead Vox", "Bass");
        assertThat(mixer.folders().get().getFirst().strips()).hasSize(3);
        actions.takeOut("lead-vox");
        assertThat(mixer.folders().get().getFirst().strips()).hasSize(2);
    }

    @Test
    void theMasterLiesInNoFolder() {
        String master = song.song().master().id();
        song.session.selection().strips(List.of("kick", master));
        actions.create(master);
        assertThat(mixer.folders().get().getFirst().strips())
                .extracting(StripModel::id)
                .containsExactly("kick");
        song.session.selection().strip(master);
        actions.create(master);
        only();
        assertThat(song.refusals).isEmpty();
    }

    /// A folder becomes a submix: its tracks feed a bus that has its name and stays in sight when it is folded.
    @Test
    void aBusOfAFolderSumsWhatEndsInIt() {
        song.session.selection().strips(List.of("kick", "snare", "drums", "bass"));
        actions.create("kick");
        actions.rename(only().id(), "Rhythm");
        actions.bus(only().id());
        Strip bus = song.song().strips().stream()
                .filter(strip -> strip.kind() == Kind.BUS && strip.name().equals("Rhythm"))
                .findFirst()
                .orElseThrow();
        assertThat(song.song().strip("kick").orElseThrow().output()).isEqualTo("drums");
        assertThat(song.song().strip("drums").orElseThrow().output()).isEqualTo(bus.id());
        assertThat(song.song().strip("bass").orElseThrow().output()).isEqualTo(bus.id());
        assertThat(bus.output()).isNull();
        actions.fold(only().id());
        assertThat(shown()).containsExactly("Lead Vox", "Rhythm", "Hall");
        assertThat(song.refusals).isEmpty();
    }

    @Test
    void aSearchFindsWhatIsFolded() {
        actions.create("kick");
        actions.fold(only().id());
        mixer.filter().set("sna");
        assertThat(shown()).containsExactly("Snare");
        assertThat(mixer.folders().get()).isEmpty();
        mixer.filter().set("");
        assertThat(shown()).doesNotContain("Snare");
    }

    @Test
    void aFolderWhoseStripsAreHiddenHasNoTab() {
        actions.create("kick");
        mixer.actions().hide("kick");
        assertThat(mixer.folders().get()).isEmpty();
        mixer.actions().showAll();
        assertThat(mixer.folders().get()).hasSize(1);
    }

    @Test
    void whatClipsInAFoldedFolderIsUnfolded() {
        actions.create("kick");
        actions.fold(only().id());
        float[][] loud = {{1.5f}, {1.5f}};
        song.session.playback().meters().strip("snare").orElseThrow().levels().process(loud, 0, 1);
        mixer.clips().showNext();
        assertThat(mixer.focus().map(StripModel::name)).contains("Snare");
        assertThat(shown()).contains("Snare");
    }
}
