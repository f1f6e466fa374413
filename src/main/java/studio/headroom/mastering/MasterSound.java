package studio.headroom.mastering;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.audio.ScratchAudio;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// A print as it reaches the final limiter of its mastering chain: rendered once, and from there brought to any rates
/// and
/// into any files. The conversion of the rate comes before the limiter, so that nothing raises peaks after it but
/// dither and coding. One thread at a time.
public final class MasterSound implements Closeable {
    /// The sound at one rate, and what it measures there.
    ///
    /// @param trim the part of it that is delivered
    /// @param lufs of that part
    /// @param truePeak of that part
    record Prepared(ScratchAudio sound, Trim trim, double lufs, double truePeak) {}

    private final Path input;
    private final LoudnessReport print;
    private final boolean gentle;
    private final MasteringChain chain;
    private final ScratchAudio rendered;
    private final Trim trim;
    private @Nullable Prepared unconverted;
    private @Nullable Prepared converted;

    private MasterSound(
            Path input,
            LoudnessReport print,
            boolean gentle,
            MasteringChain chain,
            ScratchAudio rendered,
            Trim trim,
            @Nullable Prepared unconverted) {
        this.input = input;
        this.print = print;
        this.gentle = gentle;
        this.chain = chain;
        this.rendered = rendered;
        this.trim = trim;
        this.unconverted = unconverted;
    }

    /// Measures a print and renders its chain up to the final limiter.
    ///
    /// @param input what the print is called in errors
    /// @param source mono or stereo; stays open
    /// @param asked effects in order, or null for the gentle chain
    /// @param ends what of it comes into the files; the chain hears the whole print
    /// @param rates of the files that will be made, in Hz
    /// @throws IOException when it cannot be mastered: names the print and the cure
    public static MasterSound render(
            Path input,
            SampleSource source,
            @Nullable List<Insert> asked,
            Ends ends,
            Set<Integer> rates,
            Progress progress)
            throws IOException {
        Sources.requireMonoOrStereo(source.format(), input);
        ChainRender.requireRate(source.format(), input);
        if (asked != null) {
            KnownEffects.require(asked, "the mastering chain");
        }
        if (asked == null) {
            // The gentle chain follows the print's loudness, so that comes first.
            LoudnessReport print = Measurement.of(source, input.toString(), progress);
            requireSound(print, input);
            MasteringChain chain = MasteringChain.of(MasteringChain.gentle(print));
            return render(input, source, () -> print, true, chain, ends, rates, progress);
        }
        try (MeasuredSource measured = new MeasuredSource(source, input.toString())) {
            return render(input, measured, measured::report, false, MasteringChain.of(asked), ends, rates, progress);
        }
    }

    private interface Report {
        LoudnessReport get() throws IOException;
    }

    private static void requireSound(LoudnessReport print, Path input) throws IOException {
        Optional<String> fault = NoMusic.in(print);
        if (fault.isPresent()) {
            throw new IOException("'" + input + "' cannot be mastered: " + fault.get());
        }
    }

    /// @param print asked for after all of the source was read
    private static MasterSound render(
            Path input,
            SampleSource source,
            Report print,
            boolean gentle,
            MasteringChain chain,
            Ends ends,
            Set<Integer> rates,
            Progress progress)
            throws IOException {
        int rate = source.format().sampleRate();
        int channels = ChainRender.shape(source, chain.front()).channels();
        ScratchAudio rendered = Scratch.audio(new AudioFormat(rate, channels));
        boolean done = false;
        try {
            // What is cut is known only when all is rendered; the rest is measured then.
            MeteredSink meter = ends.isWhole() && rates.contains(rate) ? new MeteredSink(rendered, true) : null;
            try (Relay relay = new Relay(meter == null ? rendered : meter)) {
                SplitRender.run(source, chain.front(), source.frames(), relay, "Rendering the chain", progress);
            }
            LoudnessReport report = print.get();
            requireSound(report, input);
            Trim trim = Trim.of(ends, rendered, input.toString());
            Prepared unconverted = meter == null ? null : prepared(rendered, trim, meter);
            done = true;
            return new MasterSound(input, report, gentle, chain, rendered, trim, unconverted);
        } finally {
            if (!done) {
                rendered.close();
            }
        }
    }

