package studio.headroom.files.peaks;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.FileException;

/// The samples of one sound for zooms nearer than the finest peaks. Asking never waits: what is not in memory is read
/// by the executor and told when it is there. Holds at most 24 pages of 16384 frames, which is more than 3840 pixels at
/// 64 frames a pixel need. Any thread.
public final class SampleWindow implements Closeable {
    private static final int PAGE_SHIFT = 14;
    private static final int PAGE = 1 << PAGE_SHIFT;
    static final int PAGES = 24;
    private static final float[] NOTHING = {};

    private final Opener opener;
    private final int channels;
    private final long frames;
    private final Executor executor;
    private final Runnable loaded;

    private final Object lock = new Object();
    private final Map<Long, float[][]> pages = new LinkedHashMap<>(PAGES, 0.75f, true);
    private final Set<Long> wanted = new LinkedHashSet<>();
    private boolean loading;
    private boolean closed;
    private volatile @Nullable String fault;

    /// Opens the sound; called on the executor for each burst of reading, so it should take about as long as opening a
    /// file.
    @FunctionalInterface
    public interface Opener {
        SampleSource open() throws IOException;
    }

    /// @param executor runs one task at a time for this window; its threads read the disk
    /// @param loaded is called there when more samples can be drawn, and when they cannot
    public SampleWindow(Opener opener, int channels, long frames, Executor executor, Runnable loaded) {
        this.opener = opener;
        this.channels = channels;
        this.frames = frames;
        this.executor = executor;
        this.loaded = loaded;
    }

    /// Fills columns of pixels as [Peaks#read] does, with the very extremes of their frames; of columns narrower than a
    /// frame, with the frame that they lie in.
    ///
    /// @return whether all of it was in memory; what was not is 0, and being read
    public boolean read(
            int channel, double fromFrame, double framesPerPixel, float[] min, float[] max, float @Nullable [] rms) {
        if (!(framesPerPixel > 0) || framesPerPixel > Peaks.FINEST || !Double.isFinite(fromFrame)) {
            throw new IllegalArgumentException(framesPerPixel + " frames a pixel from " + fromFrame + " on");
        }
        long first = (long) Math.floor(fromFrame);
        float[][] held = hold(channel, first, (long) Math.floor(fromFrame + min.length * framesPerPixel) + 1);
        boolean complete = true;
        long base = Math.max(0, first) >> PAGE_SHIFT;
        for (int column = 0; column < min.length; column++) {
            long begin = (long) Math.floor(fromFrame + column * framesPerPixel);
            long end = Math.max(begin + 1, (long) Math.floor(fromFrame + (column + 1) * framesPerPixel));
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            float sum = 0;
            long inside = Math.min(frames, end) - Math.max(0, begin);
            for (long frame = Math.max(0, begin); frame < Math.min(frames, end); frame++) {
                float[] page = held[(int) ((frame >> PAGE_SHIFT) - base)];
                complete &= page.length > 0;
                float x = page.length > 0 ? page[(int) (frame & (PAGE - 1))] : 0;
                low = Math.min(low, x);
                high = Math.max(high, x);
                sum += x * x;
            }
            min[column] = inside > 0 ? low : 0;
            max[column] = inside > 0 ? high : 0;
            if (rms != null) {
                rms[column] = inside > 0 ? (float) Math.sqrt(sum / inside) : 0;
            }
        }
        return complete;
    }

    /// Fills `target` with the samples from `from` on; outside of the sound they are 0.
    ///
    /// @param target at most 3840 * 64 frames
    /// @return whether all of it was in memory; what was not is 0, and being read
    public boolean samples(int channel, long from, float[] target) {
        float[][] held = hold(channel, from, from + target.length);
        boolean complete = true;
        long base = Math.max(0, from) >> PAGE_SHIFT;
        Arrays.fill(target, 0);
        for (int p = 0; p < held.length; p++) {
            long begin = Math.max(Math.max(0, from), (base + p) << PAGE_SHIFT);
            long end = Math.min(Math.min(frames, from + target.length), (base + p + 1) << PAGE_SHIFT);
            complete &= held[p].length > 0;
            if (held[p].length > 0 && end > begin) {
                System.arraycopy(
                        held[p], (int) (begin & (PAGE - 1)), target, (int) (begin - from), (int) (end - begin));
            }
        }
        return complete;
    }

    /// Why samples cannot be read, or null.
    public @Nullable String fault() {
        return fault;
    }

    /// One channel of the pages that frames lie in; those that are not in memory are empty, and asked for.
    private float[][] hold(int channel, long from, long to) {
        if (channel < 0 || channel >= channels) {
            throw new IllegalArgumentException("there is no channel " + channel + " among " + channels);
        }
        long begin = Math.max(0, from) >> PAGE_SHIFT;
        long end = Math.min(frames, to) <= Math.max(0, from) ? begin : ((Math.min(frames, to) - 1) >> PAGE_SHIFT) + 1;
        if (end - begin > PAGES) {
            throw new IllegalArgumentException((to - from) + " frames at once");
        }
        float[][] held = new float[(int) (end - begin)][];
        boolean start = false;
        synchronized (lock) {
            for (int i = 0; i < held.length; i++) {
                float[][] page = pages.get(begin + i);
                held[i] = page == null ? NOTHING : page[channel];
                if (page == null && !closed && fault == null) {
                    wanted.add(begin + i);
                    start |= !loading;
                    loading = true;
                }
            }
            forgetOldest();
        }
        if (start) {
            executor.execute(this::load);
        }
        return held;
    }

    /// What was scrolled past is not read any more.
    private void forgetOldest() {
        Iterator<Long> oldest = wanted.iterator();
        while (wanted.size() > PAGES) {
            oldest.next();
            oldest.remove();
        }
    }

    private void load() {
        try (SampleSource source = opener.open()) {
            if (source.format().channels() != channels || source.frames() != frames) {
                throw new FileException("The sound file is not the one that the song was made with.");
            }
            for (long index = next(); index >= 0; index = next()) {
                float[][] page = new float[channels][PAGE];
                source.read(index << PAGE_SHIFT, page, 0, PAGE);
                keep(index, page);
                loaded.run();
            }
        } catch (IOException | RuntimeException e) {
            fault = e instanceof FileException ? e.getMessage() : e.toString();
            synchronized (lock) {
                wanted.clear();
                loading = false;
            }
            loaded.run();
        }
    }

    /// The page to be read next, or -1 when there is none and this task ends.
    private long next() {
        synchronized (lock) {
            Iterator<Long> first = wanted.iterator();
            if (closed || !first.hasNext()) {
                loading = false;
                return -1;
            }
            long index = first.next();
            first.remove();
            return index;
        }
    }

    private void keep(long index, float[][] page) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            pages.put(index, page);
            Iterator<float[][]> eldest = pages.values().iterator();
            while (pages.size() > PAGES) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    /// Frees the memory. Asking it again finds nothing.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            wanted.clear();
            pages.clear();
        }
    }
}
