package studio.headroom.engine.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.LiveLink;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.Move;
import studio.headroom.engine.NodeNumbers;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.ControlOverride;
import studio.headroom.engine.automation.Outcome;
import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.plan.Listening;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.Succession;
import studio.headroom.engine.plan.TrackDelay;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Keeps the audio thread's graph true to the song: sends moves at once, and lets a new graph follow as soon as the one
/// before has settled. Edits that come faster are heard together. Control thread.
final class LiveSong {
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// So long clips that are new wait for the disk, and so much of them is to be in memory then.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final double PREPARED_SECONDS = 0.25;

    private final LongSupplier nanoTime;
    private final LiveLink<LiveGraph> link;
    private final MediaPool media;
    private final LiveMeters meters;
    private final NodeNumbers numbers = new NodeNumbers();
    private Project song;
    private Listening listening = Listening.TO_THE_MIX;
    private List<Outcome.Change> overrides = List.of();
    /// What new instances of inserts have to be told; those as the song says left out.
    private final Map<String, Comparison> comparisons = new HashMap<>();

    /// What the newest graph was compiled from.
    private @Nullable Project compiled;

    /// The song whose files are open and no others.
    private @Nullable Project retained;

    private Listening compiledListening = Listening.TO_THE_MIX;
    private @Nullable RenderGraph newest;
    private @Nullable LiveGraph published;
    private long revision;
    /// Why no graph could follow.
    private @Nullable String refused;

    private long nextTry;
    /// Whether a graph waits for the disk, and until when.
    private boolean waits;

    private long waitsUntil;

    /// @param nanoTime the time
    LiveSong(LiveLink<LiveGraph> link, MediaPool media, LiveMeters meters, Project song, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.link = link;
        this.media = media;
        this.meters = meters;
        this.song = song;
    }

    Project song() {
        return song;
    }

    Listening listening() {
        return listening;
    }

    /// The graph that was published last.
    @Nullable
    RenderGraph newest() {
        return newest;
    }

    /// How many graphs have been published.
    long graphs() {
        return revision;
    }

    /// The song is another one from now on.
    ///
    /// @throws IOException when a sound file cannot be opened; the graph stays as it was then, and follows when the
    /// song
    ///     has changed again or the file is there
    void change(Project changed) throws IOException {
        SongMoves.send(song, changed, (owner, param, value) -> link.send(numbers.of(owner), Move.SET.of(param), value));
        song = changed;
        follow();
    }

    /// Listens otherwise from now on.
    void listen(Listening changed) throws IOException {
        SongMoves.send(
                listening, changed, (owner, param, value) -> link.send(numbers.of(owner), Move.SET.of(param), value));
        listening = changed;
        follow();
    }

    /// Lets an insert be heard otherwise than the song says.
    void compare(String insertId, Comparison how) {
        if (how.equals(Comparison.NONE)) {
            comparisons.remove(insertId);
        } else {
            comparisons.put(insertId, how);
        }
        send(insertId, how);
    }

    private void send(String insertId, Comparison how) {
        int node = numbers.of(insertId);
        link.send(node, Move.DRY_GAIN.of(0), Decibels.toGain(how.dryDb()));
        link.send(node, Move.DELTA.of(0), how.delta() ? 1 : 0);
    }

    /// Sends what a hand on controls does.
    void override(List<Outcome.Change> changes) {
        changes.forEach(this::send);
    }

    /// What a new graph is to be told about hands on controls.
    void remember(List<Outcome.Change> standing) {
        overrides = standing;
    }

    /// Sends what waits, and lets a graph follow that had to wait; to be called often.
    ///
    /// @throws IOException when it cannot follow, once for each reason
    void tick() throws IOException {
        link.flush();
        if (newest == null || settled()) {
            link.published().collect();
            if (refused == null || nanoTime.getAsLong() - nextTry >= 0) {
                follow();
            }
            if (settled()) {
                retain();
            }
        }
    }

    /// Whether the newest graph plays the song as it is, and nothing fades any more.
    boolean upToDate() {
        return newest != null && settled() && !newest.plan().inTransition() && !behind();
    }

