package studio.headroom.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.Effect;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.media.DirectReader;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.param.Param;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Turns a project into a [RenderGraph]: prepares effects, aligns latencies by the longest path, decides what solo
/// leaves audible. One compilation per instance; control thread.
public final class GraphCompiler {
    /// Most sub-blocks of one chunk: long enough that going from strip to strip costs nothing, short enough that a
    /// song's buffers stay in the cache.
    public static final int MAX_SUB_BLOCKS = 8;

    static final int MAX_FRAMES = MAX_SUB_BLOCKS * Timeline.SUB_BLOCK;

    private final Project project;
    private final MediaLibrary library;
    private final SignalFlow flow;
    private final int sampleRate;
    private final List<DirectReader> readers = new ArrayList<>();
    private final Map<Integer, StripNode> nodes = new HashMap<>();
    /// What is compiled, in the order of rendering; for each the places of those that it needs; and each strip's place.
    private final List<StripNode> ordered = new ArrayList<>();

    private final List<int[]> needs = new ArrayList<>();
    private final int[] place;
    /// Late frames at each strip's input, and after its inserts.
    private final int[] inputLatency;

    private final int[] outputLatency;
    private final long[] tail;

    private GraphCompiler(Project project, MediaLibrary library) {
        this.project = project;
        this.library = library;
        sampleRate = project.sampleRate();
        flow = new SignalFlow(project);
        place = new int[flow.strips().size()];
        inputLatency = new int[flow.strips().size()];
        outputLatency = new int[flow.strips().size()];
        tail = new long[flow.strips().size()];
    }

    /// @param stems whether to deliver, beside the mix, one stem for each strip that feeds the master. A stem goes
    ///     through a copy of the master strip without those of its effects that are not linear, so that the stems
    /// sum to
    ///     the mix whenever the master is linear.
    /// @throws InvalidProjectException when the project contradicts itself
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static RenderGraph compile(Project project, MediaLibrary library, boolean stems) throws IOException {
        GraphCompiler compiler = new GraphCompiler(project, library);
        return compiler.closingOnFailure(() -> compiler.compile(stems));
    }

    /// Compiles what one strip makes of its input: trim and inserts, without fader, pan and mute. The one output has as
    /// many channels as the strip has after its inserts.
    ///
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static RenderGraph compileInserts(Project project, String stripId, MediaLibrary library) throws IOException {
        GraphCompiler compiler = new GraphCompiler(project, library);
        return compiler.closingOnFailure(() -> compiler.compileInserts(stripId));
    }

    private interface Compilation {
        RenderGraph run() throws IOException;
    }

    private RenderGraph closingOnFailure(Compilation compilation) throws IOException {
        boolean done = false;
        try {
            RenderGraph graph = compilation.run();
            done = true;
            return graph;
        } finally {
            if (!done) {
                for (DirectReader reader : readers) {
                    reader.close();
                }
            }
        }
    }

    private RenderGraph compileInserts(String stripId) throws IOException {
        for (int index : flow.order()) {
            StripNode node = add(index);
            if (node.id().equals(stripId)) {
                String name = flow.strips().get(index).name();
                return graph(List.of(new RenderGraph.Output(stripId, name, node.pre())), index);
            }
        }
        throw new InvalidProjectException("the song has no strip '" + stripId + "'");
    }

    private RenderGraph compile(boolean stems) throws IOException {
        for (int index : flow.order()) {
            add(index);
        }
        int master = flow.strips().size() - 1;
        List<RenderGraph.Output> outputs = new ArrayList<>();
        outputs.add(new RenderGraph.Output(
                project.master().id(), project.master().name(), built(master).post()));
        if (stems) {
            for (SignalFlow.Link link : flow.into(master)) {
                if (link.carriesSound()) {
                    StripNode stem = stem(master, link);
                    ordered.add(stem);
                    needs.add(needs(master));
                    Strip strip = flow.strips().get(link.from());
                    outputs.add(new RenderGraph.Output(strip.id(), strip.name(), stem.post()));
                }
            }
        }
        return graph(outputs, master);
    }

