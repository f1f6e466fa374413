package studio.headroom.dsp.delay;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// A delay line that is read and written a run of frames at a time, exact to the sample.
///
/// The memory is a ring whose beginning is repeated after its end, so that every run lies in one piece of
/// [#data] and the loops over it need no wrapping: a tap `delay` frames back is `data()[start(delay) + t]` for
/// `t` in `0 .. frames - 1`. A run is at most [Timeline#SUB_BLOCK] frames and does not cross a multiple of it,
/// counted from the last [#clear].
///
/// Each run: read what lies at least a run back, [#write] (from then on delays down to 0 may be read), [#advance].
public final class BlockDelay {
    /// Frames that may be read after `start` of any tap.
    private static final int MIRROR = 2 * Timeline.SUB_BLOCK;

    private final float[] data;
    private final int size;
    private int position;

    /// @param longest the longest delay that will be read, in frames; the window of an interpolator counts
    public BlockDelay(int longest) {
        if (longest < 0) {
            throw new IllegalArgumentException("a delay of " + longest + " frames is not possible");
        }
        int blocks = Math.ceilDiv(longest, Timeline.SUB_BLOCK) + 1;
        size = Math.max(MIRROR, blocks * Timeline.SUB_BLOCK);
        data = new float[size + MIRROR];
    }

    /// The longest delay that may be read at any time, in frames.
    @RealTime
    public int longest() {
        return size - Timeline.SUB_BLOCK;
    }

    @RealTime
    public void clear() {
        Arrays.fill(data, 0f);
        position = 0;
    }

    /// The memory, to be read at [#start] and after.
    @RealTime
    public float[] data() {
        return data;
    }

    /// Where the run of frames lies that is `delay` frames older than the present run.
    ///
    /// @param delay whole frames: from the length of the run (0 after [#write]) to [#longest]
    @RealTime
    public int start(int delay) {
        int start = position - delay;
        return start < 0 ? start + size : start;
    }

    /// Puts the present run in.
    @RealTime
    public void write(float[] source, int offset, int frames) {
        System.arraycopy(source, offset, data, position, frames);
        mirror(frames);
    }

    /// The place in [#data] where the present run belongs, for a loop that fills it by itself and calls [#mirror] then.
    @RealTime
    public int position() {
        return position;
    }

    /// Completes a run that was written into [#data] at [#position].
    @RealTime
    public void mirror(int frames) {
        if (position < MIRROR) {
            System.arraycopy(data, position, data, size + position, frames);
        }
    }

    /// Ends the present run.
    @RealTime
    public void advance(int frames) {
        position += frames;
        if (position == size) {
            position = 0;
        }
    }
}
