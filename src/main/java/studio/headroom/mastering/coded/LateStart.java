package studio.headroom.mastering.coded;

import java.io.IOException;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;

/// Where a file that begins within a song lies, once it is converted back to the song's rate. Its first frame is the
/// one
/// of its own rate that is nearest to where the song was cut, so mostly some part of a frame beside it. Led in by so
/// much
/// silence that it begins where both rates have a frame, it is converted onto the song's frames.
///
/// @param silence frames of the file's rate before it
/// @param skip frames of the song's rate to leave out of what comes then
record LateStart(int silence, long skip) {
    static final LateStart NONE = new LateStart(0, 0);

    /// @param from the first frame of the part, of the song's rate; rounded to the file's rate as [Trim] does
    static LateStart of(long from, int songRate, int fileRate) {
        if (from == 0 || songRate == fileRate) {
            return NONE;
        }
        int common = greatestCommonDivisor(songRate, fileRate);
        int step = fileRate / common;
        long begin = Math.round(from * ((double) fileRate / songRate));
        // One step more, so that nothing has to be made up before the first frame.
        int silence = (int) (begin % step) + step;
        return new LateStart(silence, from - (begin - silence) / step * (songRate / common));
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /// The file led in by the silence; closing it closes the file's stream.
    SampleStream lead(SampleStream file) {
        return silence == 0 ? file : new Led(file, silence);
    }

    private static final class Led implements SampleStream {
        private final SampleStream file;
        private final int silence;
        private int left;

        Led(SampleStream file, int silence) {
            this.file = file;
            this.silence = silence;
            left = silence;
        }

        @Override
        public AudioFormat format() {
            return file.format();
        }

        @Override
        public long expectedFrames() {
            long frames = file.expectedFrames();
            return frames < 0 ? frames : frames + silence;
        }

        @Override
        public int read(float[][] target, int offset, int count) throws IOException {
            if (left == 0) {
                return file.read(target, offset, count);
            }
            int given = Math.min(left, count);
            for (float[] row : target) {
                Arrays.fill(row, offset, offset + given, 0f);
            }
            left -= given;
            return given;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