    /// Compiles a strip whose feeders are compiled.
    private StripNode add(int index) throws IOException {
        StripNode node = node(index);
        place[index] = ordered.size();
        ordered.add(node);
        needs.add(needs(index));
        return node;
    }

    private int[] needs(int index) {
        return flow.into(index).stream().mapToInt(link -> place[link.from()]).toArray();
    }

    private RenderGraph graph(List<RenderGraph.Output> outputs, int last) {
        return new RenderGraph(
                sampleRate, ordered, needs.toArray(int[][]::new), outputs, outputLatency[last], tail[last], readers);
    }

    private StripNode built(int index) {
        StripNode node = nodes.get(index);
        if (node == null) {
            throw new IllegalStateException("strip " + index + " is not compiled yet");
        }
        return node;
    }

    private StripNode node(int index) throws IOException {
        Strip strip = flow.strips().get(index);
        List<Prepared> prepared = prepare(strip, inputChannels(strip), true);
        List<SignalFlow.Link> links = flow.into(index);
        inputLatency[index] = inputLatency(links, prepared);
        outputLatency[index] = inputLatency[index] + latency(prepared);
        tail[index] =
                prepared.stream().mapToLong(insert -> insert.effect.tail()).sum()
                        + links.stream()
                                .filter(SignalFlow.Link::carriesSound)
                                .mapToLong(link -> tail[link.from()])
                                .max()
                                .orElse(0);
        StripNode node = assemble(strip, prepared, inputLatency[index]);
        node.connect(links.stream()
                .filter(SignalFlow.Link::carriesSound)
                .map(link -> edge(link, inputLatency[index]))
                .toList());
        nodes.put(index, node);
        return node;
    }

    /// A copy of the master that hears one strip alone.
    private StripNode stem(int master, SignalFlow.Link link) throws IOException {
        Strip strip = flow.strips().get(master);
        StripNode node = assemble(strip, prepare(strip, 2, false), inputLatency[master]);
        node.connect(List.of(edge(link, inputLatency[master])));
        return node;
    }

    private Edge edge(SignalFlow.Link link, int wantedLatency) {
        StripNode source = built(link.from());
        int delay = wantedLatency - outputLatency[link.from()];
        boolean audible = flow.audible(link);
        return link.send() == null
                ? Edge.output(source, audible, delay, sampleRate, MAX_FRAMES)
                : Edge.send(
                        source, flow.strips().get(link.from()), link.send(), audible, delay, sampleRate, MAX_FRAMES);
    }

    /// The latest of what comes in. A key may come later than the signal at its insert: then the whole strip waits.
    private int inputLatency(List<SignalFlow.Link> links, List<Prepared> prepared) {
        int latest = 0;
        for (SignalFlow.Link link : links) {
            int late = outputLatency[link.from()];
            if (link.key() != null) {
                late -= latencyBefore(link.key(), prepared);
            }
            latest = Math.max(latest, late);
        }
        return latest;
    }

    private static int latencyBefore(Insert insert, List<Prepared> prepared) {
        int before = 0;
        for (Prepared candidate : prepared) {
            if (candidate.insert.id().equals(insert.id())) {
                return before;
            }
            before += candidate.effect.latency();
        }
        return before;
    }

    private static int latency(List<Prepared> prepared) {
        return prepared.stream().mapToInt(insert -> insert.effect.latency()).sum();
    }

    /// An effect made ready, not yet in its slot.
    private record Prepared(Insert insert, EffectType type, Effect effect, int inputChannels, boolean silenced) {}

