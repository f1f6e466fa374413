package studio.headroom.files.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.FileException;

/// Sound between two steps of a job: 32-bit floats in a temporary file, written once from its beginning and then read
/// as often as wanted. It is gone when closed. One thread at a time.
public final class ScratchAudio implements SampleSink, SampleSource {
    private static final int BUFFER_FRAMES = 1 << 14;

    /// The environment variable that says where temporary files belong.
    private static final String VARIABLE = System.getProperty("os.name", "").startsWith("Windows") ? "TMP" : "TMPDIR";

    private final AudioFormat format;
    private final Path folder;
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer bytes;
    private final FloatBuffer floats;
    private final float[] interleaved;
    private int held;
    private long frames;
    /// The frames that the buffer holds while reading.
    private long bufferStart;

    private int bufferFrames;
    private boolean reading;

    /// @param folder where the temporary file is made; for songs the temporary folder of the system may be too small
    /// @throws FileException that names the folder and the cure
    public ScratchAudio(AudioFormat format, Path folder) throws IOException {
        this.format = format;
        this.folder = folder;
        try {
            file = Files.createTempFile(folder, ".headroom-", ".scratch");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw unusable(e);
        }
        bytes = ByteBuffer.allocateDirect(BUFFER_FRAMES * format.channels() * Float.BYTES)
                .order(ByteOrder.nativeOrder());
        floats = bytes.asFloatBuffer();
        interleaved = new float[BUFFER_FRAMES * format.channels()];
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        if (reading) {
            throw new IllegalStateException("scratch audio that is being read cannot grow");
        }
        int channels = format.channels();
        for (int done = 0; done < count; ) {
            int run = Math.min(count - done, BUFFER_FRAMES - held);
            if (channels == 2) {
                join(source[0], source[1], offset + done, interleaved, held, run);
            } else {
                for (int c = 0; c < channels; c++) {
                    float[] from = source[c];
                    for (int i = 0, to = held * channels + c; i < run; i++, to += channels) {
                        interleaved[to] = from[offset + done + i];
                    }
                }
            }
            held += run;
            done += run;
            if (held == BUFFER_FRAMES) {
                flush();
            }
        }
        frames += count;
    }

    private static void join(float[] left, float[] right, int from, float[] pairs, int to, int count) {
        for (int i = 0; i < count; i++) {
            pairs[2 * (to + i)] = left[from + i];
            pairs[2 * (to + i) + 1] = right[from + i];
        }
    }

    private static void part(float[] pairs, int from, float[] left, float[] right, int to, int count) {
        for (int i = 0; i < count; i++) {
            left[to + i] = pairs[2 * (from + i)];
            right[to + i] = pairs[2 * (from + i) + 1];
        }
    }

    private void flush() throws IOException {
        floats.clear();
        floats.put(interleaved, 0, held * format.channels());
        bytes.clear().limit(held * format.channels() * Float.BYTES);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        held = 0;
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) throws IOException {
        if (!reading) {
            flush();
            reading = true;
        }
        int channels = format.channels();
        for (int done = 0; done < count; ) {
            long frame = start + done;
            if (frame < 0 || frame >= frames) {
                int silent = (int) Math.min(count - done, frame < 0 ? -frame : Integer.MAX_VALUE);
                for (int c = 0; c < channels; c++) {
                    Arrays.fill(target[c], offset + done, offset + done + silent, 0f);
                }
                done += silent;
                continue;
            }
            if (frame < bufferStart || frame >= bufferStart + bufferFrames) {
                fill(frame);
            }
            int at = (int) (frame - bufferStart);
            int run = Math.min(count - done, bufferFrames - at);
            if (channels == 2) {
                part(interleaved, at, target[0], target[1], offset + done, run);
            } else {
                for (int c = 0; c < channels; c++) {
                    float[] to = target[c];
                    for (int i = 0, from = at * channels + c; i < run; i++, from += channels) {
                        to[offset + done + i] = interleaved[from];
                    }
                }
            }
            done += run;
        }
    }

    private FileException unusable(IOException cause) {
        String reason = FileException.writing(folder, cause).getMessage();
        return new FileException(
                "The folder for temporary files fails. " + reason + " Another one can be named with " + VARIABLE + ".",
                cause);
    }

    private void fill(long frame) throws IOException {
        int channels = format.channels();
        bufferStart = frame;
        bufferFrames = (int) Math.min(BUFFER_FRAMES, frames - frame);
        bytes.clear().limit(bufferFrames * channels * Float.BYTES);
        long at = frame * channels * Float.BYTES;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at);
            if (read < 0) {
                throw new IOException("the temporary file '" + file + "' was cut off while in use");
            }
            at += read;
        }
        floats.clear();
        floats.get(interleaved, 0, bufferFrames * channels);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
