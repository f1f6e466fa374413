package studio.headroom.files.audio.flac;

import java.util.Arrays;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;

/// Decodes one frame after another into integers. A frame whose checksum is wrong is an error.
final class FlacFrameReader {
    private static final int INDEPENDENT_CHANNELS = 8;
    private static final int LEFT_SIDE = 8;
    private static final int SIDE_RIGHT = 9;
    private static final int MID_SIDE = 10;
    private static final int[] SAMPLE_BITS = {0, 8, 12, -1, 16, 20, 24, 32};

    private final FileBytes file;
    private final FlacHeader header;
    private final BitReader in;
    private final int[][] samples;
    private final int[] coefficients = new int[32];

    FlacFrameReader(FileBytes file, FlacHeader header) {
        this.file = file;
        this.header = header;
        this.in = new BitReader(file, header.firstFrame());
        this.samples = new int[header.format().channels()][header.maxBlock()];
    }

    /// The samples of the last frame, overwritten by the next.
    int[][] samples() {
        return samples;
    }

    /// Decodes the next frame.
    ///
    /// @return its length, or -1 at the end of the file
    int next() throws FileException {
        if (in.atEnd()) {
            return -1;
        }
        in.startCrc();
        int sync = in.read(16);
        if ((sync & 0xFFFE) != 0xFFF8) {
            if (header.frames() == 0 && sync >>> 8 == 'T' && in.bytesLeft() <= 126) {
                return -1; // An ID3v1 tag behind the last frame.
            }
            throw damaged("a frame of sound does not begin where it should");
        }
        int blockCode = in.read(4);
        int rateCode = in.read(4);
        int channelCode = in.read(4);
        int bitsCode = in.read(3);
        in.read(1);
        skipNumber();
        int count = blockSize(blockCode);
        in.read(rateCode == 12 ? 8 : rateCode == 13 || rateCode == 14 ? 16 : 0);
        in.read(8); // The header's own checksum: the frame's covers it.
        int channels = channelCode < INDEPENDENT_CHANNELS ? channelCode + 1 : 2;
        int bits = bitsCode == 0 ? header.bits() : SAMPLE_BITS[bitsCode];
        if (count > header.maxBlock()
                || channels != header.format().channels()
                || bits != header.bits()
                || channelCode > MID_SIDE
                || rateCode == 15) {
            throw damaged("a frame of sound contradicts the header");
        }
        for (int ch = 0; ch < channels; ch++) {
            boolean side = channelCode == SIDE_RIGHT ? ch == 0 : channelCode >= LEFT_SIDE && ch == 1;
            readSubframe(samples[ch], count, side ? bits + 1 : bits);
        }
        in.alignToByte();
        int expected = in.crc();
        if (in.read(16) != expected) {
            throw damaged("the checksum of a frame of sound is wrong");
        }
        undoStereo(channelCode, count);
        return count;
    }

    /// The frame's or sample's number, coded like UTF-8 with up to 36 bits. Frames follow each other, so it is
    /// not needed.
    private void skipNumber() throws FileException {
        int first = in.read(8);
        int more = Math.max(0, Integer.numberOfLeadingZeros(~(first << 24)) - 1);
        if (first == 0xFF || first >>> 6 == 2) {
            throw damaged("the number of a frame of sound is wrong");
        }
        for (int i = 0; i < more; i++) {
            in.read(8);
        }
    }

    private int blockSize(int code) throws FileException {
        return switch (code) {
            case 0 -> throw damaged("a frame of sound has no length");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << (code - 2);
            case 6 -> in.read(8) + 1;
            case 7 -> in.read(16) + 1;
            default -> 256 << (code - 8);
        };
    }

    private void readSubframe(int[] target, int count, int bits) throws FileException {
        if (in.read(1) != 0) {
            throw damaged("a channel of a frame does not begin where it should");
        }
        int type = in.read(6);
        int wasted = in.read(1) == 0 ? 0 : in.readUnary() + 1;
        int width = bits - wasted;
        if (width < 1) {
            throw damaged("a channel of a frame has no bits");
        }
        if (type == 0) {
            Arrays.fill(target, 0, count, in.readSigned(width));
        } else if (type == 1) {
            for (int i = 0; i < count; i++) {
                target[i] = in.readSigned(width);
            }
        } else if (type >= 8 && type <= 12) {
            readWarmUp(target, type - 8, count, width);
            readResidual(target, type - 8, count);
            restoreFixed(target, type - 8, count);
        } else if (type >= 32) {
            readPredicted(target, type - 31, count, width);
        } else {
            throw damaged("a channel of a frame is of an unknown kind");
        }
        if (wasted > 0) {
            for (int i = 0; i < count; i++) {
                target[i] <<= wasted;
            }
        }
    }

    private void readWarmUp(int[] target, int order, int count, int width) throws FileException {
        if (order > count) {
            throw damaged("a channel of a frame is shorter than its predictor");
        }
        for (int i = 0; i < order; i++) {
            target[i] = in.readSigned(width);
        }
    }