    private List<Prepared> prepare(Strip strip, int inputChannels, boolean nonlinear) {
        List<Prepared> prepared = new ArrayList<>();
        int channels = inputChannels;
        for (Insert insert : strip.inserts()) {
            EffectType type = Catalogue.find(insert.type()).orElse(null);
            if (type == null) {
                continue; // Of a newer program: passes the sound on here. Who renders to a file refuses it before.
            }
            Effect effect = type.factory().get();
            double[] values = type.params().resolve(insert.values());
            int tempo = type.params().indexOf("bpm");
            if (tempo >= 0) {
                values[tempo] = type.params().get(tempo).clamp(project.tempo().beatsPerMinute());
            }
            effect.prepare(new Effect.Setup(sampleRate, channels, values));
            prepared.add(new Prepared(insert, type, effect, channels, !nonlinear && !type.linear()));
            channels = type.outputChannels(channels);
        }
        return prepared;
    }

    private StripNode assemble(Strip strip, List<Prepared> prepared, int inputLatency) throws IOException {
        int inputChannels = inputChannels(strip);
        int channels = inputChannels;
        int time = inputLatency;
        List<InsertSlot> slots = new ArrayList<>();
        for (Prepared insert : prepared) {
            slots.add(slot(strip, insert, time));
            time += insert.effect.latency();
            channels = insert.type.outputChannels(channels);
        }
        return new StripNode(
                strip.id(),
                inputChannels,
                channels,
                inputLatency,
                strip.kind() == Strip.Kind.TRACK ? player(strip, inputChannels) : null,
                Control.of(strip, strip.id(), StripControls.TRIM, strip.controls()),
                Control.of(strip, strip.id(), StripControls.POLARITY, strip.controls()),
                slots,
                new StripFader(strip, inputChannels == 1, sampleRate),
                sampleRate,
                MAX_FRAMES);
    }

    private InsertSlot slot(Strip strip, Prepared prepared, int latencyHere) {
        Insert insert = prepared.insert;
        List<InsertSlot.Moving> moving = new ArrayList<>();
        for (int i = 0; i < prepared.type.params().size(); i++) {
            Param param = prepared.type.params().get(i);
            Control control = Control.of(strip, insert.id(), param, insert.values());
            if (control.automated()) {
                moving.add(new InsertSlot.Moving(i, control));
            }
        }
        Control bypass = prepared.silenced
                ? new Control(1, null)
                : Control.of(strip, insert.id(), StripControls.BYPASS, insert.values());
        return new InsertSlot(
                prepared.effect,
                prepared.inputChannels,
                prepared.type.outputChannels(prepared.inputChannels),
                bypass,
                moving,
                key(insert, prepared.type, latencyHere),
                sampleRate,
                MAX_FRAMES);
    }

    private @Nullable KeyInput key(Insert insert, EffectType type, int latencyHere) {
        if (insert.key() == null || !type.keyInput()) {
            return null;
        }
        for (int i = 0; i < flow.strips().size(); i++) {
            if (flow.strips().get(i).id().equals(insert.key())) {
                return new KeyInput(built(i), latencyHere - outputLatency[i], MAX_FRAMES);
            }
        }
        throw new IllegalStateException("the signal flow knows no strip " + insert.key());
    }

    /// One channel where all that a track plays is mono, else two.
    private int inputChannels(Strip strip) {
        return strip.kind() == Strip.Kind.TRACK
                ? strip.clips().stream()
                        .mapToInt(clip -> media(clip).channels())
                        .max()
                        .orElse(1)
                : 2;
    }

    private ClipPlayer player(Strip strip, int channels) throws IOException {
        Map<String, DirectReader> open = new HashMap<>();
        List<ClipPlayer.PlayedClip> played = new ArrayList<>();
        for (Clip clip : strip.clips()) {
            if (clip.muted()) {
                continue;
            }
            Media media = media(clip);
            DirectReader reader = open.get(media.id());
            if (reader == null) {
                reader = new DirectReader(library.open(media));
                readers.add(reader);
                open.put(media.id(), reader);
            }
            played.add(new ClipPlayer.PlayedClip(clip, reader, media.channels(), media.frames()));
        }
        return new ClipPlayer(played, channels, MAX_FRAMES);
    }

    private Media media(Clip clip) {
        return project.media(clip.media())
                .orElseThrow(() -> new InvalidProjectException(
                        "clip '" + clip.id() + "' plays a sound file that the song does not have: " + clip.media()));
    }
}
