package studio.headroom.files.audio.flac;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Encoder;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.Requantizer;

/// Writes FLAC of 8, 16, 20 or 24 bits and 1 to 8 channels within the streamable subset: blocks of 4096 frames,
/// predictors
/// up to order 12, left/right or mid/side for each block, the MD5 of all samples in the header.
public final class FlacEncoder implements Encoder {
    private static final int BLOCK = 4096;
    private static final int PADDING_BYTES = 8192;
    private static final int MAX_RATE = (1 << 20) - 1;
    private static final String VENDOR = "Headroom";

    private final FileChannel channel;
    private final AudioFormat format;
    private final int bits;
    private final int sampleBytes;
    private final Requantizer requantizer;
    private final MessageDigest md5 = Md5.create();
    private final byte[] interleaved;
    private final int[][] quantized;
    private final int[][] block;
    private final int[] mid = new int[BLOCK];
    private final int[] side = new int[BLOCK];
    private final Subframe[] subframes;
    private final Subframe midFrame = new Subframe(BLOCK);
    private final Subframe sideFrame = new Subframe(BLOCK);
    private final BitWriter out = new BitWriter();
    private int filled;
    private long frameNumber;
    private long frames;
    private int smallestFrame = Integer.MAX_VALUE;
    private int largestFrame;

