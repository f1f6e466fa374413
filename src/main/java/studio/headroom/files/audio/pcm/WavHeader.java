package studio.headroom.files.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.Formats;
import studio.headroom.files.audio.codec.SampleFormat;

/// Reads the chunks of WAV (RIFF), RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088) files.
///
/// A data chunk that claims more than the file holds is an error, unless its size is one that programs write when they
/// cannot know it (into a pipe): then the sound goes on to the end of the file.
final class WavHeader {
    private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;
    /// What SoX writes into a pipe.
    private static final long SOX_UNKNOWN_SIZE = 0x7FFF_F000L;
    private static final int MAX_CHUNKS = 10_000;

    private static final int TAG_PCM = 1;
    private static final int TAG_FLOAT = 3;
    private static final int TAG_EXTENSIBLE = 0xFFFE;

    private final FileBytes file;
    private final String container;
    private final long riffSize;
    private @Nullable ByteBuffer ds64;
    private @Nullable Format fmt;
    private long dataOffset = -1;
    private long dataSize;
    private long timeReference = -1;

    private record Format(int tag, AudioFormat format, SampleFormat samples) {}

    private WavHeader(FileBytes file) throws FileException {
        this.file = file;
        this.container = switch (file.fourCc(0)) {
            case "RF64" -> "RF64";
            case "BW64" -> "BW64";
            default -> "WAV";
        };
        this.riffSize = uint(file.buffer(4, 4, ByteOrder.LITTLE_ENDIAN).getInt());
    }

    static boolean matches(byte[] start) {
        if (start.length < 12) {
            return false;
        }
        String id = new String(start, 0, 4, StandardCharsets.ISO_8859_1);
        String form = new String(start, 8, 4, StandardCharsets.ISO_8859_1);
        return form.equals("WAVE") && (id.equals("RIFF") || id.equals("RF64") || id.equals("BW64"));
    }

    static PcmLayout read(FileBytes file) throws FileException {
        if (!matches(file.bytes(0, (int) Math.min(12, file.size())))) {
            throw AudioFileException.damaged(file.path(), "its WAV header is incomplete");
        }
        WavHeader header = new WavHeader(file);
        header.readChunks();
        return header.layout();
    }

    private void readChunks() throws FileException {
        long at = 12;
        for (int chunks = 0; at <= file.size() - 8; chunks++) {
            if (chunks == MAX_CHUNKS) {
                if (dataOffset < 0) {
                    throw AudioFileException.damaged(file.path(), "it has more than " + MAX_CHUNKS + " chunks");
                }
                return;
            }
            String id = file.fourCc(at);
            long size = uint(file.buffer(at + 4, 4, ByteOrder.LITTLE_ENDIAN).getInt());
            if (id.equals("data") && dataOffset < 0) {
                dataOffset = at + 8;
                dataSize = sizeOfData(size);
                size = dataSize;
            } else if (size > file.size() - at - 8) {
                if (dataOffset >= 0) {
                    return; // The sound is complete; what follows it is not needed.
                }
                throw AudioFileException.damaged(
                        file.path(),
                        "its chunk '" + printable(id) + "' claims " + size + " bytes, " + (file.size() - at - 8)
                                + " are there");
            } else {
                readChunk(id, at + 8, size);
            }
            at += 8 + size + (size & 1);
        }
    }

    private void readChunk(String id, long at, long size) throws FileException {
        switch (id) {
            case "fmt " -> {
                if (fmt == null) {
                    fmt = readFormat(at, size);
                }
            }
            case "ds64" -> {
                if (size < 24) {
                    throw AudioFileException.damaged(file.path(), "its ds64 chunk is too short");
                }
                ds64 = file.buffer(at, 24, ByteOrder.LITTLE_ENDIAN);
            }
            case "bext" -> {
                // EBU Tech 3285: description 256, originator 32, its reference 32, date 10, time 8, then 64 bits.
                if (size >= 346) {
                    timeReference = Math.max(
                            -1,
                            file.buffer(at + 338, 8, ByteOrder.LITTLE_ENDIAN).getLong());
                }
            }
            default -> {}
        }
    }

