package studio.headroom.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Effect;
import studio.headroom.engine.media.DirectReader;
import studio.headroom.engine.media.MediaReader;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.PlannedInsert;
import studio.headroom.engine.plan.PlannedLink;
import studio.headroom.engine.plan.PlannedStrip;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Makes the parts of a graph, or lets them go on from the graph before. Never changes what the graph before may be
/// rendering with; that happens when the new one is adopted. Control thread.
final class PartsMaker {
    private static final int MAX_FRAMES = GraphCompiler.MAX_FRAMES;

    private final MixPlan plan;
    private final int sampleRate;
    private final GraphCompiler.Readers readers;
    private final GraphCompiler.Probes probes;
    private final @Nullable RenderGraph previous;
    private final RenderGraph.Parts before;
    private final @Nullable NodeNumbers numbers;
    private final RenderGraph.Parts parts = new RenderGraph.Parts();
    private final Map<Integer, Movable> movable = new HashMap<>();
    private final Transition transition = new Transition();

    /// A strip that an insert listens to.
    ///
    /// @param latency of its signal
    record KeySource(StripNode node, int latency) {}

    /// @param previous the graph to go on from, or null
    /// @param numbers by which commands name the parts, or null where no commands come
    PartsMaker(
            MixPlan plan,
            GraphCompiler.Readers readers,
            GraphCompiler.Probes probes,
            @Nullable RenderGraph previous,
            @Nullable NodeNumbers numbers) {
        this.plan = plan;
        this.readers = readers;
        this.probes = probes;
        this.previous = previous;
        this.numbers = numbers;
        sampleRate = plan.sampleRate();
        before = previous == null ? new RenderGraph.Parts() : previous.parts();
    }

    /// The graph of what was made.
    ///
    /// @param opened the readers that it is to close
    RenderGraph graph(
            List<StripNode> ordered,
            int[][] needs,
            List<RenderGraph.Output> outputs,
            long tail,
            List<DirectReader> opened) {
        @Nullable Movable[] byNumber = new Movable[numbers == null ? 0 : numbers.size()];
        movable.forEach((number, part) -> byNumber[number] = part);
        return new RenderGraph(plan, ordered, needs, outputs, tail, opened, transition, parts, byNumber);
    }

    private void number(String id, Movable part) {
        if (numbers != null) {
            movable.put(numbers.of(id), part);
        }
    }

    /// Makes a strip's effects ready.
    List<PreparedInsert> prepare(PlannedStrip strip) {
        boolean sounds = before.strips().containsKey(strip.key());
        List<PreparedInsert> prepared = new ArrayList<>();
        for (PlannedInsert insert : strip.chain()) {
            double[] values = values(insert);
            InsertSlot slot = before.inserts().get(insert.key());
            EffectInstance instance = slot != null ? slot.instance() : instance(insert, values);
            boolean joins = sounds && slot == null;
            prepared.add(new PreparedInsert(insert, instance, values, joins));
        }
        return prepared;
    }

    private double[] values(PlannedInsert insert) {
        ParamSet params = insert.type().params();
        double[] values = params.resolve(insert.insert().values());
        int tempo = params.indexOf("bpm");
        if (tempo >= 0) {
            values[tempo] = params.get(tempo).clamp(plan.beatsPerMinute());
        }
        return values;
    }

    private EffectInstance instance(PlannedInsert insert, double[] values) {
        Effect effect = insert.type().factory().get();
        effect.prepare(new Effect.Setup(sampleRate, insert.channels(), values.clone()));
        return new EffectInstance(effect, insert.channels(), sampleRate, MAX_FRAMES);
    }

