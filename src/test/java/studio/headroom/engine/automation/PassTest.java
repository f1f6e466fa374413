package studio.headroom.engine.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Param;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;

/// Properties of putting a pass into a lane, over random lanes and passes.
class PassTest {
    /// A cut puts a point on a way: to dB and back to the travel in doubles, and curves are kept in steps of 1e-6.
    private static final double CUT = 2e-6;

    private static final Controls CONTROLS = new Controls(TestMix::params);
    private static final int SUB_BLOCK = 64;
    private static final int STEP = 3_000;
    private static final long END = 60_000;

    private final Random random = new Random(3);

    private interface Check {
        void check(Param param, Lane before, Lane after, Pass pass);
    }

    private void forRandomPasses(List<Address> addresses, boolean relative, Check check) {
        for (int i = 0; i < 150; i++) {
            for (Address address : addresses) {
                TestMix mix = new TestMix();
                Param param = mix.param(address);
                mix.automate(
                        address,
                        TestMix.points(random, param, random.nextInt(15), STEP).toArray(Point[]::new));
                Lane before = mix.target(address).base();
                Pass pass = pass(address, param, relative);
                Project after = pass.applyTo(mix.history.current(), CONTROLS);
                Lane lane = after.strip(address.stripId())
                        .orElseThrow()
                        .lane(address.ownerId(), address.paramId())
                        .orElseThrow();
                check.check(param, before, lane, pass);
            }
        }
    }

    private Pass pass(Address address, Param param, boolean relative) {
        Shape shape = DISCRETE.contains(address) ? Shape.HOLD : Shape.LINEAR;
        long start = random.nextInt(4) == 0 ? 0 : random.nextInt(30_000);
        Capture capture = new Capture(shape, TestMix.RATE, start, value(param, relative));
        long frame = start;
        for (int i = random.nextInt(20); i > 0; i--) {
            frame += random.nextInt(3_000);
            capture.add(frame, value(param, relative));
        }
        long end = capture.end(frame + random.nextInt(3_000));
        long glide = shape == Shape.HOLD || random.nextInt(3) == 0 ? 0 : TestMix.GLIDE;
        return new Pass(address, relative, new ArrayList<>(capture.ended(end)), end, glide);
    }

    private double value(Param param, boolean relative) {
        return relative
                ? random.nextInt(10) == 0 ? -TrimmedLane.MAX_DB : 20 * random.nextDouble() - 10
                : param.range().plain(random.nextInt(10) == 0 ? 0 : random.nextDouble());
    }

    private static final List<Address> ALL = List.of(
            TestMix.VOLUME, TestMix.PAN, TestMix.MUTE, TestMix.SEND, TestMix.RATIO, TestMix.BYPASS, TestMix.DETECTOR);
    private static final List<Address> DISCRETE = List.of(TestMix.MUTE, TestMix.BYPASS, TestMix.DETECTOR);
    private static final List<Address> FADERS = List.of(TestMix.VOLUME, TestMix.SEND);

    @Test
    void outsideOfAPassNothingChanges() {
        forRandomPasses(ALL, false, PassTest::assertUnchangedOutside);
        forRandomPasses(FADERS, true, PassTest::assertUnchangedOutside);
    }

    private static void assertUnchangedOutside(Param param, Lane before, Lane after, Pass pass) {
        long back = pass.end() + pass.glide();
        for (long frame = 0; frame < END; frame += SUB_BLOCK) {
            if (frame < pass.start() || frame >= back) {
                assertPosition(param, after.valueAt(param, frame), before.valueAt(param, frame), CUT);
            }
        }
        if (pass.start() > 0) {
            assertPosition(param, after.valueBefore(param, pass.start()), before.valueBefore(param, pass.start()), CUT);
        }
        assertPosition(param, after.valueAt(param, back), before.valueAt(param, back), CUT);
        assertThat(after.points().stream().map(point -> point.withCurve(0)))
                .containsAll(before.points().stream()
                        .filter(point -> (point.frame() < pass.start() && point.frame() > 0) || point.frame() > back)
                        .map(point -> point.withCurve(0))
                        .toList());
    }

    @Test
    void switchesAreExactOutsideOfAPass() {
        forRandomPasses(DISCRETE, false, (param, before, after, pass) -> {
            for (long frame = 0; frame < END; frame += 17) {
                if (frame < pass.start() || frame >= pass.end()) {
                    assertThat(after.valueAt(param, frame)).isEqualTo(before.valueAt(param, frame));
                }
            }
        });
    }

