package studio.headroom.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Gain;
import studio.headroom.engine.plan.PlannedInsert;
import studio.headroom.engine.plan.PlannedStrip;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// One strip in a render graph. Renders its whole way from input to post-fader output for a chunk of sub-blocks, in
/// buffers of its own that other strips only read.
final class StripNode implements Movable {
    private static final int SUB = Timeline.SUB_BLOCK;
    private static final int TRIM = StripControls.PARAMS.indexOf(StripControls.TRIM.id());
    private static final int POLARITY = StripControls.PARAMS.indexOf(StripControls.POLARITY.id());
    private static final int MUTE = StripControls.PARAMS.indexOf(StripControls.MUTE.id());

    private final PlannedStrip planned;
    private final int inputChannels;
    /// Whether its controls stay as they are, whatever the plan says.
    private final boolean outgoing;
    private final int preChannels;
    private final int inputLatency;
    private final int preLatency;
    private final @Nullable ClipPlayer player;
    /// What played before the clips were edited, until it has faded out.
    private @Nullable ClipPlayer leaving;

    /// By how many frames that was late.
    private final int leavingLatency;
    private final GainRamp playerFade;
    private final float[][] old;
    private final Control[] controls;
    /// The mute once more for each way that is taken before the fader: whoever renders such a way moves its own on.
    private Control[] furtherMutes = {};

    private final GainRamp inputGain;
    private final InsertChain inserts;
    private final PanGains sides;
    private final StripFader fader;
    private final float[][] pre;
    private final float[][] post;
    private final @Nullable StripProbe probe;
    private final Transition transition;
    /// The node that this one follows, until it is taken over.
    private @Nullable StripNode previous;

    private Edge[] inputs = {};

    /// @param inputLatency frames by which its input is late against the timeline
    /// @param player of its clips, or null; the previous node's own where nothing about them changed
    /// @param controls of [StripControls#PARAMS]
    /// @param sides how it is panned
    /// @param previous the node that this one follows, or null
    /// @param probe watches it, or null
    StripNode(
            PlannedStrip planned,
            int inputLatency,
            @Nullable ClipPlayer player,
            Control[] controls,
            InsertChain inserts,
            PanGains sides,
            @Nullable StripNode previous,
            Transition transition,
            @Nullable StripProbe probe,
            int sampleRate,
            int maxFrames) {
        this.planned = planned;
        inputChannels = planned.inputChannels();
        outgoing = planned.leaving();
        this.inputLatency = inputLatency;
        this.player = player;
        this.controls = controls;
        this.inserts = inserts;
        this.previous = previous;
        this.transition = transition;
        this.probe = probe;
        this.sides = sides;
        fader = new StripFader(controls, sides, previous == null ? null : previous.fader, sampleRate);
        inputGain = previous == null ? new GainRamp(sampleRate) : previous.inputGain;
        boolean playsOn = previous == null || previous.player == player && previous.inputLatency == inputLatency;
        leaving = previous == null || playsOn ? null : previous.player;
        leavingLatency = previous == null ? 0 : previous.inputLatency;
        playerFade = new GainRamp(leaving == null ? 1 : 0, sampleRate);
        old = leaving == null ? new float[0][] : new float[planned.inputChannels()][maxFrames];
        preLatency = inputLatency + inserts.latency();
        preChannels = planned.outputChannels();
        pre = new float[preChannels][maxFrames];
        post = new float[2][maxFrames];
    }

    void connect(List<Edge> edges) {
        inputs = edges.toArray(Edge[]::new);
    }

    PlannedStrip planned() {
        return planned;
    }

    @Nullable
    ClipPlayer player() {
        return player;
    }

    /// Channels after the inserts.
    @RealTime
    int preChannels() {
        return preChannels;
    }

    /// Frames by which the signal is late after the inserts and the fader, which adds none.
    @RealTime
    int latency() {
        return preLatency;
    }

    /// How it is panned.
    PanGains sides() {
        return sides;
    }

    /// Frames by which the effects alone make it late.
    int effectLatency() {
        return preLatency - inputLatency;
    }

