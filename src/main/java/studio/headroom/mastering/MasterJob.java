package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Masters one mono or stereo file: through the chain, to its loudness, under its ceiling, into a file whose
/// figures are measured again after it was written.
///
/// The chain up to the final limiter is rendered once and brought to the delivery's rate. Limiter and file are
/// then made again with another gain or a lower ceiling until the written file, decoded, keeps both: within
/// [#LOUDNESS_TOLERANCE] of the loudness and at or under the ceiling.
public final class MasterJob {
    /// How far the written file may lie from its loudness, in LU.
    public static final double LOUDNESS_TOLERANCE = 0.05;

    /// What is asked for.
    ///
    /// @param chain effects in order, or null for the gentle one
    /// @param lufs integrated loudness; without one the loudest peak is brought to the ceiling, which limits
    /// nothing
    /// @param ceiling in dBTP
    /// @param ends what of the print comes into the file
    /// @param asSet whether the chain makes the file exactly as it is set, at whatever loudness and ceiling that
    /// gives:
    ///     then both only say what the result is held against
    public record Settings(
            @Nullable List<Insert> chain,
            OptionalDouble lufs,
            double ceiling,
            OutputFormat format,
            Ends ends,
            boolean asSet) {
        /// One that reaches a loudness and keeps a ceiling.
        public Settings(@Nullable List<Insert> chain, OptionalDouble lufs, double ceiling, OutputFormat format) {
            this(chain, lufs, ceiling, format, Ends.WHOLE, false);
        }

        /// What a chain makes of a print, no more and no less, as one hears it in the Master view.
        public static Settings asSet(List<Insert> chain, OutputFormat format) {
            return new Settings(chain, OptionalDouble.empty(), MasteringChain.ceiling(chain), format, Ends.WHOLE, true);
        }

        public Settings withEnds(Ends changed) {
            return new Settings(chain, lufs, ceiling, format, changed, asSet);
        }

        private Level level() {
            return asSet && chain != null ? new Level.Exactly() : Level.of(lufs, ceiling);
        }
    }

    /// What was made.
    ///
    /// @param input measured on the file that came in
    /// @param output measured on the written file
    /// @param trim the part of the print that it is
    /// @param chain what was done
    /// @param gainDb between chain and limiter
    /// @param ceilingSet of the limiter, in dBTP
    /// @param passes how often limiter and file were made
    /// @param remarks what a listener should know, in words
    public record Result(
            Path file,
            AudioFormat format,
            LoudnessReport input,
            LoudnessReport output,
            Trim trim,
            List<Insert> chain,
            double gainDb,
            double ceilingSet,
            int passes,
            List<String> remarks) {}

    private MasterJob() {}

    /// @throws IOException that names a file and the cure, also when loudness and ceiling cannot both be kept; what
    ///     existed under the output's name is then unchanged
    public static Result run(Path input, Path output, Settings settings, Progress progress) throws IOException {
        Originals.protect(output, List.of(input));
        if (settings.chain != null) {
            KnownEffects.require(settings.chain, "the mastering chain");
        }
        try (SampleSource source = Sources.randomAccess(input, progress)) {
            int rate = FileOutput.rate(output, settings.format, source.format().sampleRate());
            try (MasterSound sound =
                            MasterSound.render(input, source, settings.chain, settings.ends, Set.of(rate), progress);
                    MasterFile file = sound.file(output, settings.level(), settings.format, progress)) {
                file.commit();
                List<String> remarks = file.remarks();
                if (settings.asSet) {
                    Remarks.over(file.report(), settings.ceiling).ifPresent(remarks::add);
                }
                return new Result(
                        output,
                        file.format(),
                        sound.print(),
                        file.report(),
                        sound.trim(),
                        file.chain(),
                        file.gainDb(),
                        settings.asSet ? settings.ceiling : file.ceilingSet(),
                        file.passes(),
                        remarks);
            }
        }
    }
}
