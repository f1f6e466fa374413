package studio.headroom.files.audio.ogg;

/// Vorbis and Opus put the speakers of surround sound into another order than WAV files.
final class ChannelOrder {
    /// For 1 to 8 channels: which channel of the coding is channel n of a WAV file.
    private static final int[][] WAV_FROM_VORBIS = {
        {0},
        {0, 1},
        {0, 2, 1},
        {0, 1, 2, 3},
        {0, 2, 1, 3, 4},
        {0, 2, 1, 5, 3, 4},
        {0, 2, 1, 6, 5, 3, 4},
        {0, 2, 1, 7, 5, 6, 3, 4}
    };

    private ChannelOrder() {}

    static int[] wavFromVorbis(int channels) {
        if (channels <= WAV_FROM_VORBIS.length) {
            return WAV_FROM_VORBIS[channels - 1];
        }
        int[] same = new int[channels];
        for (int i = 0; i < channels; i++) {
            same[i] = i;
        }
        return same;
    }
}