    private Format readFormat(long at, long size) throws FileException {
        if (size < 16) {
            throw AudioFileException.damaged(file.path(), "its fmt chunk is too short");
        }
        ByteBuffer chunk = file.buffer(at, (int) Math.min(size, 40), ByteOrder.LITTLE_ENDIAN);
        int tag = Short.toUnsignedInt(chunk.getShort());
        int channels = Short.toUnsignedInt(chunk.getShort());
        long rate = uint(chunk.getInt());
        chunk.getInt();
        int frameBytes = Short.toUnsignedInt(chunk.getShort());
        int bits = Short.toUnsignedInt(chunk.getShort());
        int valid = bits;
        if (tag == TAG_EXTENSIBLE && chunk.capacity() >= 40) {
            valid = Short.toUnsignedInt(chunk.getShort(18));
            tag = Short.toUnsignedInt(chunk.getShort(24));
        }
        AudioFormat format = Formats.check(file.path(), rate, channels);
        if (tag != TAG_PCM && tag != TAG_FLOAT) {
            throw AudioFileException.unsupported(
                    file.path(), "its WAV coding 0x" + Integer.toHexString(tag) + " is not PCM");
        }
        SampleFormat samples = samples(tag, bits, valid, channels, frameBytes);
        return new Format(tag, format, samples);
    }

    /// By the room that a sample takes; fewer valid bits lie at its top.
    private SampleFormat samples(int tag, int bits, int valid, int channels, int frameBytes) throws AudioFileException {
        int bytes = (bits + 7) / 8;
        if (frameBytes != bytes * channels) {
            throw AudioFileException.damaged(
                    file.path(),
                    "its header says " + channels + " channels of " + bits + " bits but " + frameBytes
                            + " bytes for each frame");
        }
        if (tag == TAG_FLOAT && (bits == 32 || bits == 64)) {
            return bits == 32 ? SampleFormat.FLOAT32 : SampleFormat.FLOAT64;
        }
        return switch (tag == TAG_PCM ? bytes : 0) {
            case 1 -> SampleFormat.INT8;
            case 2 -> SampleFormat.INT16;
            case 3 -> valid == SampleFormat.INT20.bits() ? SampleFormat.INT20 : SampleFormat.INT24;
            case 4 -> SampleFormat.INT32;
            default -> throw AudioFileException.unsupported(file.path(), "its samples have " + bits + " bits");
        };
    }

    private long sizeOfData(long claimed) throws AudioFileException {
        long there = file.size() - dataOffset;
        ByteBuffer wide = claimed == UNKNOWN_SIZE ? ds64 : null;
        long size = wide == null ? claimed : wide.getLong(8);
        if (size == UNKNOWN_SIZE && wide == null
                || size == SOX_UNKNOWN_SIZE && size > there
                || size == 0 && !coversFile(wide)) {
            return there;
        }
        if (size < 0 || size > there) {
            throw AudioFileException.damaged(
                    file.path(),
                    "it is cut short, " + (size < 0 ? "nearly all" : size - there + " of " + size + " bytes")
                            + " of its sound are missing");
        }
        return size;
    }

    /// Whether the header accounts for all bytes of the file, so that an empty data chunk is meant to be empty.
    private boolean coversFile(@Nullable ByteBuffer wide) {
        long whole = wide == null ? riffSize : wide.getLong(0);
        return whole != UNKNOWN_SIZE && whole + 8 >= file.size() - 1;
    }

    private PcmLayout layout() throws FileException {
        Format known = fmt;
        if (known == null || dataOffset < 0) {
            throw AudioFileException.damaged(
                    file.path(),
                    known == null
                            ? "it has no fmt chunk, which says what the sound is"
                            : "it has no data chunk, which holds the sound");
        }
        int frameBytes = known.format().channels() * known.samples().bytes();
        return new PcmLayout(
                container,
                known.format(),
                known.samples(),
                false,
                known.samples() == SampleFormat.INT8,
                dataOffset,
                dataSize / frameBytes,
                timeReference);
    }

    private static long uint(int value) {
        return Integer.toUnsignedLong(value);
    }

    static String printable(String id) {
        return id.replaceAll("[^ -~]", "?");
    }
}
