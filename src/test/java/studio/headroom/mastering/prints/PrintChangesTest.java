package studio.headroom.mastering.prints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.StripEdits;

class PrintChangesTest {
    private static final Media MEDIA = new Media("m", "media/m.wav", 1, 48_000, "m.wav");
    private static final Project PRINTED = Project.empty("Song", 48_000)
            .withMedia(List.of(MEDIA))
            .withStrips(List.of(
                    Strip.create(Strip.Kind.TRACK, "a", "Lead Vox").withClips(List.of(Clip.whole("c", MEDIA, 0)))));

    private static Project changed(Edit... edits) {
        Project song = PRINTED;
        for (Edit edit : edits) {
            song = edit.apply(song);
        }
        return song;
    }

    private static Edit volume(String strip, double db) {
        return StripEdits.set(strip, StripControls.VOLUME, db);
    }

    private static String master() {
        return PRINTED.master().id();
    }

    @Test
    void theMastersFaderAloneSaysHowMuchLouderANewPrintWouldBe() {
        assertThat(PrintChanges.expectedLu(PRINTED, changed(volume(master(), -1.5)))
                        .orElseThrow())
                .isEqualTo(-1.5, within(1e-9));
        assertThat(PrintChanges.since(PRINTED, changed(volume(master(), -1.5))))
                .singleElement()
                .satisfies(item -> assertThat(item.text()).contains("\u22121.5 dB"));
    }

    @Test
    void whateverElseChangedIsNotGuessed() {
        assertThat(PrintChanges.expectedLu(PRINTED, changed(volume("a", 2)))).isEmpty();
        assertThat(PrintChanges.expectedLu(PRINTED, changed(volume(master(), -1), volume("a", 2))))
                .isEmpty();
        assertThat(PrintChanges.expectedLu(PRINTED, changed(volume(master(), Double.NEGATIVE_INFINITY))))
                .isEmpty();
    }
}
