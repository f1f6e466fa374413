package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.audio.ScratchAudio;
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

    private static final int MAX_PASSES = 16;
    /// The most gain before the limiter that is tried, in dB.
    private static final double MAX_GAIN = 36;

    /// What is asked for.
    ///
    /// @param chain effects in order, or null for the gentle one
    /// @param lufs integrated loudness; without one the loudest peak is brought to the ceiling, which limits
    /// nothing
    /// @param ceiling in dBTP
    /// @param asSet whether the chain makes the file exactly as it is set, at whatever loudness and ceiling that
    /// gives:
    ///     then both only say what the result is held against
    public record Settings(
            @Nullable List<Insert> chain, OptionalDouble lufs, double ceiling, OutputFormat format, boolean asSet) {
        /// One that reaches a loudness and keeps a ceiling.
        public Settings(@Nullable List<Insert> chain, OptionalDouble lufs, double ceiling, OutputFormat format) {
            this(chain, lufs, ceiling, format, false);
        }

        /// What a chain makes of a print, no more and no less, as one hears it in the Master view.
        public static Settings asSet(List<Insert> chain, OutputFormat format) {
            return new Settings(chain, OptionalDouble.empty(), MasteringChain.ceiling(chain), format, true);
        }
    }

    /// What was made.
    ///
    /// @param input measured on the file that came in
    /// @param output measured on the written file
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
            List<Insert> chain,
            double gainDb,
            double ceilingSet,
            int passes,
            List<String> remarks) {}

    private final Path output;
    private final Settings settings;
    private final Progress progress;

    private MasterJob(Path output, Settings settings, Progress progress) {
        this.output = output;
        this.settings = settings;
        this.progress = progress;
    }

    /// @throws IOException that names a file and the cure, also when loudness and ceiling cannot both be kept; what
    ///     existed under the output's name is then unchanged
    public static Result run(Path input, Path output, Settings settings, Progress progress) throws IOException {
        Originals.protect(output, List.of(input));
        if (settings.chain != null) {
            KnownEffects.require(settings.chain, "the mastering chain");
        }
        try (SampleSource source = Sources.randomAccess(input, progress)) {
            return new MasterJob(output, settings, progress).run(input, source);
        }
    }

    private Result run(Path input, SampleSource source) throws IOException {
        if (source.format().channels() > 2) {
            throw new IOException("'" + input + "' has " + source.format().channels()
                    + " channels. Only mono and stereo can be mastered: fold it down first.");
        }
        ChainRender.requireRate(source.format(), input);
        LoudnessReport before = Measurement.of(source, input.toString(), progress);
        if (before.truePeakDbtp() == Double.NEGATIVE_INFINITY) {
            throw new IOException("'" + input + "' is silent: there is nothing to master.");
        }
        if (settings.asSet && settings.chain != null) {
            return asSet(settings.chain, source, before);
        }
        if (settings.lufs.isPresent() && before.integratedLufs() == Double.NEGATIVE_INFINITY) {
            throw new IOException(
                    "'" + input + "' has no loudness to start from: it is shorter than 0.4 s, or all of it"
                            + " is below -70 LUFS. Ask for no loudness ('--target cd'), or bounce it louder.");
        }
        List<Insert> inserts = settings.chain != null ? settings.chain : MasteringChain.gentle(before);
        MasteringChain chain = MasteringChain.of(inserts);
        int rate = FileOutput.rate(output, settings.format, source.format().sampleRate());
        try (Prepared prepared = prepare(source, chain.front(), rate)) {
            GainSearch search = newSearch(prepared);
            Result result = search(search, before, prepared, chain);
            if (result == null && settings.chain == null) {
                search = newSearch(prepared);
                result = search(search, before, prepared, chain.faster());
                if (result != null) {
                    result.remarks.add(
                            "so loud a master needs the limiter's aggressive style, which lets peaks be heard"
                                    + " as distortion. Ask for less loudness to keep the gentle one");
                }
            }
            if (result == null) {
                throw new IOException(unreachable(search));
            }
            return result;
        }
    }

    private Result asSet(List<Insert> chain, SampleSource source, LoudnessReport before) throws IOException {
        int rate = FileOutput.rate(output, settings.format, source.format().sampleRate());
        try (Prepared prepared = prepare(source, chain, rate)) {
            FileOutput file = FileOutput.open(output, prepared.sound.format(), settings.format.atRate(rate));
            boolean kept = false;
            try {
                try (Relay relay = new Relay(file)) {
                    SequentialReader reader = new SequentialReader(prepared.sound);
                    Conversion.copy(reader, relay, "Writing", prepared.sound.frames(), progress);
                }
                Written written = verify(file.complete(progress));
                file.commit();
                kept = true;
                List<String> remarks = new ArrayList<>(
                        Remarks.of(before, written.report, 0, Double.NEGATIVE_INFINITY, settings.ceiling));
                Remarks.over(written.report, settings.ceiling).ifPresent(remarks::add);
                remarks.addAll(file.remarks());
                return new Result(
                        output, written.format, before, written.report, chain, 0, settings.ceiling, 1, remarks);
            } finally {
                if (!kept) {
                    file.discard();
                }
            }
        }
    }

    private GainSearch newSearch(Prepared prepared) {
        return new GainSearch(settings.lufs, settings.ceiling, prepared.lufs, prepared.truePeak);
    }

    /// The sound as it reaches the final limiter, and what it measures there.
    private record Prepared(SampleSource sound, double lufs, double truePeak) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            sound.close();
        }
    }

    private Prepared prepare(SampleSource source, List<Insert> front, int rate) throws IOException {
        int channels = ChainRender.shape(source, front).channels();
        AudioFormat format = new AudioFormat(source.format().sampleRate(), channels);
        boolean converts = rate != format.sampleRate();
        ScratchAudio rendered = Scratch.audio(format);
        ScratchAudio ready = rendered;
        boolean done = false;
        try {
            MeteredSink meter = new MeteredSink(rendered, true);
            try (Relay relay = new Relay(converts ? rendered : meter)) {
                ChainRender.run(source, 0, front, source.frames(), relay, "Rendering the chain", progress);
            }
            if (converts) {
                ready = Scratch.audio(new AudioFormat(rate, channels));
                meter = new MeteredSink(ready, true);
                try (Relay relay = new Relay(meter)) {
                    Conversion.resample(rendered, relay, progress);
                }
            }
            meter.finish();
            done = true;
            return new Prepared(ready, meter.integratedLufs(), meter.truePeakDbtp());
        } finally {
            if (!done) {
                ready.close();
            }
            if (!done || ready != rendered) {
                rendered.close();
            }
        }
    }

    /// @return null where no gain that was tried gives the loudness
    private @Nullable Result search(GainSearch search, LoudnessReport before, Prepared prepared, MasteringChain chain)
            throws IOException {
        List<Insert> whole = new ArrayList<>(chain.front());
        whole.add(chain.limiter());
        OutputFormat format = settings.format.atRate(prepared.sound.format().sampleRate());
        for (int pass = 1; pass <= MAX_PASSES && search.gain() <= MAX_GAIN; pass++) {
            double gain = search.gain();
            double ceiling = search.ceiling();
            FileOutput file = FileOutput.open(output, prepared.sound.format(), format);
            boolean kept = false;
            try {
                double lufs = limit(prepared.sound, gain, chain.limiterAt(ceiling), file, pass);
                if (!search.limited(lufs)) {
                    continue;
                }
                Written written = verify(file.complete(progress));
                LoudnessReport after = written.report;
                if (!search.written(lufs, after.integratedLufs(), after.truePeakDbtp())) {
                    continue;
                }
                file.commit();
                kept = true;
                List<String> remarks = Remarks.of(before, after, gain, prepared.truePeak, settings.ceiling);
                remarks.addAll(file.remarks());
                return new Result(output, written.format, before, after, whole, gain, ceiling, pass, remarks);
            } finally {
                if (!kept) {
                    file.discard();
                }
            }
        }
        return null;
    }

    private String unreachable(GainSearch search) {
        String start = "'" + output + "' was not written: ";
        return settings.lufs.isEmpty()
                ? start + String.format(Locale.ROOT, "no gain keeps its peaks under %.1f dBTP.", settings.ceiling)
                : start
                        + String.format(
                                Locale.ROOT,
                                "%.1f LUFS were not reached under %.1f dBTP; the loudest that came out was %.1f."
                                        + " Ask for less loudness.",
                                settings.lufs.getAsDouble(),
                                settings.ceiling,
                                Math.floor(search.loudest() * 10) / 10);
    }

    private record Written(LoudnessReport report, AudioFormat format) {}

    /// Decodes the whole file and measures it.
    private Written verify(Path complete) throws IOException {
        try (SampleStream stream = Sources.stream(complete)) {
            return new Written(
                    Measurement.of(stream, output.toString(), "Measuring the file", progress), stream.format());
        }
    }

    /// Renders the limiter into a file and says how loud it became on the way.
    private double limit(SampleSource sound, double gain, Insert limiter, FileOutput file, int pass)
            throws IOException {
        MeteredSink meter = new MeteredSink(file, false);
        String step = pass == 1 ? "Limiting" : "Limiting, pass " + pass;
        try (Relay relay = new Relay(meter)) {
            ChainRender.run(sound, gain, List.of(limiter), sound.frames(), relay, step, progress);
        }
        meter.finish();
        return meter.integratedLufs();
    }
}
