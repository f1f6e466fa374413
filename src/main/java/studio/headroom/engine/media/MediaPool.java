package studio.headroom.engine.media;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// The sound files of the song that is played: opens each once, and runs the disk thread, which has in memory what the
/// readers are about to ask for.
///
/// To play a song, or a changed one: [#reader] for each clip, [#play] the song, and only then let the audio thread have
/// the new graph; [#retain] what is left when it has done with the older ones. A start waits until the place is
/// [#ready].
///
/// One control thread at a time; what any other may call says so.
public final class MediaPool implements Closeable {
    /// What stays in memory although it is not wanted at present: a minute and a half of eight stereo tracks, so going
    /// back a few bars reads nothing. A quarter of the heap where that is less.
    private static final long BUDGET = 256L << 20;

    /// The fade at both ends of a gap, in parts of a second: 5 ms are too short to be heard as a fade and too long to
    /// be heard as a click.
    private static final int FADE_PARTS = 200;

    /// A thread that hangs in a dead drive is interrupted after this, and left behind after as long again.
    private static final Duration CLOSE_TIME = Duration.ofSeconds(1);

    private final MediaLibrary library;
    private final PlayheadView playhead;
    private final PageLoader loader;
    private final int fadeFrames;
    private final Thread thread;
    private final AtomicLong misses = new AtomicLong();
    private final Map<Key, MediaFile> files = new ConcurrentHashMap<>();
    private @Nullable Project song;
    private volatile boolean closed;

    /// What makes two media the same file. A file that was replaced has another checksum or shape.
    private record Key(String id, String path, int channels, long frames, String sha256) {
        static Key of(Media media) {
            return new Key(media.id(), media.path(), media.channels(), media.frames(), media.sha256());
        }
    }

    /// @param library is asked by the control thread and, for a file that failed, by the disk thread
    /// @param budget bytes that may stay in use for what is not wanted at present
    /// @param limit bytes that all may take; a song that wants more has less look-ahead
    private MediaPool(MediaLibrary library, PlayheadView playhead, int sampleRate, long budget, long limit) {
        this.library = library;
        this.playhead = playhead;
        fadeFrames = fadeFrames(sampleRate);
        loader = new PageLoader(playhead, sampleRate, new PageCache(budget, limit), System::nanoTime);
        thread = Thread.ofPlatform().name("disk").daemon().unstarted(this::run);
    }

    /// Starts the disk thread.
    ///
    /// @param library may be asked by two threads at once: the control thread, and the disk thread after a failure
    /// @param sampleRate of the songs
    public static MediaPool start(MediaLibrary library, PlayheadView playhead, int sampleRate) {
        long heap = Runtime.getRuntime().maxMemory();
        return start(library, playhead, sampleRate, Math.min(BUDGET, heap / 4), heap / 2);
    }

    static MediaPool start(MediaLibrary library, PlayheadView playhead, int sampleRate, long budget, long limit) {
        MediaPool pool = new MediaPool(library, playhead, sampleRate, budget, limit);
        pool.thread.start();
        return pool;
    }

    static int fadeFrames(int sampleRate) {
        return Math.max(1, sampleRate / FADE_PARTS);
    }

    /// A new reader for one clip of a sound file, which is opened if it is not open yet.
    ///
    /// @param reversed whether the clip is played backwards: each read lies before the last one
    /// @throws IOException that names the file and the cure
    public PagedReader reader(Media media, boolean reversed) throws IOException {
        return new PagedReader(file(media).pages(), reversed, misses, fadeFrames);
    }

    private MediaFile file(Media media) throws IOException {
        Key key = Key.of(media);
        MediaFile file = files.get(key);
        if (file == null) {
            file = MediaFile.open(media, library);
            files.put(key, file);
            publish();
        }
        return file;
    }

    /// A new reader for a clip that is played forwards; see [#reader(Media, boolean)].
    public PagedReader reader(Media media) throws IOException {
        return reader(media, false);
    }

    /// Opens the files of a song that is about to be played, and lets their sound be read where the playhead is.
    ///
    /// @return whether the next frames can be played without a miss, as [#ready] says it; always while nothing
    /// moves
    /// @throws IOException that names the file and the cure
    public boolean prepare(Project next, long frames) throws IOException {
        for (Media media : SongDemand.played(next)) {
            file(media);
        }
        play(next);
        return !playhead.moving() || ready(playhead.position(), frames);
    }

    /// Makes a song the one whose clips are kept ahead of the playhead, as far as their files are open.
    public void play(Project changed) {
        song = changed;
        publish();
    }

    private void publish() {
        Project current = song;
        if (current != null) {
            loader.play(SongDemand.of(current, media -> files.get(Key.of(media)), fadeFrames));
            wake();
        }
    }

    /// Closes every file but these and frees its memory. Readers of a closed file play silence.
    public void retain(Collection<Media> media) {
        Map<Key, MediaFile> gone = new LinkedHashMap<>(files);
        gone.keySet().removeAll(media.stream().map(Key::of).collect(Collectors.toSet()));
        files.keySet().removeAll(gone.keySet());
        publish();
        gone.values().forEach(loader::close);
        wake();
    }

    /// Whether a part of the timeline can be played without a miss, as far as its files can be read at all. Where not,
    /// it is read first. For a driver that waits for the disk instead of losing sound. Any thread.
    @RealTime
    public boolean ready(long position, long frames) {
        if (loader.ready(position, position + frames)) {
            return true;
        }
        LockSupport.unpark(thread);
        return false;
    }

    /// Lets the disk thread look at once instead of within half a second; to be called when the playhead has been moved
    /// or started. Any thread.
    @RealTime
    public void wake() {
        LockSupport.unpark(thread);
    }

    /// How many reads did not find in memory what they should have delivered. Any thread.
    public long misses() {
        return misses.get();
    }

    /// How many pages were read. Any thread.
    public long pagesLoaded() {
        return loader.loaded();
    }

    /// The memory that sound takes. Any thread.
    public long bytesCached() {
        return loader.bytes();
    }

    /// What could not be read since it was opened, at most one for each file. Any thread.
    public List<MediaFault> errors() {
        return files.values().stream()
                .map(MediaFile::fault)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Ends the disk thread and closes all files. Readers play silence from now on.
    @Override
    public void close() {
        song = null;
        loader.play(SongDemand.NOTHING);
        retain(List.of());
        closed = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(CLOSE_TIME)) {
                thread.interrupt();
                thread.join(CLOSE_TIME);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            long nanos = loader.look();
            if (nanos > 0 && !closed) {
                LockSupport.parkNanos(nanos);
            }
        }
        loader.closeFiles();
    }
}