    /// @throws AudioFileException when FLAC cannot hold the format
    public FlacEncoder(Path path, AudioFormat format, EncoderSettings settings) throws IOException {
        int channels = format.channels();
        if (settings.samples().floating() || settings.samples().bits() > 24) {
            throw new AudioFileException("FLAC holds 8, 16, 20 or 24 bits, not "
                    + settings.samples().label() + ". Choose one of those or write a .wav file.");
        }
        if (channels > 8 || format.sampleRate() > MAX_RATE) {
            throw new AudioFileException("FLAC holds up to 8 channels, not " + channels + ". Write a .wav file.");
        }
        this.format = format;
        this.bits = settings.samples().bits();
        this.sampleBytes = settings.samples().bytes();
        this.requantizer = settings.effectiveRequantizer();
        this.interleaved = new byte[BLOCK * channels * sampleBytes];
        this.quantized = new int[channels][BLOCK];
        this.block = new int[channels][BLOCK];
        this.subframes = new Subframe[channels];
        for (int ch = 0; ch < channels; ch++) {
            subframes[ch] = new Subframe(BLOCK);
        }
        this.channel = FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            writeFully(metadata());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int part = Math.min(BLOCK - filled, count - done);
            requantizer.quantize(source, offset + done, part, quantized);
            for (int ch = 0; ch < block.length; ch++) {
                System.arraycopy(quantized[ch], 0, block[ch], filled, part);
            }
            filled += part;
            done += part;
            if (filled == BLOCK) {
                writeFrame();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        if (filled > 0) {
            writeFrame();
        }
        ByteBuffer header = streamInfo();
        channel.position(8);
        writeFully(header);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void writeFrame() throws IOException {
        int count = filled;
        filled = 0;
        Md5.interleave(block, block.length, count, sampleBytes, interleaved);
        md5.update(interleaved, 0, count * block.length * sampleBytes);
        out.clear();
        if (block.length == 2) {
            writeStereo(count);
        } else {
            writeFrameHeader(count, block.length - 1);
            for (int ch = 0; ch < block.length; ch++) {
                subframes[ch].choose(block[ch], count, bits);
                subframes[ch].write(out);
            }
        }
        out.alignToByte();
        int crc = Crc.crc16(0, out.bytes(), 0, out.size());
        out.write(crc, 16);
        out.alignToByte();
        writeFully(ByteBuffer.wrap(out.bytes(), 0, out.size()));
        smallestFrame = Math.min(smallestFrame, out.size());
        largestFrame = Math.max(largestFrame, out.size());
        frames += count;
        frameNumber++;
    }

    /// Codes left, right, mid and side, and keeps the cheapest pair that gives both channels back.
    private void writeStereo(int count) {
        for (int i = 0; i < count; i++) {
            mid[i] = (block[0][i] + block[1][i]) >> 1;
            side[i] = block[0][i] - block[1][i];
        }
        long left = subframes[0].choose(block[0], count, bits);
        long right = subframes[1].choose(block[1], count, bits);
        long middle = midFrame.choose(mid, count, bits);
        long difference = sideFrame.choose(side, count, bits + 1);
        long best = Math.min(Math.min(left + right, middle + difference), Math.min(left, right) + difference);
        if (best == left + right) {
            writePair(count, 1, subframes[0], subframes[1]);
        } else if (best == middle + difference) {
            writePair(count, 10, midFrame, sideFrame);
        } else if (best == left + difference) {
            writePair(count, 8, subframes[0], sideFrame);
        } else {
            writePair(count, 9, sideFrame, subframes[1]);
        }
    }

    private void writePair(int count, int channelCode, Subframe first, Subframe second) {
        writeFrameHeader(count, channelCode);
        first.write(out);
        second.write(out);
    }

    private void writeFrameHeader(int count, int channelCode) {
        out.write(0xFFF8, 16);
        out.write(count == BLOCK ? 12 : 7, 4);
        out.write(rateCode(format.sampleRate()), 4);
        out.write(channelCode, 4);
        out.write(sizeCode(bits), 3);
        out.write(0, 1);
        writeNumber(frameNumber);
        if (count != BLOCK) {
            out.write(count - 1, 16);
        }
        out.alignToByte();
        out.write(Crc.crc8(out.bytes(), 0, out.size()), 8);
    }

    /// As UTF-8 codes a character, up to 36 bits.
    private void writeNumber(long number) {
        if (number < 0x80) {
            out.write((int) number, 8);
            return;
        }
        int more = (Long.SIZE - Long.numberOfLeadingZeros(number) - 2) / 5;
        out.write(0xFF00 >> (more + 1) & 0xFF | (int) (number >>> (6 * more)), 8);
        for (int i = more - 1; i >= 0; i--) {
            out.write(0x80 | (int) (number >>> (6 * i)) & 0x3F, 8);
        }
    }

    private static int sizeCode(int bits) {
        return switch (bits) {
            case 8 -> 1;
            case 16 -> 4;
            case 20 -> 5;
            default -> 6;
        };
    }

    private static int rateCode(int rate) {
        return switch (rate) {
            case 88_200 -> 1;
            case 176_400 -> 2;
            case 192_000 -> 3;
            case 8_000 -> 4;
            case 16_000 -> 5;
            case 22_050 -> 6;
            case 24_000 -> 7;
            case 32_000 -> 8;
            case 44_100 -> 9;
            case 48_000 -> 10;
            case 96_000 -> 11;
            default -> 0;
        };
    }

    private ByteBuffer metadata() {
        byte[] vendor = VENDOR.getBytes(StandardCharsets.UTF_8);
        int commentBytes = 8 + vendor.length;
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 + 34 + 4 + commentBytes + 4 + PADDING_BYTES);
        bytes.put("fLaC".getBytes(StandardCharsets.ISO_8859_1));
        bytes.putInt(34).position(42);
        bytes.putInt(4 << 24 | commentBytes);
        bytes.putInt(Integer.reverseBytes(vendor.length)).put(vendor).putInt(0);
        bytes.putInt(0x81 << 24 | PADDING_BYTES);
        return bytes.position(0);
    }

    private ByteBuffer streamInfo() {
        ByteBuffer info = ByteBuffer.allocate(34);
        info.putShort((short) BLOCK).putShort((short) BLOCK);
        putInt24(info, smallestFrame == Integer.MAX_VALUE ? 0 : smallestFrame);
        putInt24(info, largestFrame);
        info.putLong((long) format.sampleRate() << 44
                | (long) (format.channels() - 1) << 41
                | (long) (bits - 1) << 36
                | frames & 0xF_FFFF_FFFFL);
        return info.put(md5.digest()).flip();
    }

    private static void putInt24(ByteBuffer buffer, int value) {
        buffer.put((byte) (value >> 16)).putShort((short) value);
    }

    private void writeFully(ByteBuffer rest) throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
