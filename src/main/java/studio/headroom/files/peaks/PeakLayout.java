package studio.headroom.files.peaks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;

/// Where what lies in a peak file. All numbers are little-endian.
///
/// ```
/// header (HEADER bytes)   magic, version, rate, channels, frames, bytes, modified, SHA-256, CRC-32 of all before
/// for each level          64, 256, 1024, 4096, 16384, 65536 frames a peak
///   for each channel
///     for each peak       minimum, maximum, RMS as binary16
/// ```
final class PeakLayout {
    static final int LEVELS = 6;

    /// Minimum, maximum, RMS.
    static final int VALUES = 3;

    static final int PEAK_BYTES = VALUES * Short.BYTES;

    /// Frames of the coarsest peak, and of a step of building: after each, all levels are complete that far.
    static final int CHUNK = 1 << 16;

    /// Two days at 48 kHz. A longer file is refused before anything is made for it.
    static final long MAX_FRAMES = 1L << 33;

    static final int HEADER = 88;

    private static final long MAGIC =
            ByteBuffer.wrap("HRMPEAKS".getBytes(StandardCharsets.US_ASCII)).getLong();
    private static final int VERSION = 1;
    private static final int CRC_AT = HEADER - Integer.BYTES;

    private final PeakKey key;
    private final long[] levelAt = new long[LEVELS + 1];

    /// @throws FileException when the sound is too long or has no possible format
    PeakLayout(PeakKey key) throws FileException {
        if (key.frames() < 0
                || key.frames() > MAX_FRAMES
                || key.channels() < 1
                || key.channels() > AudioFormat.MAX_CHANNELS) {
            throw new FileException("A sound of " + key.frames() + " frames and " + key.channels()
                    + " channels is more than can be drawn. Import it in parts.");
        }
        this.key = key;
        levelAt[0] = HEADER;
        for (int level = 0; level < LEVELS; level++) {
            levelAt[level + 1] = levelAt[level] + peaks(level) * key.channels() * PEAK_BYTES;
        }
    }

    /// Base 2 logarithm of the frames of a peak.
    static int shift(int level) {
        return 6 + 2 * level;
    }

    /// The coarsest level with at least two peaks a pixel, so that a column is at most half a pixel wider on each side;
    /// the finest where there is none.
    static int level(double framesPerPixel) {
        int level = 0;
        while (level + 1 < LEVELS && 2L << shift(level + 1) <= framesPerPixel) {
            level++;
        }
        return level;
    }

    PeakKey key() {
        return key;
    }

    /// How many peaks a channel has at a level.
    long peaks(int level) {
        return (key.frames() + (1L << shift(level)) - 1) >> shift(level);
    }

    /// The place of a peak in the file.
    long position(int level, int channel, long peak) {
        return levelAt[level] + (channel * peaks(level) + peak) * PEAK_BYTES;
    }

    /// The length of the file.
    long bytes() {
        return levelAt[LEVELS];
    }

    byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putLong(MAGIC);
        header.order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(VERSION).putInt(key.sampleRate()).putInt(key.channels()).putInt(0);
        header.putLong(key.frames())
                .putLong(key.bytes())
                .putLong(key.modified())
                .put(key.hash());
        CRC32 crc = new CRC32();
        crc.update(header.array(), 0, CRC_AT);
        header.putInt(CRC_AT, (int) crc.getValue());
        return header.array();
    }
}
