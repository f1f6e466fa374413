package studio.headroom.files.audio;

import java.io.IOException;
import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.files.WriteBehind;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Encoder;
import studio.headroom.files.audio.codec.ReadingEncoder;
import studio.headroom.files.audio.codec.Samples;

/// A sound file being written. It takes its place when it is closed, tags and all; until then, and when anything goes
/// wrong, what existed under its name stays as it is. One thread at a time.
///
/// Whoever feeds it calls [#discard()] when the sound cannot be completed: closing alone means that it is complete.
public final class AudioFileWriter implements SampleSink {
    /// Samples of all channels after which the disk is set to work: 8 MB of the largest usual ones.
    private static final int BATCH = 1 << 21;

    private final AudioFormat format;
    private final AtomicFile file;
    private final WriteBehind behind;
    private final Encoder encoder;
    private final Finish finish;
    private final boolean plain;
    private final boolean integers;
    private boolean open = true;
    private boolean failed;
    private boolean complete;
    private long frames;
    private long samplesSince;
    private long clipped;
    private String warning = "";

    /// What is done with the finished file before it takes its place.
    interface Finish {
        /// @return a warning, or nothing
        String apply(Path finished) throws IOException;
    }

    /// @param integers whether what is beyond ±1 is clipped
    /// @param plain whether `finish` leaves the file as the encoder has made it
    AudioFileWriter(
            AudioFormat format, AtomicFile file, Encoder encoder, boolean integers, boolean plain, Finish finish) {
        this.format = format;
        this.file = file;
        behind = new WriteBehind(file.temporary());
        this.encoder = encoder;
        this.integers = integers;
        this.plain = plain;
        this.finish = finish;
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    /// Frames written so far.
    public long frames() {
        return frames;
    }

    /// Samples beyond ±1 that an integer format had to clip. Float formats clip nothing.
    public long clippedSamples() {
        return clipped;
    }

    /// What the user should know about the finished file, such as tags that it cannot hold;
    /// empty when there is nothing.
    public String warning() {
        return warning;
    }

    /// @throws FileException when the disk fails or a sample is not a finite number; the file is then lost
    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        if (!open || failed || complete) {
            throw new IOException("'" + file.target() + "' is closed");
        }
        try {
            for (int channel = 0; channel < format.channels(); channel++) {
                if (!Samples.allFinite(source[channel], offset, count)) {
                    throw new AudioFileException("'" + file.target() + "' was not written: the sound holds a value that"
                            + " is not a number, within " + count + " frames from frame " + frames + " on.");
                }
                if (integers) {
                    clipped += Samples.countOverFullScale(source[channel], offset, count);
                }
            }
            encoder.write(source, offset, count);
            frames += count;
            samplesSince += (long) count * format.channels();
            if (samplesSince >= BATCH) {
                samplesSince = 0;
                behind.begin();
            }
        } catch (IOException e) {
            failed = true;
            throw FileException.writing(file.target(), e);
        } catch (RuntimeException e) {
            failed = true;
            throw new AudioFileException("'" + file.target() + "' could not be encoded.", e);
        }
    }

    /// Whether what [#readBack] delivers is what the complete file will hold.
    public boolean readsBack() {
        return plain && encoder instanceof ReadingEncoder;
    }

    /// Reads frames again that were written, from the file and as whoever decodes it does.
    ///
    /// @param start the first frame
    /// @throws FileException also when the file does not hold them
    /// @throws IllegalStateException where [#readsBack] says no
    public void readBack(long start, float[][] target, int offset, int count) throws IOException {
        if (!open || failed || complete) {
            throw new IOException("'" + file.target() + "' is closed");
        }
        if (!(plain && encoder instanceof ReadingEncoder reading)) {
            throw new IllegalStateException("'" + file.target() + "' is not read while it is written");
        }
        try {
            reading.readBack(start, target, offset, count);
        } catch (IOException e) {
            failed = true;
            throw FileException.reading(file.target(), e);
        }
    }

    /// Completes the file, tags and all, where it lies beside its place, so that it can be read and judged before
    /// [#close()] puts it there or [#discard()] throws it away. Nothing can be written after this.
    ///
    /// @return where the complete file is for now
    public Path complete() throws IOException {
        if (!open || failed) {
            throw new IOException("'" + file.target() + "' is closed");
        }
        if (!complete) {
            try {
                try (behind;
                        encoder) {
                    encoder.finish();
                }
                warning = finish.apply(file.temporary());
                complete = true;
            } catch (IOException e) {
                failed = true;
                throw FileException.writing(file.target(), e);
            } catch (RuntimeException e) {
                failed = true;
                throw new AudioFileException("'" + file.target() + "' could not be encoded.", e);
            }
        }
        return file.temporary();
    }

    /// Completes the file and puts it in its place. After a failed write it only cleans up.
    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        try (file) {
            if (failed) {
                abandon();
            } else {
                complete();
                file.commit();
            }
        } finally {
            open = false;
        }
    }

    private void abandon() {
        try (behind;
                encoder) {
            failed = true;
        } catch (IOException | RuntimeException e) {
            // The file is thrown away.
        }
    }

    /// Gives up: nothing of what was written stays. Does nothing after [#close()].
    public void discard() {
        failed = true;
        try {
            close();
        } catch (IOException e) {
            // What existed before is untouched, and there is nothing left to complete.
        }
    }
}
