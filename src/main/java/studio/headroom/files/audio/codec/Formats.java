package studio.headroom.files.audio.codec;

import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;

/// Builds an [AudioFormat] from what a header claims.
public final class Formats {
    private Formats() {}

    /// @throws AudioFileException when rate or channels are outside what Headroom reads, naming both
    public static AudioFormat check(Path path, double sampleRate, long channels) throws AudioFileException {
        double rate = Math.rint(sampleRate);
        if (!(rate >= 1 && rate <= AudioFormat.MAX_SAMPLE_RATE)) {
            throw new AudioFileException("'" + path + "' claims a sample rate of "
                    + (sampleRate == rate && Math.abs(rate) < 1e15 ? Long.toString((long) rate) : "" + sampleRate)
                    + " Hz; 1 Hz to " + AudioFormat.MAX_SAMPLE_RATE / 1000 + " kHz can be read.");
        }
        if (channels < 1 || channels > AudioFormat.MAX_CHANNELS) {
            throw new AudioFileException("'" + path + "' claims " + channels + " channels; 1 to "
                    + AudioFormat.MAX_CHANNELS + " can be read.");
        }
        return new AudioFormat((int) rate, (int) channels);
    }
}
