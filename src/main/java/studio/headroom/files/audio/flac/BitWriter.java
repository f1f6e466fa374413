package studio.headroom.files.audio.flac;

import java.util.Arrays;

/// Bits into a growing array, most significant first.
final class BitWriter {
    private byte[] bytes = new byte[64 << 10];
    private int size;
    private long pending;
    private int pendingBits;

    void clear() {
        size = 0;
        pending = 0;
        pendingBits = 0;
    }

    /// The low `count` bits of `value`, 0 to 32 of them; higher bits of `value` are ignored.
    void write(int value, int count) {
        pending = pending << count | value & (1L << count) - 1;
        pendingBits += count;
        if (pendingBits >= 32) {
            flushInt();
        }
    }

    void writeUnary(int zeros) {
        int rest = zeros;
        for (; rest >= 32; rest -= 32) {
            write(0, 32);
        }
        write(1, rest + 1);
    }

    /// Rice codes of parameter `k` for `values[from .. to)`.
    void writeRice(int[] values, int from, int to, int k) {
        int stop = 1 << k;
        int mask = stop - 1;
        for (int i = from; i < to; i++) {
            int folded = values[i] << 1 ^ values[i] >> 31;
            int zeros = folded >>> k;
            if (zeros + 1 + k <= 32) {
                write(stop | folded & mask, zeros + 1 + k);
            } else {
                writeUnary(zeros);
                write(folded & mask, k);
            }
        }
    }

    void alignToByte() {
        if ((pendingBits & 7) != 0) {
            write(0, 8 - (pendingBits & 7));
        }
        while (pendingBits > 0) {
            ensure(1);
            pendingBits -= 8;
            bytes[size++] = (byte) (pending >>> pendingBits);
        }
    }

    /// The bytes written so far; valid up to [#size()] after [#alignToByte()].
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    private void flushInt() {
        ensure(4);
        pendingBits -= 32;
        int word = (int) (pending >>> pendingBits);
        bytes[size] = (byte) (word >>> 24);
        bytes[size + 1] = (byte) (word >>> 16);
        bytes[size + 2] = (byte) (word >>> 8);
        bytes[size + 3] = (byte) word;
        size += 4;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
