package studio.headroom.mastering.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.Trim;
import studio.headroom.mastering.TrimmedSink;
import studio.headroom.project.Ends;

/// Checks whole sounds, and what of them is delivered. A file that is damaged, empty or of a strange rate is a report,
/// not an error, as long as it can be read.
public final class QualityCheck {
    private static final int BLOCK = 4096;
    private static final String STEP = "Checking";

    private QualityCheck() {}

    /// Checks a sound file of one or two channels.
    ///
    /// @param ceiling that peaks must not exceed in dBTP, or nothing for the ordinary check against full scale
    /// @throws IOException that names the file and the cure
    public static QualityReport of(Path file, OptionalDouble ceiling, Progress progress) throws IOException {
        return of(file, Ends.WHOLE, ceiling, progress);
    }

    /// Checks what of a sound file of one or two channels is delivered.
    ///
    /// @param ends that it is given; places in the report are those of the file
    /// @param ceiling see above
    /// @throws IOException that names the file and the cure, also where the ends leave nothing of it
    public static QualityReport of(Path file, Ends ends, OptionalDouble ceiling, Progress progress) throws IOException {
        try (AudioFileStream stream = AudioFiles.open(file)) {
            if (stream.format().channels() > 2) {
                throw new FileException("'" + file + "' has " + stream.format().channels()
                        + " channels; mono and stereo can be checked. Export it in stereo.");
            }
            Optional<SampleFormat> stored = Optional.ofNullable(stream.info().samples());
            Trim part = part(file, ends, progress);
            QualityScan scan =
                    new QualityScan(stream.format(), stored, ceiling, stored.isEmpty(), part != null && part.isFaded());
            return run(stream, scan, stream::invalidSamples, part, progress);
        }
    }

    /// Checks a stream of one or two channels from where it is to its end; does not close it.
    ///
    /// @param stored how its samples are held; nothing where that says little
    /// @param ceiling see above
    public static QualityReport of(
            SampleStream stream, Optional<SampleFormat> stored, OptionalDouble ceiling, Progress progress)
            throws IOException {
        return run(stream, new QualityScan(stream.format(), stored, ceiling), () -> 0, null, progress);
    }

    /// What of a file is delivered, or null for all of it.
    private static @Nullable Trim part(Path file, Ends ends, Progress progress) throws IOException {
        if (ends.isWhole()) {
            return null;
        }
        try (SampleSource sound = Sources.randomAccess(file, progress)) {
            return Trim.of(ends, sound, file.toString());
        }
    }

    private interface Invalid {
        long samples();
    }

    private static QualityReport run(
            SampleStream stream, QualityScan scan, Invalid invalid, @Nullable Trim part, Progress progress)
            throws IOException {
        SampleSink sink = new ScanSink(stream.format(), scan);
        SampleSink judged = part == null ? sink : new TrimmedSink(sink, part, scan::plain);
        float[][] block = new float[stream.format().channels()][BLOCK];
        double all = Math.max(1, stream.expectedFrames());
        long done = 0;
        long known = 0;
        for (int read = stream.read(block, 0, upToBorder(part, 0));
                read >= 0;
                read = stream.read(block, 0, upToBorder(part, done))) {
            long now = invalid.samples();
            if (now > known) {
                if (part == null || (done >= part.from() && done < part.to())) {
                    scan.damaged(read, now - known);
                }
                known = now;
            }
            judged.write(block, 0, read);
            done += read;
            progress.at(STEP, Math.min(1, done / all));
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        return part == null ? scan.finish() : scan.finish().of(part);
    }

    /// How much to read at a time, so that no block lies on both sides of a cut.
    private static int upToBorder(@Nullable Trim part, long done) {
        if (part == null || done >= part.to()) {
            return BLOCK;
        }
        return (int) Math.min(BLOCK, (done < part.from() ? part.from() : part.to()) - done);
    }
}
