package studio.headroom.mastering.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Trim;
import studio.headroom.mastering.TrimmedSink;
import studio.headroom.project.Fade;

/// Every kind of finding is raised by a sound that has nothing else wrong, and sound programs raise none.
class FindingsTest {
    private static final int RATE = Programs.RATE;

    private static final Set<FindingKind> THROUGH_FADES = EnumSet.of(
            FindingKind.NO_SOUND,
            FindingKind.NOT_NUMBERS,
            FindingKind.CLIPPED,
            FindingKind.FLAT_TOPS,
            FindingKind.MONO_LOSS,
            FindingKind.LOW_END_PHASE,
            FindingKind.IMBALANCE,
            FindingKind.LOSSY,
            FindingKind.UPSAMPLED,
            FindingKind.PADDED_BITS);

    /// What is checked.
    private record Fixture(int rate, float[][] sound, Optional<SampleFormat> stored, OptionalDouble ceiling) {
        static Fixture of(float[][] sound) {
            return new Fixture(RATE, sound, Optional.empty(), OptionalDouble.empty());
        }

        QualityReport report() {
            return report(8192);
        }

        /// Of the sound as a delivery fades it.
        QualityReport faded(int frames, Fade.Shape shape) throws IOException {
            AudioFormat format = new AudioFormat(rate, sound.length);
            int all = sound[0].length;
            QualityScan scan = new QualityScan(format, stored, ceiling, false, true);
            Trim trim = new Trim(rate, all, 0, all, frames, frames, shape);
            TrimmedSink sink = new TrimmedSink(new ScanSink(format, scan), trim, scan::plain);
            for (int at = 0; at < all; at += 8192) {
                sink.write(sound, at, Math.min(8192, all - at));
            }
            return scan.finish();
        }

