package studio.headroom.mastering.prints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.resample.ResampledStream;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.PrintNote;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;

/// Takes a mono or stereo sound from elsewhere over as a print: 32-bit float at the song's rate, in stereo, with a
/// comment that says that no mix of this song was its source.
public final class TakeOver {
    private static final String COMMENT = "Headroom print of a file from elsewhere";
    private static final int BLOCK = 4096;
    private static final int MOST_NAMES = 10_000;

    private TakeOver() {}

    /// Whether a file with these tags was taken over.
    static boolean isTaken(Tags tags) {
        return tags.get(Tags.Field.COMMENT).equals(COMMENT);
    }

    /// @param folder of the project
    /// @param rate of the project, in Hz
    /// @return the print; it is there only when it is complete
    /// @throws IOException that names the file and the cure
    /// @throws OfflineRender.Canceled when the progress said so
    public static Path run(Path source, Path folder, int rate, Progress progress) throws IOException {
        try (SampleStream stream = Sources.stream(source)) {
            AudioFormat format = stream.format();
            Sources.requireMonoOrStereo(format, source);
            if (rate * 1000L <= format.sampleRate()) {
                throw new FileException("'" + source + "' has a sample rate of " + format.sampleRate()
                        + " Hz, which is beyond all use. Convert it first.");
            }
            String title = title(source);
            Path print = free(folder, title);
            double frames = Math.max(1, stream.expectedFrames() * (double) rate / format.sampleRate());
            Tags tags = Tags.NONE.with(Tags.Field.TITLE, title).with(Tags.Field.COMMENT, COMMENT);
            AudioFileWriter writer = AudioFiles.create(
                    print,
                    new AudioFormat(rate, 2),
                    EncoderSettings.of(SampleFormat.FLOAT32).withTags(tags));
            boolean done = false;
            try {
                copy(ResampledStream.of(stream, rate), writer, frames, progress);
                if (writer.frames() == 0) {
                    throw new FileException("'" + source + "' holds no sound: its length is zero. Export it again.");
                }
                new PrintNote("", 0, title, Instant.now().truncatedTo(ChronoUnit.SECONDS)).write(print, null);
                writer.close();
                done = true;
                return print;
            } finally {
                if (!done) {
                    writer.discard();
                    Files.deleteIfExists(PrintNote.beside(print));
                }
            }
        }
    }

    private static void copy(SampleStream from, AudioFileWriter to, double frames, Progress progress)
            throws IOException {
        float[][] block = new float[from.format().channels()][BLOCK];
        float[][] stereo = {block[0], block[block.length - 1]};
        long done = 0;
        for (int read = from.read(block, 0, BLOCK); read >= 0; read = from.read(block, 0, BLOCK)) {
            to.write(stereo, 0, read);
            done += read;
            progress.at("Taking the file over", Math.min(1, done / frames));
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
    }

    /// What a file is called without its ending.
    public static String title(Path source) {
        String name = String.valueOf(source.getFileName());
        int dot = name.lastIndexOf('.');
        return FileNames.safe(dot > 0 ? name.substring(0, dot) : name);
    }

    private static Path free(Path folder, String title) throws IOException {
        for (int i = 1; i < MOST_NAMES; i++) {
            String name = (i == 1 ? title : title + " " + i) + ".wav";
            Path place = ProjectPaths.resolve(folder, MixPrint.FOLDER + "/" + name);
            if (!Files.exists(place) && !Files.exists(PrintNote.beside(place))) {
                try {
                    Files.createDirectories(place.getParent());
                } catch (IOException e) {
                    throw FileException.writing(place, e);
                }
                return place;
            }
        }
        throw new FileException("There are too many prints called '" + title + "'. Remove some.");
    }
}
