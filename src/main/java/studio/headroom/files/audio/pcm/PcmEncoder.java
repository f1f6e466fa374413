package studio.headroom.files.audio.pcm;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.ReadingEncoder;
import studio.headroom.files.audio.codec.Requantizer;
import studio.headroom.files.audio.codec.SampleFormat;

/// Writes WAV, RF64, AIFF and AIFC files.
public final class PcmEncoder implements ReadingEncoder {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final int BUFFER_BYTES = 64 << 10;

    private final PcmContainer container;
    private final SampleFormat samples;
    private final FileChannel channel;
    private final Requantizer requantizer;
    private final int channels;
    private final int blockFrames;
    private final byte[] bytes;
    private final int[][] integers;
    private final int headerBytes;
    private final byte[] readBytes;
    private long dataBytes;

    private PcmEncoder(Path path, PcmContainer container, Requantizer requantizer) throws IOException {
        this.container = container;
        this.samples = container.samples();
        this.requantizer = requantizer;
        this.channels = container.format().channels();
        this.blockFrames = BUFFER_BYTES / (channels * samples.bytes());
        this.bytes = new byte[BUFFER_BYTES];
        this.integers = samples.floating() ? new int[0][] : new int[channels][blockFrames];
        this.readBytes = new byte[BUFFER_BYTES + PcmDecoder.SLACK];
        this.channel = FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        try {
            byte[] header = container.header(0);
            headerBytes = header.length;
            writeFully(header, 0, headerBytes);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// A WAV file that becomes RF64 when it grows beyond 4 GB.
    public static PcmEncoder wav(Path path, AudioFormat format, EncoderSettings settings) throws IOException {
        WavContainer container = WavContainer.of(format, settings.samples(), settings.broadcast());
        return new PcmEncoder(path, container, settings.effectiveRequantizer());
    }

    /// As [#wav], with another limit than 4 GB.
    static PcmEncoder wav(Path path, AudioFormat format, EncoderSettings settings, long riffLimit) throws IOException {
        return new PcmEncoder(
                path,
                new WavContainer(format, settings.samples(), riffLimit, new byte[0]),
                settings.effectiveRequantizer());
    }

    /// An AIFF file, or AIFC for float samples.
    public static PcmEncoder aiff(Path path, AudioFormat format, EncoderSettings settings) throws IOException {
        return new PcmEncoder(path, new AiffContainer(format, settings.samples()), settings.effectiveRequantizer());
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int part = Math.min(blockFrames, count - done);
            int size = part * channels * samples.bytes();
            if (size > container.maxDataBytes() - dataBytes) {
                throw new AudioFileException("The sound is too long: " + container.overflowAdvice());
            }
            if (samples.floating()) {
                encodeFloats(source, offset + done, part);
            } else {
                requantizer.quantize(source, offset + done, part, integers);
                encodeIntegers(part);
            }
            if (container.bigEndian()) {
                PcmDecoder.reverse(samples, bytes, 0, size);
            } else if (samples == SampleFormat.INT8) {
                PcmDecoder.toSigned(bytes, 0, size);
            }
            writeFully(bytes, 0, size);
            dataBytes += size;
            done += part;
        }
    }

    @Override
    public void readBack(long start, float[][] target, int offset, int count) throws IOException {
        int frameBytes = channels * samples.bytes();
        for (int done = 0; done < count; ) {
            int part = Math.min(blockFrames, count - done);
            int size = part * frameBytes;
            fill(headerBytes + (start + done) * frameBytes, size);
            if (container.bigEndian()) {
                PcmDecoder.reverse(samples, readBytes, 0, size);
            } else if (samples == SampleFormat.INT8) {
                PcmDecoder.toSigned(readBytes, 0, size);
            }
            PcmDecoder.decode(samples, readBytes, 0, channels, target, offset + done, part);
            done += part;
        }
    }

    private void fill(long position, int size) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(readBytes, 0, size);
        while (rest.hasRemaining()) {
            if (channel.read(rest, position + rest.position()) < 0) {
                throw new AudioFileException("The file does not hold what was written to it.");
            }
        }
    }

    private void encodeIntegers(int count) {
        int step = channels * samples.bytes();
        for (int ch = 0; ch < channels; ch++) {
            int[] from = integers[ch];
            int p = ch * samples.bytes();
            switch (samples) {
                case INT8 -> {
                    for (int i = 0; i < count; i++, p += step) {
                        bytes[p] = (byte) from[i];
                    }
                }
                case INT16 -> {
                    for (int i = 0; i < count; i++, p += step) {
                        SHORT.set(bytes, p, (short) from[i]);
                    }
                }
                case INT20 -> {
                    for (int i = 0; i < count; i++, p += step) {
                        SHORT.set(bytes, p, (short) (from[i] << 4));
                        bytes[p + 2] = (byte) (from[i] >> 12);
                    }
                }
                case INT24 -> {
                    for (int i = 0; i < count; i++, p += step) {
                        SHORT.set(bytes, p, (short) from[i]);
                        bytes[p + 2] = (byte) (from[i] >> 16);
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++, p += step) {
                        INT.set(bytes, p, from[i]);
                    }
                }
            }
        }
    }

    private void encodeFloats(float[][] source, int offset, int count) {
        int step = channels * samples.bytes();
        for (int ch = 0; ch < channels; ch++) {
            float[] from = source[ch];
            int p = ch * samples.bytes();
            if (samples == SampleFormat.FLOAT32) {
                for (int i = 0; i < count; i++, p += step) {
                    INT.set(bytes, p, Float.floatToRawIntBits(from[offset + i]));
                }
            } else {
                for (int i = 0; i < count; i++, p += step) {
                    LONG.set(bytes, p, Double.doubleToRawLongBits(from[offset + i]));
                }
            }
        }
    }

    @Override
    public void finish() throws IOException {
        if ((dataBytes & 1) != 0) {
            writeFully(new byte[1], 0, 1);
        }
        channel.position(0);
        byte[] header = container.header(dataBytes);
        writeFully(header, 0, header.length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void writeFully(byte[] from, int offset, int count) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(from, offset, count);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }
}
