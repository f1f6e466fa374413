package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Tempo;

class RulerTest {
    private static TimeScale hour() {
        TimeScale scale = new TimeScale(48_000, () -> {});
        scale.bounds(1376, 48_000L * 3600);
        return scale;
    }

    @ParameterizedTest
    @EnumSource(Ruler.Unit.class)
    void marksNeverCrowdAndNumbersNeverTouchAtAnyZoom(Ruler.Unit unit) {
        for (Tempo tempo : List.of(new Tempo(112, 4, 4), new Tempo(60, 7, 8), new Tempo(240, 1, 4))) {
            BarGrid grid = new BarGrid(tempo, 48_000);
            TimeScale scale = hour();
            for (double zoom = 1; zoom < 3e6; zoom *= 1.37) {
                scale.fitSong();
                scale.zoom(zoom, 700);
                List<Ruler.Tick> ticks = Ruler.ticks(unit, scale, grid);
                double lastMark = Double.NEGATIVE_INFINITY;
                double end = Double.NEGATIVE_INFINITY;
                for (Ruler.Tick tick : ticks) {
                    // Marks lie on whole frames: they may be half a frame nearer than their step.
                    assertThat(tick.x() - lastMark).isGreaterThan(7.9 - 1 / scale.framesPerUnit());
                    lastMark = tick.x();
                    if (tick.major()) {
                        assertThat(tick.x())
                                .as(tick.label() + " at zoom " + zoom)
                                .isGreaterThan(end - 1);
                        // A figure of the ruler's face is 6.6 units wide.
                        end = tick.x() + 5 + 6.6 * tick.label().length();
                    }
                }
                assertThat(ticks).hasSizeLessThan(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1,0:00", "65,1,1:05", "65.25,0.05,1:05.25", "3723,60,1:02:03", "0.0005,0.0001,0:00.0005"})
    void timesHaveTheDigitsThatTheirStepNeeds(double seconds, double step, String text) {
        assertThat(Ruler.clock(seconds, step)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1000,1,1", "480,1,1"})
    void theFirstBarIsNumberOne(double framesPerUnit, String first, int bar) {
        TimeScale scale = hour();
        scale.zoom(scale.framesPerUnit() / framesPerUnit, 0);
        scale.scrollTo(0);
        Ruler.Tick tick = Ruler.ticks(Ruler.Unit.BARS, scale, new BarGrid(Tempo.DEFAULT, 48_000))
                .getFirst();
        assertThat(tick.label()).isEqualTo(first).isEqualTo(Integer.toString(bar));
        assertThat(tick.x()).isZero();
    }
}
