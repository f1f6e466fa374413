package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Effects that can be on the middle, the sides or one channel alone.
class StereoPartTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 12_000;

    private static final Map<String, Map<String, Double>> WORKING = Map.of(
            "compressor", Map.of("threshold", -40.0, "ratio", 4.0, "makeup", 2.0),
            "saturation", Map.of("drive", 18.0, "output", -2.0),
            "de-esser", Map.of("sensitivity", 100.0, "low.freq", 1000.0, "range", 20.0),
            "clipper", Map.of("gain", 6.0, "ceiling", -12.0, "knee", 50.0));

    private static final Map<String, Map<String, Double>> IDLE = Map.of(
            "compressor", Map.of("threshold", 0.0, "knee", 0.0),
            "saturation", Map.of("drive", 0.0),
            "de-esser", Map.of("detect", 0.0, "threshold", 0.0),
            "clipper", Map.of("ceiling", 0.0, "knee", 0.0));

    static List<Arguments> everyPart() {
        return WORKING.keySet().stream()
                .sorted()
                .flatMap(type -> Stream.of("mid", "side", "left", "right").map(part -> Arguments.of(type, part)))
                .toList();
    }

    static List<String> everyType() {
        return WORKING.keySet().stream().sorted().toList();
    }

    private static Rig rig(String type, int channels, String part, Map<String, Double> more) {
        EffectType effect = Catalogue.find(type).orElseThrow();
        double[] values = Rig.initial(effect);
        more.forEach((id, value) -> values[effect.params().indexOf(id)] = value);
        int channel = effect.params().indexOf("channels");
        values[channel] = effect.params().get(channel).parse(part);
        return new Rig(effect, RATE, channels, values);
    }

    private static float[] part(float[][] io, String part) {
        if (part.equals("left") || part.equals("right")) {
            return io[part.equals("left") ? 0 : 1].clone();
        }
        float sign = part.equals("mid") ? 1 : -1;
        float[] out = new float[io[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.5f * (io[0][i] + sign * io[1][i]);
        }
        return out;
    }

    private static String rest(String part) {
        return switch (part) {
            case "mid" -> "side";
            case "side" -> "mid";
            case "left" -> "right";
            default -> "left";
        };
    }

    /// The part that is worked on is what the effect makes of it alone, and the other one stays.
    @ParameterizedTest
    @MethodSource("everyPart")
    void onePartIsWorkedOnAndTheOtherStays(String type, String part) {
        float[][] input = Rig.lively(2, FRAMES, RATE, 3);
        float[] alone = part(input, part);
        float[] expected = rig(type, 1, "stereo", WORKING.get(type)).run(new float[][] {alone.clone()})[0];
        Rig rig = rig(type, 2, part, WORKING.get(type));
        int late = rig.effect.latency();
        float[][] output = rig.run(input);
        float[] worked = part(output, part);
        float[] other = part(output, rest(part));
        float[] left = part(input, rest(part));
        boolean changed = false;
        for (int i = late; i < FRAMES; i++) {
            // Sums and differences of 32-bit floats are rounded a few times.
            assertThat(worked[i]).as("frame " + i).isEqualTo(expected[i], within(1e-6f));
            assertThat(other[i]).as("frame " + i).isEqualTo(left[i - late], within(1e-6f));
            changed |= Math.abs(worked[i] - alone[i - late]) > 0.01;
        }
        assertThat(changed).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyPart")
    void withNothingToDoItIsTheInputToTheBit(String type, String part) {
        float[][] input = Rig.lively(2, FRAMES, RATE, 4);
        // Peaks between the samples stay under the clipper's ceiling, too.
        for (float[] row : input) {
            for (int i = 0; i < FRAMES; i++) {
                row[i] *= 0.5f;
            }
        }
        Rig rig = rig(type, 2, part, IDLE.get(type));
        int late = rig.effect.latency();
        float[][] output = rig.run(input);
        for (int c = 0; c < 2; c++) {
            for (int i = late; i < FRAMES; i++) {
                assertThat(output[c][i]).isEqualTo(input[c][i - late]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void aMonoSoundIsAllMiddleAndHasNoSides(String type) {
        float[][] input = Rig.lively(1, FRAMES, RATE, 5);
        float[][] plain = rig(type, 1, "stereo", WORKING.get(type)).run(input);
        for (String part : List.of("mid", "left", "right")) {
            assertThat(rig(type, 1, part, WORKING.get(type)).run(input)).isDeepEqualTo(plain);
        }
        Rig sides = rig(type, 1, "side", WORKING.get(type));
        int late = sides.effect.latency();
        float[][] output = sides.run(input);
        for (int i = late; i < FRAMES; i++) {
            assertThat(output[0][i]).isEqualTo(input[0][i - late]);
        }
    }

    /// What is heard with `delta` is what the clipper has taken of its part, and nothing of the other one.
    @ParameterizedTest
    @ValueSource(strings = {"mid", "side", "left", "right"})
    void theClippersDeltaIsThatOfThePart(String part) {
        Map<String, Double> hot = Map.of("gain", 0.0, "ceiling", -14.0);
        Map<String, Double> listening = Map.of("gain", 0.0, "ceiling", -14.0, "delta", 1.0);
        float[][] input = Rig.lively(2, FRAMES, RATE, 7);
        float[] taken = rig("clipper", 1, "stereo", listening).run(new float[][] {part(input, part)})[0];
        float[][] heard = rig("clipper", 2, part, listening).run(input);
        assertThat(Rig.rms(taken)).isGreaterThan(0.001);
        assertThat(rig("clipper", 2, part, hot).run(input)).isNotEqualTo(heard);
        float[] worked = part(heard, part);
        float[] other = part(heard, rest(part));
        for (int i = 0; i < FRAMES; i++) {
            assertThat(worked[i]).as("frame " + i).isEqualTo(taken[i], within(1e-6f));
            assertThat(other[i]).as("frame " + i).isEqualTo(0, within(1e-7f));
        }
    }

    /// Crossovers turn phases, so the part that is left alone passes them as well: as it would without reduction.
    @ParameterizedTest
    @ValueSource(strings = {"mid", "side", "left", "right"})
    void theBandsOfOnePartAreTurnedDownAndTheOtherStaysInPhase(String part) {
        Map<String, Double> low = Map.of("band1.threshold", -50.0, "band2.threshold", -50.0, "band3.gain", -3.0);
        Map<String, Double> idle = new java.util.HashMap<>();
        for (int band = 1; band <= 5; band++) {
            idle.put("band" + band + ".threshold", 0.0);
            idle.put("band" + band + ".ratio", 1.0);
        }
        float[][] input = Rig.lively(2, FRAMES, RATE, 6);
        float[] worked = rig("multiband", 1, "stereo", low).run(new float[][] {part(input, part)})[0];
        float[] left = rig("multiband", 1, "stereo", idle).run(new float[][] {part(input, rest(part))})[0];
        float[][] output = rig("multiband", 2, part, low).run(input);
        float[] changed = part(output, part);
        float[] other = part(output, rest(part));
        for (int i = 0; i < FRAMES; i++) {
            assertThat(changed[i]).as("frame " + i).isEqualTo(worked[i], within(2e-6f));
            assertThat(other[i]).as("frame " + i).isEqualTo(left[i], within(2e-6f));
        }
    }
}
