package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.effects.Wet.Power;
import studio.headroom.effects.Wet.Spectrum;

/// How the reverb dies away: in time, in every octave, in a straight line.
class ReverbDecayTest {
    private static final double[] OCTAVES = {125, 250, 500, 1000, 2000, 4000, 8000};

    @ParameterizedTest(name = "{0} {1} s at {2} Hz")
    @CsvSource({
        "hall, 0.5, 44100",
        "hall, 2, 44100",
        "hall, 6, 44100",
        "hall, 0.5, 48000",
        "hall, 2, 48000",
        "hall, 6, 48000",
        "hall, 0.5, 96000",
        "hall, 2, 96000",
        "hall, 6, 96000",
        "room, 0.5, 48000",
        "room, 2, 48000",
        "plate, 0.5, 48000",
        "plate, 2, 48000",
        "chamber, 0.5, 48000",
        "chamber, 2, 48000"
    })
    void theDecayTimeOfEveryOctaveIsWhatIsSet(String type, double seconds, int rate) {
        List<Spectrum> responses = new ArrayList<>();
        // A short decay holds so few independent samples in its low octaves that they scatter by 5 % by themselves;
        // spaces of
        // nearly the same size are more samples of the same.
        for (String size : seconds < 1 ? List.of("70", "80", "90", "100", "112", "126", "140") : List.of("100")) {
            responses.addAll(responses(rate, seconds, "type=" + type, "size=" + size));
        }
        for (double octave : OCTAVES) {
            assertThat(Wet.decayTime(octave(responses, octave)))
                    .as("%s Hz", octave)
                    .isCloseTo(seconds, Percentage.withPercentage(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void lowsAndHighsDecayByTheirOwnMultiples(String type) {
        List<Spectrum> responses = responses(
                48_000, 2, "type=" + type, "low.decay=150", "low.freq=500", "high.decay=50", "high.freq=4000");
        // First-order crossovers: three octaves away, 1.5 % of the difference in dB is left.
        assertThat(Wet.decayTime(octave(responses, 63))).isCloseTo(3, Percentage.withPercentage(7));
        assertThat(Wet.decayTime(octave(responses, 16_000))).isCloseTo(1, Percentage.withPercentage(5));
        // Halfway in dB at a crossover, that is 1 / ((1/2 + 1/1) / 2); the octave's lower half outlasts it.
        assertThat(Wet.decayTime(octave(responses, 4000))).isCloseTo(1.38, Percentage.withPercentage(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "hall", "plate", "chamber"})
    void theTailFallsInAStraightLine(String type) {
        Power power = octave(responses(48_000, 2, "type=" + type), 1000);
        double[] curve = Wet.decayCurve(power.values());
        int start = (int) (0.2 * power.rate());
        double worst = 0;
        for (int t = start; curve[t] > -60; t++) {
            double ideal = curve[start] - 60.0 / 2 * (t - start) / power.rate();
            worst = Math.max(worst, Math.abs(curve[t] - ideal));
        }
        // 5 % of the 54 dB that are left.
        assertThat(worst).isLessThan(2.7);
    }

    /// Responses to impulses into either side, on both sides.
    private static List<Spectrum> responses(int rate, double seconds, String... settings) {
        List<String> all = new ArrayList<>(
                List.of("predelay=0", "lowCut=20", "highCut=20000", "balance=100", "low.decay=100", "high.decay=100"));
        all.add("decay=" + seconds + "s");
        all.addAll(List.of(settings));
        List<Spectrum> responses = new ArrayList<>();
        for (int from = 0; from < 2; from++) {
            Effect effect = Wet.effect(Reverb.TYPE, rate, 2, all.toArray(new String[0]));
            for (float[] side : Wet.impulse(effect, from, (int) ((1.1 * seconds + 0.3) * rate))) {
                responses.add(Wet.spectrum(side, rate));
            }
        }
        return responses;
    }

    private static Power octave(List<Spectrum> responses, double center) {
        Power sum = Wet.bandPower(responses.getFirst(), center / Math.sqrt(2), center * Math.sqrt(2));
        for (Spectrum response : responses.subList(1, responses.size())) {
            sum.add(Wet.bandPower(response, center / Math.sqrt(2), center * Math.sqrt(2)));
        }
        return sum;
    }
}
