package studio.headroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.headroom.engine.meter.MasterMeter;

class ProgramLevelTest {
    @Test
    void headroomAndPeakToLoudnessAreToldFromTruePeakAndLoudness() {
        ProgramLevel level = new ProgramLevel(-16.1, -4.2);
        assertThat(level.headroom()).isEqualTo("4.2");
        assertThat(level.plr()).isEqualTo("11.9");
        assertThat(level.isOver()).isFalse();
        ProgramLevel over = new ProgramLevel(-8, 1.5);
        assertThat(over.headroom()).isEqualTo("−1.5");
        assertThat(over.isOver()).isTrue();
    }

    @Test
    void silenceHasNeither() {
        assertThat(ProgramLevel.SILENT.headroom()).isEqualTo("–");
        assertThat(ProgramLevel.SILENT.plr()).isEqualTo("–");
        // Peaks alone, before a block has passed the gates.
        assertThat(new ProgramLevel(Double.NEGATIVE_INFINITY, -12).plr()).isEqualTo("–");
        assertThat(new ProgramLevel(Double.NEGATIVE_INFINITY, -12).headroom()).isEqualTo("12.0");
    }

    @Test
    void aSineAtMinusSixHasThatHeadroomAndHardlyMorePeakThanLoudness() {
        MasterMeter meter = new MasterMeter(48_000);
        float[][] sine = new float[2][48_000];
        for (int i = 0; i < 48_000; i++) {
            sine[0][i] = sine[1][i] = (float) (0.5 * Math.sin(2 * Math.PI * 997 * i / 48_000));
        }
        for (int i = 0; i < 4; i++) {
            meter.process(sine, 0, 48_000);
        }
        ProgramLevel level = ProgramLevel.of(meter);
        assertThat(level.headroom()).isEqualTo("6.0");
        // BS.1770: a 997 Hz sine at full scale in one channel reads -3.01 LUFS, in both 0.0.
        assertThat(level.plr()).isEqualTo("0.0");
    }
}
