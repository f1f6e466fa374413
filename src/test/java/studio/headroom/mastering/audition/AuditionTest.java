package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.headroom.mastering.audition.AuditionRoom.FRAMES;
import static studio.headroom.mastering.audition.AuditionRoom.RATE;
import static studio.headroom.mastering.audition.AuditionRoom.insert;
import static studio.headroom.mastering.audition.AuditionRoom.mismatch;
import static studio.headroom.mastering.audition.AuditionRoom.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

/// What is heard of a master is what its file holds.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AuditionTest {
    @TempDir
    private Path folder;

    private AuditionRoom room;

    @BeforeEach
    void prepare() throws IOException {
        room = new AuditionRoom(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 250, 1024})
    void theMasterThatIsHeardIsTheFileThatIsWrittenSampleForSample(int block) throws IOException {
        Path file = folder.resolve("master.wav");
        MasterJob.Result result =
                AuditionRoom.master(room.print, room.song.mastering().chain(), file);
        // It does something, and the ceiling holds.
        assertThat(result.output().integratedLufs())
                .isGreaterThan(result.input().integratedLufs() + 2);
        assertThat(result.output().truePeakDbtp()).isLessThanOrEqualTo(-1 + 0.05);

        Project played = Audition.song(room.song, room.print, null, Audition.Wanted.MASTER);
        float[][] heard = room.heard(played, block);

        assertThat(mismatch(read(file), heard)).isEqualTo(-1);
    }

    /// What rings before the first hit is cut from the file and heard by the player, so a place in the middle tells how
    /// late that is.
    @ParameterizedTest
    @CsvSource({"250, 1", "1024, 2"})
    void inLinearPhaseTheMasterThatIsHeardIsTheFileToo(int block, double phase) throws IOException {
        List<Insert> chain = List.of(
                insert("eq", "eq", Map.of("phase", phase, "band2.gain", 2.0, "band6.gain", 1.5, "band6.place", 2.0)),
                insert("top", "limiter", Map.of("gain", 6.0, "ceiling", -1.0)));
        Project song = room.song.withMastering(room.song.mastering().withChain(chain));
        float[][] written = room.master(room.print, chain);
        float[][] heard = room.heard(Audition.song(song, room.print, null, Audition.Wanted.MASTER), block);
        float[] hit = Arrays.copyOfRange(written[0], FRAMES / 2, FRAMES / 2 + 2000);
        int late = 0;
        while (!Arrays.equals(hit, 0, 2000, heard[0], FRAMES / 2 + late, FRAMES / 2 + late + 2000)) {
            late++;
            assertThat(late).isLessThan(RATE);
        }
        for (int side = 0; side < 2; side++) {
            int frames = Math.min(written[side].length, heard[side].length - late);
            assertThat(frames).isGreaterThan(FRAMES - RATE);
            assertThat(Arrays.copyOfRange(heard[side], late, late + frames))
                    .isEqualTo(Arrays.copyOf(written[side], frames));
        }
    }

    @Test
    void theBypassedMasterIsThePrintSampleForSample() throws IOException {
        Project played = Audition.song(room.song, room.print, null, new Audition.Wanted(true, "", false));
        float[][] heard = room.heard(played, 256);
        assertThat(mismatch(read(room.print.file()), heard)).isEqualTo(-1);
    }

    @Test
    void aMonoFileIsHeardAndMasteredFromBothSides() throws IOException {
        float[][] music = AuditionRoom.music(0.1);
        Print mono = room.print("mono", music[0]);
        assertThat(mono.channels()).isEqualTo(2);
        assertThat(mono.foreign()).isTrue();
        Project played = Audition.song(room.song, mono, null, new Audition.Wanted(true, "", false));
        float[][] heard = room.heard(played, 256);
        assertThat(mismatch(new float[][] {music[0], music[0]}, heard)).isEqualTo(-1);
    }
}
