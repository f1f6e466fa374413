package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleStream;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.ScratchAudio;

/// Sound that waits until its loudness is known and then goes into a file with the gain that this asks for. The file
/// is made again, softer, while what was written, decoded and measured, passes the ceiling: another rate and lossy
/// coding raise peaks.
final class NormalizedOutput implements Delivery {
    private static final int MAX_PASSES = 6;
    /// How far below the ceiling the next file is aimed, in dB.
    private static final double MARGIN = 0.02;
    /// Softer than asked by less than this is as asked, in LU.
    private static final double TOLERANCE = 0.05;

    private final Path file;
    private final OutputFormat format;
    private final Loudness loudness;
    private final ScratchAudio waiting;
    private final MeteredSink meter;
    private double gainDb;
    private @Nullable FileOutput written;
    private @Nullable LoudnessReport report;

    /// @throws IOException when the file cannot be written, as [FileOutput#open] says
    NormalizedOutput(Path file, AudioFormat rendered, OutputFormat format, Loudness loudness) throws IOException {
        Measurement.require(rendered, file.toString());
        // Proves the place and the format before the song is rendered.
        FileOutput.open(file, rendered, format).discard();
        this.file = file;
        this.format = format;
        this.loudness = loudness;
        waiting = Scratch.audio(rendered);
        meter = new MeteredSink(waiting, true);
    }

    @Override
    public AudioFormat format() {
        return waiting.format();
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        meter.write(source, offset, count);
    }

    @Override
    public boolean codes() {
        return true;
    }

    @Override
    public Path complete(Progress progress) throws IOException {
        meter.finish();
        gainDb = loudness.gain(meter.integratedLufs(), meter.truePeakDbtp());
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            FileOutput output = FileOutput.open(file, waiting.format(), format);
            written = output;
            SampleStream louder = new Louder(new SequentialReader(waiting), gainDb);
            Conversion.copy(louder, output, "Writing at its loudness", Math.max(1, waiting.frames()), progress);
            Path complete = output.complete(progress);
            LoudnessReport measured = measure(complete, progress);
            double over = measured.truePeakDbtp() - loudness.ceiling();
            if (over <= 0) {
                report = measured;
                return complete;
            }
            output.discard();
            gainDb -= over + MARGIN;
        }
        throw new FileException(String.format(
                Locale.ROOT,
                "'%s' is not written: no gain keeps its peaks under %.1f dBTP. Choose another format.",
                file,
                loudness.ceiling()));
    }

    private LoudnessReport measure(Path complete, Progress progress) throws IOException {
        try (SampleStream stream = Sources.stream(complete)) {
            return Measurement.of(stream, file.toString(), "Measuring the file", progress);
        }
    }

    /// What was measured on the complete file.
    @Nullable
    LoudnessReport report() {
        return report;
    }

    @Override
    public double gainDb() {
        return gainDb;
    }

    @Override
    public void commit() throws IOException {
        if (written != null) {
            written.commit();
        }
        waiting.close();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(written == null ? List.of() : written.remarks());
        LoudnessReport measured = report;
        if (measured != null && loudness.lufs().isPresent()) {
            double wanted = loudness.lufs().getAsDouble();
            if (measured.integratedLufs() < wanted - TOLERANCE) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "'%s' is at %.1f LUFS and not at %.1f: with more gain its peaks would pass %.1f dBTP. The"
                                + " limiter of the mastering makes it louder",
                        file.getFileName(),
                        measured.integratedLufs(),
                        wanted,
                        loudness.ceiling()));
            }
        }
        return remarks;
    }

    @Override
    public void discard() {
        if (written != null) {
            written.discard();
        }
        try {
            close();
        } catch (IOException e) {
            // Only scratch is left behind, and that is removed when the program ends.
        }
    }

    @Override
    public void close() throws IOException {
        waiting.close();
    }

    /// A stream times a gain.
    private static final class Louder implements SampleStream {
        private final SampleStream stream;
        private final float gain;

        Louder(SampleStream stream, double gainDb) {
            this.stream = stream;
            gain = (float) Decibels.toGain(gainDb);
        }

        @Override
        public AudioFormat format() {
            return stream.format();
        }

        @Override
        public long expectedFrames() {
            return stream.expectedFrames();
        }

        @Override
        public int read(float[][] target, int offset, int count) throws IOException {
            int read = stream.read(target, offset, count);
            for (float[] channel : target) {
                for (int i = offset; i < offset + read; i++) {
                    channel[i] *= gain;
                }
            }
            return read;
        }

        /// What it reads stays open.
        @Override
        public void close() {}
    }
}
