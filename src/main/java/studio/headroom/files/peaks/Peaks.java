package studio.headroom.files.peaks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The waveform of a sound at any zoom from 64 frames a pixel up, for drawing; [SampleWindow] is for what is nearer.
/// While it is being made, what is there already can be drawn. Any thread.
public final class Peaks {
    /// Frames of the finest peak. Nearer zooms show steps of this width.
    public static final int FINEST = 1 << PeakLayout.shift(0);

    /// Peaks that are read from the file at a time.
    private static final int READ = 1 << 14;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final PeakFile file;
    private volatile @Nullable String fault;

    Peaks(PeakFile file) {
        this.file = file;
    }

    /// What one thread reads into.
    private static final class Scratch {
        ByteBuffer bytes = ByteBuffer.allocateDirect(0);
        short[] values = new short[0];
        /// The peaks of each column, counted from the first that was read.
        int[] begins = new int[0];

        int[] ends = new int[0];

        void reserve(int peaks) {
            if (values.length < peaks * PeakLayout.VALUES) {
                values = new short[peaks * PeakLayout.VALUES];
                bytes = ByteBuffer.allocateDirect(peaks * PeakLayout.PEAK_BYTES);
            }
        }

        void reserveColumns(int columns) {
            if (begins.length < columns) {
                begins = new int[columns];
                ends = new int[columns];
            }
        }
    }

    public int channels() {
        return file.layout().key().channels();
    }

    /// Length of the sound.
    public long frames() {
        return file.layout().key().frames();
    }

    /// Frames from the beginning whose peaks are there: grows up to [#frames()] while they are made.
    public long readyFrames() {
        return file.ready();
    }

    public boolean isComplete() {
        return file.ready() == frames();
    }

    /// Why the peaks cannot be completed or read, with the cure, or null.
    public @Nullable String fault() {
        return fault;
    }

    void fail(String message) {
        fault = message;
    }

    PeakFile file() {
        return file;
    }

    /// Fills columns of pixels. Column `i` shows the frames from `floor(fromFrame + i * framesPerPixel)` up to the next
    /// column's first: neighbors leave no gap. Its minimum and maximum are never nearer to each other than those of
    /// these frames, and never farther than those of the whole peaks that these frames touch: half a pixel more on
    /// each
    /// side, or one peak of 64 frames when zoomed nearer than 128 frames a pixel. Columns outside of the sound, and
    /// those not made yet, are 0.
    ///
    /// @param channel from 0
    /// @param fromFrame any: also before the beginning and between frames
    /// @param framesPerPixel above 0
    /// @param max as long as `min`, and so is `rms`
    public void read(
            int channel, double fromFrame, double framesPerPixel, float[] min, float[] max, float @Nullable [] rms) {
        if (channel < 0 || channel >= channels()) {
            throw new IllegalArgumentException("there is no channel " + channel + " among " + channels());
        }
        if (!(framesPerPixel > 0) || !Double.isFinite(framesPerPixel) || !Double.isFinite(fromFrame)) {
            throw new IllegalArgumentException(framesPerPixel + " frames a pixel from " + fromFrame + " on");
        }
        SCRATCH.get().reserveColumns(min.length);
        try {
            View view = new View(channel, fromFrame, framesPerPixel, file.ready());
            for (int column = 0; column < min.length; ) {
                column = fill(view, column, min, max, rms);
            }
        } catch (IOException e) {
            fault = "The waveform cannot be read from the disk. It is made again when the song is opened again.";
            Arrays.fill(min, 0);
            Arrays.fill(max, 0);
            if (rms != null) {
                Arrays.fill(rms, 0);
            }
        }
    }

    /// What is looked at, at the level that is read.
    private static final class View {
        final int channel;
        final int level;
        final int shift;
        final long ready;
        /// Peaks that are there.
        final long count;
        /// Part of a peak that the last one covers.
        final float lastWeight;

        private final double fromFrame;
        private final double framesPerPixel;

