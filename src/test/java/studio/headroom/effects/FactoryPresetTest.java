package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Param;
import studio.headroom.param.Range;

class FactoryPresetTest {
    private static final Path FILE = Path.of("src/main/resources/studio/headroom/effects/presets.tsv");
    /// What is for finding a setting, or set by the song.
    private static final Set<String> NEVER = Set.of("delta", "listen", "solo", "bpm", "mute");

    static List<Named<EffectType>> everyType() {
        return Catalogue.types().stream().map(type -> Named.of(type.id(), type)).toList();
    }

    static Stream<Named<FactoryPreset>> everyPreset() {
        return Catalogue.types().stream()
                .flatMap(type -> FactoryPreset.of(type).stream())
                .map(preset -> Named.of(preset.type() + ": " + preset.name(), preset));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void anEffectHasSomePresetsNamedByTheirJob(EffectType type) {
        List<FactoryPreset> presets = FactoryPreset.of(type);
        assertThat(presets).hasSizeBetween(3, 7);
        Set<Object> seen = new HashSet<>();
        for (FactoryPreset preset : presets) {
            assertThat(preset.name())
                    .matches("[A-Z][^–]+ – [^–]+")
                    .doesNotEndWith(".")
                    .hasSizeLessThan(48);
            assertThat(seen.add(preset.name())).as(preset.name()).isTrue();
            assertThat(seen.add(preset.values())).as(preset.name()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everyPreset")
    void aPresetSetsNoMonitoringAndSoundsAtAUsefulLevel(FactoryPreset preset) {
        EffectType type = Catalogue.find(preset.type()).orElseThrow();
        for (String id : preset.values().asMap().keySet()) {
            assertThat(NEVER).doesNotContain(id.substring(id.lastIndexOf('.') + 1));
        }
        double[] values = type.params().resolve(preset.values());
        float[][] music = Rig.lively(2, 96_000, 48_000, 7);
        float[][] out = new Rig(type, 48_000, 2, values).run(music);
        double change = 20
                * Math.log10(Rig.rms(Rig.slice(out, 48_000, 96_000)[0]) / Rig.rms(Rig.slice(music, 48_000, 96_000)[0]));
        // A return alone may be soft, a driven limiter loud.
        assertThat(change).isBetween(-18.0, 9.0);
        assertThat(Rig.firstNotFinite(out, 0)).isEqualTo(-1);
    }

    /// What a preset is for is heard: with it music does not come out as it went in.
    @ParameterizedTest
    @MethodSource("everyPreset")
    void aPresetDoesSomething(FactoryPreset preset) {
        EffectType type = Catalogue.find(preset.type()).orElseThrow();
        Rig rig = new Rig(type, 48_000, 2, type.params().resolve(preset.values()));
        float[][] music = Rig.lively(2, 48_000, 48_000, 7);
        for (float[] row : music) {
            for (int i = 0; i < row.length; i++) {
                // Loud, and from half a second on as soft as what bleeds into other microphones.
                row[i] *= i < 24_000 ? 1f : 0.02f;
            }
        }
        float[][] out = rig.run(music);
        int late = rig.effect.latency();
        double most = 0;
        for (int i = late; i < 48_000; i++) {
            most = Math.max(most, Math.abs(out[0][i] - music[0][i - late]) / (i - late < 24_000 ? 1 : 0.02));
        }
        assertThat(most).isGreaterThan(0.01);
    }

    /// Between hits, 60 dB under them, all bands are down as far as they go; at hits they are open.
    @Test
    void whatExpandsClosesBetweenHitsAndOpensAtThem() {
        List<FactoryPreset> expanders = FactoryPreset.of(Multiband.TYPE).stream()
                .filter(preset -> preset.values().asMap().containsKey("band1.mode"))
                .toList();
        assertThat(expanders).isNotEmpty();
        for (FactoryPreset preset : expanders) {
            double[] values = Multiband.TYPE.params().resolve(preset.values());
            Rig rig = new Rig(Multiband.TYPE, 48_000, 2, values);
            rig.run(Rig.noise(2, 48_000, 0.7, 1));
            for (int b = 0; b < 3; b++) {
                assertThat(rig.effect.bandGainDb(b))
                        .as("%s, band %s", preset.name(), b)
                        .isGreaterThan(-2);
            }
            rig.run(Rig.noise(2, 48_000, 0.0007, 2));
            for (int b = 0; b < 3; b++) {
                double range = values[MultibandParams.band(b) + MultibandParams.RANGE];
                assertThat(rig.effect.bandGainDb(b))
                        .as("%s, band %s", preset.name(), b)
                        .isCloseTo(-range, within(0.5));
            }
        }
    }

    /// Every value stands in the file as it is used: inside its range, and not what it would be anyway.
    @Test
    void theFileSaysWhatItMeans() throws IOException {
        int lines = 0;
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("#")) {
                continue;
            }
            lines++;
            String[] field = line.split("\t", -1);
            Set<String> set = new HashSet<>();
            for (String setting : field[2].split(" ", -1)) {
                String[] pair = setting.split("=", -1);
                EffectType type = Catalogue.find(field[0]).orElseThrow();
                Param param = type.params().get(type.params().indexOf(pair[0]));
                assertThat(set.add(pair[0])).as(line).isTrue();
                double value = param.parse(pair[1]);
                assertThat(value).as("%s in %s", setting, line).isNotEqualTo(param.initial());
                if (!(param.range() instanceof Range.Choice) && !(param.range() instanceof Range.Toggle)) {
                    assertThat(param.unit().parse(pair[1]))
                            .as("%s in %s", setting, line)
                            .isCloseTo(value, within(1e-9));
                }
            }
        }
        assertThat((long) lines).isEqualTo(everyPreset().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq\tName", "nothing\tA – b\tgain=1", "eq\tA – b\tvolume=1", "eq\tA – b\tgain"})
    void aBrokenLineIsRefused(String line) {
        assertThatThrownBy(() -> FactoryPreset.parse(line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("presets.tsv");
    }
}