    @Test
    void insideOfAPassTheLaneIsWhatWasCaptured() {
        forRandomPasses(ALL, false, (param, before, after, pass) -> {
            Lane captured = new Lane("s", param.id(), true, pass.points());
            for (long frame = pass.start(); frame < pass.end(); frame += SUB_BLOCK) {
                assertPosition(
                        param, after.valueAt(param, frame), captured.valueAt(param, frame), Pass.TOLERANCE + CUT);
            }
        });
    }

    @Test
    void theGlideIsStraightToTheLane() {
        forRandomPasses(List.of(TestMix.VOLUME, TestMix.PAN, TestMix.RATIO), false, (param, before, after, pass) -> {
            if (pass.glide() > 0) {
                double from = param.range().position(pass.points().getLast().value());
                double to = param.range().position(before.valueAt(param, pass.end() + pass.glide()));
                for (int tenth = 0; tenth < 10; tenth++) {
                    double value = after.valueAt(param, pass.end() + pass.glide() * tenth / 10);
                    assertThat(param.range().position(value)).isCloseTo(from + (to - from) * tenth / 10, within(CUT));
                }
            }
        });
    }

    /// The decibels are added between the points, too, where neither way is straight for the other.
    @Test
    void aTrimIsAddedToTheLaneAllTheWay() {
        forRandomPasses(FADERS, true, (param, before, after, pass) -> {
            for (long frame = pass.start(); frame < pass.end() + pass.glide(); frame += SUB_BLOCK) {
                double sum = param.clamp(before.valueAt(param, frame) + delta(pass, frame));
                double error = Math.abs(position(param, after.valueAt(param, frame)) - position(param, sum));
                if (error > Pass.TOLERANCE + CUT) {
                    assertThat(error).isLessThan(Pass.TOLERANCE + CUT + movedNear(param, before, pass, frame));
                }
            }
        });
    }

    /// Ways of a sub-block are not bent, so that at a kink or a jump the lane may be as far off as the sum moves there.
    private static double movedNear(Param param, Lane before, Pass pass, long frame) {
        double low = 1;
        double high = 0;
        for (long near = Math.max(0, frame - SUB_BLOCK); near <= frame + SUB_BLOCK; near++) {
            double sum = position(param, param.clamp(before.valueAt(param, near) + delta(pass, near)));
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        return high - low;
    }

    private static double delta(Pass pass, long frame) {
        List<Point> points = pass.points();
        if (frame >= pass.end()) {
            double way = pass.glide() == 0 ? 1 : Math.min(1, (double) (frame - pass.end()) / pass.glide());
            return points.getLast().value() * (1 - way);
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Point from = points.get(i);
            if (from.frame() <= frame) {
                Point to = points.get(Math.min(i + 1, points.size() - 1));
                double way = to == from ? 0 : (double) (frame - from.frame()) / (to.frame() - from.frame());
                return from.value() + (to.value() - from.value()) * way;
            }
        }
        return 0;
    }

    @Test
    void aLaneThatComesIntoBeingHoldsTheControlsValueAround() {
        TestMix mix = new TestMix();
        Pass pass = new Pass(
                TestMix.VOLUME, false, List.of(TestMix.line(10_000, -20), TestMix.line(20_000, -10)), 20_000, 4_800);
        Project after = pass.applyTo(mix.history.current(), CONTROLS);
        assertThat(after.strip("strip1").orElseThrow().automation().getFirst().points())
                .containsExactly(
                        TestMix.hold(0, -6),
                        TestMix.line(10_000, -20),
                        TestMix.line(20_000, -10),
                        TestMix.hold(24_800, -6));
    }

    @Test
    void aSongWithoutTheControlStaysAsItIs() {
        TestMix mix = new TestMix();
        Pass pass = new Pass(new Address("strip1", "insert9", "ratio"), false, List.of(TestMix.line(0, 2)), 1_000, 0);
        assertThat(pass.applyTo(mix.history.current(), CONTROLS)).isSameAs(mix.history.current());
    }

    private static void assertPosition(Param param, double actual, double expected, double tolerance) {
        assertThat(position(param, actual)).isCloseTo(position(param, expected), within(tolerance));
    }

    private static double position(Param param, double value) {
        return param.range().position(value);
    }
}
