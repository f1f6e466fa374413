package studio.headroom.engine.media;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Media;

/// Sound files whose samples are a function of file, channel and frame, on a disk that can fail and stall.
final class FakeDisk implements MediaLibrary {
    static final int RATE = 48_000;

    interface Sound {
        float at(String media, int channel, long frame);
    }

    /// Every page that was read, as `id:page`.
    final List<String> reads = new CopyOnWriteArrayList<>();
    /// Files that cannot be read at present.
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    /// Reads of these files wait for their latch.
    final Map<String, CountDownLatch> stalled = new ConcurrentHashMap<>();

    /// Reads that have come to such a latch.
    final AtomicInteger waiting = new AtomicInteger();

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    private final Sound sound;

    FakeDisk(Sound sound) {
        this.sound = sound;
    }

    FakeDisk() {
        this(FakeDisk::noise);
    }

    /// Different everywhere, between -1 and 1.
    static float noise(String media, int channel, long frame) {
        long mixed = (frame * 31 + channel * 7 + media.hashCode()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) / (float) (1 << 23) - 1;
    }

    static Media media(String id, int channels, long frames) {
        return new Media(id, "media/" + id + ".wav", channels, frames, id);
    }

    @Override
    public SampleSource open(Media media) throws IOException {
        if (broken.contains(media.id())) {
            throw new IOException("'" + media.path() + "' is gone. Plug the disk in again.");
        }
        opened.incrementAndGet();
        return new Source(media);
    }

    private final class Source implements SampleSource {
        private final Media media;
        private boolean open = true;

        private Source(Media media) {
            this.media = media;
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, media.channels());
        }

        @Override
        public long frames() {
            return media.frames();
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) throws IOException {
            CountDownLatch latch = stalled.get(media.id());
            if (latch != null) {
                waiting.incrementAndGet();
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            if (!open) {
                throw new IOException("read after close");
            }
            if (broken.contains(media.id())) {
                // Part of it may be written when a disk fails.
                target[0][offset] = 99;
                throw new IOException("Input/output error");
            }
            reads.add(media.id() + ":" + (start >> MediaPages.SHIFT));
            for (int c = 0; c < media.channels(); c++) {
                for (int i = 0; i < count; i++) {
                    long frame = start + i;
                    target[c][offset + i] = frame >= 0 && frame < media.frames() ? sound.at(media.id(), c, frame) : 0f;
                }
            }
        }

        @Override
        public void close() {
            open = false;
            closed.incrementAndGet();
        }
    }
}
