package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.headroom.mastering.audition.AuditionRoom.FRAMES;
import static studio.headroom.mastering.audition.AuditionRoom.RATE;
import static studio.headroom.mastering.audition.AuditionRoom.first;
import static studio.headroom.mastering.audition.AuditionRoom.mismatch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.MasteringEdits;

/// A band heard alone.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BandAuditionTest {
    @TempDir
    private Path folder;

    private AuditionRoom room;

    @BeforeEach
    void prepare() throws IOException {
        room = new AuditionRoom(folder);
    }

    /// A band is heard behind everything: the sound is that of the chain with the filter behind it, sample for sample.
    /// When it is over, the master is heard as it is, to the last bit.
    @Test
    void aBandThatIsListenedToIsTheMasterFilteredAndAfterItTheMasterItself() throws IOException {
        Project played = Audition.song(room.song, room.print, null, Audition.Wanted.MASTER);
        Insert band = Playout.band(ToneBand.MIDS);
        float[][] alone = room.heardThrough(played, List.of(band));
        List<Insert> all = new ArrayList<>(room.song.mastering().chain());
        all.add(band);
        float[][] filtered = room.master(room.print, all);
        assertThat(mismatch(filtered, alone)).isEqualTo(-1);

        float[][] after = room.heard(played, 256, (engine, index) -> {
            if (index < 0 || index == 300) {
                AuditionRoom.listen(engine, index < 0 ? List.of(band) : List.of());
            }
        });
        float[][] master = room.master(room.print, room.song.mastering().chain());
        // The filter is over long before the last second.
        int last = 4 * RATE;
        int late = first(alone) - first(filtered);
        for (int side = 0; side < 2; side++) {
            assertThat(Arrays.copyOfRange(after[side], last + late, last + late + RATE / 2))
                    .isEqualTo(Arrays.copyOfRange(master[side], last, last + RATE / 2));
        }
    }

    /// From band to band, to all of them and back, while it is flipped between master and reference.
    @Test
    void goingFromBandToBandNeverClicks() throws IOException {
        double step = 2 * Math.PI * 100 / RATE;
        Print one =
                room.print("one", AuditionRoom.mono(FRAMES, i -> 0.5 * Math.min(1, i / 4800.0) * Math.sin(step * i)));
        Media media = new Media("ref", "prints/" + one.name(), 2, FRAMES, "ref");
        Project with = MasteringEdits.addReference(media, "Reference").apply(AuditionRoom.withChain(room.song));
        Project master = Audition.song(with, one, null, Audition.Wanted.MASTER);
        Project reference = Audition.song(with, one, null, new Audition.Wanted(false, "ref", false));
        float[][] heard = room.heard(master, 256, (engine, index) -> {
            if (index >= 100 && index % 40 == 0) {
                int turn = index / 40 * 3 % (ToneBand.values().length + 1);
                List<Insert> band =
                        turn < ToneBand.values().length ? List.of(Playout.band(ToneBand.values()[turn])) : List.of();
                AuditionRoom.listen(engine, band);
                engine.update(index / 40 % 2 == 0 ? master : reference);
            }
            engine.tailFrames(); // Lets the control thread do it.
        });
        // A click is a step within a sample; what is soft and slow is none. Second differences find it: those of the
        // tone are its amplitude times the square of its angle, fades and glides of 20 ms stay far below the rest.
        double worst = 0;
        double loudest = 0;
        for (int i = 5_000; i + 2 < heard[0].length - 5_000; i++) {
            double bend = heard[0][i] - 2.0 * heard[0][i + 1] + heard[0][i + 2];
            worst = Math.max(worst, Math.abs(bend));
            loudest = Math.max(loudest, Math.abs(heard[0][i]));
        }
        assertThat(loudest).isBetween(0.4, 0.62);
        assertThat(worst).isLessThan(0.5 * step * step + 1e-3);
    }

    @Test
    void aBandIsFlatInsideAndSteepOutside() throws IOException {
        for (ToneBand band : ToneBand.values()) {
            double middle = Math.sqrt(Math.max(25, band.fromHz()) * Math.min(16_000, band.toHz()));
            assertThat(bandDb(band, middle)).as(band.label()).isBetween(-1.5, 0.1);
            if (band != ToneBand.SUB) {
                assertThat(bandDb(band, band.fromHz() / 2)).as(band.label()).isLessThan(-23);
            }
            if (band != ToneBand.AIR) {
                assertThat(bandDb(band, 2 * band.toHz())).as(band.label()).isLessThan(-23);
            }
        }
        assertThat(bandDb(ToneBand.AIR, 18_000)).isGreaterThan(-1);
        assertThat(bandDb(ToneBand.SUB, 25)).isGreaterThan(-1);
    }

    private double bandDb(ToneBand band, double hertz) throws IOException {
        Print tone = room.print("tone", AuditionRoom.mono(RATE, i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        float[][] out = room.master(tone, List.of(Playout.band(band)));
        double power = 0;
        for (int i = RATE / 2; i < RATE; i++) {
            power += (double) out[0][i] * out[0][i] / (RATE / 2);
        }
        return 10 * Math.log10(power / 0.125);
    }
}
