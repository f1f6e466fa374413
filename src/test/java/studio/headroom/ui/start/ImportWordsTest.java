package studio.headroom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.files.importing.ImportedStem;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

class ImportWordsTest {
    private static ImportedStem stem(String name, long stamp, boolean dualMono, String... notes) {
        return new ImportedStem(
                Path.of(name + ".wav"), name, "media/" + name + ".wav", 2, 48_000, dualMono, stamp, List.of(notes));
    }

    private static Project song(String... names) {
        Project song = Project.empty("Song", 48_000);
        List<Media> media = new java.util.ArrayList<>();
        List<Strip> strips = new java.util.ArrayList<>();
        for (String name : names) {
            Media file = new Media("m-" + name, "media/" + name + ".wav", 2, 48_000, name, "");
            media.add(file);
            strips.add(Strip.create(Strip.Kind.TRACK, name, name).withClips(List.of(Clip.whole("c-" + name, file, 0))));
        }
        return song.withMedia(media).withStrips(strips);
    }

    @Test
    void whatIsAsUsualIsNotMentioned() {
        assertThat(ImportWords.summary(List.of(stem("Kick", -1, false), stem("Bass", 5, false))))
                .isEmpty();
    }

    @Test
    void theSameNoteOfSeveralFilesIsOneSentence() {
        String rate = "resampled from 44.1 to 48 kHz";
        assertThat(ImportWords.summary(List.of(stem("Kick", -1, false, rate), stem("Bass", -1, false, rate))))
                .isEqualTo("All 2 files: resampled from 44.1 to 48 kHz.");
        assertThat(ImportWords.summary(
                        List.of(stem("Kick", -1, false, rate), stem("Bass", -1, false), stem("Vox", -1, false, rate))))
                .isEqualTo("Kick, Vox: resampled from 44.1 to 48 kHz.");
    }

    @Test
    void timeStampsPlaceWhatStillLiesAtTheBeginning() {
        List<ImportedStem> stems =
                List.of(stem("Kick", 1000, false), stem("Vox", 97_000, false), stem("Bass", -1, false));
        assertThat(ImportWords.latest(stems)).hasValue(96_000);
        assertThat(ImportWords.summary(stems)).contains("time stamps");
        Project placed = ImportWords.byTimeStamp(stems).apply(song("Kick", "Vox", "Bass"));
        assertThat(placed.strips())
                .extracting(strip -> strip.clips().getFirst().start())
                .containsExactly(0L, 96_000L, 0L);
        assertThat(ImportWords.byTimeStamp(stems).apply(placed)).isEqualTo(placed);
    }

    @Test
    void tracksWithEqualSidesAreFound() {
        List<ImportedStem> stems = List.of(stem("Kick", -1, true), stem("Vox", -1, false));
        assertThat(ImportWords.dualMono(stems, song("Kick", "Vox", "Bass"))).containsExactly("Kick");
        assertThat(ImportWords.makeMono(1)).isEqualTo("Make it mono");
        assertThat(ImportWords.makeMono(3)).isEqualTo("Make 3 tracks mono");
    }
}
