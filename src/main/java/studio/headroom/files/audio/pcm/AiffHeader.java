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

/// Reads the chunks of AIFF 1.3 and AIFC files.
final class AiffHeader {
    /// What SoX writes into a pipe.
    private static final long SOX_UNKNOWN_SIZE = 0x7F00_0000L;
    private static final int MAX_CHUNKS = 10_000;

    private final FileBytes file;
    private final long formSize;
    private final boolean compressed;
    private @Nullable Common common;
    private long dataOffset = -1;
    private long dataSize;

    private record Common(AudioFormat format, long frames, SampleFormat samples, boolean bigEndian, boolean unsigned) {}

    private AiffHeader(FileBytes file) throws FileException {
        this.file = file;
        this.formSize =
                Integer.toUnsignedLong(file.buffer(4, 4, ByteOrder.BIG_ENDIAN).getInt());
        this.compressed = file.fourCc(8).equals("AIFC");
    }

    static boolean matches(byte[] start) {
        if (start.length < 12) {
            return false;
        }
        String id = new String(start, 0, 4, StandardCharsets.ISO_8859_1);
        String form = new String(start, 8, 4, StandardCharsets.ISO_8859_1);
        return id.equals("FORM") && (form.equals("AIFF") || form.equals("AIFC"));
    }

    static boolean matches(FileBytes file) throws FileException {
        return matches(file.bytes(0, (int) Math.min(12, file.size())));
    }

    static PcmLayout read(FileBytes file) throws FileException {
        AiffHeader header = new AiffHeader(file);
        header.readChunks();
        return header.layout();
    }

    private void readChunks() throws FileException {
        long at = 12;
        for (int chunks = 0; at <= file.size() - 8 && (dataOffset < 0 || common == null); chunks++) {
            if (chunks == MAX_CHUNKS) {
                throw AudioFileException.damaged(file.path(), "it has more than " + MAX_CHUNKS + " chunks");
            }
            String id = file.fourCc(at);
            long size = Integer.toUnsignedLong(
                    file.buffer(at + 4, 4, ByteOrder.BIG_ENDIAN).getInt());
            if (id.equals("SSND") && dataOffset < 0) {
                size = readSound(at + 8, size);
            } else if (size > file.size() - at - 8) {
                throw AudioFileException.damaged(
                        file.path(),
                        "its chunk '" + WavHeader.printable(id) + "' claims " + size + " bytes, "
                                + (file.size() - at - 8) + " are there");
            } else if (id.equals("COMM") && common == null) {
                common = readCommon(at + 8, size);
            }
            at += 8 + size + (size & 1);
        }
    }

    /// @return the size of the whole chunk
    private long readSound(long at, long claimed) throws FileException {
        long there = file.size() - at;
        boolean unknown = claimed == 0 && (formSize == 0 || formSize == 0xFFFF_FFFFL)
                || claimed == 0xFFFF_FFFFL
                || claimed == SOX_UNKNOWN_SIZE + 8 && claimed > there;
        long size = unknown ? there : claimed;
        if (size == 0) {
            dataOffset = at;
            return 0;
        }
        if (size < 8 || there < 8) {
            throw AudioFileException.damaged(file.path(), "its SSND chunk is too short");
        }
        if (size > there) {
            throw AudioFileException.damaged(
                    file.path(),
                    "it is cut short, " + (size - there) + " of " + size + " bytes of its sound are missing");
        }
        long offset =
                Integer.toUnsignedLong(file.buffer(at, 4, ByteOrder.BIG_ENDIAN).getInt());
        if (offset > size - 8) {
            throw AudioFileException.damaged(file.path(), "its sound is said to begin behind its end");
        }
        dataOffset = at + 8 + offset;
        dataSize = size - 8 - offset;
        return size;
    }

    private Common readCommon(long at, long size) throws FileException {
        if (size < (compressed ? 22 : 18)) {
            throw AudioFileException.damaged(file.path(), "its COMM chunk is too short");
        }
        ByteBuffer chunk = file.buffer(at, compressed ? 22 : 18, ByteOrder.BIG_ENDIAN);
        int channels = Short.toUnsignedInt(chunk.getShort());
        long frames = Integer.toUnsignedLong(chunk.getInt());
        int bits = Short.toUnsignedInt(chunk.getShort());
        double rate = extended(chunk.getShort(), chunk.getLong());
        AudioFormat format = Formats.check(file.path(), rate, channels);
        String coding = compressed ? file.fourCc(at + 18) : "NONE";
        return switch (coding) {
            case "NONE", "twos" -> new Common(format, frames, integer(bits), true, false);
            case "sowt" -> new Common(format, frames, integer(bits), false, false);
            case "raw " -> new Common(format, frames, SampleFormat.INT8, true, true);
            case "in24" -> new Common(format, frames, SampleFormat.INT24, true, false);
            case "in32" -> new Common(format, frames, SampleFormat.INT32, true, false);
            case "fl32", "FL32" -> new Common(format, frames, SampleFormat.FLOAT32, true, false);
            case "fl64", "FL64" -> new Common(format, frames, SampleFormat.FLOAT64, true, false);
            default ->
                throw AudioFileException.unsupported(
                        file.path(), "its AIFC coding '" + WavHeader.printable(coding) + "' is not PCM");
        };
    }

    private SampleFormat integer(int bits) throws AudioFileException {
        return switch ((bits + 7) / 8) {
            case 1 -> SampleFormat.INT8;
            case 2 -> SampleFormat.INT16;
            case 3 -> bits == SampleFormat.INT20.bits() ? SampleFormat.INT20 : SampleFormat.INT24;
            case 4 -> SampleFormat.INT32;
            default -> throw AudioFileException.unsupported(file.path(), "its samples have " + bits + " bits");
        };
    }

    private PcmLayout layout() throws AudioFileException {
        Common known = common;
        if (known == null) {
            throw AudioFileException.damaged(file.path(), "it has no COMM chunk, which says what the sound is");
        }
        if (dataOffset < 0 && known.frames() > 0) {
            throw AudioFileException.damaged(file.path(), "it has no SSND chunk, which holds the sound");
        }
        int frameBytes = known.format().channels() * known.samples().bytes();
        long there = dataSize / frameBytes;
        boolean unknown = known.frames() == 0 && formSize == 0 || known.frames() == SOX_UNKNOWN_SIZE / frameBytes;
        if (known.frames() > there && !unknown) {
            throw AudioFileException.damaged(
                    file.path(),
                    "it is cut short, " + (known.frames() - there) + " of " + known.frames() + " frames are missing");
        }
        return new PcmLayout(
                compressed ? "AIFC" : "AIFF",
                known.format(),
                known.samples(),
                known.bigEndian(),
                known.unsigned(),
                Math.max(0, dataOffset),
                unknown ? there : known.frames(),
                -1);
    }

    /// An 80-bit extended float: sign and exponent (bias 16383), then the mantissa with its leading 1.
    static double extended(short signAndExponent, long mantissa) {
        int exponent = signAndExponent & 0x7FFF;
        double unsigned = (mantissa >>> 1) * 2.0 + (mantissa & 1);
        double value = Math.scalb(unsigned, exponent - 16383 - 63);
        return signAndExponent < 0 ? -value : value;
    }
}
