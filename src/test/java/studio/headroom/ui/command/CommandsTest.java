package studio.headroom.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final KeyChord Z = KeyChord.shortcut(KeyCode.Z);

    private final Commands commands = new Commands();
    private final List<String> done = new ArrayList<>();
    private boolean possible = true;

    private Command command(String id, String name) {
        return Command.of(id, "Edit", name, "back", () -> done.add(id));
    }

    @Test
    void aKeyDoesWhatItsCommandSays() {
        commands.add(command("edit.undo", "Undo"), Z);
        assertThat(commands.run(Z)).isTrue();
        assertThat(commands.run(Z.withShift())).isFalse();
        assertThat(done).containsExactly("edit.undo");
    }

    @Test
    void whatIsNotPossibleIsNotDone() {
        commands.add(command("edit.undo", "Undo").when(() -> possible), Z);
        possible = false;
        assertThat(commands.run(Z)).isFalse();
        assertThat(commands.run("edit.undo")).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void twoCommandsThatMeetCannotComeWithTheSameKey() {
        commands.add(command("edit.undo", "Undo"), Z);
        assertThatThrownBy(() -> commands.add(command("edit.zoom", "Zoom"), Z))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ctrl+Z");
        assertThat(commands.find("edit.zoom")).isEmpty();
    }

    @Test
    void placesMayUseTheSameKeyForThemselves() {
        commands.add(command("mix.mute", "Mute").in("mix"), Z);
        commands.add(command("listen.mute", "Mute source").in("listen"), Z);
        commands.setPlace("listen");
        commands.run(Z);
        commands.setPlace("mix");
        commands.run(Z);
        assertThat(done).containsExactly("listen.mute", "mix.mute");
    }

    @Test
    void anAreaHearsItsKeysOnlyWhileItHasTheFocus() {
        commands.add(command("clip.delete", "Delete clips").in("mix.timeline"), Z);
        commands.add(command("strip.delete", "Delete strip").in("mix.mixer"), Z);
        commands.setPlace("mix");
        assertThat(commands.run(Z)).as("neither has the focus").isFalse();
        commands.setArea("mix.mixer");
        commands.run(Z);
        commands.setArea("mix.timeline");
        commands.run(Z);
        assertThat(done).containsExactly("strip.delete", "clip.delete");
        assertThat(commands.search("delete strip"))
                .as("found by name from everywhere in the place")
                .isNotEmpty();
        assertThat(commands.run("strip.delete")).isTrue();
        commands.setPlace("listen");
        assertThat(commands.run("strip.delete")).isFalse();
        assertThat(commands.search("delete")).isEmpty();
    }

    @Test
    void aKeyOfAPlaceCannotBeOneOfItsAreas() {
        commands.add(command("mix.zoom", "Zoom").in("mix"), Z);
        for (String scope : List.of("", "mix", "mix.timeline")) {
            assertThatThrownBy(() -> commands.add(command("other.zoom", "Other").in(scope), Z))
                    .as(scope)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        commands.add(command("mixer.zoom", "No area of that place").in("mixer"), Z);
    }

    @Test
    void aKeyThatIsTakenGoesToTheCommandThatWasChosenForIt() {
        Command undo = command("edit.undo", "Undo");
        Command redo = command("edit.redo", "Redo");
        commands.add(undo, Z, KeyChord.key(KeyCode.U));
        commands.add(redo, Z.withShift());
        assertThat(commands.keys().conflict(redo, Z)).contains(undo);
        commands.keys().bind(redo, Z);
        assertThat(commands.keys().chords("edit.redo")).containsExactly(Z);
        assertThat(commands.keys().chords("edit.undo")).containsExactly(KeyChord.key(KeyCode.U));
        commands.run(Z);
        assertThat(done).containsExactly("edit.redo");
        commands.keys().reset(undo);
        assertThat(commands.keys().chords("edit.undo")).containsExactly(KeyChord.key(KeyCode.U));
    }

    @Test
    void chosenKeysAreKeptAndReadBack() {
        Command undo = command("edit.undo", "Undo");
        commands.add(undo, Z);
        commands.keys().bind(undo, KeyChord.key(KeyCode.F5).withAlt());
        Map<String, String> kept = commands.keys().changes();
        Commands next = new Commands();
        next.add(undo, Z);
        next.keys().take(kept);
        assertThat(next.keys().chords("edit.undo"))
                .containsExactly(KeyChord.key(KeyCode.F5).withAlt());
        next.keys().resetAll();
        assertThat(next.keys().chords("edit.undo")).containsExactly(Z);
        assertThat(next.keys().changes()).isEmpty();
    }

    @Test
    void aCommandWithoutKeysStaysWithoutThem() {
        Command undo = command("edit.undo", "Undo");
        commands.add(undo, Z);
        commands.keys().clear(undo);
        Commands next = new Commands();
        next.add(undo, Z);
        next.keys().take(commands.keys().changes());
        assertThat(next.keys().chords("edit.undo")).isEmpty();
    }

    @Test
    void everyChordIsReadBackAsItWasWritten() {
        for (KeyCode code : EnumSet.of(
                KeyCode.A,
                KeyCode.F6,
                KeyCode.SPACE,
                KeyCode.PERIOD,
                KeyCode.PLUS,
                KeyCode.LEFT,
                KeyCode.HOME,
                KeyCode.DIGIT1,
                KeyCode.NUMPAD1,
                KeyCode.SLASH)) {
            for (int held = 0; held < 8; held++) {
                KeyChord chord = new KeyChord(code, (held & 1) != 0, (held & 2) != 0, (held & 4) != 0);
                assertThat(KeyChord.parse(chord.text())).as(chord.text()).contains(chord);
            }
        }
        assertThat(KeyChord.parse("Ctrl+Nothing")).isEmpty();
        for (String none : List.of("", " ", "+", "++++", "Ctrl+", "+A", "Ctrl++A")) {
            assertThat(KeyChord.parse(none)).as(none).isEmpty();
        }
    }

    @Test
    void lettersTypedInAHurryFindTheCommand() {
        commands.add(command("song.saveAs", "Save as…"));
        commands.add(command("song.save", "Save"));
        commands.add(command("view.scale", "Scale larger"));
        assertThat(commands.search("sa").getFirst().name()).startsWith("Save");
        assertThat(commands.search("svas").getFirst().id()).isEqualTo("song.saveAs");
        assertThat(commands.search("sl")).extracting(Command::id).containsExactly("view.scale");
        assertThat(commands.search("back")).hasSize(3);
        assertThat(commands.search("xyz")).isEmpty();
        assertThat(commands.search("")).hasSize(3);
    }

    @Test
    void aWordThatIsTypedWholeIsMeantBeforeALongerOne() {
        commands.add(command("clips.grouped", "Edit grouped tracks together"));
        commands.add(command("strip.group", "New group of the selection"));
        assertThat(commands.search("group")).extracting(Command::id).containsExactly("strip.group", "clips.grouped");
    }

    @Test
    void whatCannotBeDoneComesLast() {
        commands.add(command("edit.undo", "Undo").when(() -> false));
        commands.add(command("view.unfold", "Unfold"));
        assertThat(commands.search("un")).extracting(Command::id).containsExactly("view.unfold", "edit.undo");
    }
}
