package studio.headroom.files.audio.pcm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import studio.headroom.files.audio.codec.SampleFormat;

/// Turns interleaved little-endian bytes into planar floats. Integers up to 24 bits come out exactly.
final class PcmDecoder {
    /// Bytes that may be read behind the last sample, so buffers must be longer by this.
    static final int SLACK = 8;

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private static final float SCALE_8 = 0x1p-7f;
    private static final float SCALE_16 = 0x1p-15f;
    private static final float SCALE_32 = 0x1p-31f;

    private PcmDecoder() {}

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    /// Decodes `count` frames that begin at `bytes[at]` into `target[channel][offset ..)`.
    static void decode(
            SampleFormat format, byte[] bytes, int at, int channels, float[][] target, int offset, int count) {
        if (channels == 2 && (format == SampleFormat.INT24 || format == SampleFormat.INT20)) {
            stereo24(bytes, at, target[0], target[1], offset, count);
        } else if (channels == 2 && format == SampleFormat.INT16) {
            stereo16(bytes, at, target[0], target[1], offset, count);
        } else if (channels == 2 && format == SampleFormat.FLOAT32) {
            stereoFloat(bytes, at, target[0], target[1], offset, count);
        } else {
            int step = channels * format.bytes();
            for (int channel = 0; channel < channels; channel++) {
                int first = at + channel * format.bytes();
                decodeChannel(format, bytes, first, step, target[channel], offset, count);
            }
        }
    }

    private static void decodeChannel(
            SampleFormat format, byte[] bytes, int first, int step, float[] target, int offset, int count) {
        switch (format) {
            case INT8 -> {
                for (int i = 0, p = first; i < count; i++, p += step) {
                    target[offset + i] = bytes[p] * SCALE_8;
                }
            }
            case INT16 -> {
                for (int i = 0, p = first; i < count; i++, p += step) {
                    target[offset + i] = (short) SHORT.get(bytes, p) * SCALE_16;
                }
            }
            case INT20, INT24 -> {
                for (int i = 0, p = first; i < count; i++, p += step) {
                    target[offset + i] = ((int) INT.get(bytes, p) << 8) * SCALE_32;
                }
            }
            case INT32 -> {
                for (int i = 0, p = first; i < count; i++, p += step) {
                    target[offset + i] = (int) INT.get(bytes, p) * SCALE_32;
                }
            }
            case FLOAT32 -> {
                for (int i = 0, p = first; i < count; i++, p += step) {
                    target[offset + i] = Float.intBitsToFloat((int) INT.get(bytes, p));
                }
            }
            case FLOAT64 -> {
                for (int i = 0, p = first; i < count; i++, p += step) {
                    target[offset + i] = (float) Double.longBitsToDouble((long) LONG.get(bytes, p));
                }
            }
        }
    }

    /// Both samples of a frame lie in the low 48 bits of one long; each is moved to the top of an int.
    private static void stereo24(byte[] bytes, int at, float[] left, float[] right, int offset, int count) {
        for (int i = 0, p = at; i < count; i++, p += 6) {
            long frame = (long) LONG.get(bytes, p);
            left[offset + i] = ((int) frame << 8) * SCALE_32;
            right[offset + i] = ((int) (frame >>> 16) & 0xFFFFFF00) * SCALE_32;
        }
    }

    private static void stereo16(byte[] bytes, int at, float[] left, float[] right, int offset, int count) {
        for (int i = 0, p = at; i < count; i++, p += 4) {
            int frame = (int) INT.get(bytes, p);
            left[offset + i] = (short) frame * SCALE_16;
            right[offset + i] = (frame >> 16) * SCALE_16;
        }
    }

    private static void stereoFloat(byte[] bytes, int at, float[] left, float[] right, int offset, int count) {
        for (int i = 0, p = at; i < count; i++, p += 8) {
            long frame = (long) LONG.get(bytes, p);
            left[offset + i] = Float.intBitsToFloat((int) frame);
            right[offset + i] = Float.intBitsToFloat((int) (frame >>> 32));
        }
    }

    /// Puts big-endian samples into little-endian order, in place.
    static void reverse(SampleFormat format, byte[] bytes, int from, int to) {
        switch (format.bytes()) {
            case 2 -> {
                for (int p = from; p < to; p += 2) {
                    SHORT.set(bytes, p, Short.reverseBytes((short) SHORT.get(bytes, p)));
                }
            }
            case 3 -> {
                for (int p = from; p < to; p += 3) {
                    byte first = bytes[p];
                    bytes[p] = bytes[p + 2];
                    bytes[p + 2] = first;
                }
            }
            case 4 -> {
                for (int p = from; p < to; p += 4) {
                    INT.set(bytes, p, Integer.reverseBytes((int) INT.get(bytes, p)));
                }
            }
            case 8 -> {
                for (int p = from; p < to; p += 8) {
                    LONG.set(bytes, p, Long.reverseBytes((long) LONG.get(bytes, p)));
                }
            }
            default -> {}
        }
    }

    /// Turns samples with an offset of 128 into signed ones, in place.
    static void toSigned(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p++) {
            bytes[p] ^= (byte) 0x80;
        }
    }
}
