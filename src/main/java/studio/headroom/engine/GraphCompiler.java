package studio.headroom.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.engine.media.DirectReader;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.media.MediaReader;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.PlannedInsert;
import studio.headroom.engine.plan.PlannedLink;
import studio.headroom.engine.plan.PlannedStrip;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Turns a plan into a [RenderGraph]: prepares effects, aligns latencies by the longest path. One compilation per
/// instance; control thread.
public final class GraphCompiler {
    /// Most sub-blocks of one chunk: long enough that going from strip to strip costs nothing, short enough that a
    /// song's buffers stay in the cache.
    public static final int MAX_SUB_BLOCKS = 8;

    static final int MAX_FRAMES = MAX_SUB_BLOCKS * Timeline.SUB_BLOCK;

    private final MixPlan plan;
    private final PartsMaker parts;
    private final List<DirectReader> opened;
    private final StripNode[] nodes;
    /// What is compiled, in the order of rendering; for each the places of those that it needs; and each strip's place.
    private final List<StripNode> ordered = new ArrayList<>();

    private final List<int[]> needs = new ArrayList<>();
    private final int[] place;
    private final List<List<PlannedLink>> into = new ArrayList<>();
    /// Late frames at each strip's input, and after its inserts.
    private final int[] inputLatency;

    private final int[] outputLatency;
    private final long[] tail;

    private GraphCompiler(MixPlan plan, PartsMaker parts, List<DirectReader> opened) {
        this.plan = plan;
        this.parts = parts;
        this.opened = opened;
        int size = plan.strips().size();
        nodes = new StripNode[size];
        place = new int[size];
        inputLatency = new int[size];
        outputLatency = new int[size];
        tail = new long[size];
        for (int i = 0; i < size; i++) {
            into.add(new ArrayList<>());
        }
        plan.links().forEach(link -> into.get(link.to()).add(link));
    }

    /// Compiles a song to be rendered to files.
    ///
    /// @param stems whether to deliver, beside the mix, [Stem#feedingMaster(Project)]
    /// @throws InvalidProjectException when the project contradicts itself
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static RenderGraph compile(Project project, MediaLibrary library, boolean stems) throws IOException {
        return compile(project, library, stems ? Stem.feedingMaster(project) : List.of());
    }

    /// Compiles a song to be rendered to files.
    ///
    /// @param stems what to deliver behind the mix, in this order
    /// @throws InvalidProjectException when the project contradicts itself, or a stem names a strip that is not
    /// there
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static RenderGraph compile(Project project, MediaLibrary library, List<Stem> stems) throws IOException {
        return offline(project, library, strip -> null, compiler -> compiler.compile(stems));
    }

    /// Compiles what one strip makes of its input: trim and inserts, without fader, pan and mute. The one output has as
    /// many channels as the strip has after its inserts.
    ///
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static RenderGraph compileInserts(Project project, String stripId, MediaLibrary library) throws IOException {
        return compileInserts(project, stripId, library, strip -> null);
    }

    /// As [#compileInserts(Project, String, MediaLibrary)], watched.
    ///
    /// @param probes who watches the strip; called by the thread that renders
    public static RenderGraph compileInserts(Project project, String stripId, MediaLibrary library, Probes probes)
            throws IOException {
        return offline(project, library, probes, compiler -> compiler.compileInserts(stripId));
    }

    /// Compiles a plan that is listened to.
    ///
    /// @param readers gives what tracks read their samples from
    /// @param previous the graph that is in use, settled, if the new one is to go on from it; then the plan has to
    /// be a
    ///     [studio.headroom.engine.plan.Succession] of its plan
    /// @param numbers by which commands name the parts
    /// @param probes who watches the strips
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static RenderGraph compileLive(
            MixPlan plan, Readers readers, @Nullable RenderGraph previous, NodeNumbers numbers, Probes probes)
            throws IOException {
        PartsMaker parts = new PartsMaker(plan, readers, probes, previous, numbers);
        return new GraphCompiler(plan, parts, List.of()).compile(List.of());
    }

    /// Who watches the strips.
    @FunctionalInterface
    public interface Probes {
        /// @return null for nobody
        @Nullable
        StripProbe of(PlannedStrip strip);
    }

    /// Where tracks get their samples from. Asked once for each track.
    @FunctionalInterface
    public interface Readers {
        TrackReaders ofTrack();
    }