        QualityReport report(int block) {
            QualityScan scan = new QualityScan(new AudioFormat(rate, sound.length), stored, ceiling);
            for (int at = 0; at < sound[0].length; at += block) {
                scan.process(sound, at, Math.min(block, sound[0].length - at));
            }
            return scan.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void soundProgramsRaiseNothing(int rate) {
        for (float[][] program : List.of(Programs.music(rate), Programs.speech(rate), Programs.bursts(rate))) {
            for (float[][] sound : List.of(program, new float[][] {program[0]}, scaled(program, 0.5f))) {
                assertThat(new Fixture(rate, sound, Optional.of(SampleFormat.FLOAT32), OptionalDouble.of(-1))
                                .report()
                                .findings())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsRaisedByItsFixtureAlone(FindingKind kind) {
        List<Finding> findings = fixture(kind).report().findings();
        assertThat(findings).extracting(Finding::kind).containsExactly(kind);
        Finding finding = findings.getFirst();
        assertThat(finding.reason()).isNotBlank().doesNotContain("NaN", "Infinity");
        assertThat(finding.advice()).isNotBlank();
        assertThat(finding.places()).hasSizeBetween(1, Limits.MOST_PLACES);
        assertThat(finding.count()).isGreaterThanOrEqualTo(finding.places().size());
        assertThat(finding.from()).isBetween(0L, finding.to());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NOT_NUMBERS",
                "CLIPPED",
                "OVER_CEILING",
                "DROPOUT",
                "CLICK",
                "MONO_LOSS",
                "NOISE",
                "HUM",
                "LIMITED"
            })
    void theCutIntoBlocksChangesNothing(FindingKind kind) {
        Fixture fixture = fixture(kind);
        QualityReport whole = fixture.report();
        for (int block : new int[] {1, 333}) {
            assertThat(fixture.report(block)).isEqualTo(whole);
        }
    }

    /// Fades over a third of the sound each invent nothing, and hide nothing that is heard through them.
    @ParameterizedTest
    @EnumSource
    void fadesInventNothingAndHideNoDamage(FindingKind kind) throws IOException {
        Fixture fixture = fixture(kind);
        for (Fade.Shape shape : Fade.Shape.values()) {
            List<FindingKind> found = fixture.faded(4 * fixture.rate, shape).findings().stream()
                    .map(Finding::kind)
                    .toList();
            // What was cut ends in silence then, and soon after.
            assertThat(found)
                    .as(shape.name())
                    .isSubsetOf(kind, kind == FindingKind.CUT_TAIL ? FindingKind.SHORT_TAIL : kind);
            if (THROUGH_FADES.contains(kind)) {
                assertThat(found).as(shape.name()).containsExactly(kind);
            }
        }
    }

    @Test
    void sixDecibelsLessMoveLevelsBySixAndRatiosByNone() {
        for (FindingKind kind : List.of(FindingKind.NOISE, FindingKind.HUM, FindingKind.CUT_TAIL)) {
            Fixture fixture = fixture(kind);
            double before = value(fixture, kind);
            // Twice as loud rather than half: what is found stays above its limit.
            double after = value(Fixture.of(scaled(fixture.sound, 2)), kind);
            // The noise floor is read in steps of half a dB.
            assertThat(after).as(kind.id()).isCloseTo(before + 6.02, within(0.51));
        }
        for (FindingKind kind : List.of(FindingKind.IMBALANCE, FindingKind.MONO_LOSS, FindingKind.LOW_END_PHASE)) {
            Fixture fixture = fixture(kind);
            assertThat(value(Fixture.of(scaled(fixture.sound, 0.5f)), kind))
                    .as(kind.id())
                    .isCloseTo(value(fixture, kind), within(0.01));
        }
        Fixture dc = fixture(FindingKind.DC_OFFSET);
        assertThat(value(Fixture.of(scaled(dc.sound, 0.5f)), FindingKind.DC_OFFSET))
                .isCloseTo(value(dc, FindingKind.DC_OFFSET) / 2, within(1e-4));
    }

    @Test
    void clippingThatIsTurnedDownIsStillSeen() {
        Fixture clipped = fixture(FindingKind.CLIPPED);
        assertThat(Fixture.of(scaled(clipped.sound, 0.5f)).report().findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.FLAT_TOPS);
    }

    /// A step of 8 bits is as large as what tells a cut top from a round one.
    @Test
    void theStepsOfEightBitsAreNoClipping() {
        float[][] sound = Programs.music(RATE);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.round(row[i] * 128) / 128f;
            }
        }
        assertThat(Fixture.of(sound).report().findings())
                .extracting(Finding::kind)
                .contains(FindingKind.FLAT_TOPS);
        Fixture stored = new Fixture(RATE, sound, Optional.of(SampleFormat.INT8), OptionalDouble.empty());
        assertThat(stored.report().findings()).extracting(Finding::kind).doesNotContain(FindingKind.FLAT_TOPS);
    }

    @Test
    void peaksOverACeilingGoWithTheLevel() {
        float[][] hot = fixture(FindingKind.OVER_FULL_SCALE).sound;
        double peak = value(Fixture.of(hot), FindingKind.OVER_FULL_SCALE);
        Fixture asked = new Fixture(RATE, scaled(hot, 0.5f), Optional.empty(), OptionalDouble.of(-9));
        // Both are read with the same interpolator; float32 rounding remains.
        assertThat(value(asked, FindingKind.OVER_CEILING)).isCloseTo(peak - 6.0206, within(0.001));
        assertThat(Fixture.of(scaled(hot, 0.5f)).report().findings()).isEmpty();
    }

    @Test
    void placesAreWhereTheTroubleIs() {
        for (FindingKind kind : List.of(FindingKind.CLICK, FindingKind.DROPOUT, FindingKind.NOT_NUMBERS)) {
            Finding finding = fixture(kind).report().findings().getFirst();
            assertThat(finding.count()).as(kind.id()).isEqualTo(1);
            // A click is told to within a step of its detector, 0.7 ms.
            assertThat((double) finding.from() / RATE).as(kind.id()).isCloseTo(5.35, within(0.002));
        }
    }

    @Test
    void manyPlacesAreCountedAndTheFirstKept() {
        float[][] sound = Programs.music(RATE);
        for (int i = 0; i < 90; i++) {
            sound[0][RATE + i * RATE / 10] = Float.NaN;
        }
        Finding finding = Fixture.of(sound).report().findings().getFirst();
        assertThat(finding.kind()).isEqualTo(FindingKind.NOT_NUMBERS);
        assertThat(finding.places()).hasSizeLessThanOrEqualTo(Limits.MOST_PLACES);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 22_050, 192_000, 384_000})
    void strangeRatesAreChecked(int rate) {
        float[][] program = Programs.bursts(rate);
        assertThat(new Fixture(rate, program, Optional.empty(), OptionalDouble.empty())
                        .report()
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 47})
    void nearlyNothingIsNoError(int frames) {
        for (float value : new float[] {0, 0.5f, Float.NaN, Float.NEGATIVE_INFINITY, 1e30f, Float.MIN_VALUE}) {
            for (int rate : new int[] {1, 8000, 768_000}) {
                float[][] sound = new float[2][frames];
                Arrays.stream(sound).forEach(row -> Arrays.fill(row, value));
                QualityReport report =
                        new Fixture(rate, sound, Optional.of(SampleFormat.FLOAT32), OptionalDouble.empty()).report();
                assertThat(report.frames()).isEqualTo(frames);
                if (frames == 0 || value == 0) {
                    assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.NO_SOUND);
                }
                assertThat(new TreeSet<>(
                                report.findings().stream().map(Finding::kind).toList()))
                        .hasSameSizeAs(report.findings());
            }
        }
    }

