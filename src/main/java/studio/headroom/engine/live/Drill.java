package studio.headroom.engine.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
/// control of it moved, graphs exchanged while it plays. So the audio thread neither loads a class nor runs code that
/// is
/// not compiled when any of that is done for the first time.
final class Drill {
    private static final int FRAMES = 1 << 22;
    private static final String RETURN = "return";
    /// Where on their travel steady controls are tried; of choices, each is.
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
    private @Nullable LiveGraph newestLive;
    private long revision;
    private boolean firstPass = true;

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
            drill.link.send(LiveRender.TRANSPORT, LiveRender.LOOP_TO, FRAMES / 2.0);
            drill.link.send(LiveRender.TRANSPORT, LiveRender.LOOP_FROM, 0);
            do {
                drill.exchange(sampleRate);
                drill.moveEverything();
                drill.listen();
                drill.firstPass = false;
            } while (drill.goesOn());
        }
    }

    /// Each thing is done once, however long that takes, and then again until the time is over.
    private boolean goesOn() {
        return firstPass || System.nanoTime() < end;
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

    private RenderGraph publish(MixPlan plan, @Nullable RenderGraph previous) throws IOException {
        meters.follow(plan);
        RenderGraph graph = GraphCompiler.compileLive(plan, WarmUp::noise, previous, numbers, meters::probe);
        LiveGraph live = LiveGraph.of(graph, newestLive);
        newestLive = live;
        revision = link.publish(live);
        return graph;
    }

    // ---- moves ----

    /// All owners at once, control after control.
    private void moveEverything() {
        Map<String, ParamSet> owners = new LinkedHashMap<>();
        for (String strip : List.of("mono", "stereo")) {
            Catalogue.types().forEach(type -> owners.put(strip + type.id(), withBypass(type.params())));
            owners.put(strip, StripControls.PARAMS);
            owners.put("pre" + strip, StripControls.SEND_PARAMS);
        }
        int most = owners.values().stream().mapToInt(ParamSet::size).max().orElse(0);
        for (int index = 0; index < most; index++) {
            boolean moved = true;
            for (int step = 0; moved; step++) {
                moved = false;
                for (Map.Entry<String, ParamSet> owner : owners.entrySet()) {
                    moved |= move(owner.getKey(), owner.getValue(), index, step);
                }
                play(1);
            }
        }
    }

    private static ParamSet withBypass(ParamSet params) {
        List<Param> all = new ArrayList<>(params.params());
        all.add(StripControls.BYPASS);
        return new ParamSet(all);
    }

    /// @param step first the values that are tried, then back
    /// @return whether there was something to move
    private boolean move(String owner, ParamSet params, int index, int step) {
        if (index >= params.size()) {
            return false;
        }
        int node = numbers.of(owner);
        Param param = params.get(index);
        double[] values = tried(param);
        if (step < values.length) {
            link.send(node, Move.SET.of(index), values[step]);
        } else if (step == values.length) {
            link.send(node, Move.HOLD.of(index), param.initial());
            link.send(node, Move.TRIM.of(index), 0);
            link.send(node, Move.SET.of(index), param.initial());
        } else if (step == values.length + 1) {
            link.send(node, Move.FOLLOW.of(index), block[0].length);
        } else {
            return false;
        }
        return true;
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
            link.send(LiveRender.LISTENING, LiveRender.REMATCH, 0);
            link.send(LiveRender.LISTENING, LiveRender.SOURCE, source);
            play(1);
        }
        ParamSet params = MonitorControls.PARAMS;
        for (int i = 0; i < params.size(); i++) {
            Param param = params.get(i);
            link.send(LiveRender.MONITOR, i, param.range().max());
            play(1);
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
