package studio.headroom.engine.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.LiveLink;
import studio.headroom.concurrent.Published;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.Playhead;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.meter.MasterMeter;

/// Renders what is heard, block by block of any size: takes commands and graphs, moves the transport, renders chunks of
/// whole sub-blocks and hands them out as they are asked for.
///
/// While the transport stands and everything has rung out it rests: nothing is rendered, and the next start begins from
/// the same state as a bounce, so that what is played from the song's beginning has the bounce's bits.
///
/// The audio thread, one at a time, except where said otherwise.
final class LiveRender {
    /// Nodes of commands that are not for a part of the graph.
    static final int TRANSPORT = -1;

    static final int MONITOR = -2;
    static final int LISTENING = -3;
    static final int MEASURING = -4;

    /// Controls of [#TRANSPORT]: run on from a frame; stop where it is; stand at a frame; the loop's ends.
    static final int PLAY = 0;

    static final int STOP = 1;
    static final int STAND = 2;
    static final int LOOP_FROM = 3;
    static final int LOOP_TO = 4;

    /// Controls of [#LISTENING]: which source; whether the mastering chain plays as loud as the mix; that the chain is
    /// another one.
    static final int SOURCE = 0;

    static final int MATCH = 1;
    static final int REMATCH = 2;

    /// Control of [#MEASURING]: the frame of the timeline where what is measured as a whole ends.
    static final int UNTIL = 0;

    private static final int COMMANDS = 1 << 13;
    private static final int SUB = Timeline.SUB_BLOCK;
    private static final int MAX_CHUNK = GraphCompiler.MAX_SUB_BLOCKS * SUB;
    /// What is quieter than -120 dBFS for longer than any gap between two echoes has rung out.
    private static final float SILENCE = 1e-6f;

    private static final double RING_OUT_SECONDS = 5;
    /// Below this share of the time that a block lasts, waking helpers costs more than they save.
    private static final double WORTH_HELPING = 0.25;

    private final LiveLink<LiveGraph> link = new LiveLink<>(COMMANDS);
    private final Renderer renderer;
    private final Transport transport;
    private final MonitorPath path;
    private final MasterMeter meter;
    private final float[][] chunk = new float[2][MAX_CHUNK];
    private final long ringOut;
    private @Nullable LiveGraph graph;
    private long revision;
    private boolean finished = true;
    private long clock;
    private boolean resting = true;
    private long silent;
    private long played;
    private int ready;
    private int taken;
    private boolean together;
    private long spoilt;
    private double programEnd = Double.POSITIVE_INFINITY;

    /// @param renderer to be used by this alone; its threads belong to the caller
    LiveRender(Renderer renderer, int sampleRate) {
        this.renderer = renderer;
        transport = new Transport(renderer.playhead(), sampleRate);
        path = new MonitorPath(sampleRate);
        meter = new MasterMeter(sampleRate);
        ringOut = (long) (RING_OUT_SECONDS * sampleRate);
    }

    /// The control side's line to this.
    LiveLink<LiveGraph> link() {
        return link;
    }

    MonitorPath path() {
        return path;
    }

    /// Of the mix, before the monitor path.
    MasterMeter meter() {
        return meter;
    }

