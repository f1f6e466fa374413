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

        void reserve(int peaks) {
            if (values.length < peaks * PeakLayout.VALUES) {
                values = new short[peaks * PeakLayout.VALUES];
                bytes = ByteBuffer.allocateDirect(peaks * PeakLayout.PEAK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
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

    /// Fills columns of pixels. Column `i` shows the frames from `floor(fromFrame + i * framesPerPixel)` up to the
    /// next column's first: neighbors leave no gap. Its minimum and maximum are never nearer to each other than those of
    /// these frames, and never farther than those of the whole peaks that these frames touch: half a pixel more on each
    /// side, or one peak of 64 frames when zoomed nearer than 128 frames a pixel. Columns outside of the sound, and those
    /// not made yet, are 0.
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
        int columns = min.length;
        try {
            View view = new View(channel, fromFrame, framesPerPixel, file.ready());
            for (int column = 0; column < columns; ) {
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

    /// The peaks of each column at the level that is read.
    private final class View {
        final int channel;
        final int level;
        final int shift;
        final long count;
        final long ready;
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

        long frame(int column) {
            return (long) Math.floor(fromFrame + column * framesPerPixel);
        }

        long firstPeak(int column) {
            long first = Math.max(0, frame(column));
            return first < ready ? first >> shift : count;
        }

        /// After the last peak; not above [#firstPeak] for columns without any.
        long endPeak(int column) {
            long end = Math.max(frame(column) + 1, frame(column + 1));
            return end <= 0 ? 0 : Math.min(count, ((end - 1) >> shift) + 1);
        }
    }

    /// Fills columns from `first` on, as many as one read of the file is for.
    ///
    /// @return the next column
    private int fill(View view, int first, float[] min, float[] max, float @Nullable [] rms) throws IOException {
        long from = view.firstPeak(first);
        int end = first + 1;
        long to = Math.max(from, view.endPeak(first));
        while (end < min.length && view.endPeak(end) - from <= READ) {
            to = Math.max(to, view.endPeak(end));
            end++;
        }
        int peaks = (int) (to - from);
        Scratch scratch = SCRATCH.get();
        if (peaks > 0) {
            scratch.reserve(peaks);
            ByteBuffer bytes = scratch.bytes.clear().limit(peaks * PeakLayout.PEAK_BYTES);
            file.read(file.layout().position(view.level, view.channel, from), bytes);
            bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(scratch.values, 0, peaks * PeakLayout.VALUES);
        }
        for (int column = first; column < end; column++) {
            int begin = (int) (Math.min(view.firstPeak(column), to) - from);
            int stop = (int) Math.max(begin, view.endPeak(column) - from);
            boolean last = stop > begin && from + stop == view.count;
            extremes(scratch.values, begin, stop, column, min, max);
            if (rms != null) {
                rms[column] = rms(scratch.values, begin, stop, last ? view.lastWeight : 1);
            }
        }
        return end;
    }

    private static void extremes(short[] values, int begin, int end, int column, float[] min, float[] max) {
        if (begin >= end) {
            min[column] = 0;
            max[column] = 0;
            return;
        }
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int at = begin * PeakLayout.VALUES; at < end * PeakLayout.VALUES; at += PeakLayout.VALUES) {
            low = Math.min(low, Half.key(values[at]));
            high = Math.max(high, Half.key(values[at + 1]));
        }
        min[column] = Half.value(low);
        max[column] = Half.value(Math.max(low, high));
    }

    private static float rms(short[] values, int begin, int end, float lastWeight) {
        if (begin >= end) {
            return 0;
        }
        float sum = 0;
        int at = begin * PeakLayout.VALUES + 2;
        for (int i = begin; i < end - 1; i++, at += PeakLayout.VALUES) {
            float value = Half.value(Half.key(values[at]));
            sum += value * value;
        }
        float value = Half.value(Half.key(values[at]));
        sum += lastWeight * value * value;
        return (float) Math.sqrt(sum / (end - begin - 1 + lastWeight));
    }
}
