package studio.headroom.files.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.files.project.ProjectPaths;

class TrackNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Kick.wav, Kick", "01 Kick.wav, Kick", "01_Kick.wav, Kick", "003-Lead Vox.wav, Lead Vox",
                "01. Kick In.wav, Kick In",
        "808 Bass.wav, 808 Bass", "2 Guitars.wav, 2 Guitars", "808.wav, 808", "01.wav, 01", "Kick 01.wav, Kick 01",
        "a.b.flac, a.b", "Snare, Snare", ".hidden, .hidden", "012.5 Hz.wav, 5 Hz"
    })
    void aFileAloneKeepsItsNameWithoutItsPlaceInALine(String file, String name) {
        assertThat(TrackNames.tracks(List.of(Path.of(file)))).containsExactly(name);
    }

    @Test
    void numbersThatRunThroughAreOrder() {
        assertThat(names("1 Kick.wav", "2 Guitars.wav", "10 808.wav", "Vox.wav"))
                .containsExactly("Kick", "Guitars", "10 808", "Vox");
        assertThat(names("1 Kick.wav", "1 Snare.wav")).containsExactly("1 Kick", "1 Snare");
        assertThat(names("808 Bass.wav", "Kick.wav", "Snare.wav")).containsExactly("808 Bass", "Kick", "Snare");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.wav",
                "..wav",
                "con.wav",
                "a:b?.wav",
                "trailing .wav",
                "dots....wav",
                "\u0001.wav",
                "nul.x.wav",
                " .wav"
            })
    void mediaNamesWorkOnEverySystem(String file) {
        String name = TrackNames.mediaFile(Path.of(file), new HashSet<>());
        assertThat(name).endsWith(".wav");
        assertThat(ProjectPaths.fault("media/" + name)).isNull();
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String name = TrackNames.mediaFile(Path.of("\ud83e\udd41".repeat(60) + ".wav"), new HashSet<>());
        assertThat(ProjectPaths.fault("media/" + name)).isNull();
        assertThat(Character.isLowSurrogate(name.charAt(name.length() - 5))).isTrue();
    }

    @Test
    void takenNamesGetANumberWhateverTheirCase() {
        Set<String> taken = new HashSet<>(Set.of("kick.wav"));
        assertThat(TrackNames.mediaFile(Path.of("a/Kick.flac"), taken)).isEqualTo("Kick 2.wav");
        assertThat(TrackNames.mediaFile(Path.of("b/KICK.aiff"), taken)).isEqualTo("KICK 3.wav");
    }

    @ParameterizedTest
    @CsvSource({
        "Kick In, coral",
        "Snare top, coral",
        "BassDrum, coral",
        "OH_L, orange",
        "hi-hat, orange",
        "Overheads, orange",
        "Shaker 2, orange",
        "Bass DI, amber",
        "Bass Guitar, amber",
        "Ac. Gtr, lime",
        "Acoustic Guitar L, lime",
        "Gtr1, green",
        "Electric Guitars, green",
        "Piano, teal",
        "Synth Pad, cyan",
        "Pads, cyan",
        "Strings, blue",
        "Violin II, blue",
        "LeadVox, violet",
        "Vocals, violet",
        "BGVs, magenta",
        "backing vocals, magenta",
        "FX riser, grey",
        "Something, grey",
        "Harpsichord, grey"
    })
    void colorsFollowTheName(String name, String color) {
        assertThat(TrackColors.of(name)).isEqualTo(color);
    }

    private static List<String> names(String... files) {
        return TrackNames.tracks(Arrays.stream(files).map(Path::of).toList());
    }
}
