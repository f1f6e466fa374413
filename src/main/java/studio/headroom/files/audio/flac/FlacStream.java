package studio.headroom.files.audio.flac;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.SampleFormat;

/// Decodes a FLAC file, bit-exactly or with an error: each frame's checksum, the length and the MD5 of the whole are
/// verified.
public final class FlacStream implements AudioFileStream {
    private final FileBytes file;
    private final FlacHeader header;
    private final FlacFrameReader reader;
    private final float scale;
    private final int sampleBytes;
    private @Nullable MessageDigest md5;
    private byte[] interleaved = new byte[0];
    private int at;
    private int decoded;
    private long delivered;

    private FlacStream(FileBytes file, FlacHeader header) {
        this.file = file;
        this.header = header;
        this.reader = new FlacFrameReader(file, header);
        this.scale = Math.scalb(1f, 1 - header.bits());
        this.sampleBytes = (header.bits() + 7) / 8;
        this.md5 = header.hasMd5() ? Md5.create() : null;
    }

    /// @throws FileException when it is damaged or of another kind
    public static FlacStream open(Path path) throws FileException {
        FileBytes file = FileBytes.open(path);
        try {
            return new FlacStream(file, FlacHeader.read(file, FlacHeader.start(file)));
        } catch (FileException | RuntimeException e) {
            try {
                file.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /// Whether the content is a FLAC file, perhaps behind an ID3 tag.
    public static boolean matches(FileBytes file) throws FileException {
        long start = FlacHeader.start(file);
        return start <= file.size() - 4 && file.fourCc(start).equals("fLaC");
    }

    @Override
    public AudioFormat format() {
        return header.format();
    }

    @Override
    public AudioFileInfo info() {
        int bits = header.bits();
        SampleFormat samples = bits <= 8
                ? SampleFormat.INT8
                : bits <= 16 ? SampleFormat.INT16 : bits == 20 ? SampleFormat.INT20 : SampleFormat.INT24;
        return AudioFileInfo.of(
                file.path(),
                "FLAC",
                "FLAC " + bits + "-bit",
                header.format(),
                samples,
                header.frames() == 0 ? -1 : header.frames());
    }

    /// Bytes of the file before the first frame of sound.
    public long otherBytes() {
        return header.firstFrame();
    }

    @Override
    public long invalidSamples() {
        return 0;
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        while (at == decoded) {
            if (header.frames() > 0 && delivered == header.frames() || !decodeFrame()) {
                verifyEnd();
                return -1;
            }
        }
        int part = Math.min(count, decoded - at);
        for (int ch = 0; ch < header.format().channels(); ch++) {
            int[] from = reader.samples()[ch];
            float[] to = target[ch];
            for (int i = 0; i < part; i++) {
                to[offset + i] = from[at + i] * scale;
            }
        }
        at += part;
        delivered += part;
        return part;
    }

    private boolean decodeFrame() throws FileException {
        at = 0;
        decoded = 0;
        int got = reader.next();
        if (got < 0) {
            return false;
        }
        if (header.frames() > 0 && delivered + got > header.frames()) {
            throw AudioFileException.damaged(file.path(), "it holds more sound than its header says");
        }
        decoded = got;
        if (md5 != null) {
            digest(md5, got);
        }
        return true;
    }

    private void digest(MessageDigest digest, int count) {
        int channels = header.format().channels();
        int size = count * channels * sampleBytes;
        if (interleaved.length < size) {
            interleaved = new byte[size];
        }
        Md5.interleave(reader.samples(), channels, count, sampleBytes, interleaved);
        digest.update(interleaved, 0, size);
    }

    private void verifyEnd() throws AudioFileException {
        if (header.frames() > 0 && delivered < header.frames()) {
            throw AudioFileException.damaged(
                    file.path(),
                    "it is cut short, " + (header.frames() - delivered) + " of " + header.frames()
                            + " frames are missing");
        }
        MessageDigest whole = md5;
        md5 = null;
        if (whole != null && !Arrays.equals(whole.digest(), header.md5())) {
            throw AudioFileException.damaged(file.path(), "its sound does not match its checksum");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
