package studio.headroom.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Gain;

/// One strip in a render graph. Renders its whole way from input to post-fader output for a chunk of sub-blocks, in
/// buffers of its own that other strips only read.
final class StripNode {
    private static final int SUB = Timeline.SUB_BLOCK;

    private final String id;
    private final int inputChannels;
    private final int preChannels;
    private final int inputLatency;
    private final int preLatency;
    private final @Nullable ClipPlayer player;
    private final Control trim;
    private final Control polarity;
    private final GainRamp inputGain;
    private final InsertSlot[] inserts;
    private final StripFader fader;
    private final float[][] pre;
    private final float[][] post;
    private Edge[] inputs = {};

    /// @param inputLatency frames by which its input is late against the timeline
    StripNode(
            String id,
            int inputChannels,
            int preChannels,
            int inputLatency,
            @Nullable ClipPlayer player,
            Control trim,
            Control polarity,
            List<InsertSlot> inserts,
            StripFader fader,
            int sampleRate,
            int maxFrames) {
        this.id = id;
        this.inputChannels = inputChannels;
        this.preChannels = preChannels;
        this.inputLatency = inputLatency;
        this.player = player;
        this.trim = trim;
        this.polarity = polarity;
        this.inserts = inserts.toArray(InsertSlot[]::new);
        this.fader = fader;
        inputGain = new GainRamp(sampleRate);
        preLatency = inputLatency
                + Arrays.stream(this.inserts).mapToInt(InsertSlot::latency).sum();
        pre = new float[preChannels][maxFrames];
        post = new float[2][maxFrames];
    }

    void connect(List<Edge> edges) {
        inputs = edges.toArray(Edge[]::new);
    }

    String id() {
        return id;
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
    boolean muted(long time) {
        return fader.muted(time);
    }

    /// Renders a chunk.
    ///
    /// @param position the render position, a multiple of the sub-block; the input is the timeline's signal at
    ///     `position` less this strip's input latency
    @RealTime
    void render(long position, int subBlocks) {
        int frames = subBlocks * SUB;
        if (player != null) {
            player.play(position - inputLatency, pre, frames);
        } else {
            Arrays.fill(pre[0], 0, frames, 0f);
            Arrays.fill(pre[1], 0, frames, 0f);
            for (Edge edge : inputs) {
                edge.addTo(pre, position, subBlocks);
            }
        }
        trim(position - inputLatency, subBlocks);
        long time = position - inputLatency;
        for (InsertSlot insert : inserts) {
            insert.process(pre, time, subBlocks);
            time -= insert.latency();
        }
        fader.process(pre, preChannels, post, time, subBlocks);
    }

    @RealTime
    private void trim(long time, int subBlocks) {
        for (int s = 0; s < subBlocks; s++) {
            long end = time + (long) (s + 1) * SUB;
            double gain = Decibels.toGain(trim.at(end));
            inputGain.advance(polarity.at(end) >= 0.5 ? -gain : gain);
            for (int c = 0; c < inputChannels; c++) {
                Gain.scale(pre[c], s * SUB, SUB, inputGain.from(), inputGain.to());
            }
        }
    }

    @RealTime
    void reset() {
        inputGain.reset();
        fader.reset();
        for (InsertSlot insert : inserts) {
            insert.reset();
        }
        for (Edge edge : inputs) {
            edge.reset();
        }
    }

    long tail() {
        return Arrays.stream(inserts)
                .mapToLong(insert -> insert.effect().tail())
                .sum();
    }
}
