package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Insert;

/// One file through a chain of effects into another file.
public final class ProcessJob {
    private static final long MAX_TAIL_SECONDS = 60;

    private ProcessJob() {}

    /// @param tail whether the result may be longer than the input, by the time that the effects ring on
    /// @return what the user should know about the result, in words
    /// @throws IOException that names the file and the cure; what existed under the output's name is then unchanged
    public static List<String> run(
            Path input, Path output, List<Insert> chain, boolean tail, OutputFormat format, Progress progress)
            throws IOException {
        Originals.protect(output, List.of(input));
        KnownEffects.require(chain, "the chain");
        try (SampleSource source = Sources.randomAccess(input, progress)) {
            if (source.format().channels() > 2) {
                throw new IOException("'" + input + "' has " + source.format().channels()
                        + " channels. Only mono and stereo can be processed: split it first.");
            }
            if (source.frames() == 0) {
                throw Measurement.noSound(input.toString());
            }
            ChainRender.requireRate(source.format(), input);
            ChainRender.Shape shape = ChainRender.shape(source, chain);
            int rate = source.format().sampleRate();
            long frames = source.frames() + (tail ? Math.min(shape.tail(), MAX_TAIL_SECONDS * rate) : 0);
            FileOutput out = FileOutput.open(output, new AudioFormat(rate, shape.channels()), format);
            boolean complete = false;
            try {
                try (Relay relay = new Relay(out)) {
                    ChainRender.run(source, 0, chain, frames, relay, "Processing", progress);
                }
                out.complete(progress);
                out.commit();
                complete = true;
                return out.remarks();
            } finally {
                if (!complete) {
                    out.discard();
                }
            }
        }
    }
}