    /// Adds the frames by which each effect that stays makes it late, by the ids of the inserts.
    void putInsertLatencies(Map<String, Integer> frames) {
        List<PlannedInsert> all = planned.chain();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).leaving()) {
                frames.put(all.get(i).insert().id(), inserts.latency(i));
            }
        }
    }

    /// The signal after the inserts of the chunk last rendered, `[preChannels][frame]`.
    @RealTime
    float[][] pre() {
        return pre;
    }

    /// The signal that leaves the strip, of the chunk last rendered, `[2][frame]`.
    @RealTime
    float[][] post() {
        return post;
    }

    @RealTime
    Control mute() {
        return controls[MUTE];
    }

    /// A mute that is moved like the strip's, for one who does not render the strip. Control thread, before the graph
    /// comes into use.
    Control newMute() {
        Strip strip = planned.strip();
        Control fresh = Control.of(strip, strip.id(), StripControls.MUTE, strip.controls());
        furtherMutes = Arrays.copyOf(furtherMutes, furtherMutes.length + 1);
        furtherMutes[furtherMutes.length - 1] = fresh;
        return fresh;
    }

    @Override
    @RealTime
    public void move(Move move, int param, double value) {
        Movable.move(controls, move, param, value);
        if (param == MUTE) {
            for (Control further : furtherMutes) {
                Movable.move(further, move, value);
            }
        }
    }

    /// Begins to be used in the place of a node of an older graph.
    @RealTime
    void adopt() {
        if (previous != null) {
            Control.takeOver(controls, previous.controls, outgoing);
            previous = null;
        }
        inserts.adopt();
        for (Edge edge : inputs) {
            edge.adopt();
        }
    }

    /// Whether nothing in it fades from an older graph's sound any more.
    @RealTime
    boolean settled() {
        if (!playerFade.rests(1) || !inserts.settled()) {
            return false;
        }
        for (Edge edge : inputs) {
            if (!edge.settled()) {
                return false;
            }
        }
        return true;
    }

    /// Renders a chunk.
    ///
    /// @param clock the render position, a multiple of the sub-block; the input is the signal of this clock less
    /// the
    ///     strip's input latency
    @RealTime
    void render(Playhead playhead, long clock, int subBlocks) {
        long begin = probe == null ? 0 : System.nanoTime();
        int frames = subBlocks * SUB;
        if (player != null) {
            play(player, playhead, clock, subBlocks);
        } else {
            Arrays.fill(pre[0], 0, frames, 0f);
            Arrays.fill(pre[1], 0, frames, 0f);
            for (Edge edge : inputs) {
                edge.addTo(pre, playhead, clock, subBlocks);
            }
        }
        trim(playhead, clock - inputLatency, subBlocks);
        inserts.process(pre, playhead, clock, inputLatency, subBlocks, probe);
        fader.process(pre, preChannels, post, playhead, clock - preLatency, subBlocks);
        if (probe != null) {
            probe.strip(pre, post, frames, System.nanoTime() - begin);
        }
    }

    @RealTime
    private void play(ClipPlayer current, Playhead playhead, long clock, int subBlocks) {
        int frames = subBlocks * SUB;
        current.play(playhead, clock - inputLatency, pre, frames);
        if (leaving == null) {
            return;
        }
        leaving.play(playhead, clock - leavingLatency, old, frames);
        for (int s = 0; s < subBlocks; s++) {
            playerFade.advance(transition.begun(clock + (long) s * SUB, inputLatency) ? 1 : 0);
            double step = (playerFade.to() - playerFade.from()) / SUB;
            for (int c = 0; c < old.length; c++) {
                for (int i = 0; i < SUB; i++) {
                    float fresh = pre[c][s * SUB + i];
                    double share = 1 - (playerFade.from() + step * (i + 1));
                    pre[c][s * SUB + i] = (float) (fresh + (old[c][s * SUB + i] - fresh) * share);
                }
            }
        }
        if (playerFade.rests(1)) {
            leaving = null;
        }
    }

    @RealTime
    private void trim(Playhead playhead, long clock, int subBlocks) {
        for (int s = 0; s < subBlocks; s++) {
            long end = playhead.timeline(clock + (long) (s + 1) * SUB);
            double gain = Decibels.toGain(controls[TRIM].at(end));
            inputGain.advance(controls[POLARITY].at(end) >= 0.5 ? -gain : gain);
            for (int c = 0; c < inputChannels; c++) {
                Gain.scale(pre[c], s * SUB, SUB, inputGain.from(), inputGain.to());
            }
        }
    }

    @RealTime
    void reset() {
        inputGain.reset();
        fader.reset();
        playerFade.jump(1);
        leaving = null;
        inserts.reset();
        for (Edge edge : inputs) {
            edge.reset();
        }
    }
}
