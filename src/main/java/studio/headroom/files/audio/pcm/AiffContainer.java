package studio.headroom.files.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.SampleFormat;

/// An AIFF header for integers, an AIFC header for floats.
record AiffContainer(AudioFormat format, SampleFormat samples) implements PcmContainer {
    private static final int AIFC_VERSION = 0xA280_5140;

    @Override
    public long maxDataBytes() {
        return 0xFFFF_FFFFL - 200;
    }

    @Override
    public String overflowAdvice() {
        return "AIFF ends at 4 GB. Write a .wav file, which goes on as RF64.";
    }

    @Override
    public boolean bigEndian() {
        return true;
    }

    @Override
    public byte[] header(long dataBytes) {
        byte[] name = (samples == SampleFormat.FLOAT64 ? "64-bit float" : "32-bit float")
                .getBytes(StandardCharsets.ISO_8859_1);
        int nameBytes = (1 + name.length + 1) & ~1;
        int commonBytes = samples.floating() ? 22 + nameBytes : 18;
        int length = 12 + (samples.floating() ? 12 : 0) + 8 + commonBytes + 16;
        long frames = dataBytes / ((long) format.channels() * samples.bytes());
        ByteBuffer header = ByteBuffer.allocate(length);
        put(header, "FORM").putInt((int) (length - 8 + dataBytes + (dataBytes & 1)));
        put(header, samples.floating() ? "AIFC" : "AIFF");
        if (samples.floating()) {
            put(header, "FVER").putInt(4).putInt(AIFC_VERSION);
        }
        put(header, "COMM").putInt(commonBytes);
        header.putShort((short) format.channels()).putInt((int) frames).putShort((short) samples.bits());
        putExtended(header, format.sampleRate());
        if (samples.floating()) {
            put(header, samples == SampleFormat.FLOAT64 ? "fl64" : "fl32");
            header.put((byte) name.length).put(name).position(header.position() + nameBytes - 1 - name.length);
        }
        put(header, "SSND").putInt((int) (dataBytes + 8)).putInt(0).putInt(0);
        return header.array();
    }

    private static void putExtended(ByteBuffer header, int value) {
        int shift = Integer.numberOfLeadingZeros(value);
        header.putShort((short) (16383 + 31 - shift)).putLong((long) value << (32 + shift));
    }

    private static ByteBuffer put(ByteBuffer buffer, String id) {
        return buffer.put(id.getBytes(StandardCharsets.ISO_8859_1));
    }
}
