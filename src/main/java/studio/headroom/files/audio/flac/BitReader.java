package studio.headroom.files.audio.flac;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;

/// Bits of a file, most significant first, with a running CRC-16.
final class BitReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BUFFER = 64 << 10;

    private final FileBytes file;
    private final byte[] buffer = new byte[BUFFER + 8];
    private long filePosition;
    private int position;
    private int limit;
    /// Bits not yet taken, from the top down; those below the top [#available] are of no account.
    private long bits;
    private int available;
    private int crc;
    private int crcFrom;

    BitReader(FileBytes file, long start) {
        this.file = file;
        this.filePosition = start;
    }

    /// The next `count` bits as an unsigned number, 0 to 32 of them.
    int read(int count) throws FileException {
        if (count == 0) {
            return 0;
        }
        need(count);
        int value = (int) (bits >>> (64 - count));
        take(count);
        return value;
    }

    /// The next `count` bits as a two's complement number, 1 to 32 of them.
    int readSigned(int count) throws FileException {
        need(count);
        int value = (int) (bits >> (64 - count));
        take(count);
        return value;
    }

    /// How many zeros stand before the next one; both are taken.
    int readUnary() throws FileException {
        int zeros = 0;
        while (true) {
            need(1);
            int leading = Long.numberOfLeadingZeros(bits);
            if (leading < available) {
                take(leading + 1);
                return zeros + leading;
            }
            zeros += available;
            if (zeros < 0 || zeros > 1 << 28) {
                throw AudioFileException.damaged(file.path(), "a number in it has no end");
            }
            take(available);
        }
    }

    /// Fills `target[from .. to)` with Rice-coded numbers of parameter `k`, 0 to 30.
    void readRice(int[] target, int from, int to, int k) throws FileException {
        for (int i = from; i < to; i++) {
            if (available < 56) {
                fill();
            }
            int zeros = Long.numberOfLeadingZeros(bits);
            int length = zeros + 1 + k;
            int value;
            if (length <= available) {
                // The bits behind the one that ends the zeros, then all of them gone.
                value = k == 0 ? 0 : (int) (bits << (zeros + 1) >>> (64 - k));
                bits <<= length - 1;
                bits <<= 1;
                available -= length;
            } else {
                zeros = readUnary();
                value = read(k);
            }
            int folded = zeros << k | value;
            target[i] = folded >>> 1 ^ -(folded & 1);
        }
    }

    void alignToByte() {
        take(available & 7);
    }

    /// Begins a checksum at this byte.
    void startCrc() {
        crc = 0;
        crcFrom = bytePosition();
    }

    /// The checksum of the bytes since [#startCrc()].
    int crc() {
        updateCrc();
        return crc;
    }

    /// Whether the next bits exist; to be asked on a byte boundary.
    boolean atEnd() throws FileException {
        fill();
        return available == 0;
    }

    /// How many whole bytes are left, up to what the buffer holds.
    long bytesLeft() {
        return file.size() - filePosition + limit - bytePosition();
    }

    private void take(int count) {
        bits = count == 64 ? 0 : bits << count;
        available -= count;
    }

    private void need(int count) throws FileException {
        if (available < count) {
            fill();
            if (available < count) {
                throw AudioFileException.damaged(file.path(), "it is cut short");
            }
        }
    }

    private void fill() throws FileException {
        if (available >= 56) {
            return;
        }
        if (limit - position < 8) {
            refill();
        }
        if (limit - position >= 8) {
            bits |= (long) LONG.get(buffer, position) >>> available;
            int bytes = (63 - available) >>> 3;
            position += bytes;
            available += bytes << 3;
        } else {
            while (available < 56 && position < limit) {
                bits |= (buffer[position++] & 0xFFL) << (56 - available);
                available += 8;
            }
        }
    }

    private void refill() throws FileException {
        updateCrc();
        // Bytes that were moved into `bits` but not taken still count for the checksum: they are kept.
        int keep = Math.min(crcFrom, position);
        System.arraycopy(buffer, keep, buffer, 0, limit - keep);
        position -= keep;
        limit -= keep;
        crcFrom -= keep;
        int got = file.read(filePosition, buffer, limit, BUFFER - limit);
        filePosition += got;
        limit += got;
    }

    private int bytePosition() {
        return position - (available >> 3);
    }

    private void updateCrc() {
        int to = bytePosition();
        crc = Crc.crc16(crc, buffer, crcFrom, to);
        crcFrom = to;
    }
}
