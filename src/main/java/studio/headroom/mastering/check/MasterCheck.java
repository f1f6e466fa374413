package studio.headroom.mastering.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Insert;

/// Checks what a print becomes in a chain of effects, without writing it to a file.
public final class MasterCheck {
    private MasterCheck() {}

    /// @param print mono or stereo
    /// @param ceiling that peaks must not exceed in dBTP, or nothing for the ordinary check against full scale
    /// @throws studio.headroom.engine.OfflineRender.Canceled when `progress` says so
    public static QualityReport of(SampleSource print, List<Insert> chain, OptionalDouble ceiling, Progress progress)
            throws IOException {
        int channels = ChainRender.shape(print, chain).channels();
        Scanning sink = new Scanning(new AudioFormat(print.format().sampleRate(), channels), ceiling);
        ChainRender.run(print, 0, chain, print.frames(), sink, "Checking the master", progress);
        return sink.scan.finish();
    }

    private static final class Scanning implements SampleSink {
        private final AudioFormat format;
        private final QualityScan scan;

        Scanning(AudioFormat format, OptionalDouble ceiling) {
            this.format = format;
            scan = new QualityScan(format, Optional.empty(), ceiling);
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            scan.process(source, offset, count);
        }

        @Override
        public void close() {}
    }
}
