package studio.headroom.engine.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.LiveLink;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.Move;
import studio.headroom.engine.NodeNumbers;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.plan.Listening;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.Succession;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Does in a moment what a user may do with any song: a little mixer with every effect there is, mono and stereo, each
/// control of it moved, graphs exchanged while it plays. So the audio thread neither loads a class nor runs code that is
/// not compiled when any of that is done for the first time.
final class Drill {
    private static final int FRAMES = 1 << 22;
    private static final String RETURN = "return";
    /// Blocks from one move to the next.
    private static final int BLOCKS_APART = 2;

    /// The parts of a choice that are tried; steady controls are tried at their ends and in the middle.
    private static final double[] PLACES = {0, 0.5, 1};

    private final NodeNumbers numbers = new NodeNumbers();
    private final LiveMeters meters;
    private final LiveRender render;
    private final LiveLink<LiveGraph> link;
    private final PlayingView view = new PlayingView();
    private final BlockTimes times = new BlockTimes();
    private final float[][] block;
    private final long end;
    private RenderGraph newest;
    private long revision;

    private Drill(Renderer renderer, int sampleRate, int blockFrames, long end) throws IOException {
        this.end = end;
        meters = new LiveMeters(sampleRate);
        render = new LiveRender(renderer, sampleRate);
        link = render.link();
        block = new float[2][blockFrames];
        newest = publish(MixPlan.of(mixer(sampleRate, Catalogue.types(), false), listening()), null);
    }

    /// Control thread.
    ///
    /// @param end of it, on the clock of [System#nanoTime]
    static void run(int sampleRate, int blockFrames, long end) throws IOException {
        try (Renderer renderer = new Renderer(1)) {
            Drill drill = new Drill(renderer, sampleRate, blockFrames, end);
            drill.link.send(LiveRender.TRANSPORT, LiveRender.PLAY, 0);
            drill.link.send(LiveRender.TRANSPORT, LiveRender.LOOP_FROM, 0);
            drill.link.send(LiveRender.TRANSPORT, LiveRender.LOOP_TO, FRAMES / 2.0);
            while (drill.goesOn()) {
                drill.exchange(sampleRate);
                drill.moveEverything();
                drill.listen();
            }
        }
    }

    private boolean goesOn() {
        return System.nanoTime() < end;
    }

    private void play(int blocks) {
        for (int i = 0; i < blocks && goesOn(); i++) {
            long begin = System.nanoTime();
            render.render(block, block[0].length, 0);
            times.record(System.nanoTime() - begin, false);
            view.show(render, 0, 0, 0);
        }
    }

    // ---- exchanging graphs ----

    private void exchange(int sampleRate) throws IOException {
        List<EffectType> types = Catalogue.types();
        follow(mixer(sampleRate, types.subList(0, types.size() / 2), true));
        follow(mixer(sampleRate, types.reversed(), false));
        follow(mixer(sampleRate, types, true));
    }

    private void follow(Project song) throws IOException {
        for (Succession.Step step = null; goesOn() && (step == null || !step.complete()); ) {
            step = Succession.step(newest.plan().settled(), MixPlan.of(song, listening()));
            newest = publish(step.plan(), newest);
            while (goesOn() && link.published().finished() < revision) {
                play(1);
            }
            link.published().collect();
        }
    }

    private RenderGraph publish(MixPlan plan, @Nullable RenderGraph previous)
            throws IOException {
        meters.follow(plan);
        RenderGraph graph = GraphCompiler.compileLive(plan, WarmUp::noise, previous, numbers, meters::probe);
        revision = link.publish(LiveGraph.of(graph));
        return graph;
    }

    // ---- moves ----

    private void moveEverything() {
        for (String strip : List.of("mono", "stereo")) {
            for (EffectType type : Catalogue.types()) {
                ParamSet params = type.params();
                for (int i = 0; i < params.size(); i++) {
                    move(strip + type.id(), i, params.get(i));
                }
                move(strip + type.id(), params.size(), StripControls.BYPASS);
            }
            moveAll(strip, StripControls.PARAMS);
            moveAll("pre" + strip, StripControls.SEND_PARAMS);
        }
    }

