package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Effects that can be on the middle or the sides alone.
class MidSideTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 12_000;

    private static final Map<String, Map<String, Double>> WORKING = Map.of(
            "compressor", Map.of("threshold", -40.0, "ratio", 4.0, "makeup", 2.0),
            "saturation", Map.of("drive", 18.0, "output", -2.0));

    private static Rig rig(String type, int channels, double mode, Map<String, Double> more) {
        EffectType effect = Catalogue.find(type).orElseThrow();
        double[] values = Rig.initial(effect);
        more.forEach((id, value) -> values[effect.params().indexOf(id)] = value);
        values[effect.params().indexOf("channels")] = mode;
        return new Rig(effect, RATE, channels, values);
    }

    private static float[] part(float[][] io, int sign) {
        float[] part = new float[io[0].length];
        for (int i = 0; i < part.length; i++) {
            part[i] = 0.5f * (io[0][i] + sign * io[1][i]);
        }
        return part;
    }

    /// The part that is worked on is what the effect makes of it alone, and the other one stays.
    @ParameterizedTest
    @CsvSource({"compressor, 1", "compressor, 2", "saturation, 1", "saturation, 2"})
    void onePartIsWorkedOnAndTheOtherStays(String type, double mode) {
        float[][] input = Rig.lively(2, FRAMES, RATE, 3);
        int sign = mode == 1 ? 1 : -1;
        float[][] expected = rig(type, 1, 0, WORKING.get(type)).run(new float[][] {part(input, sign)});
        Rig rig = rig(type, 2, mode, WORKING.get(type));
        int late = rig.effect.latency();
        float[][] output = rig.run(input);
        float[] worked = part(output, sign);
        float[] rest = part(output, -sign);
        float[] left = part(input, -sign);
        for (int i = 0; i < FRAMES; i++) {
            // Sums and differences of 32-bit floats are rounded a few times.
            assertThat(worked[i]).as("frame " + i).isEqualTo(expected[0][i], within(1e-6f));
            assertThat(rest[i]).as("frame " + i).isEqualTo(i < late ? 0 : left[i - late], within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({"compressor, 1", "compressor, 2", "saturation, 1", "saturation, 2"})
    void withNothingToDoItIsTheInputToTheBit(String type, double mode) {
        Map<String, Double> idle =
                type.equals("compressor") ? Map.of("threshold", 0.0, "knee", 0.0) : Map.of("drive", 0.0);
        float[][] input = Rig.lively(2, FRAMES, RATE, 4);
        Rig rig = rig(type, 2, mode, idle);
        int late = rig.effect.latency();
        float[][] output = rig.run(input);
        for (int c = 0; c < 2; c++) {
            for (int i = late; i < FRAMES; i++) {
                assertThat(output[c][i]).isEqualTo(input[c][i - late]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressor", "saturation"})
    void aMonoSoundIsAllMiddleAndHasNoSides(String type) {
        float[][] input = Rig.lively(1, FRAMES, RATE, 5);
        float[][] plain = rig(type, 1, 0, WORKING.get(type)).run(input);
        assertThat(rig(type, 1, 1, WORKING.get(type)).run(input)).isDeepEqualTo(plain);
        Rig sides = rig(type, 1, 2, WORKING.get(type));
        int late = sides.effect.latency();
        float[][] output = sides.run(input);
        for (int i = late; i < FRAMES; i++) {
            assertThat(output[0][i]).isEqualTo(input[0][i - late]);
        }
    }

    /// Crossovers turn phases, so the part that is left alone passes them as well: as it would without reduction.
    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void theBandsOfOnePartAreTurnedDownAndTheOtherStaysInPhase(double mode) {
        Map<String, Double> low = Map.of("band1.threshold", -50.0, "band2.threshold", -50.0, "band3.gain", -3.0);
        Map<String, Double> idle = new java.util.HashMap<>();
        for (int band = 1; band <= 5; band++) {
            idle.put("band" + band + ".threshold", 0.0);
            idle.put("band" + band + ".ratio", 1.0);
        }
        float[][] input = Rig.lively(2, FRAMES, RATE, 6);
        int sign = mode == 1 ? 1 : -1;
        float[] worked = rig("multiband", 1, 0, low).run(new float[][] {part(input, sign)})[0];
        float[] left = rig("multiband", 1, 0, idle).run(new float[][] {part(input, -sign)})[0];
        float[][] output = rig("multiband", 2, mode, low).run(input);
        float[] changed = part(output, sign);
        float[] rest = part(output, -sign);
        for (int i = 0; i < FRAMES; i++) {
            assertThat(changed[i]).as("frame " + i).isEqualTo(worked[i], within(2e-6f));
            assertThat(rest[i]).as("frame " + i).isEqualTo(left[i], within(2e-6f));
        }
    }
}
