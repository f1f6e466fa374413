package studio.headroom.mastering.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.ScratchAudio;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Scratch;
import studio.headroom.mastering.Trim;
import studio.headroom.mastering.TrimmedSink;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Checks what of a print is delivered after a chain of effects, without writing it to a file.
public final class MasterCheck {
    private static final String STEP = "Checking the master";
    private static final int BLOCK = 4096;

    private MasterCheck() {}

    /// @param print mono or stereo
    /// @param ends that its master is given; places in the report are those of the print
    /// @param ceiling that peaks must not exceed in dBTP, or nothing for the ordinary check against full scale
    /// @throws studio.headroom.engine.OfflineRender.Canceled when `progress` says so
    /// @throws IOException also where the ends leave nothing of it
    public static QualityReport of(
            SampleSource print, List<Insert> chain, Ends ends, OptionalDouble ceiling, Progress progress)
            throws IOException {
        int channels = ChainRender.shape(print, chain).channels();
        AudioFormat format = new AudioFormat(print.format().sampleRate(), channels);
        if (ends.isWhole()) {
            ScanSink sink = new ScanSink(format, new QualityScan(format, Optional.empty(), ceiling));
            ChainRender.run(print, 0, chain, print.frames(), sink, STEP, progress);
            return sink.scan().finish();
        }
        // Where silence ends is known only when all is rendered.
        try (ScratchAudio rendered = Scratch.audio(format)) {
            ChainRender.run(print, 0, chain, print.frames(), rendered, STEP, progress);
            Trim part = Trim.of(ends, rendered, "The master");
            QualityScan scan = new QualityScan(format, Optional.empty(), ceiling, false, part.isFaded());
            scan(rendered, part, scan, progress);
            return scan.finish().of(part);
        }
    }

    private static void scan(SampleSource rendered, Trim part, QualityScan scan, Progress progress) throws IOException {
        TrimmedSink judged = new TrimmedSink(new ScanSink(rendered.format(), scan), part, scan::plain);
        float[][] block = new float[rendered.format().channels()][BLOCK];
        for (long at = 0; at < part.to(); at += BLOCK) {
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
            int count = (int) Math.min(BLOCK, part.to() - at);
            rendered.read(at, block, 0, count);
            judged.write(block, 0, count);
        }
    }
}
