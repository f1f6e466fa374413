package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.History;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;

/// A small song in 48 kHz: "Lead vocal" (`strip1`) with a compressor (`insert1`) and a send (`send1`) to "Reverb"
/// (`strip2`), and a recorder on it.
final class TestMix {
    static final int RATE = 48_000;
    static final long GLIDE = 4_800;
    static final Address VOLUME = new Address("strip1", "strip1", "volume");
    static final Address PAN = new Address("strip1", "strip1", "pan");
    static final Address MUTE = new Address("strip1", "strip1", "mute");
    static final Address SEND = new Address("strip1", "send1", "level");
    static final Address RATIO = new Address("strip1", "insert1", "ratio");
    static final Address DETECTOR = new Address("strip1", "insert1", "detector");
    static final Address BYPASS = new Address("strip1", "insert1", "bypass");
    static final Address REVERB_VOLUME = new Address("strip2", "strip2", "volume");

    final History history;
    final AutomationRecorder recorder;

    TestMix() {
        Project song = Project.empty("Song", RATE);
        for (Edit edit : List.of(
                StripEdits.add(Strip.Kind.TRACK, "Lead vocal", 0),
                StripEdits.add(Strip.Kind.RETURN, "Reverb", 1),
                InsertEdits.add("strip1", "compressor", 0),
                SendEdits.add("strip1", "strip2"),
                StripEdits.set("strip1", StripControls.VOLUME, -6))) {
            song = edit.apply(song);
        }
        history = new History(song);
        recorder = new AutomationRecorder(history::current, TestMix::params);
    }

    static Optional<ParamSet> params(String type) {
        return Catalogue.find(type).map(EffectType::params);
    }

    Param param(Address address) {
        return target(address).param();
    }

    Target target(Address address) {
        return new Controls(TestMix::params).find(history.current(), address).orElseThrow();
    }

    TestMix automate(Address address, Point... points) {
        history.apply(LaneEdits.set(address.ownerId(), param(address), List.of(points)));
        return this;
    }

    Lane lane(Address address) {
        return history.current()
                .strip(address.stripId())
                .orElseThrow()
                .lane(address.ownerId(), address.paramId())
                .orElseThrow();
    }

    double at(Address address, long frame) {
        return lane(address).valueAt(param(address), frame);
    }

    Outcome applied(Outcome outcome) {
        outcome.edit().ifPresent(history::apply);
        return outcome;
    }

    static Point line(long frame, double value) {
        return new Point(frame, value, Shape.LINEAR);
    }

    static Point hold(long frame, double value) {
        return new Point(frame, value, Shape.HOLD);
    }

    /// Points of a control, with jumps and, at a fader, silence.
    static List<Point> points(Random random, Param param, int count, int step) {
        List<Point> points = new ArrayList<>();
        long frame = random.nextInt(2) * random.nextInt(step);
        for (int i = 0; i < count; i++) {
            double position = random.nextInt(8) == 0 ? 0 : random.nextDouble();
            Shape shape = random.nextInt(3) == 0 ? Shape.HOLD : Shape.LINEAR;
            double curve = param.range() instanceof Range.Toggle || param.range() instanceof Range.Choice
                    ? 0
                    : Math.max(0, random.nextInt(3) - 1) * (random.nextDouble() * 2 - 1);
            points.add(new Point(frame, param.range().plain(position), shape, curve));
            frame += random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(step);
        }
        return points;
    }
}
