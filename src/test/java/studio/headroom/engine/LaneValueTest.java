package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Param;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.StripControls;

/// What a document says of a lane is what the engine plays.
class LaneValueTest {
    private final Random random = new Random(20);

    @Test
    void aLanesValueIsTheOneThatIsRendered() {
        for (Param param : List.of(StripControls.VOLUME, StripControls.PAN, StripControls.MUTE)) {
            for (int i = 0; i < 200; i++) {
                Lane lane = lane(param);
                CompiledLane compiled = new CompiledLane(param, lane.points());
                for (long frame = -100; frame < 3_000; frame += 1 + random.nextInt(20)) {
                    assertThat(lane.valueAt(param, frame)).isEqualTo(compiled.at(frame));
                }
            }
        }
    }

    @Test
    void theValueBeforeAFrameIsWhereTheWayLeads() {
        Param pan = StripControls.PAN;
        Lane lane = new Lane(
                "strip1",
                "pan",
                true,
                List.of(
                        new Point(0, 0, Shape.LINEAR),
                        new Point(100, 50, Shape.LINEAR),
                        new Point(100, -50, Shape.HOLD),
                        new Point(200, 10, Shape.LINEAR)));
        assertThat(lane.valueBefore(pan, 100)).isEqualTo(50);
        assertThat(lane.valueAt(pan, 100)).isEqualTo(-50);
        assertThat(lane.valueBefore(pan, 200)).isEqualTo(-50);
        assertThat(lane.valueAt(pan, 200)).isEqualTo(10);
        assertThat(lane.valueBefore(pan, 50)).isEqualTo(lane.valueAt(pan, 50)).isEqualTo(25);
        assertThat(lane.valueBefore(pan, 0)).isZero();
        assertThat(lane.valueBefore(pan, 300)).isEqualTo(10);
    }

    private Lane lane(Param param) {
        List<Point> points = new ArrayList<>();
        long frame = random.nextInt(500);
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            double position = random.nextInt(5) == 0 ? 0 : random.nextDouble();
            double curve = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 2 - 1;
            points.add(new Point(frame, param.range().plain(position), Shape.values()[random.nextInt(2)], curve));
            frame += random.nextInt(3) == 0 ? 0 : random.nextInt(700);
        }
        return new Lane("strip1", param.id(), true, points);
    }
}
