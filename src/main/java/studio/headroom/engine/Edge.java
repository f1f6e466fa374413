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
    private static final LatencyDelay[] NONE = {};

    private final StripNode source;
    private final PlannedLink link;
    private final int delayFrames;
    /// [StripControls#SEND_PARAMS], or none for an output.
    private final Control[] controls;

    private final Transition transition;
    private final GainRamp left;
    private final GainRamp right;
    private final LatencyDelay[] delay;
    /// The delays of the edge that this one follows, until they are taken over.
    private LatencyDelay @Nullable [] before;

    private final float[][] delayed;

    /// @param strip where it comes from
    /// @param delayFrames by which it is held back
    /// @param previous the edge that this one follows, or null
    /// @param joins whether it joins something that sounds, and so begins silent
    Edge(
            StripNode source,
            Strip strip,
            PlannedLink link,
            int delayFrames,
            @Nullable Edge previous,
            boolean joins,
            Transition transition,
            int sampleRate,
            int maxFrames) {
        this.source = source;
        this.link = link;
        this.delayFrames = delayFrames;
        this.transition = transition;
        controls = controls(strip, link.send());
        left = previous != null ? previous.left : joins ? GainRamp.from(0, sampleRate) : new GainRamp(sampleRate);
        right = previous != null ? previous.right : joins ? GainRamp.from(0, sampleRate) : new GainRamp(sampleRate);
        int channels = link.pre() ? source.preChannels() : 2;
        int old = previous == null ? delayFrames : previous.delayFrames;
        if (previous != null && old == delayFrames && previous.fits(channels)) {
            delay = previous.delay;
            delayed = previous.delayed;
            return;
        }
        delay = new LatencyDelay[delayFrames == 0 && old == 0 ? 0 : channels];
        delayed = new float[delay.length][maxFrames];
        for (int c = 0; c < delay.length; c++) {
            delay[c] = new LatencyDelay(delayFrames, old, Transition.frames(sampleRate), maxFrames);
        }
        before = previous == null ? null : previous.delay;
    }

    private static Control[] controls(Strip strip, @Nullable Send send) {
        if (send == null) {
            return new Control[0];
        }
        return StripControls.SEND_PARAMS.params().stream()
                .map(param -> Control.of(strip, send.id(), param, send.controls()))
                .toArray(Control[]::new);
    }

    private boolean fits(int channels) {
        return delay.length == 0 ? delayFrames == 0 : delay.length == channels;
    }

    int delayFrames() {
        return delayFrames;
    }

    @Override
    @RealTime
    public void move(Move move, int param, double value) {
        Movable.move(controls, move, param, value);
    }

    /// Begins to be used in the place of an edge of an older graph.
    @RealTime
    void adopt() {
        if (before != null) {
            for (int c = 0; c < delay.length; c++) {
                delay[c].follow(before.length == 0 ? null : before[Math.min(c, before.length - 1)]);
            }
            before = null;
        }
    }

    /// Whether its delay is what it is to be, and, where it leaves, whether it is silent.
    @RealTime
    boolean settled() {
        for (LatencyDelay line : delay) {
            if (!line.settled()) {
                return false;
            }
        }
        return !link.leaving() || left.rests(0) && right.rests(0);
    }

    /// Adds what comes through to a stereo buffer.
    @RealTime
    void addTo(float[][] target, Playhead playhead, long clock, int subBlocks) {
        float[][] signal = link.pre() ? source.pre() : source.post();
        if (delay.length > 0) {
            boolean go = transition.begun(clock);
            for (int c = 0; c < delay.length; c++) {
                delay[c].process(signal[c], delayed[c], 0, subBlocks * SUB, go);
            }
            signal = delayed;
        }
        boolean mono = link.pre() && source.preChannels() == 1;
        float[] second = mono ? signal[0] : signal[signal.length - 1];
        long late = clock - source.latency();
        for (int s = 0; s < subBlocks; s++) {
            advance(playhead.timeline(late + (long) (s + 1) * SUB), mono);
            Gain.add(signal[0], target[0], s * SUB, SUB, left.from(), left.to());
            Gain.add(second, target[1], s * SUB, SUB, right.from(), right.to());
        }
    }

    @RealTime
    private void advance(long time, boolean mono) {
        boolean open = link.audible() && !(link.pre() && link.muted() && source.muted(time));
        double gain = open ? 1 : 0;
        double place = 0;
        if (controls.length > 0) {
            gain = open && controls[MUTE].at(time) < 0.5 ? Decibels.toGain(controls[LEVEL].at(time)) : 0;
            place = controls[PAN].at(time);
        }
        left.advance(gain * PanLaw.left(place, mono));
        right.advance(gain * PanLaw.right(place, mono));
    }

    private static final int LEVEL = StripControls.SEND_PARAMS.indexOf(StripControls.SEND_LEVEL.id());
    private static final int MUTE = StripControls.SEND_PARAMS.indexOf(StripControls.SEND_MUTE.id());
    private static final int PAN = StripControls.SEND_PARAMS.indexOf(StripControls.SEND_PAN.id());

    @RealTime
    void reset() {
        left.reset();
        right.reset();
        before = null;
        for (LatencyDelay line : delay) {
            line.clear();
        }
    }
}
