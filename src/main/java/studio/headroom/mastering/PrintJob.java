package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

/// Prints a mix and measures what was printed.
public final class PrintJob {
    /// A print and what is to be known about it.
    ///
    /// @param fresh whether it was there already, made of the song as it is
    /// @param made when
    /// @param seconds its length
    /// @param report measured on the file
    /// @param remarks what to mend before mastering, in words
    public record Result(
            MixPrint print, boolean fresh, Instant made, double seconds, LoudnessReport report, List<String> remarks) {
        public Result {
            remarks = List.copyOf(remarks);
        }

        /// What is left to full scale, in dB.
        public double headroomDb() {
            return -report.truePeakDbtp();
        }
    }

    private PrintJob() {}

    /// The print that there is of a song as it is now, or a new one.
    ///
    /// @param folder of the project; the media that it plays are read whole, for their checksums
    /// @throws IOException that names a file and the cure
    public static Result run(Project project, Path folder, int threads, Progress progress) throws IOException {
        progress.at("Checking the sound files", 0);
        Optional<MixPrint> known = MixPrint.find(project, folder);
        MixPrint print = known.isPresent()
                ? known.get()
                : MixPrint.make(project, folder, new ProjectLibrary(folder, project.sampleRate()), threads, progress);
        try (SampleStream stream = Sources.stream(print.file())) {
            LoudnessReport report = Measurement.of(stream, print.file().toString(), "Measuring the print", progress);
            Instant made = Files.getLastModifiedTime(print.file()).toInstant();
            double seconds = (double) report.frames() / stream.format().sampleRate();
            return new Result(print, known.isPresent(), made, seconds, report, MixRemarks.of(project, report));
        } catch (IOException e) {
            throw FileException.reading(print.file(), e);
        }
    }
}