    /// @param key what it listens to, or null
    /// @param late frames by which the signal is late at its input
    InsertSlot slot(PlannedStrip planned, PreparedInsert prepared, @Nullable KeySource key, int late) {
        Insert insert = prepared.planned().insert();
        Strip strip = planned.strip();
        List<Param> params = prepared.planned().type().params().params();
        Control[] controls = new Control[params.size()];
        for (int i = 0; i < controls.length; i++) {
            controls[i] = Control.of(strip, insert.id(), params.get(i), insert.values());
        }
        InsertSlot old = before.inserts().get(prepared.planned().key());
        Control bypass = prepared.planned().silent()
                ? new Control(1)
                : Control.of(strip, insert.id(), StripControls.BYPASS, insert.values());
        boolean outgoing = prepared.planned().leaving() || planned.leaving();
        KeyInput keyInput = key == null ? null : keyInput(key, late, old);
        InsertSlot slot = new InsertSlot(prepared, bypass, controls, keyInput, old, outgoing);
        if (!outgoing) {
            parts.inserts().put(prepared.planned().key(), slot);
            number(insert.id(), slot);
        }
        return slot;
    }

    private KeyInput keyInput(KeySource key, int late, @Nullable InsertSlot slot) {
        KeyInput old = slot == null ? null : slot.key();
        int delay = Math.max(0, late - key.latency);
        return new KeyInput(key.node, delay, old, transition, sampleRate, MAX_FRAMES);
    }

    StripNode strip(PlannedStrip planned, int inputLatency, List<InsertSlot> slots) throws IOException {
        Strip strip = planned.strip();
        StripNode old = before.strips().get(planned.key());
        Control[] controls = StripControls.PARAMS.params().stream()
                .map(param -> Control.of(strip, strip.id(), param, strip.controls()))
                .toArray(Control[]::new);
        InsertChain inserts = new InsertChain(
                slots,
                inputLatency,
                planned.inputChannels(),
                planned.outputChannels(),
                transition,
                sampleRate,
                MAX_FRAMES);
        StripNode node = new StripNode(
                planned,
                inputLatency,
                player(planned, old),
                controls,
                inserts,
                new PanGains(planned.inputChannels() == 1, plan.panLaw()),
                old,
                transition,
                probes.of(planned),
                sampleRate,
                MAX_FRAMES);
        if (!planned.leaving()) {
            parts.strips().put(planned.key(), node);
            number(strip.id(), node);
        }
        return node;
    }

    private @Nullable ClipPlayer player(PlannedStrip planned, @Nullable StripNode old) throws IOException {
        if (planned.strip().kind() != Strip.Kind.TRACK) {
            return null;
        }
        if (old != null && planned.playsTheSameAs(old.planned())) {
            return old.player();
        }
        GraphCompiler.TrackReaders ofTrack = readers.ofTrack();
        List<ClipPlayer.PlayedClip> played = new ArrayList<>();
        for (Clip clip : planned.strip().clips()) {
            if (clip.muted()) {
                continue;
            }
            Media media = Objects.requireNonNull(planned.media().get(clip.media()));
            MediaReader reader = ofTrack.open(media, clip.reversed());
            played.add(new ClipPlayer.PlayedClip(clip, reader, media.channels(), media.frames(), sampleRate));
        }
        return new ClipPlayer(played, planned.inputChannels(), MAX_FRAMES);
    }

    /// @param target the strip that it leads to
    /// @param delay frames by which what comes through is held back
    Edge edge(StripNode source, PlannedLink link, PlannedStrip target, int delay) {
        Edge old = before.edges().get(link.key());
        // What feeds a strip that is new begins at once: that strip is faded in where it leaves.
        boolean joins =
                previous != null && before.strips().containsKey(link.key().to());
        boolean outgoing =
                link.leaving() || target.leaving() || source.planned().leaving();
        Edge edge = new Edge(
                source,
                source.planned().strip(),
                link,
                delay,
                old,
                joins,
                outgoing,
                transition,
                sampleRate,
                MAX_FRAMES);
        if (!outgoing) {
            parts.edges().put(link.key(), edge);
            if (link.send() != null) {
                number(link.send().id(), edge);
            }
        }
        return edge;
    }
}
