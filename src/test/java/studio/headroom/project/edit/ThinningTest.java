package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import studio.headroom.concurrent.ThreadTime;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.StripControls;

class ThinningTest {
    private static final Param VOLUME = StripControls.VOLUME;
    private static final Range RANGE = VOLUME.range();
    private static final double TOLERANCE = 0.001;
    /// Positions that go to dB and back, in the numbers of a fader.
    private static final double ROUNDING = 1e-9;

    /// One hour of moves, 60 in a second.
    private static final int HOUR = 216_000;

    private final Random random = new Random(7);

    @Test
    void theWayStaysWithinTheToleranceEverywhere() {
        for (int i = 0; i < 100; i++) {
            List<Point> points = randomWay(300);
            assertClose(points, Thinning.thin(points, RANGE, TOLERANCE), 37);
        }
    }

    @Test
    void thinningAgainTakesNothingMore() {
        for (int i = 0; i < 100; i++) {
            List<Point> thin = Thinning.thin(randomWay(300), RANGE, TOLERANCE);
            assertThat(Thinning.thin(thin, RANGE, TOLERANCE)).isEqualTo(thin);
        }
    }

    @Test
    void aStraightWayNeedsItsEnds() {
        List<Point> points = way(1_000, i -> 0.2 + i * 6e-4);
        assertThat(Thinning.thin(points, RANGE, TOLERANCE)).containsExactly(points.getFirst(), points.getLast());
    }

    @Test
    void anHourOfMovesTakesLessThanASecond() {
        double[] walk = new double[HOUR];
        double at = 0.5;
        for (int i = 0; i < HOUR; i++) {
            at = Math.clamp(at + 0.01 * random.nextGaussian(), 0, 1);
            walk[i] = at;
        }
        List<Point> slow = way(HOUR, i -> 0.5 + 0.4 * Math.sin(i * 1e-3));
        assertThat(thinnedInTime(slow)).hasSizeLessThan(HOUR / 20);
        thinnedInTime(way(HOUR, i -> walk[(int) i]));
        thinnedInTime(way(HOUR, i -> random.nextDouble()));
    }

    /// Each cut takes one point off the end, the worst there is for halving.
    @Test
    void anEverGrowingSwingTakesLessThanASecond() {
        List<Point> points = way(HOUR, i -> 0.5 + (i % 2 == 0 ? 0.4 : -0.4) * i / HOUR);
        assertClose(points, thinnedInTime(points), 800 * 101);
    }

    private static List<Point> thinnedInTime(List<Point> points) {
        long start = ThreadTime.nanos();
        List<Point> thin = Thinning.thin(points, RANGE, TOLERANCE);
        assertThat(Duration.ofNanos(ThreadTime.nanos() - start)).isLessThan(Duration.ofSeconds(1));
        return thin;
    }

    private static void assertClose(List<Point> points, List<Point> thin, int step) {
        Lane all = new Lane("s", "volume", true, points);
        Lane few = new Lane("s", "volume", true, thin);
        assertThat(points).containsAll(thin.size() > 1_000 ? thin.subList(0, 100) : thin);
        for (long frame = 0; frame <= points.getLast().frame(); frame += step) {
            assertThat(RANGE.position(few.valueAt(VOLUME, frame)))
                    .isCloseTo(RANGE.position(all.valueAt(VOLUME, frame)), within(TOLERANCE + ROUNDING));
        }
    }

    private static List<Point> way(int count, LongToDoubleFunction position) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(800L * i, RANGE.plain(position.applyAsDouble(i)), Shape.LINEAR));
        }
        return points;
    }

    /// Smooth stretches, rests, jumps and holds.
    private List<Point> randomWay(int count) {
        List<Point> points = new ArrayList<>();
        long frame = 0;
        double position = random.nextDouble();
        double drift = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(20) == 0) {
                drift = random.nextInt(3) * 0.002 * random.nextGaussian();
            }
            position = random.nextInt(50) == 0 ? random.nextDouble() : Math.clamp(position + drift, 0, 1);
            Shape shape = random.nextInt(15) == 0 ? Shape.HOLD : Shape.LINEAR;
            points.add(new Point(frame, RANGE.plain(position), shape));
            frame += random.nextInt(30) == 0 ? 0 : 200 + random.nextInt(1_500);
        }
        return points;
    }
}
