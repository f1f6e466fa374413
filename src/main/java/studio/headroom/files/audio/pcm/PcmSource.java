package studio.headroom.files.audio.pcm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileSource;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Samples;

/// An uncompressed file, readable from any frame. It reads ahead as long as the reads follow each other, so blocks of
/// 64 frames cost little more than large ones. The memory it takes does not depend on the file's length.
public final class PcmSource implements AudioFileSource {
    private static final int READ_AHEAD = 128 << 10;
    private static final int SINGLE_READ = 16 << 10;

    private final FileBytes file;
    private final PcmLayout layout;
    private final int channels;
    private final int frameBytes;
    private final int bufferFrames;
    private final byte[] buffer;
    private long bufferStart;
    private int buffered;
    private long invalidSamples;

    private PcmSource(FileBytes file, PcmLayout layout) {
        this.file = file;
        this.layout = layout;
        this.channels = layout.format().channels();
        this.frameBytes = layout.frameBytes();
        this.bufferFrames = (int) Math.max(1, Math.min(layout.frames(), READ_AHEAD / frameBytes));
        this.buffer = new byte[bufferFrames * frameBytes + PcmDecoder.SLACK];
    }

    /// Opens a WAV, RF64, BW64, AIFF or AIFC file.
    ///
    /// @throws FileException naming the file, when it is damaged, incomplete or of another kind
    public static PcmSource open(Path path) throws FileException {
        FileBytes file = FileBytes.open(path);
        try {
            PcmLayout layout = AiffHeader.matches(file) ? AiffHeader.read(file) : WavHeader.read(file);
            return new PcmSource(file, layout);
        } catch (FileException | RuntimeException e) {
            closeQuietly(file);
            throw e;
        }
    }

    /// Whether the content begins like a file that [#open] reads.
    public static boolean matches(byte[] start) {
        return WavHeader.matches(start) || AiffHeader.matches(start);
    }

    @Override
    public AudioFormat format() {
        return layout.format();
    }

    @Override
    public long frames() {
        return layout.frames();
    }

    @Override
    public AudioFileInfo info() {
        return layout.info(file.path());
    }

    /// Bytes of the file that are no samples.
    public long otherBytes() {
        return file.size() - layout.frames() * frameBytes;
    }

    @Override
    public long invalidSamples() {
        return invalidSamples;
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) throws IOException {
        long frames = layout.frames();
        int lead = (int) Math.min(count, Math.max(0, -start));
        int inside = (int) Math.max(0, Math.min(count - lead, frames - Math.max(0, start)));
        if (lead > 0 || lead + inside < count) {
            for (int channel = 0; channel < channels; channel++) {
                Arrays.fill(target[channel], offset, offset + lead, 0f);
                Arrays.fill(target[channel], offset + lead + inside, offset + count, 0f);
            }
        }
        long next = start + lead;
        int to = offset + lead;
        int rest = inside;
        while (rest > 0) {
            int from = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, next - bufferStart));
            if (from < 0 || from >= buffered) {
                load(next, rest);
                from = 0;
            }
            int part = Math.min(rest, buffered - from);
            PcmDecoder.decode(layout.samples(), buffer, from * frameBytes, channels, target, to, part);
            next += part;
            to += part;
            rest -= part;
        }
        if (layout.samples().floating()) {
            invalidSamples += Samples.silenceInvalid(target, channels, offset, count);
        }
    }

    /// Fills the buffer from `start` on: a little for a first or single read, all of it when reads follow each other.
    private void load(long start, int wanted) throws FileException {
        boolean follows = start == bufferStart + buffered && buffered > 0;
        int least = Math.max(1, Math.max(wanted, SINGLE_READ / frameBytes));
        int count = (int) Math.min(follows ? bufferFrames : Math.min(bufferFrames, least), layout.frames() - start);
        int bytes = count * frameBytes;
        buffered = 0;
        file.fill(layout.dataOffset() + start * frameBytes, buffer, 0, bytes);
        if (layout.bigEndian()) {
            PcmDecoder.reverse(layout.samples(), buffer, 0, bytes);
        }
        if (layout.unsigned()) {
            PcmDecoder.toSigned(buffer, 0, bytes);
        }
        bufferStart = start;
        buffered = count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void closeQuietly(FileBytes file) {
        try {
            file.close();
        } catch (IOException e) {
            // The error that led here says more.
        }
    }
}
