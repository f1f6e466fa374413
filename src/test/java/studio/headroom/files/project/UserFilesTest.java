package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.files.FileException;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.RandomProjects;
import studio.headroom.project.Strip;
import studio.headroom.project.StripState;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;

/// What a person keeps for other songs: templates of songs, presets of strips.
class UserFilesTest {
    @TempDir
    private Path folder;

    private static Project song() {
        Project song = Project.empty("Song", 48_000);
        song = StripEdits.add(Strip.Kind.TRACK, "Vox", 0).apply(song);
        song = StripEdits.add(Strip.Kind.RETURN, "Hall", 1).apply(song);
        song = InsertEdits.add("strip1", "eq", 0).apply(song);
        return SendEdits.add("strip1", "strip2").apply(song);
    }

    // ---- templates ----

    @Test
    void aTemplateIsTheSongWithoutWhatBelongsToItAlone() throws IOException {
        SongTemplates templates = new SongTemplates(folder.resolve("templates"));
        assertThat(templates.names()).isEmpty();
        for (int seed = 0; seed < 20; seed++) {
            Project song = RandomProjects.create(seed);
            templates.save("My band", song);
            Project begun = templates.read("My band");
            assertThat(begun.media()).isEmpty();
            assertThat(begun.snapshots()).isEmpty();
            assertThat(begun.markers()).isEmpty();
            assertThat(begun.strips()).allMatch(strip -> strip.clips().isEmpty() && !strip.solo());
            assertThat(begun.strips().stream().map(Strip::inserts).toList())
                    .isEqualTo(song.strips().stream().map(Strip::inserts).toList());
            assertThat(begun.strips().stream().map(Strip::sends).toList())
                    .isEqualTo(song.strips().stream().map(Strip::sends).toList());
            assertThat(begun.strips().stream().map(Strip::controls).toList())
                    .isEqualTo(song.strips().stream().map(Strip::controls).toList());
            assertThat(begun.groups()).isEqualTo(song.groups());
            assertThat(begun.tempo()).isEqualTo(song.tempo());
            assertThat(begun.mastering().chain()).isEqualTo(song.mastering().chain());
        }
        assertThat(templates.names()).containsExactly("My band");
        templates.delete("My band");
        assertThat(templates.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"format\":\"headroom-strip\",\"formatVersion\":1}"})
    void aFileThatIsNoTemplateIsNamed(String text) throws IOException {
        Files.writeString(folder.resolve("Bad.json"), text);
        assertThatThrownBy(() -> new SongTemplates(folder).read("Bad"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("Bad.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "../Song", "a/b", "a\\b", ".hidden", "a\nb", "a:b"})
    void aNameThatNoFileCanHaveIsRefused(String name) {
        assertThatThrownBy(() -> new SongTemplates(folder).save(name, song())).isInstanceOf(FileException.class);
        assertThatThrownBy(() -> new StripPresets(folder).save(name, song(), song().master()))
                .isInstanceOf(FileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    // ---- presets of strips ----

    @Test
    void aPresetIsWhatTheStripDoes() throws IOException {
        StripPresets presets = new StripPresets(folder);
        Project song = song();
        presets.save("Bright", song, song.strips().getFirst());
        assertThat(presets.names()).containsExactly("Bright");
        StripPresets.Preset preset = presets.read("Bright");
        assertThat(preset.state()).isEqualTo(StripState.of(song.strips().getFirst()));
        assertThat(preset.targets()).containsOnly(java.util.Map.entry("strip2", "Hall"));

        Project other = StripEdits.add(Strip.Kind.RETURN, "hall", 0).apply(Project.empty("Other", 44_100));
        StripState there = preset.in(other);
        assertThat(there.inserts()).containsExactly(Insert.create("insert1", "eq"));
        assertThat(there.sends()).extracting(send -> send.target()).containsExactly("strip1");
        assertThat(preset.in(Project.empty("None", 48_000)).sends()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"format\":\"headroom-chain\",\"formatVersion\":1}",
                "{\"format\":\"headroom-strip\",\"formatVersion\":2}",
                "{\"format\":\"headroom-strip\",\"formatVersion\":1}",
                "{\"format\":\"headroom-strip\",\"formatVersion\":1,\"strip\":{\"strip\":7},\"targets\":{}}"
            })
    void aFileThatIsNoPresetIsNamed(String text) throws IOException {
        Files.writeString(folder.resolve("Bad.json"), text);
        assertThatThrownBy(() -> new StripPresets(folder).read("Bad"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("Bad.json");
    }

    @Test
    void aFileOfAnySizeIsBounded() throws IOException {
        String many = "{\"id\":\"i\",\"type\":\"eq\",\"values\":{}},".repeat(100_000);
        Files.writeString(
                folder.resolve("Large.json"),
                "{\"format\":\"headroom-strip\",\"formatVersion\":1,\"targets\":{},\"strip\":{\"strip\":\"s\","
                        + "\"controls\":{},\"sends\":[],\"inserts\":["
                        + many.substring(0, many.length() - 1) + "]}}");
        assertThatThrownBy(() -> new StripPresets(folder).read("Large")).isInstanceOf(FileException.class);
        assertThat(new StripPresets(folder).names()).isEqualTo(List.of("Large"));
    }
}
