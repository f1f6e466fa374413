package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.param.Values;

class SaturationCurveTest {
    private static final int RATE = 48_000;

    private static double[] values(String... settings) {
        Values values = Values.INITIAL;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            var param = SaturationParams.ALL.get(SaturationParams.ALL.indexOf(setting.substring(0, equals)));
            values = values.with(param, param.parse(setting.substring(equals + 1)));
        }
        return SaturationParams.ALL.resolve(values);
    }

    /// The curve is what the sound follows: a tone in the middle of the spectrum comes out as the curve says. What the
    /// filter at 5 Hz turns it by (a third of a degree) and the oversampling's ripple stay below the tolerance.
    @ParameterizedTest
    @CsvSource({"soft, 12, 100", "soft, 3, 100", "hard, 9, 60"})
    void theSoundFollowsTheCurve(String curve, String drive, String mix) {
        double[] values = values("curve=" + curve, "drive=" + drive, "mix=" + mix);
        Effect effect = Saturation.TYPE.factory().get();
        effect.prepare(new Effect.Setup(RATE, 1, values));
        SaturationCurve drawn = new SaturationCurve(values);
        int n = 24_000;
        float[][] io = new float[1][n];
        for (int i = 0; i < n; i++) {
            io[0][i] = (float) (0.4 * Math.sin(2 * Math.PI * 1000 * i / RATE));
        }
        effect.process(io, null, 0, n);
        for (int i = n / 2; i < n; i++) {
            double x = 0.4 * Math.sin(2 * Math.PI * 1000 * (i - effect.latency()) / RATE);
            assertThat((double) io[0][i]).isEqualTo(drawn.output(x), within(0.02));
        }
    }

    @Test
    void withoutDriveItIsAStraightLine() {
        SaturationCurve curve = new SaturationCurve(values("drive=0"));
        assertThat(curve.output(0.7)).isEqualTo(0.7);
    }
}
