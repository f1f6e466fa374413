package studio.headroom.engine.media;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.concurrent.RealTime;
import studio.headroom.project.Media;

/// An open sound file, its pages, and what went wrong with it. The disk thread reads and closes it.
final class MediaFile {
    /// A file is tried again after this time at first, and after twice as long each time that fails, up to the second:
    /// a glitch of a network drive is over soon, and a drive that is gone must not keep the disk thread busy.
    static final long FIRST_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    static final long LAST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Media media;
    private final MediaLibrary library;
    private final MediaPages pages;
    private @Nullable SampleSource source;
    private long retryAt;
    private long retryAfter = FIRST_RETRY_NANOS;
    private volatile boolean failing;
    private volatile @Nullable MediaFault fault;

    private MediaFile(Media media, MediaLibrary library, SampleSource source) {
        this.media = media;
        this.library = library;
        this.source = source;
        pages = new MediaPages(media.channels(), media.frames());
    }

    /// Opens a sound file. Control thread.
    ///
    /// @throws IOException that names the file and the cure
    static MediaFile open(Media media, MediaLibrary library) throws IOException {
        if (media.frames() > MediaPages.MAX_FRAMES) {
            throw new IOException("The sound file '" + media.path() + "' is said to have " + media.frames()
                    + " frames, too many to be played. Put the right file in its place or import it again.");
        }
        return new MediaFile(media, library, openSource(media, library));
    }

    private static SampleSource openSource(Media media, MediaLibrary library) throws IOException {
        SampleSource source = library.open(media);
        if (source.format().channels() != media.channels() || source.frames() != media.frames()) {
            source.close();
            throw new IOException("The sound file '" + media.path() + "' is not the one that the song was made with. "
                    + "Put the right file back or import it again.");
        }
        return source;
    }

    Media media() {
        return media;
    }

    @RealTime
    MediaPages pages() {
        return pages;
    }

    /// Whether the last try to read failed. Any thread.
    @RealTime
    boolean failing() {
        return failing;
    }

    /// The last fault, also when it is over. Any thread.
    @Nullable
    MediaFault fault() {
        return fault;
    }

    /// How long this file is to be left alone; 0 or less when it can be tried. Disk thread.
    long restNanos(long now) {
        return failing ? retryAt - now : 0;
    }

    /// Reads a page. A failure is kept as the fault, and the file is opened anew with the next try. Disk thread.
    ///
    /// @return whether it was read
    boolean load(int index, float[][] target, long now) {
        try {
            SampleSource from = source;
            if (from == null) {
                from = openSource(media, library);
                source = from;
            }
            from.read((long) index << MediaPages.SHIFT, target, 0, MediaPages.FRAMES);
        } catch (IOException | RuntimeException e) {
            fail(e, now);
            return false;
        }
        MediaFault last = fault;
        if (failing && last != null) {
            fault = new MediaFault(media, last.message(), false);
            retryAfter = FIRST_RETRY_NANOS;
            failing = false;
        }
        return true;
    }

    private void fail(Exception cause, long now) {
        close();
        fault = new MediaFault(media, message(cause), true);
        retryAt = now + retryAfter;
        retryAfter = Math.min(LAST_RETRY_NANOS, 2 * retryAfter);
        failing = true;
    }

    private String message(Exception cause) {
        String said = cause instanceof IOException ? cause.getMessage() : cause.toString();
        String name = media.path().substring(media.path().lastIndexOf('/') + 1);
        if (said != null && said.contains(name)) {
            return said;
        }
        return "The sound file '" + media.path() + "' cannot be read" + (said == null ? "" : " (" + said + ")")
                + ". See that its disk is connected and that it is in its place; it is tried again by itself.";
    }

    /// Closes the file; it can be opened again by the next [#load]. Disk thread.
    void close() {
        SampleSource open = source;
        source = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
                // Only read from: nothing can be lost by it.
            }
        }
    }
}