    private static double value(Fixture fixture, FindingKind kind) {
        return fixture.report().findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " is not found"))
                .value();
    }

    /// A converter from 24 kHz and Opus of few bits end alike: both are said.
    @Test
    void whatEndsWhereLossyFilesOfFewBitsEndIsNotSaidToBeConvertedUpAlone() {
        Fixture low = Fixture.of(lowPassed(RATE, 11_500));
        assertThat(low.report().findings())
                .filteredOn(finding -> finding.kind() == FindingKind.UPSAMPLED)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.reason()).contains("from 24 kHz", "or made from an Opus, MP3 or AAC file"));
        Fixture high = new Fixture(96_000, lowPassed(96_000, 22_000), Optional.empty(), OptionalDouble.empty());
        assertThat(high.report().findings())
                .filteredOn(finding -> finding.kind() == FindingKind.UPSAMPLED)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.reason()).contains("from 48 kHz").doesNotContain("Opus"));
    }

    private static Fixture fixture(FindingKind kind) {
        return switch (kind) {
            case OVER_CEILING -> new Fixture(RATE, Programs.music(RATE), Optional.empty(), OptionalDouble.of(-12));
            case PADDED_BITS ->
                new Fixture(
                        RATE, rounded(Programs.music(RATE)), Optional.of(SampleFormat.INT24), OptionalDouble.empty());
            case UPSAMPLED -> new Fixture(96_000, lowPassed(96_000, 22_000), Optional.empty(), OptionalDouble.empty());
            case LOSSY -> Fixture.of(lowPassed(RATE, 16_000));
            default -> Fixture.of(sound(kind));
        };
    }

    private static float[][] sound(FindingKind kind) {
        float[][] sound = Programs.music(RATE);
        int at = (int) (5.35 * RATE);
        switch (kind) {
            case NO_SOUND -> Arrays.stream(sound).forEach(row -> Arrays.fill(row, 0));
            case NOT_NUMBERS -> sound[1][at] = Float.NaN;
            case CLIPPED -> limit(sound, 2, 1f);
            case FLAT_TOPS -> limit(sound, 2, 0.5f);
            case OVER_FULL_SCALE -> between(sound, at);
            case DROPOUT -> Arrays.stream(sound).forEach(row -> Arrays.fill(row, at, at + 960, 0));
            case CLICK -> sound[0][at] += 0.4f;
            case CUT_START -> sound = part(sound, (int) (1.01 * RATE), sound[0].length);
            case CUT_TAIL -> sound = part(sound, 0, 10 * RATE);
            case MONO_LOSS -> add(sound, 700, 1100, 0.05, -1);
            case LOW_END_PHASE -> add(sound, 40, 46, 0.1, -1);
            case IMBALANCE -> sound[1] = scaled(sound, 0.7f)[1];
            case DC_OFFSET -> Arrays.stream(sound).forEach(row -> shift(row, 0.005f));
            case TOO_HOT -> squash(sound);
            case LIMITED -> ticks(sound);
            case NOISE -> sound = noisy();
            case HUM -> hum(sound);
            case GAP -> sound = joined(sound, new float[2][2 * RATE], sound);
            case LONG_HEAD -> sound = joined(new float[2][2 * RATE], sound);
            case LONG_TAIL -> sound = joined(sound, new float[2][7 * RATE]);
            case SHORT_HEAD -> sound = part(sound, (int) (0.15 * RATE), sound[0].length);
            case SHORT_TAIL -> sound = part(sound, 0, (int) (11.79 * RATE) - RATE / 50);
            case DENORMALS -> sound[0][10] = 1e-40f;
            default -> throw new AssertionError(kind);
        }
        return sound;
    }

    private static float[][] scaled(float[][] sound, float gain) {
        float[][] scaled = new float[sound.length][sound[0].length];
        for (int c = 0; c < sound.length; c++) {
            for (int i = 0; i < sound[c].length; i++) {
                scaled[c][i] = gain * sound[c][i];
            }
        }
        return scaled;
    }

    private static void shift(float[] row, float offset) {
        for (int i = 0; i < row.length; i++) {
            row[i] += offset;
        }
    }

    /// Makes it louder and cuts off what is above `top`.
    private static void limit(float[][] sound, float gain, float top) {
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.clamp(gain * row[i], -top, top);
            }
        }
    }

    /// A tone at a quarter of the rate whose samples lie 3 dB below its peaks.
    private static void between(float[][] sound, int at) {
        for (int i = 0; i < 4800; i++) {
            double envelope = Math.sin(Math.PI * i / 4800);
            for (float[] row : sound) {
                row[at + i] =
                        (float) (0.2 * row[at + i] + 0.98 * 1.1 * envelope * Math.sin(Math.PI / 2 * i + Math.PI / 4));
            }
        }
    }

    /// A dense passage that a soft curve holds down; no two peaks end at the same level.
    private static void squash(float[][] sound) {
        SplittableRandom random = new SplittableRandom(9);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                double t = (double) i / RATE;
                double fade = Math.clamp(Math.min((t - 0.15) / 0.02, (11.5 - t) / 0.5), 0, 1);
                double drift = 0.4 + 0.03 * Math.sin(t);
                row[i] = (float) (fade * fade * drift * Math.tanh(3 * row[i] + 3 * Programs.noise(random)));
            }
        }
    }

    /// Short tones that all reach the same peak, 50 a second.
    private static void ticks(float[][] sound) {
        for (int i = (int) (0.2 * RATE); i < 11 * RATE; i++) {
            int in = i % (RATE / 50);
            double pulse = in < 192
                    ? Math.pow(Math.sin(Math.PI * in / 192), 2) * Math.sin(2 * Math.PI * (in - 96) / 48.0 + Math.PI / 2)
                    : 0;
            for (float[] row : sound) {
                row[i] = (float) (0.005 * row[i] + 0.7 * pulse);
            }
        }
    }

    private static void hum(float[][] sound) {
        for (int i = 0; i < sound[0].length; i++) {
            double t = (double) i / RATE;
            double x = 0.02 * Programs.sine(50, t) + 0.01 * Programs.sine(100, t) + 0.005 * Programs.sine(150, t);
            double edge = Math.clamp(Math.min((t - 0.02) / 0.1, (11.8 - t) / 0.3), 0, 1);
            for (float[] row : sound) {
                row[i] += (float) (edge * edge * x);
            }
        }
    }

    /// Speech with pauses that are not silent.
    private static float[][] noisy() {
        SplittableRandom random = new SplittableRandom(8);
        float[][] sound = Programs.speech(RATE);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                double t = (double) i / RATE;
                double edge = Math.clamp(Math.min((t - 0.02) / 0.1, (11.8 - t) / 0.3), 0, 1);
                row[i] += (float) (0.003 * edge * edge * Programs.noise(random));
            }
        }
        return sound;
    }

    /// Adds tones of one band, opposite on the right where `side` is -1.
    private static void add(float[][] sound, double from, double to, double level, int side) {
        for (int i = 0; i < sound[0].length; i++) {
            double t = (double) i / RATE;
            double edge = Math.clamp(Math.min((t - 0.15) / 0.1, (11.5 - t) / 0.3), 0, 1);
            double x = 0;
            for (int n = 0; n < 5; n++) {
                x += Programs.sine(from + (to - from) * n / 4.3, t);
            }
            sound[0][i] = (float) (0.5 * sound[0][i] + level * edge * edge * x);
            sound[1][i] = (float) (0.5 * sound[1][i] + side * level * edge * edge * x);
        }
    }

    private static float[][] rounded(float[][] sound) {
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.round(row[i] * 32_768f) / 32_768f;
            }
        }
        return sound;
    }

    /// Bursts of noise with nothing above `cutoff`: 401 taps of a windowed sinc.
    private static float[][] lowPassed(int rate, double cutoff) {
        int half = 200;
        double[] taps = new double[2 * half + 1];
        for (int k = -half; k <= half; k++) {
            double x = 2 * cutoff / rate * k;
            double sinc = k == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double blackman = 0.42 + 0.5 * Math.cos(Math.PI * k / half) + 0.08 * Math.cos(2 * Math.PI * k / half);
            taps[k + half] = 2 * cutoff / rate * sinc * blackman;
        }
        float[][] bursts = Programs.bursts(rate);
        List<float[]> rows = new ArrayList<>();
        float[] in = bursts[0];
        float[] out = new float[in.length];
        for (int i = half; i < in.length - half; i++) {
            double sum = 0;
            for (int k = -half; k <= half; k++) {
                sum += taps[k + half] * in[i - k];
            }
            out[i] = (float) sum;
        }
        rows.add(out);
        return rows.toArray(float[][]::new);
    }

    private static float[][] part(float[][] sound, int from, int to) {
        float[][] part = new float[sound.length][];
        for (int c = 0; c < sound.length; c++) {
            part[c] = Arrays.copyOfRange(sound[c], from, to);
        }
        return part;
    }

    private static float[][] joined(float[][]... parts) {
        int frames = Arrays.stream(parts).mapToInt(part -> part[0].length).sum();
        float[][] joined = new float[2][frames];
        int at = 0;
        for (float[][] part : parts) {
            for (int c = 0; c < 2; c++) {
                System.arraycopy(part[c], 0, joined[c], at, part[c].length);
            }
            at += part[0].length;
        }
        return joined;
    }
}
