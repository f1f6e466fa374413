package studio.headroom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Param;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.PointEdits;
import studio.headroom.project.edit.Thinning;

/// Curved automation: what a curve is, and that edits beside it leave it as it is.
class BendTest {
    private static final Param PAN = StripControls.PAN;

    /// Curves are kept in steps of 1e-6, which move a way by less than this share of the travel.
    private static final double ROUNDING = 2e-6;

    private static final Project SONG =
            Project.empty("Song", 48_000).withStrips(List.of(Strip.create(Strip.Kind.TRACK, "t", "Kick")));

    private final Random random = new Random(11);

    private static Project with(Point... points) {
        return LaneEdits.set("t", PAN, List.of(points)).apply(SONG);
    }

    private static Lane lane(Project song) {
        return song.strip("t").orElseThrow().lane("t", "pan").orElseThrow();
    }

    private static void assertSameWay(Lane one, Lane other, long from, long to) {
        for (long frame = from; frame <= to; frame += 7) {
            assertThat(PAN.range().position(one.valueAt(PAN, frame)))
                    .as("at frame %d", frame)
                    .isCloseTo(PAN.range().position(other.valueAt(PAN, frame)), within(ROUNDING));
        }
    }

    private Project randomLane() {
        List<Point> points = new ArrayList<>();
        long frame = random.nextInt(200);
        for (int i = 0; i < 6; i++) {
            double curve = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 2 - 1;
            points.add(new Point(frame, random.nextInt(201) - 100, Shape.LINEAR, curve));
            frame += 100 + random.nextInt(2_000);
        }
        return with(points.toArray(Point[]::new));
    }

    @Test
    void aCurveUpwardLiesAboveTheStraightWayHoweverItLeads() {
        for (int to : new int[] {80, -80}) {
            Lane straight = lane(with(new Point(0, 0, Shape.LINEAR), new Point(1000, to, Shape.LINEAR)));
            Lane up = lane(with(new Point(0, 0, Shape.LINEAR, 0.5), new Point(1000, to, Shape.LINEAR)));
            Lane down = lane(with(new Point(0, 0, Shape.LINEAR, -0.5), new Point(1000, to, Shape.LINEAR)));
            for (long frame = 1; frame < 1000; frame++) {
                assertThat(up.valueAt(PAN, frame)).isGreaterThan(straight.valueAt(PAN, frame));
                assertThat(down.valueAt(PAN, frame)).isLessThan(straight.valueAt(PAN, frame));
            }
            assertThat(up.valueAt(PAN, 0)).isZero();
            assertThat(up.valueAt(PAN, 1000)).isEqualTo(to);
        }
    }

    @Test
    void theStrongestCurveLeavesItsEndAsSteeplyAsIsSaid() {
        double k = Bend.steepness(1, true);
        assertThat(Bend.at(1e-6, k) / 1e-6).isCloseTo(Bend.STEEPEST, within(0.001));
        assertThat(Bend.at(0.3, Bend.steepness(0, true))).isEqualTo(0.3);
    }

    @Test
    void aPartOfACurveIsOne() {
        for (int i = 0; i < 200; i++) {
            double k = Bend.steepness(random.nextDouble() * 2 - 1, random.nextBoolean());
            double a = random.nextDouble() * 0.9;
            double b = a + (1 - a) * random.nextDouble();
            double part = Bend.part(k, a, b);
            double x = random.nextDouble();
            double whole = Bend.at(a + x * (b - a), k);
            double expected = (whole - Bend.at(a, k)) / (Bend.at(b, k) - Bend.at(a, k));
            assertThat(Bend.at(x, part)).isCloseTo(expected, within(1e-9));
            double y = Bend.at(0.3, k);
            assertThat(Bend.through(0.3, y)).isCloseTo(k, within(k * 1e-9));
        }
    }

    @Test
    void aPointThatIsAddedOnACurveChangesNothing() {
        for (int i = 0; i < 50; i++) {
            Project song = randomLane();
            long frame = random.nextInt(6_000);
            Point point = new Point(frame, lane(song).valueAt(PAN, frame), Shape.LINEAR);
            Project added = LaneEdits.add("t", PAN, point).apply(song);
            assertSameWay(lane(added), lane(song), 0, 12_000);
        }
    }