        View(int channel, double fromFrame, double framesPerPixel, long ready) {
            this.channel = channel;
            this.fromFrame = fromFrame;
            this.framesPerPixel = framesPerPixel;
            this.ready = ready;
            level = PeakLayout.level(framesPerPixel);
            shift = PeakLayout.shift(level);
            count = (ready + (1L << shift) - 1) >> shift;
            lastWeight = (float) (ready - ((count - 1) << shift)) / (1 << shift);
        }

        /// The first frame of a column.
        long frame(int column) {
            return (long) Math.floor(fromFrame + column * framesPerPixel);
        }

        /// The first peak at or behind a frame's.
        long begin(long frame) {
            return frame < ready ? Math.max(0, frame) >> shift : count;
        }

        /// The peak after those of the frames before `frame`.
        long end(long frame) {
            return frame <= 0 ? 0 : Math.min(count, ((frame - 1) >> shift) + 1);
        }
    }

    /// Fills columns from `first` on, as many as one read of the file is for.
    ///
    /// @return the next column
    private int fill(View view, int first, float[] min, float[] max, float @Nullable [] rms) throws IOException {
        Scratch scratch = SCRATCH.get();
        long frame = view.frame(first);
        long from = view.begin(frame);
        long to = from;
        int column = first;
        while (column < min.length) {
            long next = view.frame(column + 1);
            long end = view.end(Math.max(frame + 1, next));
            if (column > first && end - from > READ) {
                break;
            }
            to = Math.max(to, end);
            scratch.begins[column] = (int) (Math.min(view.begin(frame), to) - from);
            scratch.ends[column] = (int) Math.max(0, end - from);
            frame = next;
            column++;
        }
        int peaks = (int) (to - from);
        if (peaks > 0) {
            scratch.reserve(peaks);
            ByteBuffer bytes = scratch.bytes.clear().limit(peaks * PeakLayout.PEAK_BYTES);
            file.read(file.layout().position(view.level, view.channel, from), bytes);
            bytes.flip()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(scratch.values, 0, peaks * PeakLayout.VALUES);
        }
        extremes(scratch, first, column, min, max);
        if (rms != null) {
            int last = to == view.count ? peaks : -1;
            rms(scratch, first, column, last, view.lastWeight, rms);
        }
        return column;
    }

    private static void extremes(Scratch scratch, int first, int last, float[] min, float[] max) {
        short[] values = scratch.values;
        for (int column = first; column < last; column++) {
            int at = scratch.begins[column] * PeakLayout.VALUES;
            int end = scratch.ends[column] * PeakLayout.VALUES;
            int low = at < end ? Short.MAX_VALUE : 0;
            int high = at < end ? Short.MIN_VALUE : 0;
            for (; at < end; at += PeakLayout.VALUES) {
                low = Math.min(low, Half.sortable(values[at]));
                high = Math.max(high, Half.sortable(values[at + 1]));
            }
            min[column] = Half.value(low);
            max[column] = Half.value(Math.max(low, high));
        }
    }

    /// @param lastPeak the end of the peak that weighs less because the sound ends in it, or -1
    private static void rms(Scratch scratch, int first, int last, int lastPeak, float lastWeight, float[] rms) {
        short[] values = scratch.values;
        for (int column = first; column < last; column++) {
            int begin = scratch.begins[column];
            int end = scratch.ends[column];
            int whole = end == lastPeak ? end - 1 : end;
            float sum = 0;
            for (int at = begin * PeakLayout.VALUES + 2; at < whole * PeakLayout.VALUES; at += PeakLayout.VALUES) {
                float value = Float.float16ToFloat(values[at]);
                sum += value * value;
            }
            float weight = whole - begin;
            if (whole < end && begin < end) {
                float value = Float.float16ToFloat(values[end * PeakLayout.VALUES - 1]);
                sum += lastWeight * value * value;
                weight += lastWeight;
            }
            // A damaged file can hold what is no number.
            rms[column] = sum > 0 && sum < Float.MAX_VALUE ? (float) Math.sqrt(sum / weight) : 0;
        }
    }
}
