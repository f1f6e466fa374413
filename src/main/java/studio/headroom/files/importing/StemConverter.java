package studio.headroom.files.importing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.resample.ResampledStream;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.files.project.Sha256;

/// Turns one sound file into a WAV file of the project's rate, in blocks, so that its length does not matter.
///
/// Sample formats are kept where nothing is lost and the rate stays: 16, 24 bit and 32-bit float as they are, 8 as
/// 16 and 20 as 24 bit. What has been computed anew (another rate, a lossy coding) and what is wider becomes 32-bit
/// float: what
/// the mix reads is then exactly what was decoded.
final class StemConverter {
    private static final int BLOCK = 16_384;

    private final int sampleRate;
    private final BooleanSupplier stop;

    /// @param stop asked before each block
    StemConverter(int sampleRate, BooleanSupplier stop) {
        this.sampleRate = sampleRate;
        this.stop = stop;
    }

    /// What was written, and what it holds.
    ///
    /// @param peak highest magnitude
    record Converted(Path file, int channels, long frames, boolean dualMono, double peak, String sha256) {}

    static SampleFormat storedAs(AudioFileInfo info, int sampleRate) {
        SampleFormat samples = info.samples();
        if (samples == null || info.format().sampleRate() != sampleRate) {
            return SampleFormat.FLOAT32;
        }
        return switch (samples) {
            case INT8, INT16 -> SampleFormat.INT16;
            case INT20, INT24 -> SampleFormat.INT24;
            default -> SampleFormat.FLOAT32;
        };
    }

    /// Converts a file.
    ///
    /// @param target that does not exist yet
    /// @param advanced told how many frames of the result were written
    /// @throws FileException naming the source, when it cannot be read, has no sound, or holds what is not a number
    /// @throws CancellationException when told to stop
    Converted convert(AudioFileInfo info, Path target, IntConsumer advanced) throws FileException {
        Path source = info.path();
        EncoderSettings settings = EncoderSettings.of(storedAs(info, sampleRate));
        int channels = info.format().channels();
        try (AudioFileStream file = AudioFiles.open(source);
                PcmEncoder encoder = PcmEncoder.wav(target, new AudioFormat(sampleRate, channels), settings)) {
            if (!file.format().equals(info.format())) {
                throw new FileException("'" + source + "' has changed while it was imported. Import it again.");
            }
            SampleStream stream = ResampledStream.of(file, sampleRate);
            Contents contents = new Contents(channels);
            float[][] block = new float[channels][BLOCK];
            while (true) {
                stopIfAsked();
                int count = read(stream, source, block);
                if (count < 0) {
                    break;
                }
                contents.add(block, count);
                encoder.write(block, 0, count);
                advanced.accept(count);
            }
            requireSound(source, contents.frames, file.invalidSamples());
            encoder.finish();
            return new Converted(
                    target,
                    channels,
                    contents.frames,
                    channels == 2 && contents.equalChannels,
                    contents.peak,
                    digest(target));
        } catch (IOException e) {
            throw FileException.writing(target.getParent() == null ? target : target.getParent(), e);
        }
    }

    /// Writes the first channel of a converted file.
    ///
    /// @param target that does not exist yet
    Converted foldToMono(Converted stereo, AudioFileInfo info, Path target) throws FileException {
        EncoderSettings settings = EncoderSettings.of(storedAs(info, sampleRate));
        try (AudioFileStream stream = AudioFiles.open(stereo.file());
                PcmEncoder encoder = PcmEncoder.wav(target, new AudioFormat(sampleRate, 1), settings)) {
            float[][] block = new float[2][BLOCK];
            for (int count = stream.read(block, 0, BLOCK); count > 0; count = stream.read(block, 0, BLOCK)) {
                stopIfAsked();
                encoder.write(block, 0, count);
            }
            encoder.finish();
            return new Converted(target, 1, stereo.frames(), true, stereo.peak(), digest(target));
        } catch (IOException e) {
            throw FileException.writing(target.getParent() == null ? target : target.getParent(), e);
        }
    }

    private void stopIfAsked() {
        if (stop.getAsBoolean()) {
            throw new CancellationException("The import was canceled.");
        }
    }

    private static int read(SampleStream stream, Path source, float[][] block) throws FileException {
        try {
            return stream.read(block, 0, BLOCK);
        } catch (IOException e) {
            throw FileException.reading(source, e);
        }
    }

    private static void requireSound(Path source, long frames, long invalid) throws FileException {
        if (invalid > 0) {
            throw new FileException(
                    "'" + source + "' holds " + invalid + (invalid == 1 ? " sample that is" : " samples that are")
                            + " not a number. Export it again from the program that made it.");
        }
        if (frames == 0) {
            throw new FileException(
                    "'" + source + "' holds no sound: its length is zero. Leave it out or export it again.");
        }
    }

    /// What has been seen of a sound so far.
    private static final class Contents {
        private long frames;
        private boolean equalChannels;
        private double peak;

        Contents(int channels) {
            equalChannels = channels == 2;
        }

        void add(float[][] block, int count) {
            frames += count;
            float highest = 0;
            for (float[] row : block) {
                for (int i = 0; i < count; i++) {
                    highest = Math.max(highest, Math.abs(row[i]));
                }
            }
            peak = Math.max(peak, highest);
            equalChannels = equalChannels && Arrays.equals(block[0], 0, count, block[1], 0, count);
        }
    }

    /// Forces the file to the disk and sums it up.
    private static String digest(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Sha256.of(file);
    }
}