    @Test
    void aPointThatIsAddedAndDeletedLeavesTheCurve() {
        Project song = with(new Point(0, -60, Shape.LINEAR, 0.4), new Point(1000, 90, Shape.LINEAR));
        for (long frame : new long[] {1, 200, 700, 999}) {
            Point point = new Point(frame, lane(song).valueAt(PAN, frame), Shape.LINEAR);
            Project added = LaneEdits.add("t", PAN, point).apply(song);
            assertThat(lane(added).points()).hasSize(3);
            Project deleted = PointEdits.delete("t", PAN, Set.of(1)).apply(added);
            // As near to an end as a thousandth, a step of the curve is a larger part of what is left of it.
            assertThat(lane(deleted).points().getFirst().curve()).isCloseTo(0.4, within(2e-3));
            assertThat(lane(deleted).points()).hasSize(2);
        }
    }

    @Test
    void whatIsCopiedAndPastedKeepsItsCurves() {
        for (int i = 0; i < 50; i++) {
            Project song = randomLane();
            Lane before = lane(song);
            long from = random.nextInt(3_000);
            long length = 1 + random.nextInt(4_000);
            PointEdits.CopiedRange range = PointEdits.copy(before, PAN, new Span(from, from + length));
            long at = random.nextInt(9_000);
            Lane after = lane(PointEdits.paste("t", PAN, range, at).apply(song));
            for (long frame = 1; frame < length; frame += 7) {
                assertThat(PAN.range().position(after.valueAt(PAN, at + frame)))
                        .isCloseTo(PAN.range().position(before.valueAt(PAN, from + frame)), within(ROUNDING));
            }
            if (at > 0) {
                assertSameWay(after, before, 0, at - 1);
            }
            assertSameWay(after, before, at + length, 20_000);
        }
    }

    @Test
    void whatIsWrittenLeavesTheCurveBesideItAsItWas() {
        Project song = with(new Point(0, -60, Shape.LINEAR, 0.7), new Point(10_000, 90, Shape.LINEAR));
        Lane before = lane(song);
        Point first = new Point(3_000, before.valueBefore(PAN, 3_000), Shape.LINEAR);
        Point last = new Point(4_000, 90, Shape.LINEAR);
        Lane after = lane(LaneEdits.write("t", PAN, List.of(first, last)).apply(song));
        assertSameWay(after, before, 0, 3_000);
    }

    @Test
    void thinningKeepsCurvesAndTheirEnds() {
        List<Point> points = List.of(
                new Point(0, 0, Shape.LINEAR),
                new Point(100, 10, Shape.LINEAR),
                new Point(200, 20, Shape.LINEAR, 0.6),
                new Point(300, 30, Shape.LINEAR),
                new Point(400, 40, Shape.LINEAR),
                new Point(500, 50, Shape.LINEAR));
        assertThat(Thinning.thin(points, PAN.range(), 0.01))
                .containsExactly(points.get(0), points.get(2), points.get(3), points.get(5));
    }

    @Test
    void upsideDownTurnsCurvesOver() {
        Project song = with(new Point(0, -40, Shape.LINEAR, 0.5), new Point(1000, 40, Shape.LINEAR));
        Lane turned = lane(PointEdits.scale("t", PAN, Set.of(0, 1), -1, 0).apply(song));
        for (long frame = 0; frame <= 1000; frame += 50) {
            assertThat(turned.valueAt(PAN, frame)).isCloseTo(-lane(song).valueAt(PAN, frame), within(1e-9));
        }
    }

    @Test
    void bendingIsNamedAndStraighteningToo() {
        Project song = with(new Point(0, 0, Shape.HOLD), new Point(1000, 40, Shape.LINEAR));
        Edit bend = PointEdits.bend("t", PAN, Set.of(0), 3);
        assertThat(bend.nameIn(song)).isEqualTo("Bend Kick pan");
        Project bent = bend.apply(song);
        assertThat(lane(bent).points().getFirst()).isEqualTo(new Point(0, 0, Shape.LINEAR, 1));
        Edit straighten = PointEdits.bend("t", PAN, Set.of(0), 0);
        assertThat(straighten.nameIn(bent)).isEqualTo("Straighten Kick pan");
        assertThat(lane(straighten.apply(bent)).points().getFirst().curve()).isZero();
    }

    @Test
    void noCurveIsBeyondTheStrongest() {
        for (double curve : new double[] {1.01, -7, Double.NaN}) {
            Point point = new Point(0, 0, Shape.LINEAR, curve);
            assertThatThrownBy(() -> new Lane("t", "pan", true, List.of(point)))
                    .isInstanceOf(InvalidProjectException.class);
        }
        assertThat(new Point(0, 0, Shape.HOLD, 0.5)).isEqualTo(new Point(0, 0, Shape.HOLD));
    }
}
