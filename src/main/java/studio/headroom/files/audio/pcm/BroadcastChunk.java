package studio.headroom.files.audio.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.Broadcast;

/// The `bext` chunk of Broadcast Wave, version 2 (EBU Tech 3285, 2011), with its loudness fields. The writer puts it
/// right
/// behind the room for RF64.
public final class BroadcastChunk {
    private static final int DESCRIPTION = 256;
    private static final int ORIGINATOR = 32;
    private static final int DATE = 10;
    private static final int VERSION_AT = 346;
    private static final int LOUDNESS_AT = 412;
    private static final int FIXED = 602;
    /// What stands where a figure is not known.
    private static final short UNKNOWN = 0x7FFF;

    private BroadcastChunk() {}

    /// The chunk with its header, of an even number of bytes; its loudness is not known yet.
    static byte[] bytes(Broadcast broadcast) {
        byte[] history = latin(broadcast.codingHistory());
        int size = FIXED + history.length;
        ByteBuffer chunk = ByteBuffer.allocate(8 + size + (size & 1)).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(latin("bext")).putInt(size);
        put(chunk, 8, latin(broadcast.description()), DESCRIPTION);
        put(chunk, 8 + DESCRIPTION, latin(broadcast.originator()), ORIGINATOR);
        put(chunk, 8 + DESCRIPTION + 2 * ORIGINATOR, latin(broadcast.date()), DATE);
        chunk.putShort(8 + VERSION_AT, (short) 2);
        for (int i = 0; i < 5; i++) {
            chunk.putShort(8 + LOUDNESS_AT + 2 * i, UNKNOWN);
        }
        put(chunk, 8 + FIXED, history, history.length);
        return chunk.array();
    }

    private static void put(ByteBuffer chunk, int at, byte[] text, int most) {
        chunk.put(at, text, 0, Math.min(text.length, most));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Writes what was measured into a file that the writer of this program made; does nothing to one without the
    /// chunk.
    ///
    /// @throws FileException when the file cannot be written
    public static void setLoudness(Path file, LoudnessReport report) throws FileException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer id = ByteBuffer.allocate(4);
            channel.read(id, WavContainer.BROADCAST_AT);
            if (!new String(id.array(), StandardCharsets.ISO_8859_1).equals("bext")) {
                return;
            }
            ByteBuffer figures = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : new double[] {
                report.integratedLufs(),
                report.loudnessRangeLu(),
                report.truePeakDbtp(),
                report.maxMomentaryLufs(),
                report.maxShortTermLufs()
            }) {
                figures.putShort(hundredths(value));
            }
            figures.flip();
            long at = WavContainer.BROADCAST_AT + 8 + LOUDNESS_AT;
            while (figures.hasRemaining()) {
                at += channel.write(figures, at);
            }
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
    }

    private static short hundredths(double value) {
        return Math.abs(value) <= 99.99 ? (short) Math.round(value * 100) : UNKNOWN;
    }
}
