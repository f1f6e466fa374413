package studio.headroom.mastering.sight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.headroom.audio.AudioFormat;
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
        try (SampleSource source = open(file, progress)) {
            return through(source, print, chain, progress);
        }
    }

    static Sight through(SampleSource source, SoundSight print, List<Insert> chain, Progress progress)
            throws IOException {
        int channels = ChainRender.shape(source, chain).channels();
        SoundScan scan = new SoundScan(new AudioFormat(source.format().sampleRate(), channels), source.frames());
        Reductions reductions = new Reductions(source.frames());
        ChainRender.run(source, 0, chain, source.frames(), scan, reductions::probe, MASTER, progress);
        List<String> ids = chain.stream()
                .filter(insert -> !insert.bypassed())
                .map(Insert::id)
                .toList();
        return Sight.of(print, scan.finish(), reductions.finish(ids));
    }

    private static SampleSource open(Path file, Progress progress) throws IOException {
        SampleSource source = Sources.randomAccess(file, progress);
        if (source.format().channels() > 2) {
            source.close();
            throw new IOException("'" + file + "' has " + source.format().channels()
                    + " channels. Only mono and stereo can be mastered: fold it down first.");
        }
        return source;
    }
}
