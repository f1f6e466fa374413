package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Gain;
import studio.headroom.engine.plan.PlannedLink;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// A way from one strip into another: an output or a send, with its level and the delay that lets everything that
/// meets at the other end be in time.
final class Edge implements Movable {
    private static final int SUB = Timeline.SUB_BLOCK;
    private final StripNode source;
    private final boolean pre;
    private final double heard;
    private final boolean leaving;
    /// Of a way before the fader the law of what came into the strip, as at its fader, so that an insert that widens
    /// changes no level.
    private final PanGains sides;

    /// [StripControls#SEND_PARAMS], or none for an output.
    private final Control[] controls;
    /// The source's mute, of a way that is taken before it; null where it does not count.
    private final @Nullable Control sourceMute;

    private final Transition transition;
    /// Frames by which the signal is late where it arrives.
    private final int late;
    private final GainRamp left;
    private final GainRamp right;
    private final Alignment alignment;
    /// Its gain before the transition.
    private final double heardBefore;
    /// Whether its controls stay as they are, whatever the plan says.
    private final boolean outgoing;
    /// The edge that this one follows, until it is taken over.
    private @Nullable Edge previous;

    private boolean begun = true;

    /// @param strip where it comes from
    /// @param delayFrames by which it is held back
    /// @param previous the edge that this one follows, or null
    /// @param joins whether it joins something that sounds, and so begins silent
    /// @param outgoing whether this or a strip at its end leaves, so that no command reaches it any more
    Edge(
            StripNode source,
            Strip strip,
            PlannedLink link,
            int delayFrames,
            @Nullable Edge previous,
            boolean joins,
            boolean outgoing,
            Transition transition,
            int sampleRate,
            int maxFrames) {
        this.source = source;
        this.previous = previous;
        this.outgoing = outgoing;
        late = source.latency() + delayFrames;
        this.transition = transition;
        controls = controls(strip, link.send());
        left = gain(previous == null ? null : previous.left, joins, sampleRate);
        right = gain(previous == null ? null : previous.right, joins, sampleRate);
        pre = link.pre();
        sourceMute = pre && link.muted() ? source.newMute() : null;
        heard = link.heard();
        leaving = link.leaving();
        sides = pre ? source.sides() : PanGains.BALANCED;
        heardBefore = previous != null ? previous.heard : joins ? 0 : heard;
        alignment = new Alignment(
                pre ? source.preChannels() : 2,
                delayFrames,
                late,
                previous == null ? null : previous.alignment,
                transition,
                sampleRate,
                maxFrames);
    }

    private static GainRamp gain(@Nullable GainRamp before, boolean joins, int sampleRate) {
        if (before != null) {
            return before;
        }
        return joins ? new GainRamp(0, sampleRate) : new GainRamp(sampleRate);
    }

    private static Control[] controls(Strip strip, @Nullable Send send) {
        if (send == null) {
            return new Control[0];
        }
        return StripControls.SEND_PARAMS.params().stream()
                .map(param -> Control.of(strip, send.id(), param, send.controls()))
                .toArray(Control[]::new);
    }

    @Override
    @RealTime
    public void move(Move move, int param, double value) {
        Movable.move(controls, move, param, value);
    }

    /// Begins to be used in the place of an edge of an older graph.
    @RealTime
    void adopt() {
        if (previous != null) {
            Control.takeOver(controls, previous.controls, outgoing);
            previous = null;
        }
        if (sourceMute != null) {
            sourceMute.takeOver(source.mute(), true);
        }
        alignment.adopt();
        begun = false;
    }

    /// Whether its delay is what it is to be, and it is heard, or not, as it is to be.
    @RealTime
    boolean settled() {
        return begun && alignment.settled() && (!leaving || left.rests(0) && right.rests(0));
    }

    /// Adds what comes through to a stereo buffer.
    @RealTime
    void addTo(float[][] target, Playhead playhead, long clock, int subBlocks) {
        float[][] signal = alignment.process(pre ? source.pre() : source.post(), clock, subBlocks);
        float[] second = signal[signal.length - 1];
        long at = clock - late;
        for (int s = 0; s < subBlocks; s++) {
            begun |= transition.begun(clock + (long) s * SUB, late);
            advance(playhead.timeline(at + (long) (s + 1) * SUB));
            Gain.add(signal[0], target[0], s * SUB, SUB, left.from(), left.to());
            Gain.add(second, target[1], s * SUB, SUB, right.from(), right.to());
        }
    }

    @RealTime
    private void advance(long time) {
        boolean silent = sourceMute != null && sourceMute.at(time) >= 0.5;
        double gain = 1;
        double place = 0;
        if (controls.length > 0) {
            // All are asked for, heard or not: what glides goes on with time.
            silent |= controls[MUTE].at(time) >= 0.5;
            gain = Decibels.toGain(controls[LEVEL].at(time));
            place = controls[PAN].at(time);
        }
        gain = silent ? 0 : gain * (begun ? heard : heardBefore);
        left.advance(gain * sides.left(place));
        right.advance(gain * sides.right(place));
    }

    private static final int LEVEL = StripControls.SEND_PARAMS.indexOf(StripControls.SEND_LEVEL.id());
    private static final int MUTE = StripControls.SEND_PARAMS.indexOf(StripControls.SEND_MUTE.id());
    private static final int PAN = StripControls.SEND_PARAMS.indexOf(StripControls.SEND_PAN.id());

    @RealTime
    void reset() {
        left.reset();
        right.reset();
        begun = true;
        alignment.reset();
    }
}
