package studio.headroom.files.audio.flac;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Formats;

/// The STREAMINFO block, and where the frames begin.
///
/// @param frames total length, or 0 where the encoder did not know it
/// @param md5 checksum of all samples, or all zeros
record FlacHeader(AudioFormat format, int bits, int maxBlock, long frames, byte[] md5, long firstFrame) {
    private static final int MAX_METADATA_BLOCKS = 1000;

    static FlacHeader read(FileBytes file, long start) throws FileException {
        long at = start;
        if (!file.fourCc(at).equals("fLaC")) {
            throw AudioFileException.damaged(file.path(), "its FLAC header is missing");
        }
        at += 4;
        FlacHeader info = null;
        for (int blocks = 0; blocks < MAX_METADATA_BLOCKS; blocks++) {
            int head = file.buffer(at, 4, ByteOrder.BIG_ENDIAN).getInt();
            int type = head >>> 24 & 0x7F;
            int length = head & 0xFFFFFF;
            if (type == 0) {
                info = streamInfo(file, at + 4, length);
            } else if (info == null) {
                throw AudioFileException.damaged(file.path(), "its FLAC header does not say what the sound is");
            }
            at += 4 + length;
            if (at > file.size()) {
                throw AudioFileException.damaged(file.path(), "it is cut short within its header");
            }
            if (head < 0) {
                return info.startingAt(at);
            }
        }
        throw AudioFileException.damaged(file.path(), "its header has no end");
    }

    private static FlacHeader streamInfo(FileBytes file, long at, int length) throws FileException {
        if (length < 34) {
            throw AudioFileException.damaged(file.path(), "its FLAC header is too short");
        }
        ByteBuffer block = file.buffer(at, 34, ByteOrder.BIG_ENDIAN);
        int maxBlock = Short.toUnsignedInt(block.getShort(2));
        long packed = block.getLong(10);
        int bits = (int) (packed >>> 36 & 31) + 1;
        AudioFormat format = Formats.check(file.path(), packed >>> 44, (packed >>> 41 & 7) + 1);
        if (maxBlock < 16) {
            throw AudioFileException.damaged(file.path(), "its FLAC header claims blocks of " + maxBlock + " frames");
        }
        if (bits > 24) {
            throw AudioFileException.unsupported(
                    file.path(), "its samples have " + bits + " bits, FLAC is read up to 24");
        }
        if (bits < 4) {
            throw AudioFileException.damaged(file.path(), "its FLAC header claims samples of " + bits + " bits");
        }
        byte[] md5 = Arrays.copyOfRange(block.array(), 18, 34);
        return new FlacHeader(format, bits, maxBlock, packed & 0xF_FFFF_FFFFL, md5, 0);
    }

    private FlacHeader startingAt(long position) {
        return new FlacHeader(format, bits, maxBlock, frames, md5, position);
    }

    boolean hasMd5() {
        return !Arrays.equals(md5, new byte[16]);
    }

    /// Where the content begins behind an ID3v2 tag that some programs put before it.
    static long start(FileBytes file) throws FileException {
        long at = 0;
        for (int tags = 0; tags < 4 && at <= file.size() - 10; tags++) {
            byte[] head = file.bytes(at, 10);
            if (!new String(head, 0, 3, StandardCharsets.ISO_8859_1).equals("ID3")) {
                break;
            }
            at += 10 + ((head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | head[9] & 0x7F);
        }
        return at;
    }
}
