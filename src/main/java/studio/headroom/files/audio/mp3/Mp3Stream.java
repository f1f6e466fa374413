package studio.headroom.files.audio.mp3;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Samples;

/// Decodes an MP3 file frame by frame. Where a LAME tag gives delay and padding, exactly the sound that was encoded
/// comes out; without one every decoded frame does.
public final class Mp3Stream implements AudioFileStream {
    private static final float SCALE = 1f / 32768;
    private static final int MAX_FRAME_BYTES = 4096;
    /// Frames at the beginning that may lean on bits of frames that a cut has removed.
    private static final int LEADING_FRAMES = 10;

    private final FileBytes file;
    private final Mp3Index index;
    private final AudioFormat format;
    private final MPGLib library = new MPGLib();
    private final MPGLib.mpstr_tag decoder;
    private final byte[] frame = new byte[MAX_FRAME_BYTES];
    private final float[][] decoded = new float[2][2304];
    private long position;
    private long skip;
    private long left;
    private int at;
    private int available;
    private long invalid;
    private long fedFrames;

    private Mp3Stream(FileBytes file) throws FileException {
        this.file = file;
        this.index = Mp3Index.read(file);
        this.format =
                new AudioFormat(index.header().sampleRate(), index.header().channels());
        this.position = index.firstFrame();
        this.skip = index.lead();
        this.left = index.length();
        VBRTag tag = new VBRTag();
        BitStream bits = new BitStream();
        Version version = new Version();
        Interface decoding = new Interface();
        Common common = new Common();
        tag.setModules(new Lame(), bits, version);
        bits.setModules(new GainAnalysis(), library, version, tag);
        decoding.setModules(tag, common);
        library.setModules(decoding, common);
        this.decoder = library.hip_decode_init();
    }

    /// @throws FileException when it is damaged, cut short or of another kind
    public static Mp3Stream open(Path path) throws FileException {
        FileBytes file = FileBytes.open(path);
        try {
            return new Mp3Stream(file);
        } catch (FileException | RuntimeException e) {
            try {
                file.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /// Whether the content is MP3: several frames follow each other near its beginning.
    public static boolean matches(FileBytes file) throws FileException {
        return Mp3Index.matches(file);
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public AudioFileInfo info() {
        return AudioFileInfo.of(file.path(), "MP3", "MP3", format, null, index.length());
    }

    /// Bytes of the file before and behind the frames of sound.
    public long otherBytes() {
        return file.size() - index.end() + index.firstFrame();
    }

    @Override
    public long invalidSamples() {
        return invalid;
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        while (at == available) {
            if (!decode()) {
                left = 0;
                return -1;
            }
        }
        int part = (int) Math.min(left, Math.min(count, available - at));
        for (int ch = 0; ch < format.channels(); ch++) {
            float[] from = decoded[ch];
            float[] to = target[ch];
            for (int i = 0; i < part; i++) {
                to[offset + i] = from[at + i] * SCALE;
            }
        }
        at += part;
        left -= part;
        return part;
    }

    /// Hands the decoder one more frame. It answers one or two frames later, so at the end it is asked for the rest.
    ///
    /// @return whether there may be more sound
    private boolean decode() throws FileException {
        at = 0;
        available = 0;
        int size = 0;
        if (position < index.end()) {
            Mp3Header header = Mp3Header.parse(
                    file.buffer(position, 4, ByteOrder.BIG_ENDIAN).getInt());
            if (header == null || header.bytes() > frame.length) {
                throw AudioFileException.damaged(file.path(), "it has changed while it was read");
            }
            size = header.bytes();
            file.fill(position, frame, 0, size);
            position += size;
        }
        int got = decodeFrame(size);
        if (got < 0) {
            throw AudioFileException.damaged(file.path(), "its MP3 sound cannot be decoded");
        }
        if (got == 0 && size == 0) {
            return fillEnd();
        }
        invalid += Samples.silenceInvalid(decoded, format.channels(), 0, got);
        int drop = (int) Math.min(skip, got);
        skip -= drop;
        at = drop;
        available = got;
        return true;
    }

    /// The decoder has given everything. What its own delay keeps back of a tagged file is silence by then; an untagged
    /// file that was cut out of another begins with frames that cannot be decoded and is shorter by them.
    private boolean fillEnd() throws AudioFileException {
        if (left > 3L * index.header().samples()) {
            throw AudioFileException.damaged(file.path(), "a part of its MP3 sound cannot be decoded");
        }
        if (!index.tagged()) {
            return false;
        }
        Arrays.fill(decoded[0], 0f);
        Arrays.fill(decoded[1], 0f);
        available = (int) Math.min(left, index.header().samples());
        return true;
    }

    private int decodeFrame(int size) throws AudioFileException {
        boolean complaint;
        int got;
        fedFrames++;
        QuietError.begin();
        try {
            got = library.hip_decode1_unclipped(decoder, frame, 0, size, decoded[0], decoded[1]);
        } catch (RuntimeException | StackOverflowError e) {
            throw AudioFileException.damaged(file.path(), "its MP3 sound cannot be decoded", e);
        } finally {
            complaint = QuietError.end();
        }
        if (complaint && fedFrames > LEADING_FRAMES) {
            throw AudioFileException.damaged(file.path(), "a frame of its MP3 sound is wrong");
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
