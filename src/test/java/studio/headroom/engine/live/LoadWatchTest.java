package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.headroom.concurrent.MeterSlots;
import studio.headroom.engine.meter.LoadMeter;

class LoadWatchTest {
    private static final long SECOND = 1_000_000_000L;

    private final LoadWatch watch = new LoadWatch();
    private final Map<String, LiveMeters.Insert> inserts = new HashMap<>();
    private long now = -5 * SECOND;

    /// An insert that has taken this share of the time for so long that the mean is there.
    private void insert(String id, String name, double share) {
        LoadMeter load = new LoadMeter(48_000, 1);
        for (int i = 0; i < 30; i++) {
            load.add(0, Math.round(share * SECOND), 48_000);
        }
        inserts.put(id, new LiveMeters.Insert(name, new MeterSlots(1, 0), load, new InsertTap()));
    }

    private Optional<String> look(double load, long late, long starved) {
        now += SECOND / 4;
        return watch.look(now, load, late, starved, inserts).map(LoadWatch.Told::message);
    }

    @Test
    void whileAllIsWellNothingIsSaid() {
        insert("a", "Reverb on 'Lead'", 0.3);
        for (int i = 0; i < 100; i++) {
            assertThat(look(0.79, 0, 0)).isEmpty();
        }
    }

    @Test
    void lateSoundNamesTheHeaviestEffectOnce() {
        insert("a", "Reverb on 'Lead'", 0.61);
        insert("b", "Eq on 'Drums'", 0.12);
        look(0.5, 0, 0);
        assertThat(look(0.93, 1, 0))
                .contains("Sound comes late: Reverb on 'Lead' takes 61 % of the time a block has, all together 93 %."
                        + " Bypass it, or raise the buffer.");
        for (int late = 2; late < 20; late++) {
            assertThat(look(0.93, late, 0)).isEmpty();
        }
    }

    @Test
    void theEffectThatWasAddedLastIsNamedBeforeSoundComesLate() {
        insert("a", "Reverb on 'Lead'", 0.5);
        look(0.55, 0, 0);
        now += 60 * SECOND;
        insert("b", "Limiter on 'Drums'", 0.3);
        assertThat(look(0.7, 0, 0)).isEmpty();
        assertThat(look(0.85, 0, 0))
                .hasValueSatisfying(message ->
                        assertThat(message).startsWith("Sound will soon come late: Limiter on 'Drums' takes 30 %"));
        assertThat(look(0.85, 0, 0)).isEmpty();
    }

    @Test
    void aCauseIsToldAgainWhenItHadBeenOverForLong() {
        insert("a", "Reverb on 'Lead'", 0.9);
        look(0.9, 0, 0);
        now += 30 * SECOND;
        assertThat(look(0.9, 0, 0)).isEmpty();
        now += 61 * SECOND;
        assertThat(look(0.9, 0, 0)).isPresent();
    }

    @Test
    void manySmallEffectsAreNotBlamedOneByOne() {
        for (int i = 0; i < 50; i++) {
            insert("i" + i, "Eq on '" + i + "'", 0.02);
        }
        assertThat(look(0.99, 0, 0))
                .hasValueSatisfying(
                        message -> assertThat(message).contains("99 %", "no effect stands out", "Raise the buffer"));
    }

    @Test
    void aSlowDiskAndABusyMachineAreToldApart() {
        insert("a", "Reverb on 'Lead'", 0.2);
        assertThat(look(0.2, 3, 3))
                .hasValueSatisfying(message -> assertThat(message).contains("disk delivers too slowly"));
        assertThat(look(0.2, 4, 3))
                .hasValueSatisfying(message -> assertThat(message).contains("busy elsewhere", "raise the buffer"));
        assertThat(look(0.2, 9, 6)).isEmpty();
    }
}
