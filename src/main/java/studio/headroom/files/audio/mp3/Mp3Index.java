package studio.headroom.files.audio.mp3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;

/// Where the frames of an MP3 file lie, how many there are, and what the LAME tag says about the silence around the
/// sound. Made by walking over all headers once.
///
/// @param firstFrame position of the first frame that holds sound
/// @param end position behind the last frame
/// @param count frames of MP3 that hold sound
/// @param tagged whether a LAME tag gives delay and padding
record Mp3Index(Mp3Header header, long firstFrame, long end, long count, boolean tagged, int delay, int padding) {
    /// What a layer III decoder itself delays, in frames of sound.
    static final int DECODER_DELAY = 529;

    /// Junk that may lie before the first frame.
    private static final int MAX_LEAD = 64 << 10;
    /// What may follow the last frame and is no sound: ID3v1, APE and Lyrics tags, zeros.
    private static final int MAX_TAIL = 1 << 20;

    /// Frames of sound, without delay and padding.
    long length() {
        long all = count * header.samples();
        return tagged ? Math.max(0, all - delay - padding) : all;
    }

    /// Frames of sound that the decoder gives before the first that counts.
    int lead() {
        return tagged ? delay + DECODER_DELAY : 0;
    }

    static Mp3Index read(FileBytes file) throws FileException {
        Walker walker = new Walker(file);
        long start = walker.findFirst(Id3v2.end(file));
        Mp3Header first = walker.header(start);
        if (start < 0 || first == null) {
            throw AudioFileException.damaged(file.path(), "no frame of MP3 sound is found in it");
        }
        Info info = Info.read(file, start, first);
        long at = info == null ? start : start + first.bytes();
        long from = at;
        long count = 0;
        while (at < file.size()) {
            Mp3Header header = walker.header(at);
            if (header == null) {
                walker.checkTail(at);
                break;
            }
            if (!header.fits(first)) {
                throw AudioFileException.damaged(file.path(), "its sample rate or channels change on the way");
            }
            if (at + header.bytes() > file.size()) {
                throw AudioFileException.damaged(file.path(), "it is cut short within its last frame of sound");
            }
            at += header.bytes();
            count++;
        }
        if (info != null && info.frames() > count) {
            throw AudioFileException.damaged(
                    file.path(),
                    "it is cut short, " + (info.frames() - count) + " of " + info.frames() + " MP3 frames are missing");
        }
        return info != null && info.lame()
                ? new Mp3Index(first, from, at, count, true, info.delay(), info.padding())
                : new Mp3Index(first, from, at, count, false, 0, 0);
    }

    /// Whether a file begins with MP3: a frame, and another or the end where it ends, within what may lie before.
    static boolean matches(FileBytes file) throws FileException {
        return new Walker(file).findFirst(Id3v2.end(file)) >= 0;
    }

    /// What the first frame says when it is a Xing, Info or LAME tag instead of sound.
    private record Info(long frames, boolean lame, int delay, int padding) {

        static @Nullable Info read(FileBytes file, long at, Mp3Header header) throws FileException {
            byte[] frame = new byte[header.bytes()];
            int got = file.read(at, frame, 0, frame.length);
            int p = header.sideInfoOffset();
            if (got < frame.length || p + 8 > frame.length) {
                return null;
            }
            String id = new String(frame, p, 4, StandardCharsets.ISO_8859_1);
            if (!id.equals("Xing") && !id.equals("Info")) {
                // The tag is written as if the frame had no checksum.
                p = header.sideInfoOffset() - 2;
                id = new String(frame, p, 4, StandardCharsets.ISO_8859_1);
                if (!id.equals("Xing") && !id.equals("Info")) {
                    return null;
                }
            }
            ByteBuffer tag = ByteBuffer.wrap(frame);
            int flags = tag.getInt(p + 4);
            int next = p + 8;
            long frames = (flags & 1) != 0 && next + 4 <= frame.length ? Integer.toUnsignedLong(tag.getInt(next)) : 0;
            next += ((flags & 1) != 0 ? 4 : 0)
                    + ((flags & 2) != 0 ? 4 : 0)
                    + ((flags & 4) != 0 ? 100 : 0)
                    + ((flags & 8) != 0 ? 4 : 0);
            if (next + 24 > frame.length || tag.getInt(next) == 0) {
                return new Info(frames, false, 0, 0);
            }
            int delays = (frame[next + 21] & 0xFF) << 16 | (frame[next + 22] & 0xFF) << 8 | frame[next + 23] & 0xFF;
            return new Info(frames, true, delays >>> 12, delays & 0xFFF);
        }
    }

    /// Reads headers through a buffer.
    private static final class Walker {
        private final FileBytes file;
        private final byte[] buffer = new byte[32 << 10];
        private long start;
        private int filled;

        Walker(FileBytes file) {
            this.file = file;
        }

        @Nullable
        Mp3Header header(long at) throws FileException {
            if (at < 0 || at > file.size() - 4) {
                return null;
            }
            if (at < start || at + 4 > start + filled) {
                filled = file.read(at, buffer, 0, buffer.length);
                start = at;
                if (filled < 4) {
                    return null;
                }
            }
            int p = (int) (at - start);
            return Mp3Header.parse((buffer[p] & 0xFF) << 24
                    | (buffer[p + 1] & 0xFF) << 16
                    | (buffer[p + 2] & 0xFF) << 8
                    | buffer[p + 3] & 0xFF);
        }

        /// The first position from which frames follow each other, or -1.
        long findFirst(long from) throws FileException {
            long last = Math.min(file.size() - 4, from + MAX_LEAD);
            for (long at = from; at <= last; at++) {
                Mp3Header header = header(at);
                if (header == null) {
                    continue;
                }
                long next = at + header.bytes();
                Mp3Header second = header(next);
                if (second != null
                        && second.fits(header)
                        && (file.size() <= next + second.bytes() || tolerable(next + second.bytes(), header))) {
                    return at;
                }
                if (at == from && next == file.size()) {
                    return at;
                }
            }
            return -1;
        }

        private boolean tolerable(long at, Mp3Header first) throws FileException {
            Mp3Header third = header(at);
            return third == null ? at + MAX_TAIL >= file.size() : third.fits(first);
        }

        /// Nothing but a tag may follow the last frame: sound behind a gap would be lost silently.
        void checkTail(long at) throws FileException {
            long rest = file.size() - at;
            byte[] head = new byte[(int) Math.min(8, rest)];
            file.read(at, head, 0, head.length);
            String id = new String(head, StandardCharsets.ISO_8859_1);
            boolean tag = id.startsWith("TAG")
                    || id.startsWith("APETAGEX")
                    || id.startsWith("LYRICS")
                    || id.startsWith("ID3")
                    || rest < 4;
            if (!tag && (rest > MAX_TAIL || findFirst(at) >= 0)) {
                throw AudioFileException.damaged(file.path(), "something in its middle is no sound, at byte " + at);
            }
            if (!tag
                    && Mp3Header.parse(0xFFE00000 | (head[0] & 0xFF)) == null
                    && (head[0] & 0xFF) == 0xFF
                    && (head.length < 2 || (head[1] & 0xE0) == 0xE0)) {
                throw AudioFileException.damaged(file.path(), "it is cut short within its last frame of sound");
            }
        }
    }
}
