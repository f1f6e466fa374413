package studio.headroom.mastering.sight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.project.Insert;

/// Renders a sound through a chain to look at it. Writes nothing. The thread that calls does all of it.
public final class SightRender {
    private static final String PRINT = "Looking at the print";
    private static final String MASTER = "Looking at the master";

    private SightRender() {}

    /// Looks at a print alone.
    ///
    /// @throws IOException when the file cannot be read; names it and the cure
    public static SoundSight print(Path file, Progress progress) throws IOException {
        try (SampleSource source = open(file, progress)) {
            return SoundSight.of(source, PRINT, progress);
        }
    }

    /// Looks at what a chain makes of a print.
    ///
    /// @param print what [#print] gave for the same file
    public static Sight through(Path file, SoundSight print, List<Insert> chain, Progress progress) throws IOException {
        return through(file, print, chain, growing -> {}, progress);
    }

    /// The same, showing the spectrogram before it is complete.
    ///
    /// @param growing gets it when the first sound of the master is about to come; on the thread that calls
    static Sight through(
            Path file, SoundSight print, List<Insert> chain, Consumer<Spectrogram> growing, Progress progress)
            throws IOException {
        try (SampleSource source = open(file, progress)) {
            return through(source, print, chain, growing, progress);
        }
    }

    static Sight through(SampleSource source, SoundSight print, List<Insert> chain, Progress progress)
            throws IOException {
        return through(source, print, chain, growing -> {}, progress);
    }

    private static Sight through(
            SampleSource source, SoundSight print, List<Insert> chain, Consumer<Spectrogram> growing, Progress progress)
            throws IOException {
        int channels = ChainRender.shape(source, chain).channels();
        SoundScan scan = new SoundScan(new AudioFormat(source.format().sampleRate(), channels), source.frames());
        Reductions reductions = new Reductions(source.frames());
        Spectrogram.Builder spectrogram = new Spectrogram.Builder(scan.format(), source.frames());
        growing.accept(spectrogram.made());
        ChainRender.run(
                source, 0, chain, source.frames(), new Both(scan, spectrogram), reductions::probe, MASTER, progress);
        spectrogram.close();
        List<String> ids = chain.stream()
                .filter(insert -> !insert.bypassed())
                .map(Insert::id)
                .toList();
        return Sight.of(print, scan.finish(), spectrogram.made(), reductions.finish(ids));
    }

    /// Two that look at the same sound.
    private record Both(SoundScan scan, Spectrogram.Builder spectrogram) implements SampleSink {
        @Override
        public AudioFormat format() {
            return scan.format();
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            scan.write(source, offset, count);
            spectrogram.write(source, offset, count);
        }

        @Override
        public void close() {}
    }

    private static SampleSource open(Path file, Progress progress) throws IOException {
        SampleSource source = Sources.randomAccess(file, progress);
        try {
            Sources.requireMonoOrStereo(source.format(), file);
        } catch (IOException e) {
            source.close();
            throw e;
        }
        return source;
    }
}
