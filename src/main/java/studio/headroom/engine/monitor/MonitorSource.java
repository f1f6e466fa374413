package studio.headroom.engine.monitor;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// Which of several stereo signals is listened to: the mix, the listen bus, the output of the mastering chain.
///
/// A choice is reached by a straight cross-fade of 20 ms with gains that sum to 1; one during a cross-fade begins a new
/// one from what is heard then. At rest the chosen signal is copied bit for bit. Results do not depend on how the
/// stream is cut. One thread at a time, the audio thread.
public final class MonitorSource {
    private final Fade fade;
    private final double[] from;
    private final double[] to;
    private int selected;

    /// Listening to the first.
    ///
    /// @param sources how many there are
    public MonitorSource(int sampleRate, int sources) {
        fade = new Fade(sampleRate);
        from = new double[sources];
        to = new double[sources];
        to[0] = 1;
    }

    /// What is listened to, or faded to.
    @RealTime
    public int selected() {
        return selected;
    }

    /// Whether this source is heard by itself or in a cross-fade; those that are not need not be rendered.
    @RealTime
    public boolean isHeard(int source) {
        return to[source] != 0 || !fade.rests() && from[source] != 0;
    }

    /// Fades to a source.
    @RealTime
    public void select(int source) {
        if (source == selected) {
            return;
        }
        selected = source;
        double share = fade.share();
        for (int i = 0; i < to.length; i++) {
            from[i] = fade.rests() ? to[i] : from[i] + (to[i] - from[i]) * share;
            to[i] = i == source ? 1 : 0;
        }
        fade.begin();
    }

    /// Ends a cross-fade at once. For when nothing is heard.
    @RealTime
    public void settle() {
        fade.end();
    }

    /// Sets `stereo[0 and 1][offset .. offset + frames)` from the same frames of the sources.
    ///
    /// @param sources `[source][0 and 1][frame]`; those that are not heard are not looked at
    /// @param stereo none of the sources' buffers
    @RealTime
    public void process(float[][][] sources, float[][] stereo, int offset, int frames) {
        int fading = Math.min(frames, fade.left());
        if (fading > 0) {
            for (int channel = 0; channel < 2; channel++) {
                fade(sources, stereo[channel], channel, offset, fading);
            }
            fade.advance(fading);
        }
        if (fading < frames) {
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(
                        sources[selected][channel], offset + fading, stereo[channel], offset + fading, frames - fading);
            }
        }
    }

    @RealTime
    private void fade(float[][][] sources, float[] target, int channel, int offset, int frames) {
        Arrays.fill(target, offset, offset + frames, 0f);
        for (int source = 0; source < to.length; source++) {
            if (!isHeard(source)) {
                continue;
            }
            float[] in = sources[source][channel];
            double first = from[source];
            double change = to[source] - first;
            for (int i = 0; i < frames; i++) {
                target[offset + i] += (float) ((first + change * fade.share(i)) * in[offset + i]);
            }
        }
    }
}
