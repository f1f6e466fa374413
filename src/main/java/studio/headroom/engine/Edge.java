package studio.headroom.engine;

import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Gain;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// A way from one strip into another: an output or a send, with its level and the delay that lets everything that
/// meets at the other end be in time.
final class Edge {
    private static final int SUB = Timeline.SUB_BLOCK;

    private final StripNode source;
    private final boolean pre;
    private final boolean audible;
    private final Control level;
    private final Control pan;
    private final Control mute;
    private final GainRamp left;
    private final GainRamp right;
    private final LatencyDelay[] delay;
    private final float[][] delayed;

    private Edge(
            StripNode source,
            boolean pre,
            boolean audible,
            Control level,
            Control pan,
            Control mute,
            int delayFrames,
            int sampleRate,
            int maxFrames) {
        this.source = source;
        this.pre = pre;
        this.audible = audible;
        this.level = level;
        this.pan = pan;
        this.mute = mute;
        left = new GainRamp(sampleRate);
        right = new GainRamp(sampleRate);
        int channels = pre ? source.preChannels() : 2;
        delay = new LatencyDelay[delayFrames == 0 ? 0 : channels];
        delayed = new float[delay.length][maxFrames];
        for (int c = 0; c < delay.length; c++) {
            delay[c] = new LatencyDelay(delayFrames, maxFrames);
        }
    }

    /// A strip's output into a bus or the master.
    static Edge output(StripNode source, boolean audible, int delayFrames, int sampleRate, int maxFrames) {
        Control unity = new Control(0, null);
        return new Edge(source, false, audible, unity, unity, unity, delayFrames, sampleRate, maxFrames);
    }

    static Edge send(
            StripNode source, Strip strip, Send send, boolean audible, int delayFrames, int sampleRate, int maxFrames) {
        return new Edge(
                source,
                send.preFader(),
                audible,
                Control.of(strip, send.id(), StripControls.SEND_LEVEL, send.controls()),
                Control.of(strip, send.id(), StripControls.SEND_PAN, send.controls()),
                Control.of(strip, send.id(), StripControls.SEND_MUTE, send.controls()),
                delayFrames,
                sampleRate,
                maxFrames);
    }

    /// Adds what comes through to a stereo buffer.
    @RealTime
    void addTo(float[][] target, long position, int subBlocks) {
        float[][] signal = pre ? source.pre() : source.post();
        if (delay.length > 0) {
            for (int c = 0; c < delay.length; c++) {
                delay[c].process(signal[c], delayed[c], 0, subBlocks * SUB);
            }
            signal = delayed;
        }
        float[] second = signal[signal.length - 1];
        boolean mono = pre && source.preChannels() == 1;
        if (mono) {
            second = signal[0];
        }
        long time = position - source.latency();
        for (int s = 0; s < subBlocks; s++) {
            advance(time + (long) (s + 1) * SUB, mono);
            Gain.add(signal[0], target[0], s * SUB, SUB, left.from(), left.to());
            Gain.add(second, target[1], s * SUB, SUB, right.from(), right.to());
        }
    }

    @RealTime
    private void advance(long time, boolean mono) {
        boolean open = audible && mute.at(time) < 0.5 && !(pre && source.muted(time));
        double gain = open ? Decibels.toGain(level.at(time)) : 0;
        double place = pan.at(time);
        left.advance(gain * PanLaw.left(place, mono));
        right.advance(gain * PanLaw.right(place, mono));
    }

    @RealTime
    void reset() {
        left.reset();
        right.reset();
        for (LatencyDelay line : delay) {
            line.clear();
        }
    }
}
