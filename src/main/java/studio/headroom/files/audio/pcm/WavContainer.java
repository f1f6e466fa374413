package studio.headroom.files.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.Broadcast;
import studio.headroom.files.audio.codec.SampleFormat;

/// A WAV header that keeps room for the 64-bit sizes of RF64 (EBU Tech 3306): up to `riffLimit` bytes it is a WAV
/// file with a JUNK chunk, beyond it becomes an RF64 file with a ds64 chunk in the same place.
///
/// More than two channels get WAVE_FORMAT_EXTENSIBLE with a channel mask, and so do samples that do not fill their
/// bytes,
/// with the number of valid bits; all others keep the short header that every program reads.
///
/// @param broadcast whole `bext` and `iXML` chunks, or nothing
record WavContainer(AudioFormat format, SampleFormat samples, long riffLimit, byte[] broadcast)
        implements PcmContainer {
    private static final int DS64_BYTES = 28;
    /// Where a `bext` chunk lies.
    static final int BROADCAST_AT = 12 + 8 + DS64_BYTES;

    private static final int EXTENSIBLE_BYTES = 40;
    /// Speakers of 1 to 8 channels in the order of the WAV format: mono, stereo, 3.0, quad, 5.0, 5.1, 6.1, 7.1.
    private static final int[] MASKS = {0x4, 0x3, 0x7, 0x33, 0x37, 0x3F, 0x13F, 0x63F};
    /// The last 14 bytes of KSDATAFORMAT_SUBTYPE_PCM and _IEEE_FLOAT.
    private static final byte[] SUBTYPE = {
        0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    /// A WAV file that turns into RF64 where WAV ends, at 4 GB.
    static WavContainer of(AudioFormat format, SampleFormat samples) {
        return of(format, samples, null);
    }

    /// The same with what it says of itself as Broadcast Wave, or null.
    static WavContainer of(AudioFormat format, SampleFormat samples, @Nullable Broadcast broadcast) {
        byte[] chunks = broadcast == null ? new byte[0] : chunks(broadcast, format, samples);
        return new WavContainer(format, samples, 0xFFFF_FFFEL, chunks);
    }

    private static byte[] chunks(Broadcast broadcast, AudioFormat format, SampleFormat samples) {
        byte[] bext = BroadcastChunk.bytes(broadcast);
        byte[] ixml = IxmlChunk.bytes(broadcast, format, samples);
        return ByteBuffer.allocate(bext.length + ixml.length)
                .put(bext)
                .put(ixml)
                .array();
    }

    @Override
    public long maxDataBytes() {
        return Long.MAX_VALUE / 2;
    }

    @Override
    public String overflowAdvice() {
        return "";
    }

    @Override
    public boolean bigEndian() {
        return false;
    }

    @Override
    public byte[] header(long dataBytes) {
        boolean extensible = format.channels() > 2 || samples.bits() < 8 * samples.bytes();
        boolean fact = samples.floating() || extensible;
        int formatBytes = extensible ? EXTENSIBLE_BYTES : samples.floating() ? 18 : 16;
        int length = BROADCAST_AT + broadcast.length + 8 + formatBytes + (fact ? 12 : 0) + 8;
        long riffBytes = length - 8 + dataBytes + (dataBytes & 1);
        long frames = dataBytes / ((long) format.channels() * samples.bytes());
        boolean wide = riffBytes > riffLimit;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        put(header, wide ? "RF64" : "RIFF").putInt(wide ? -1 : (int) riffBytes);
        put(header, "WAVE");
        put(header, wide ? "ds64" : "JUNK").putInt(DS64_BYTES);
        header.putLong(wide ? riffBytes : 0)
                .putLong(wide ? dataBytes : 0)
                .putLong(wide ? frames : 0)
                .putInt(0);
        header.put(broadcast);
        putFormat(header, formatBytes);
        if (fact) {
            put(header, "fact").putInt(4).putInt(wide ? -1 : (int) frames);
        }
        put(header, "data").putInt(wide ? -1 : (int) dataBytes);
        return header.array();
    }

    private void putFormat(ByteBuffer header, int formatBytes) {
        int frameBytes = format.channels() * samples.bytes();
        short tag = (short) (samples.floating() ? 3 : 1);
        put(header, "fmt ").putInt(formatBytes);
        header.putShort(formatBytes == EXTENSIBLE_BYTES ? (short) 0xFFFE : tag);
        header.putShort((short) format.channels()).putInt(format.sampleRate());
        header.putInt((int) Math.min(0xFFFF_FFFFL, (long) format.sampleRate() * frameBytes));
        header.putShort((short) frameBytes).putShort((short) (8 * samples.bytes()));
        if (formatBytes == 18) {
            header.putShort((short) 0);
        } else if (formatBytes == EXTENSIBLE_BYTES) {
            int mask = format.channels() <= MASKS.length ? MASKS[format.channels() - 1] : 0;
            header.putShort((short) 22)
                    .putShort((short) samples.bits())
                    .putInt(mask)
                    .putShort(tag)
                    .put(SUBTYPE);
        }
    }

    private static ByteBuffer put(ByteBuffer buffer, String id) {
        return buffer.put(id.getBytes(StandardCharsets.ISO_8859_1));
    }
}
