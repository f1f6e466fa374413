package studio.headroom.mastering.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.audio.SampleStream;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Progress;

/// Checks whole sounds. A file that is damaged, empty or of a strange rate is a report, not an error, as long as it can
/// be
/// read.
public final class QualityCheck {
    private static final int BLOCK = 4096;
    private static final String STEP = "Checking";

    private QualityCheck() {}

    /// Checks a sound file of one or two channels.
    ///
    /// @param ceiling that peaks must not exceed in dBTP, or nothing for the ordinary check against full scale
    /// @throws IOException that names the file and the cure
    public static QualityReport of(Path file, OptionalDouble ceiling, Progress progress) throws IOException {
        try (AudioFileStream stream = AudioFiles.open(file)) {
            if (stream.format().channels() > 2) {
                throw new FileException("'" + file + "' has " + stream.format().channels()
                        + " channels; mono and stereo can be checked. Export it in stereo.");
            }
            Optional<SampleFormat> stored = Optional.ofNullable(stream.info().samples());
            QualityScan scan = new QualityScan(stream.format(), stored, ceiling, stored.isEmpty());
            return run(stream, scan, stream::invalidSamples, progress);
        }
    }

    /// Checks a stream of one or two channels from where it is to its end; does not close it.
    ///
    /// @param stored how its samples are held; nothing where that says little
    /// @param ceiling see above
    public static QualityReport of(
            SampleStream stream, Optional<SampleFormat> stored, OptionalDouble ceiling, Progress progress)
            throws IOException {
        return run(stream, new QualityScan(stream.format(), stored, ceiling), () -> 0, progress);
    }

    private interface Invalid {
        long samples();
    }

    private static QualityReport run(SampleStream stream, QualityScan scan, Invalid invalid, Progress progress)
            throws IOException {
        float[][] block = new float[stream.format().channels()][BLOCK];
        double all = Math.max(1, stream.expectedFrames());
        long done = 0;
        long known = 0;
        for (int read = stream.read(block, 0, BLOCK); read >= 0; read = stream.read(block, 0, BLOCK)) {
            long now = invalid.samples();
            if (now > known) {
                scan.damaged(read, now - known);
                known = now;
            }
            scan.process(block, 0, read);
            done += read;
            progress.at(STEP, Math.min(1, done / all));
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        return scan.finish();
    }
}
