package studio.headroom.dsp.reverb;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.BlockDelay;
import studio.headroom.dsp.delay.Ramp;

/// Reads four delay lines while their delays glide ([AllPass]).
///
/// Where the whole part of a delay changes by a frame, the old reading stands still and is cross-faded to the new one
/// over a sub-block: the two differ only by the little that an all-pass of this order disperses high frequencies. Any
/// greater change is a jump.
@RealTime
final class Wander {
    /// As many recursions side by side keep a processor busy that has to wait for each.
    static final int LINES = 4;

    private static final int ROW = Timeline.SUB_BLOCK;

    private final BlockDelay[] lines;
    private final AllPass[] now = new AllPass[LINES];
    private final AllPass[] left = new AllPass[LINES];
    private final boolean[] hops = new boolean[LINES];
    private final float[] other = new float[ROW];

    Wander(BlockDelay[] lines) {
        this.lines = lines;
        for (int i = 0; i < LINES; i++) {
            now[i] = new AllPass();
            left[i] = new AllPass();
        }
    }

    void clear() {
        for (int i = 0; i < LINES; i++) {
            now[i].clear();
            left[i].clear();
        }
    }

    /// Takes the coming glide, wherever it is, for a jump.
    void forget() {
        for (AllPass reading : now) {
            reading.forget();
        }
    }

    /// Sets the glide of one line for the coming sub-block.
    ///
    /// @param from delay in frames at its start, more than a sub-block and two frames
    /// @param to delay in frames at its end, at most half a frame from there
    void glide(int i, double from, double to) {
        AllPass reading = now[i];
        reading.flush();
        int whole = (int) (0.5 * (from + to) - 0.5);
        int change = Math.abs(whole - reading.whole());
        hops[i] = change == 1;
        if (hops[i]) {
            left[i].holdLike(reading);
        }
        reading.glide(whole, from, to, 1.0 / Timeline.SUB_BLOCK);
        if (change != 0) {
            reading.warmUp(lines[i]);
        }
    }

    /// Reads one run into a row of a sub-block for each line.
    ///
    /// @param phase frames of the present sub-block that are done
    void read(float[] rows, int phase, int frames) {
        AllPass.read(now, lines, rows, frames);
        for (int i = 0; i < LINES; i++) {
            if (hops[i]) {
                left[i].read(lines[i], other, frames);
                fadeIn(rows, i * ROW, phase, frames);
            }
        }
    }

    private void fadeIn(float[] dest, int at, int phase, int frames) {
        float[] ramp = Ramp.FRAMES;
        for (int t = 0; t < frames; t++) {
            float share = (ramp[phase + t] + 1) / Timeline.SUB_BLOCK;
            dest[at + t] = other[t] + (dest[at + t] - other[t]) * share;
        }
    }
}
