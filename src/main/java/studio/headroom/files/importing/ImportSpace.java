package studio.headroom.files.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.headroom.dsp.resample.ResampledStream;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileInfo;

/// How much room an import takes, before it begins.
final class ImportSpace {
    private static final long SPARE_BYTES = 16L << 20;
    /// What a lossy file of unknown length may grow to, as a multiple of its bytes.
    private static final int LOSSY_GROWTH = 40;

    private ImportSpace() {}

    /// @param place a folder on the disk that is written to
    /// @param sampleRate that the sounds are brought to
    /// @throws FileException with the cure, when there is not enough
    static void require(Path place, List<AudioFileInfo> infos, int sampleRate) throws IOException {
        long needed = SPARE_BYTES;
        for (AudioFileInfo info : infos) {
            needed += bytes(info, sampleRate);
        }
        long free = Files.getFileStore(place).getUsableSpace();
        if (needed > free) {
            throw new FileException(String.format(
                    Locale.ROOT,
                    "There is not enough room for the import in '%s': it takes about %d MB, and %d MB are free. Free some"
                            + " space or choose another folder.",
                    place,
                    (needed >> 20) + 1,
                    free >> 20));
        }
    }

    private static long bytes(AudioFileInfo info, int sampleRate) throws IOException {
        if (info.frames() < 0) {
            return LOSSY_GROWTH * Files.size(info.path());
        }
        return frames(info, sampleRate)
                * info.format().channels()
                * StemConverter.storedAs(info, sampleRate).bytes();
    }

    /// Frames at the new rate; 0 where the length is not known.
    static long frames(AudioFileInfo info, int sampleRate) {
        return ResampledStream.frames(Math.max(0, info.frames()), info.format().sampleRate(), sampleRate);
    }
}
