package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.mastering.audition.AuditionRoom.FRAMES;
import static studio.headroom.mastering.audition.AuditionRoom.RATE;
import static studio.headroom.mastering.audition.AuditionRoom.first;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.coded.CodedFolder;
import studio.headroom.mastering.coded.CodedFormat;
import studio.headroom.mastering.coded.CodedMaster;
import studio.headroom.mastering.coded.CodedRender;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Project;

/// What a lossy format leaves of the master, and what it takes away.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodedAuditionTest {
    @TempDir
    private Path folder;

    private AuditionRoom room;

    @BeforeEach
    void prepare() throws IOException {
        room = new AuditionRoom(folder);
    }

    private CodedMaster coded(Print of, String format, Project master) throws IOException {
        CodedFolder.Places places = new CodedFolder(folder).places();
        return CodedRender.make(
                new CodedRender.Order(
                        of.file(),
                        master.mastering().chain(),
                        master.mastering().ends(),
                        CodedFormat.parse(format),
                        places.sound(),
                        places.difference()),
                Progress.NONE);
    }

    private float[][] heard(CodedMaster coded, Audition.Wanted wanted, double raiseDb) throws IOException {
        return room.heard(Audition.song(room.song, room.print, null, wanted, coded, raiseDb), 256);
    }

    /// What one hears is the file that a player decodes; and the difference is exactly what lies between the two that
    /// one flips between, at the same moment of the music.
    @Test
    void theCodedMasterIsHeardSampleForSampleAndSoIsItsDifference() throws IOException {
        CodedMaster coded = coded(room.print, "mp3:128", room.song);
        float[][] master = heard(coded, Audition.Wanted.MASTER, 0);
        float[][] sound = heard(coded, Audition.Wanted.coded(Audition.Coded.SOUND), 0);
        float[][] difference = heard(coded, Audition.Wanted.coded(Audition.Coded.DIFFERENCE), 0);
        float[][] raised = heard(coded, Audition.Wanted.coded(Audition.Coded.DIFFERENCE), 6);

        float[][] written = room.master(room.print, room.song.mastering().chain());
        int late = first(master) - first(written);
        float[][] decoded = AuditionRoom.read(coded.sound());
        double loudest = 0;
        int frames = Math.min(master[0].length, written[0].length + late);
        for (int i = late; i < frames; i++) {
            for (int side = 0; side < 2; side++) {
                if (master[side][i] != written[side][i - late]
                        || sound[side][i] != decoded[side][i - late]
                        || difference[side][i] != sound[side][i] - master[side][i]) {
                    assertThat(i).as("first frame that is another one").isEqualTo(-1);
                }
                loudest = Math.max(loudest, Math.abs(difference[side][i]));
                // A gain of 6 dB, rounded to float.
                assertThat((double) raised[side][i])
                        .isEqualTo(difference[side][i] * Math.pow(10, 6 / 20.0), within(1e-6));
            }
        }
        assertThat(loudest).isGreaterThan(1e-3);
    }

    @Test
    void flippingToWhatIsCodedNeverClicksAndLeavesNoGap() throws IOException {
        double step = 2 * Math.PI * 100 / RATE;
        Print one = room.print("sine", AuditionRoom.mono(FRAMES, i -> 0.5 * Math.sin(step * i)));
        Project with = AuditionRoom.withChain(room.song, AuditionRoom.insert("top", "limiter", Map.of("gain", -3.0)));
        CodedMaster coded = coded(one, "opus:128", with);
        CodedMaster anew = coded(one, "mp3:192", with);
        Audition.Wanted sound = Audition.Wanted.coded(Audition.Coded.SOUND);
        Audition.Wanted difference = Audition.Wanted.coded(Audition.Coded.DIFFERENCE);
        List<Project> gapless = List.of(
                Audition.song(with, one, null, Audition.Wanted.MASTER, coded, 0),
                Audition.song(with, one, null, sound, coded, 0),
                // Made anew while it is heard.
                Audition.song(with, one, null, sound, anew, 0));
        List<Project> all = new ArrayList<>(gapless);
        all.add(Audition.song(with, one, null, difference, anew, 0));
        all.add(Audition.song(with, one, null, difference, anew, 20));
        for (List<Project> ways : List.of(gapless, all)) {
            float[][] heard = room.heard(ways.getFirst(), 256, (engine, index) -> {
                if (index >= 100 && index % 25 == 0) {
                    engine.update(ways.get(index / 25 * 7 % ways.size()));
                }
                engine.tailFrames();
            });
            int end = heard[0].length - 3_000;
            // As in the test of the other flips: the sine, a fade in and one out, the steps of samples; and what coding
            // adds to a sine.
            assertThat(AuditionRoom.largestStep(heard[0], 5_000, end + 1))
                    .isLessThan(0.5 * step + 2 * 0.5 / (0.02 * RATE) + 2e-3);
            if (ways == gapless) {
                assertThat(AuditionRoom.softest(heard[0], 5_000, end)).isGreaterThan(0.15);
            }
        }
    }
}