    /// Where one track's clips get their samples from.
    @FunctionalInterface
    public interface TrackReaders {
        /// A reader for one clip.
        ///
        /// @param reversed whether the clip is played backwards
        /// @throws IOException that names the file and the cure
        MediaReader open(Media media, boolean reversed) throws IOException;
    }

    private interface Compilation {
        RenderGraph run(GraphCompiler compiler) throws IOException;
    }

    private static RenderGraph offline(Project project, MediaLibrary library, Probes probes, Compilation compilation)
            throws IOException {
        List<DirectReader> opened = new ArrayList<>();
        Readers readers = () -> {
            Map<String, DirectReader> ofTrack = new HashMap<>();
            return (media, reversed) -> {
                DirectReader reader = ofTrack.get(media.id());
                if (reader == null) {
                    reader = new DirectReader(library.open(media));
                    opened.add(reader);
                    ofTrack.put(media.id(), reader);
                }
                return reader;
            };
        };
        MixPlan plan = MixPlan.of(project);
        boolean done = false;
        try {
            PartsMaker parts = new PartsMaker(plan, readers, probes, null, null);
            RenderGraph graph = compilation.run(new GraphCompiler(plan, parts, opened));
            done = true;
            return graph;
        } finally {
            if (!done) {
                for (DirectReader reader : opened) {
                    reader.close();
                }
            }
        }
    }

    private RenderGraph compileInserts(String stripId) throws IOException {
        for (int index : plan.order()) {
            add(index);
            Strip strip = plan.strips().get(index).strip();
            if (strip.id().equals(stripId)) {
                return graph(
                        List.of(new RenderGraph.Output(
                                stripId, strip.name(), nodes[index].pre(), outputLatency[index])),
                        tail[index]);
            }
        }
        throw new InvalidProjectException("the song has no strip '" + stripId + "'");
    }

    private RenderGraph compile(List<Stem> stems) throws IOException {
        for (int index : plan.order()) {
            add(index);
        }
        int master = plan.master();
        List<RenderGraph.Output> outputs = new ArrayList<>(List.of(output(master)));
        for (int number = 0; number < stems.size(); number++) {
            outputs.add(stem(master, stems.get(number), number));
        }
        for (String beside : List.of(MixPlan.LISTEN, MixPlan.MASTERING)) {
            for (int index = 0; index < plan.strips().size(); index++) {
                if (plan.strips().get(index).strip().id().equals(beside)) {
                    outputs.add(output(index));
                }
            }
        }
        return graph(outputs, tail[master]);
    }

    private RenderGraph.Output output(int index) {
        Strip strip = plan.strips().get(index).strip();
        return new RenderGraph.Output(strip.id(), strip.name(), nodes[index].post(), outputLatency[index]);
    }

    private RenderGraph graph(List<RenderGraph.Output> outputs, long tail) {
        return parts.graph(ordered, needs.toArray(int[][]::new), outputs, tail, opened);
    }

    /// Compiles a strip whose feeders are compiled.
    private void add(int index) throws IOException {
        PlannedStrip planned = plan.strips().get(index);
        List<PlannedLink> links = into.get(index);
        List<PreparedInsert> prepared = parts.prepare(planned);
        inputLatency[index] = inputLatency(links, prepared);
        outputLatency[index] = inputLatency[index] + latency(prepared);
        tail[index] = prepared.stream()
                        .mapToLong(insert -> insert.instance().effect.tail())
                        .sum()
                + links.stream()
                        .filter(PlannedLink::carriesSound)
                        .mapToLong(link -> tail[link.from()])
                        .max()
                        .orElse(0);
        nodes[index] = parts.strip(planned, inputLatency[index], slots(planned, index, prepared));
        List<Edge> edges = new ArrayList<>();
        for (PlannedLink link : links) {
            if (link.carriesSound()) {
                edges.add(parts.edge(nodes[link.from()], link, planned, delay(link, index)));
            }
        }
        nodes[index].connect(edges);
        place[index] = ordered.size();
        ordered.add(nodes[index]);
        needs.add(needs(links));
    }

    private int[] needs(List<PlannedLink> links) {
        return links.stream().mapToInt(link -> place[link.from()]).distinct().toArray();
    }

    /// What leaves does not make others wait, and so may come later than they do.
    private int delay(PlannedLink link, int to) {
        return Math.max(0, inputLatency[to] - outputLatency[link.from()]);
    }

