package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

/// The level at which a service plays the master.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlayoutTest {
    /// A service that raises and limits is heard through that limiter: the sound is that of the chain with the limiter
    /// behind it, sample for sample, and the file knows nothing of it.
    @Test
    void aServiceThatLimitsIsHeardThroughItsLimiter(@TempDir Path folder) throws IOException {
        AuditionRoom room = new AuditionRoom(folder);
        List<Insert> playout = Playout.of(4, -1);
        assertThat(playout).extracting(Insert::type).containsExactly("limiter");
        Project played = Audition.song(room.song, room.print, null, Audition.Wanted.MASTER);
        float[][] heard = room.heardThrough(played, playout);

        List<Insert> all = new ArrayList<>(room.song.mastering().chain());
        all.addAll(playout);
        assertThat(AuditionRoom.mismatch(room.master(room.print, all), heard)).isEqualTo(-1);

        double highest = 0;
        for (float[] row : heard) {
            for (float x : row) {
                highest = Math.max(highest, Math.abs(x));
            }
        }
        assertThat(20 * Math.log10(highest)).isLessThanOrEqualTo(-1 + 0.01);
        double asItIs = new ChainLoudness()
                .of(room.print.file(), room.song.mastering().chain(), Progress.NONE)
                .lufs();
        assertThat(ProgramMeter.measure(AuditionRoom.RATE, heard).integratedLufs())
                .isBetween(asItIs + 1, asItIs + 4.05);
    }

    @Test
    void whatTheListenersVolumeCannotRaiseIsRaisedByAnEffect() {
        assertThat(Playout.of(-3, -1)).isEmpty();
        assertThat(Playout.of(5, Double.NaN)).isEmpty();
        assertThat(Playout.of(9, Double.NaN)).singleElement().satisfies(insert -> {
            assertThat(insert.type()).isEqualTo("utility");
            assertThat(insert.values().asMap()).containsExactly(Map.entry("gain", 9.0));
        });
    }
}
