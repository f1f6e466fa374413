package studio.headroom.files.audio.aac;

import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.FileBytes;

/// AAC as a row of frames, each with a header of its own (ISO 13818-7, 6.2).
final class AdtsPackets implements AacPackets {
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350
    };

    private final FileBytes file;
    private final byte[] config;
    private final int rate;
    private long position;

    AdtsPackets(FileBytes file, long start) throws FileException {
        this.file = file;
        this.position = start;
        byte[] head = file.bytes(start, 7);
        int profile = (head[2] >> 6 & 3) + 1;
        int rateIndex = head[2] >> 2 & 15;
        int channels = (head[2] & 1) << 2 | head[3] >> 6 & 3;
        this.rate = RATES[rateIndex];
        this.config =
                new byte[] {(byte) (profile << 3 | rateIndex >> 1), (byte) ((rateIndex & 1) << 7 | channels << 3)};
    }

    /// Whether frames follow each other from `start` on.
    static boolean matches(FileBytes file, long start) throws FileException {
        long at = start;
        for (int frames = 0; frames < 3; frames++) {
            int size = frameSize(file, at);
            if (size == 0) {
                return frames > 0 && at == file.size();
            }
            at += size;
        }
        return true;
    }

    /// The length of the frame at `at` with its header, or 0 where there is none.
    private static int frameSize(FileBytes file, long at) throws FileException {
        byte[] h = new byte[7];
        if (file.read(at, h, 0, 7) < 7
                || (h[0] & 0xFF) != 0xFF
                || (h[1] & 0xF6) != 0xF0
                || (h[2] >> 2 & 15) >= RATES.length) {
            return 0;
        }
        int size = (h[3] & 3) << 11 | (h[4] & 0xFF) << 3 | (h[5] & 0xFF) >> 5;
        return size < 7 ? 0 : size;
    }

    @Override
    public String container() {
        return "ADTS";
    }

    @Override
    public byte[] config() {
        return config;
    }

    /// The first frame of a decoder only fades in.
    @Override
    public long start() {
        return 1024;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public long timescale() {
        return rate;
    }

    @Override
    public byte @Nullable [] next() throws FileException {
        if (position >= file.size()) {
            return null;
        }
        int size = frameSize(file, position);
        if (size == 0) {
            byte[] tag = new byte[3];
            file.read(position, tag, 0, 3);
            if (tag[0] == 'T' && tag[1] == 'A' && tag[2] == 'G' && file.size() - position == 128) {
                return null;
            }
            throw AudioFileException.damaged(file.path(), "something in it is no sound, at byte " + position);
        }
        byte[] head = file.bytes(position, 7);
        if ((head[6] & 3) != 0) {
            throw AudioFileException.unsupported(file.path(), "it packs several AAC frames together");
        }
        int header = (head[1] & 1) == 0 ? 9 : 7;
        if (size <= header) {
            throw AudioFileException.damaged(file.path(), "a frame of it is empty");
        }
        byte[] packet = file.bytes(position + header, size - header);
        position += size;
        return packet;
    }
}