    /// A strip beside the mix that hears some strips alone, as late as the mix.
    private RenderGraph.Output stem(int master, Stem stem, int number) throws IOException {
        PlannedStrip alone = stem.throughMaster() ? linearMaster(master) : plain(stem.name(), number);
        int late = stem.throughMaster() ? inputLatency[master] : outputLatency[master];
        StripNode node = parts.strip(alone, late, slots(alone, master, parts.prepare(alone)));
        List<Edge> edges = new ArrayList<>();
        List<PlannedLink> needed = new ArrayList<>(stem.throughMaster() ? into.get(master) : List.of());
        for (String id : stem.strips()) {
            int from = plan.find(id);
            if (from < 0 || from == master) {
                throw new InvalidProjectException("there is no stem of the strip '" + id + "'");
            }
            PlannedLink link = tap(from, master, alone, stem.preFader());
            needed.add(link);
            edges.add(parts.edge(nodes[from], link, alone, Math.max(0, late - outputLatency[from])));
        }
        node.connect(edges);
        ordered.add(node);
        needs.add(needs(needed));
        String of = stem.strips().size() == 1 ? stem.strips().getFirst() : "";
        return new RenderGraph.Output(of, stem.name(), node.post(), outputLatency[master]);
    }

    private PlannedStrip linearMaster(int master) {
        PlannedStrip planned = plan.strips().get(master);
        return planned.withChain(planned.chain().stream()
                .map(insert -> insert.isLinear() ? insert : insert.silenced())
                .toList());
    }

    /// A strip that sums and does nothing else.
    private static PlannedStrip plain(String name, int number) {
        String id = MixPlan.STEM + number;
        return new PlannedStrip(
                new PlannedStrip.Key(id, 0), Strip.create(Strip.Kind.BUS, id, name), 2, Map.of(), List.of(), false);
    }

    /// A way out of a strip that is heard when its output is.
    private PlannedLink tap(int from, int master, PlannedStrip to, boolean preFader) {
        double heard = plan.links().stream()
                .filter(link -> link.from() == from && link.key().kind() == PlannedLink.Kind.OUTPUT)
                .mapToDouble(PlannedLink::heard)
                .min()
                .orElse(1);
        PlannedLink.Kind kind = preFader ? PlannedLink.Kind.PRE_FADER_SEND : PlannedLink.Kind.OUTPUT;
        PlannedLink.Key key = new PlannedLink.Key(plan.strips().get(from).key(), to.key(), kind, "");
        return new PlannedLink(key, from, master, null, heard, false);
    }

    /// The latest of what comes in. A key may come later than the signal at its insert: then the whole strip waits.
    private int inputLatency(List<PlannedLink> links, List<PreparedInsert> prepared) {
        int latest = 0;
        for (PlannedLink link : links) {
            if (!link.leaving()) {
                int late = outputLatency[link.from()];
                if (!link.carriesSound()) {
                    late -= latencyBefore(link.key().of(), prepared);
                }
                latest = Math.max(latest, late);
            }
        }
        return latest;
    }

    private static int latencyBefore(String insertId, List<PreparedInsert> prepared) {
        int before = 0;
        for (PreparedInsert candidate : prepared) {
            if (candidate.planned().insert().id().equals(insertId)
                    && !candidate.planned().leaving()) {
                return before;
            }
            before += candidate.latency();
        }
        return before;
    }

    private static int latency(List<PreparedInsert> prepared) {
        return prepared.stream().mapToInt(PreparedInsert::latency).sum();
    }

    private List<InsertSlot> slots(PlannedStrip strip, int index, List<PreparedInsert> prepared) {
        List<InsertSlot> slots = new ArrayList<>();
        int late = inputLatency[index];
        for (PreparedInsert insert : prepared) {
            slots.add(parts.slot(strip, insert, keySource(insert.planned(), index), late));
            late += insert.latency();
        }
        return slots;
    }

    /// The strip that an insert listens to, or null.
    private PartsMaker.@Nullable KeySource keySource(PlannedInsert planned, int index) {
        String key = planned.insert().key();
        if (key == null || !planned.type().keyInput()) {
            return null;
        }
        for (PlannedLink link : into.get(index)) {
            if (!link.carriesSound()
                    && link.key().of().equals(planned.insert().id())
                    && link.key().from().stripId().equals(key)) {
                return new PartsMaker.KeySource(nodes[link.from()], outputLatency[link.from()]);
            }
        }
        throw new IllegalStateException("the plan has no way from '" + key + "' to an insert that listens to it");
    }
}