    private boolean behind() {
        return compiled == null || !SongMoves.enough(compiled, song) || !SongMoves.enough(compiledListening, listening);
    }

    private boolean settled() {
        return link.published().finished() >= revision;
    }

    private void follow() throws IOException {
        if (newest != null && !settled()) {
            return;
        }
        try {
            step();
            refused = null;
        } catch (IOException | RuntimeException e) {
            nextTry = nanoTime.getAsLong() + RETRY_NANOS;
            String why = String.valueOf(e.getMessage());
            boolean known = why.equals(refused);
            refused = why;
            if (newest != null) {
                meters.follow(newest.plan());
            }
            if (!known) {
                throw e;
            }
        }
    }

    private void step() throws IOException {
        boolean behind = behind();
        if (newest == null) {
            publish(MixPlan.of(song, listening), null);
            compiled = song;
            compiledListening = listening;
            return;
        }
        if (behind && !delivered()) {
            return;
        }
        waits = false;
        if (behind || newest.plan().inTransition()) {
            Succession.Step step = Succession.step(newest.plan().settled(), MixPlan.of(song, listening));
            publish(step.plan(), newest);
            if (step.complete()) {
                compiled = song;
                compiledListening = listening;
            }
        }
    }

    /// Whether the disk has delivered what new clips need at once, or has been waited for long enough.
    private boolean delivered() throws IOException {
        if (compiled == null
                || clips(compiled).containsAll(clips(song)) && compiled.media().equals(song.media())) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (!waits) {
            waits = true;
            waitsUntil = now + PATIENCE_NANOS;
        }
        long ahead = (long) (PREPARED_SECONDS * song.sampleRate());
        return media.prepare(TrackDelay.played(song), ahead) || now - waitsUntil >= 0;
    }

    private static Set<Clip> clips(Project song) {
        return song.strips().stream().flatMap(strip -> strip.clips().stream()).collect(Collectors.toSet());
    }

    private void publish(MixPlan plan, @Nullable RenderGraph previous) throws IOException {
        meters.follow(plan);
        RenderGraph graph = GraphCompiler.compileLive(plan, this::readers, previous, numbers, meters::probe);
        media.play(TrackDelay.played(song));
        meters.latencies(graph.effectLatencies());
        newest = graph;
        published = LiveGraph.of(graph, published);
        revision = link.publish(published);
        overrides.forEach(this::send);
        comparisons.forEach(this::send);
    }

    private GraphCompiler.TrackReaders readers() {
        return media::reader;
    }

    /// Frees the files that nothing plays any more.
    private void retain() {
        Project playing = compiled;
        if (playing != null && playing != retained && !waits) {
            media.retain(playing.media());
            retained = playing;
        }
    }

    private void send(Outcome.Change change) {
        Address address = change.address();
        int param = index(address);
        if (param < 0) {
            return;
        }
        int node = numbers.of(address.ownerId());
        switch (change.override()) {
            case ControlOverride.Follow follow -> link.send(node, Move.FOLLOW.of(param), follow.glideFrames());
            case ControlOverride.Hold hold -> link.send(node, Move.HOLD.of(param), hold.value());
            case ControlOverride.Trim trim -> link.send(node, Move.TRIM.of(param), trim.deltaDb());
        }
    }

    /// The index of a control in its node, or -1.
    private int index(Address address) {
        List<Strip> all = new ArrayList<>(song.strips());
        all.add(song.master());
        for (Strip strip : all) {
            if (strip.id().equals(address.ownerId())) {
                return StripControls.PARAMS.indexOf(address.paramId());
            }
            for (Insert insert : strip.inserts()) {
                if (insert.id().equals(address.ownerId())) {
                    return index(insert, address.paramId());
                }
            }
            if (strip.sends().stream().anyMatch(send -> send.id().equals(address.ownerId()))) {
                return StripControls.SEND_PARAMS.indexOf(address.paramId());
            }
        }
        return -1;
    }

    private static int index(Insert insert, String paramId) {
        ParamSet params = Catalogue.find(insert.type()).map(EffectType::params).orElse(ParamSet.of());
        return paramId.equals(StripControls.BYPASS.id()) ? params.size() : params.indexOf(paramId);
    }
}