    private void readPredicted(int[] target, int order, int count, int width) throws FileException {
        readWarmUp(target, order, count, width);
        int precision = in.read(4) + 1;
        int shift = in.readSigned(5);
        if (precision == 16 || shift < 0) {
            throw damaged("the predictor of a frame is wrong");
        }
        // The nearest sample's coefficient comes first in the file and last here.
        for (int i = order - 1; i >= 0; i--) {
            coefficients[i] = in.readSigned(precision);
        }
        readResidual(target, order, count);
        if (order <= 12) {
            restoreShort(target, order, count, shift);
        } else {
            restore(target, order, count, shift);
        }
    }

    private void readResidual(int[] target, int order, int count) throws FileException {
        int method = in.read(2);
        if (method > 1) {
            throw damaged("the coding of a frame is unknown");
        }
        int parameterBits = 4 + method;
        int escape = (1 << parameterBits) - 1;
        int partitionOrder = in.read(4);
        int length = count >> partitionOrder;
        if (length << partitionOrder != count || length < order) {
            throw damaged("a frame is divided wrongly");
        }
        int from = order;
        for (int to = length; to <= count; to += length) {
            int k = in.read(parameterBits);
            if (k < escape) {
                in.readRice(target, from, to, k);
            } else {
                int raw = in.read(5);
                for (int i = from; i < to; i++) {
                    target[i] = raw == 0 ? 0 : in.readSigned(raw);
                }
            }
            from = to;
        }
    }

    private static void restoreFixed(int[] s, int order, int count) {
        switch (order) {
            case 1 -> {
                for (int i = 1; i < count; i++) {
                    s[i] += s[i - 1];
                }
            }
            case 2 -> {
                for (int i = 2; i < count; i++) {
                    s[i] += 2 * s[i - 1] - s[i - 2];
                }
            }
            case 3 -> {
                for (int i = 3; i < count; i++) {
                    s[i] += 3 * (s[i - 1] - s[i - 2]) + s[i - 3];
                }
            }
            case 4 -> {
                for (int i = 4; i < count; i++) {
                    s[i] += 4 * (s[i - 1] + s[i - 3]) - 6 * s[i - 2] - s[i - 4];
                }
            }
            default -> {}
        }
    }

    /// Up to 12 taps, held in locals with zeros before the first, so that the sum needs no inner loop.
    private void restoreShort(int[] s, int order, int count, int shift) {
        long[] c = new long[12];
        for (int i = 0; i < order; i++) {
            c[12 - order + i] = coefficients[i];
        }
        int start = Math.min(count, 12);
        restoreFrom(s, order, order, start, shift);
        long c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3], c4 = c[4], c5 = c[5];
        long c6 = c[6], c7 = c[7], c8 = c[8], c9 = c[9], c10 = c[10], c11 = c[11];
        if (order <= 8) {
            for (int i = start; i < count; i++) {
                long sum = c4 * s[i - 8]
                        + c5 * s[i - 7]
                        + c6 * s[i - 6]
                        + c7 * s[i - 5]
                        + c8 * s[i - 4]
                        + c9 * s[i - 3]
                        + c10 * s[i - 2]
                        + c11 * s[i - 1];
                s[i] += (int) (sum >> shift);
            }
        } else {
            for (int i = start; i < count; i++) {
                long sum = c0 * s[i - 12]
                        + c1 * s[i - 11]
                        + c2 * s[i - 10]
                        + c3 * s[i - 9]
                        + c4 * s[i - 8]
                        + c5 * s[i - 7]
                        + c6 * s[i - 6]
                        + c7 * s[i - 5]
                        + c8 * s[i - 4]
                        + c9 * s[i - 3]
                        + c10 * s[i - 2]
                        + c11 * s[i - 1];
                s[i] += (int) (sum >> shift);
            }
        }
    }

    private void restore(int[] s, int order, int count, int shift) {
        restoreFrom(s, order, order, count, shift);
    }

    private void restoreFrom(int[] s, int order, int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += (long) coefficients[j] * s[i - order + j];
            }
            s[i] += (int) (sum >> shift);
        }
    }

    private void undoStereo(int channelCode, int count) {
        if (channelCode < LEFT_SIDE) {
            return;
        }
        int[] a = samples[0];
        int[] b = samples[1];
        switch (channelCode) {
            case LEFT_SIDE -> {
                for (int i = 0; i < count; i++) {
                    b[i] = a[i] - b[i];
                }
            }
            case SIDE_RIGHT -> {
                for (int i = 0; i < count; i++) {
                    a[i] += b[i];
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    int side = b[i];
                    int mid = a[i] << 1 | side & 1;
                    a[i] = (mid + side) >> 1;
                    b[i] = (mid - side) >> 1;
                }
            }
        }
    }

    private AudioFileException damaged(String what) {
        return AudioFileException.damaged(file.path(), what);
    }
}
