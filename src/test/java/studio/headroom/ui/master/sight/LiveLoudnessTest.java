package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.meter.MasterMeter;

/// Which figures there are of what is heard.
class LiveLoudnessTest {
    private static final int RATE = 48_000;

    private final MasterMeter meter = new MasterMeter(RATE);
    private final AtomicBoolean begun = new AtomicBoolean();
    private final LiveLoudness loudness = new LiveLoudness(meter, begun::get);

    /// Two seconds of 1 kHz on both sides.
    private void sound(double db) {
        double peak = Math.pow(10, db / 20);
        float[][] sine = new float[2][2 * RATE];
        for (int i = 0; i < sine[0].length; i++) {
            sine[0][i] = (float) (peak * Math.sin(2 * Math.PI * 1000 * i / RATE));
            sine[1][i] = sine[0][i];
        }
        meter.process(sine, 0, sine[0].length);
    }

    @Test
    void untilItBeginsNoFigureTellsOfWhatSoundedBefore() {
        sound(-43);
        loudness.frame(1);
        assertThat(loudness.integrated()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(loudness.highestMomentary()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(loudness.truePeak()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(loudness.psr()).isNaN();
        assertThat(loudness.plr()).isNaN();
    }

    @Test
    void onceItHasBegunItTellsHowLoudThatIs() {
        begun.set(true);
        sound(-20);
        loudness.frame(1);
        // A sine of 1 kHz on both sides is as loud as its peak in dBFS: EBU Tech 3341.
        assertThat(loudness.integrated()).isEqualTo(-20, within(0.1));
        assertThat(loudness.truePeak()).isEqualTo(-20, within(0.1));
    }
}