    private static Prepared prepared(ScratchAudio sound, Trim trim, MeteredSink meter) {
        meter.finish();
        return new Prepared(sound, trim, meter.integratedLufs(), meter.truePeakDbtp());
    }

    /// What was measured on the print.
    public LoudnessReport print() {
        return print;
    }

    /// The part of the print that comes into files.
    public Trim trim() {
        return trim;
    }

    /// What is done to the print, the final limiter as it is set.
    public List<Insert> chain() {
        return chain.all();
    }

    /// Whether the chain ends with a limiter of its own, and did not have to be given one.
    public boolean limits() {
        return chain.own();
    }

    /// Makes a file that keeps its level, measured after it was written; it takes its place with
    /// [MasterFile#commit()].
    ///
    /// @throws IOException that names a file and the cure, also when the level cannot be kept
    public MasterFile file(Path file, Level level, OutputFormat format, Progress progress) throws IOException {
        return file(file, level, format, null, progress);
    }

    /// As [#file(Path, Level, OutputFormat, Progress)], with a look at the written file.
    public MasterFile file(Path file, Level level, OutputFormat format, @Nullable FileLook look, Progress progress)
            throws IOException {
        if (level instanceof Level.Loud && print.integratedLufs() == Double.NEGATIVE_INFINITY) {
            throw new IOException(
                    "'" + input + "' has no loudness to start from: it is shorter than 0.4 s, or all of it"
                            + " is below -70 LUFS. Ask for no loudness ('--target cd', or 'level=unlimited' of a delivery),"
                            + " or bounce it louder.");
        }
        int rate = FileOutput.rate(file, format, rendered.format().sampleRate());
        Prepared prepared = at(rate, progress);
        MasterFile.Wanted wanted = new MasterFile.Wanted(file, level, format.atRate(rate), look);
        MasterFile.Attempt attempt = MasterFile.attempt(prepared, chain, wanted, print, progress);
        if (attempt.file() == null && gentle) {
            attempt = MasterFile.attempt(prepared, chain.faster(), wanted, print, progress);
            if (attempt.file() != null) {
                attempt.file()
                        .remark("so loud a master needs the limiter's aggressive style, which lets peaks be heard"
                                + " as distortion. Ask for less loudness to keep the gentle one");
            }
        }
        MasterFile made = attempt.file();
        if (made == null) {
            throw new IOException(MasterFile.unreachable(wanted, attempt.loudest()));
        }
        return made;
    }

    /// The sound at a rate. Of converted ones the last is kept.
    private Prepared at(int rate, Progress progress) throws IOException {
        int own = rendered.format().sampleRate();
        if (rate == own) {
            Prepared known = unconverted != null ? unconverted : measured(rendered, trim, progress);
            unconverted = known;
            return known;
        }
        Prepared known = converted;
        if (known != null && known.sound.format().sampleRate() == rate) {
            return known;
        }
        if (known != null) {
            converted = null;
            known.sound.close();
        }
        ScratchAudio ready =
                Scratch.audio(new AudioFormat(rate, rendered.format().channels()));
        boolean done = false;
        try {
            MeteredSink meter = trim.isWhole() ? new MeteredSink(ready, true) : null;
            try (Relay relay = new Relay(meter == null ? ready : meter)) {
                Conversion.resample(rendered, relay, progress);
            }
            Trim part = trim.at(rate, ready.frames());
            Prepared made = meter == null ? measured(ready, part, progress) : prepared(ready, part, meter);
            converted = made;
            done = true;
            return made;
        } finally {
            if (!done) {
                ready.close();
            }
        }
    }

    private static Prepared measured(ScratchAudio sound, Trim trim, Progress progress) throws IOException {
        MeteredSink meter = new MeteredSink(new Nowhere(sound.format()), true);
        Conversion.copy(
                new SequentialReader(sound), new TrimmedSink(meter, trim), "Measuring", sound.frames(), progress);
        return prepared(sound, trim, meter);
    }

    private record Nowhere(AudioFormat format) implements SampleSink {
        @Override
        public void write(float[][] source, int offset, int count) {}

        @Override
        public void close() {}
    }

    @Override
    public void close() throws IOException {
        try {
            if (converted != null) {
                converted.sound.close();
            }
        } finally {
            rendered.close();
        }
    }
}
