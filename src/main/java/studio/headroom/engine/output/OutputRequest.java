package studio.headroom.engine.output;

/// How a device is to be opened.
///
/// @param sampleRate of the song, in Hz
/// @param blockFrames frames of one write, 16 to 16384
/// @param blocks how many blocks the line holds, 2 or more: what is written is heard that much later at most
/// @param firstChannel where the left channel goes, 0 for the first of the device; the right one goes to the next
/// @param bits 16, 24 or 32, or 0 for the most that the device takes
public record OutputRequest(int sampleRate, int blockFrames, int blocks, int firstChannel, int bits) {
    /// Four blocks: as many as a short pause of the machine may take without being heard.
    public static final int BLOCKS = 4;

    public OutputRequest {
        if (sampleRate < 1 || blockFrames < 16 || blockFrames > 16_384 || blocks < 2 || firstChannel < 0) {
            throw new IllegalArgumentException("no device opens with " + sampleRate + " Hz, " + blocks + " blocks of "
                    + blockFrames + " frames, channel " + firstChannel);
        }
        if (bits != 0 && bits != 16 && bits != 24 && bits != 32) {
            throw new IllegalArgumentException("no device plays " + bits + " bits");
        }
    }

    /// The first pair of channels, the best format.
    public static OutputRequest of(int sampleRate, int blockFrames) {
        return new OutputRequest(sampleRate, blockFrames, BLOCKS, 0, 0);
    }
}