    private void moveAll(String owner, ParamSet params) {
        for (int i = 0; i < params.size(); i++) {
            move(owner, i, params.get(i));
        }
    }

    private void move(String owner, int index, Param param) {
        int node = numbers.of(owner);
        for (double value : tried(param)) {
            link.send(node, Move.SET.of(index), value);
            play(BLOCKS_APART);
        }
        link.send(node, Move.HOLD.of(index), param.initial());
        link.send(node, Move.TRIM.of(index), 0);
        link.send(node, Move.FOLLOW.of(index), render.latency());
        link.send(node, Move.SET.of(index), param.initial());
    }

    private static double[] tried(Param param) {
        if (!param.automatable()) {
            return new double[0];
        }
        return param.range() instanceof Range.Choice choice
                ? IntStream.range(0, choice.options().size()).asDoubleStream().toArray()
                : IntStream.range(0, PLACES.length)
                        .mapToDouble(i -> param.range().plain(PLACES[i]))
                        .toArray();
    }

    // ---- listening ----

    private void listen() {
        for (int source : new int[] {LiveGraph.MASTERED, LiveGraph.LISTEN, LiveGraph.MIX}) {
            link.send(LiveRender.LISTENING, LiveRender.MATCH, 1);
            link.send(LiveRender.LISTENING, LiveRender.SOURCE, source);
            play(BLOCKS_APART);
        }
        ParamSet params = MonitorControls.PARAMS;
        for (int i = 0; i < params.size(); i++) {
            Param param = params.get(i);
            link.send(LiveRender.MONITOR, i, param.range().max());
            play(BLOCKS_APART);
            link.send(LiveRender.MONITOR, i, param.initial());
        }
    }

    private static Listening listening() {
        return new Listening(
                Listening.Solo.AFTER_FADER,
                Catalogue.types().stream()
                        .map(type -> Insert.create("mastering" + type.id(), type.id()))
                        .toList());
    }

    // ---- the mixer ----

    /// Two tracks and a return.
    ///
    /// @param types in each track's chain, in this order
    /// @param other whether it has the sends, the solo, the clips and the routing of one song or of another
    private static Project mixer(int sampleRate, List<EffectType> types, boolean other) {
        List<Media> media = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        for (int channels = 1; channels <= 2; channels++) {
            String id = channels == 1 ? "mono" : "stereo";
            Media sound = new Media("sound" + id, "media/" + id + ".wav", channels, FRAMES, id);
            media.add(sound);
            Clip clip = Clip.whole("clip" + id, sound, other ? sampleRate / 10 : 0);
            strips.add(Strip.create(Strip.Kind.TRACK, id, id)
                    .withInserts(types.stream()
                            .map(type -> Insert.create(id + type.id(), type.id()))
                            .toList())
                    .withSends(List.of(
                            Send.create("pre" + id, RETURN).withPreFader(true),
                            Send.create((other ? "other" : "post") + id, RETURN)))
                    .withAutomation(List.of(lane(id)))
                    .withSolo(other)
                    .withOutput(other ? "bus" : null)
                    .withClips(List.of(clip)));
        }
        strips.add(Strip.create(Strip.Kind.RETURN, RETURN, RETURN));
        strips.add(Strip.create(Strip.Kind.BUS, "bus", "Bus")
                .withControls(Values.INITIAL.with(StripControls.WIDTH, other ? 50 : 100)));
        return Project.empty("Drill", sampleRate).withMedia(media).withStrips(strips);
    }

    private static Lane lane(String strip) {
        List<Lane.Point> points = new ArrayList<>();
        for (Lane.Shape shape : Lane.Shape.values()) {
            points.add(new Lane.Point(points.size() * 10_000L, -3.0 * points.size(), shape));
        }
        return new Lane(strip, StripControls.TRIM.id(), true, points);
    }
}
