package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.ScratchAudio;
import studio.headroom.files.audio.codec.Broadcast;
import studio.headroom.files.audio.codec.EncoderSettings;

/// Sound on its way into a file: resampled where the file is to have another rate, dithered where it holds
/// integers. The file takes its place in [#commit] and not before.
final class FileOutput implements Delivery {
    private static final Set<Integer> MP3_RATES =
            Set.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);

    private final String name;
    private final AudioFileWriter writer;
    private final AudioFormat format;
    private final @Nullable ScratchAudio waiting;

    private FileOutput(String name, AudioFileWriter writer, AudioFormat format, @Nullable ScratchAudio waiting) {
        this.name = name;
        this.writer = writer;
        this.format = format;
        this.waiting = waiting;
    }

    /// The sample rate of a file: what is asked for, else what the sound has, else the nearest that its coding can
    /// hold.
    static int rate(Path file, OutputFormat output, int rendered) {
        if (output.sampleRate().isPresent()) {
            return output.sampleRate().getAsInt();
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".opus")) {
            return 48_000;
        }
        if (!name.endsWith(".mp3") || MP3_RATES.contains(rendered)) {
            return rendered;
        }
        return rendered % 44_100 == 0 ? 44_100 : 48_000;
    }

    /// Whether what is decoded from a file is other than what went into it.
    static boolean lossy(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".mp3") || name.endsWith(".opus");
    }

    /// @param rendered the format of what will be written here
    /// @throws IOException when the file cannot be written or its ending names no format; says what would be right
    static FileOutput open(Path file, AudioFormat rendered, OutputFormat output) throws IOException {
        AudioFormat written = new AudioFormat(rate(file, output, rendered.sampleRate()), rendered.channels());
        EncoderSettings settings = new EncoderSettings(
                output.samples(), output.kilobits(), Requantizing.of(output, written), output.tags());
        if (output.broadcast() && file.toString().toLowerCase(Locale.ROOT).endsWith(".wav")) {
            settings = settings.withBroadcast(Broadcast.of(output.tags(), written, output.samples()));
        }
        AudioFileWriter writer = create(file, written, settings);
        if (written.sampleRate() == rendered.sampleRate()) {
            return new FileOutput(file.toString(), writer, rendered, null);
        }
        try {
            return new FileOutput(file.toString(), writer, rendered, Scratch.audio(rendered));
        } catch (IOException e) {
            writer.discard();
            throw e;
        }
    }

    private static AudioFileWriter create(Path file, AudioFormat format, EncoderSettings settings) throws IOException {
        try {
            return AudioFiles.create(file, format, settings);
        } catch (FileException e) {
            String message = String.valueOf(e.getMessage());
            throw message.contains(file.toString())
                    ? e
                    : new FileException("'" + file + "' is not written: " + message, e);
        }
    }

    /// Coding takes long, and plain samples do not.
    @Override
    public boolean codes() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".flac") || lower.endsWith(".mp3") || lower.endsWith(".opus");
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        if (waiting == null) {
            writer.write(source, offset, count);
        } else {
            waiting.write(source, offset, count);
        }
    }

    /// Whether what was written can be read again before the file is complete, sample for sample as it will be then.
    boolean readsBack() {
        return waiting == null && writer.readsBack();
    }

    /// Reads frames again that were written, from the file.
    void readBack(long start, float[][] target, int offset, int count) throws IOException {
        writer.readBack(start, target, offset, count);
    }

    @Override
    public Path complete(Progress progress) throws IOException {
        if (waiting != null) {
            Conversion.resample(waiting, writer, progress);
            waiting.close();
        }
        return writer.complete();
    }

    @Override
    public void commit() throws IOException {
        writer.close();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        long clipped = writer.clippedSamples();
        if (clipped > 0) {
            remarks.add(clipped + " samples of '" + name + "' are above full scale and were clipped:"
                    + " make it softer before this (the master's fader, an effect's output), or write 32f");
        }
        if (!writer.warning().isEmpty()) {
            remarks.add(writer.warning());
        }
        return remarks;
    }

    @Override
    public void discard() {
        writer.discard();
        try {
            close();
        } catch (IOException e) {
            // Only scratch is left behind, and that is removed when the program ends.
        }
    }

    /// Releases the scratch sound; says nothing about the file.
    @Override
    public void close() throws IOException {
        if (waiting != null) {
            waiting.close();
        }
    }
}