    /// Fills `out[0 and 1][0 .. frames)`.
    ///
    /// @param load the share of its time that the last block took
    @RealTime
    void render(float[][] out, int frames, double load) {
        together = load > WORTH_HELPING;
        if (resting) {
            taken = ready;
        }
        int subBlocks = Math.clamp(frames / SUB, 1, GraphCompiler.MAX_SUB_BLOCKS);
        for (int done = 0; done < frames; ) {
            if (taken == ready) {
                next(subBlocks);
            }
            int run = Math.min(frames - done, ready - taken);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(chunk[c], taken, out[c], done, run);
            }
            taken += run;
            done += run;
        }
        path.addNoise(out, frames);
        if (transport.runs()) {
            played += frames;
        }
    }

    /// Whether nothing sounds and nothing is about to.
    @RealTime
    boolean resting() {
        return resting;
    }

    /// Whether the transport runs, or is about to.
    @RealTime
    boolean runs() {
        return transport.runs();
    }

    /// How many seams of loops have been heard.
    ///
    /// @param pending frames handed out that have not been heard yet
    @RealTime
    long seams(long pending) {
        return transport.seams(heardClock(pending));
    }

    /// Chunks that were kept back because they held what is not a number.
    @RealTime
    long spoilt() {
        return spoilt;
    }

    /// Frames handed out while the transport ran.
    @RealTime
    long played() {
        return played;
    }

    /// The frame of the timeline that is rendered next.
    @RealTime
    long position() {
        return renderer.playhead().timeline(clock);
    }

    /// The frame of the timeline that is heard.
    ///
    /// @param pending frames handed out that have not been heard yet
    @RealTime
    long heard(long pending) {
        return resting ? position() : renderer.playhead().timeline(heardClock(pending));
    }

    @RealTime
    private long heardClock(long pending) {
        return resting ? clock : clock - (ready - taken) - latency() - pending;
    }

    /// Frames by which what is listened to is late in the graph.
    @RealTime
    int latency() {
        return graph == null ? 0 : graph.latency();
    }

    /// After an exception in [#render]: goes on behind the chunk in which it happened, from silence.
    @RealTime
    void recover() {
        boolean ran = !resting;
        rest();
        if (ran) {
            long behind = Math.max(clock + MAX_CHUNK, renderer.playhead().lastTurn());
            clock = (behind + SUB - 1) / SUB * SUB;
        }
        ready = 0;
        taken = 0;
    }

    /// Takes what has arrived, so that a driver that does not ask for sound while nothing plays learns when to.
    @RealTime
    void listen() {
        takeCommands();
    }

    @RealTime
    private void next(int subBlocks) {
        takeCommands();
        if (taken < ready) {
            return;
        }
        taken = 0;
        if (resting) {
            ready = subBlocks * SUB;
            silence(ready);
            return;
        }
        renderChunk(subBlocks);
    }

    @RealTime
    private void renderChunk(int subBlocks) {
        LiveGraph current = graph;
        int frames = subBlocks * SUB;
        ready = frames;
        if (current == null) {
            return;
        }
        transport.obey(clock);
        transport.plan(clock, frames);
        renderer.render(clock, subBlocks, together);
        if (sound(current, frames)) {
            measure(current, frames);
            path.process(current, chunk, frames);
        } else {
            silence(frames);
            spoilt++;
        }
        clock += frames;
        if (!finished && current.graph().settled() && path.settled()) {
            finished = true;
            link.finish(revision);
        }
        watchForSilence(frames);
    }

    /// What sounds while the playhead stands or has passed the end of the program is seen by the meter, and no part of
    /// the program: its silence would stretch the loudness range.
    @RealTime
    private void measure(LiveGraph current, int frames) {
        float[][] mix = current.signals()[LiveGraph.MIX];
        long heard = clock - current.latencies()[LiveGraph.MIX];
        int from = 0;
        for (int at = 0; at < frames; at += SUB) {
            boolean program = isProgram(heard + at);
            if (program != meter.integrating()) {
                if (at > from) {
                    meter.process(mix, from, at - from);
                }
                from = at;
                meter.setIntegrating(program);
            }
        }
        meter.process(mix, from, frames - from);
    }

    @RealTime
    private boolean isProgram(long heard) {
        Playhead playhead = renderer.playhead();
        return playhead.runs(heard) && playhead.timeline(heard + SUB - 1) < programEnd;
    }

    /// Whether all that can be listened to is made of numbers. What is not would stay for ever in meters, and no
    /// loudspeaker should be given it.
    @RealTime
    private static boolean sound(LiveGraph current, int frames) {
        float sum = 0;
        for (float[][] signal : current.signals()) {
            for (int i = 0; i < frames; i++) {
                sum += signal[0][i] * 0 + signal[1][i] * 0;
            }
        }
        return sum == 0;
    }

    @RealTime
    private void silence(int frames) {
        Arrays.fill(chunk[0], 0, frames, 0f);
        Arrays.fill(chunk[1], 0, frames, 0f);
    }

    @RealTime
    private void watchForSilence(int frames) {
        if (transport.runs() || renderer.playhead().lastTurn() > clock || !silent(frames)) {
            silent = 0;
            return;
        }
        silent += frames;
        if (silent > ringOut) {
            rest();
        }
    }

    @RealTime
    private boolean silent(int frames) {
        for (int i = 0; i < frames; i++) {
            if (Math.abs(chunk[0][i]) > SILENCE || Math.abs(chunk[1][i]) > SILENCE) {
                return false;
            }
        }
        return true;
    }

    @RealTime
    private void rest() {
        resting = true;
        path.reset();
        meter.setIntegrating(false);
        if (graph != null) {
            graph.graph().reset();
        }
        finish();
    }

    /// Begins as a bounce does, and renders what the graph is late ahead of time, so that what is handed out begins
    /// with
    /// the playhead.
    @RealTime
    private void wake(LiveGraph current) {
        resting = false;
        silent = 0;
        current.graph().reset();
        path.reset();
        long late = current.latency();
        long ahead = 0;
        ready = 0;
        while (ahead < late) {
            renderChunk((int) Math.clamp((late - ahead + SUB - 1) / SUB, 1, GraphCompiler.MAX_SUB_BLOCKS));
            ahead += ready;
        }
        taken = (int) (ready - (ahead - late));
    }

    @RealTime
    private void finish() {
        if (!finished) {
            finished = true;
            link.finish(revision);
        }
    }

    @RealTime
    private void takeCommands() {
        Published.Edition<LiveGraph> newest = link.begin();
        if (newest != null && newest.revision() != revision) {
            use(newest);
        }
        while (link.next()) {
            command(link.node(), link.param(), link.value());
        }
        if (resting) {
            transport.obeyAtRest(clock);
            if (transport.runs() && graph != null) {
                wake(graph);
            }
        }
    }

    @RealTime
    private void use(Published.Edition<LiveGraph> edition) {
        LiveGraph fresh = edition.value();
        graph = fresh;
        revision = edition.revision();
        finished = false;
        renderer.use(fresh.graph());
        fresh.graph().adopt(clock);
        path.use(fresh);
        if (resting) {
            fresh.graph().reset();
            path.reset();
            finish();
        }
    }

    @RealTime
    private void command(int node, int param, double value) {
        switch (node) {
            case TRANSPORT -> move(param, value);
            case MONITOR -> path.set(param, value);
            case LISTENING -> listen(param, value);
            case MEASURING -> programEnd = value;
            default -> {
                if (graph != null) {
                    graph.graph().move(node, param, value);
                }
            }
        }
    }

    @RealTime
    private void listen(int param, double value) {
        switch (param) {
            case SOURCE -> path.select((int) value);
            case MATCH -> path.match(value != 0);
            default -> path.rematch();
        }
    }

    @RealTime
    private void move(int param, double value) {
        switch (param) {
            case PLAY -> transport.play((long) value);
            case STOP -> transport.stop();
            case STAND -> transport.standAt((long) value);
            case LOOP_FROM -> transport.loopFrom(value);
            default -> transport.loopTo(value);
        }
    }
}
