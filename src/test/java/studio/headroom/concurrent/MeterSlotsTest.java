package studio.headroom.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MeterSlotsTest {
    @Test
    void slotsShowWhatWasWritten() {
        MeterSlots slots = new MeterSlots(3, Double.NEGATIVE_INFINITY);
        assertThat(slots.size()).isEqualTo(3);
        assertThat(slots.get(2)).isEqualTo(Double.NEGATIVE_INFINITY);
        slots.set(1, -6);
        assertThat(slots.get(1)).isEqualTo(-6);
        assertThat(slots.get(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aHeldSlotFallsOnlyAfterAReset() {
        MeterSlots slots = new MeterSlots(2, 0);
        slots.hold(0, 3);
        slots.hold(0, 1);
        slots.hold(1, 7);
        assertThat(slots.get(0)).isEqualTo(3);
        slots.reset(0);
        slots.hold(0, 2);
        slots.hold(0, 1);
        slots.hold(1, 5);
        assertThat(slots.get(0)).isEqualTo(2);
        assertThat(slots.get(1)).isEqualTo(7);
        slots.resetAll();
        slots.hold(1, 5);
        assertThat(slots.get(1)).isEqualTo(5);
    }

    @Test
    void aSumStartsAnewAfterAReset() {
        MeterSlots slots = new MeterSlots(1, 0);
        slots.add(0, 1);
        slots.add(0, 1);
        assertThat(slots.get(0)).isEqualTo(2);
        slots.reset(0);
        slots.add(0, 1);
        assertThat(slots.get(0)).isEqualTo(1);
    }

    @Test
    void aReaderNeverSeesAHeldPeakFallUnasked() throws InterruptedException {
        int count = 2_000_000;
        MeterSlots slots = new MeterSlots(1, 0);
        Thread audio = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= count; i++) {
                slots.hold(0, i % 2 == 0 ? i : 0);
            }
        });
        double last = 0;
        int falls = 0;
        int strange = 0;
        while (last < count) {
            double seen = slots.get(0);
            falls += seen < last ? 1 : 0;
            strange += seen % 2 != 0 || seen > count ? 1 : 0;
            last = seen;
        }
        audio.join();
        assertThat(falls).isZero();
        assertThat(strange).isZero();
    }
}
