package studio.headroom.mastering;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.audio.LoudnessTags;
import studio.headroom.project.Insert;

/// A mastered file, complete and measured beside its place, which it takes with [#commit()] and not before. Limiter and
/// file
/// were made again with another gain or a lower ceiling until the written file, decoded, kept both.
public final class MasterFile implements Closeable {
    private static final int MAX_PASSES = 16;
    private static final String MEASURING = "Measuring the file";

    /// What is asked for.
    ///
    /// @param format at the rate of the sound
    /// @param look at the written file, or null
    record Wanted(
            Path file,
            Level level,
            OutputFormat format,
            @Nullable FileLook look) {}

    /// What came of it.
    ///
    /// @param file or null where no gain that was tried keeps the level
    /// @param loudest that was heard, in LUFS
    record Attempt(@Nullable MasterFile file, double loudest) {}

    private record Written(LoudnessReport report, AudioFormat format) {}

    private final FileOutput output;
    private final Path complete;
    private final Written written;
    private final List<Insert> chain;
    private final double gainDb;
    private final double ceilingSet;
    private final OptionalDouble ceiling;
    private final int passes;
    private final List<String> remarks;
    private boolean open = true;

    private MasterFile(
            FileOutput output,
            Path complete,
            Written written,
            List<Insert> chain,
            double gainDb,
            double ceilingSet,
            OptionalDouble ceiling,
            int passes,
            List<String> remarks) {
        this.output = output;
        this.complete = complete;
        this.written = written;
        this.chain = chain;
        this.gainDb = gainDb;
        this.ceilingSet = ceilingSet;
        this.ceiling = ceiling;
        this.passes = passes;
        this.remarks = remarks;
    }

    static Attempt attempt(
            MasterSound.Prepared prepared,
            MasteringChain chain,
            Wanted wanted,
            LoudnessReport before,
            Progress progress)
            throws IOException {
        return new Making(prepared, chain, wanted, before, progress).run();
    }

    private static final class Making {
        private final MasterSound.Prepared prepared;
        private final MasteringChain chain;
        private final Wanted wanted;
        private final LoudnessReport before;
        private final Progress progress;
        private final GainSearch search;
        private final boolean limits;

        Making(
                MasterSound.Prepared prepared,
                MasteringChain chain,
                Wanted wanted,
                LoudnessReport before,
                Progress progress) {
            this.prepared = prepared;
            this.chain = chain;
            this.wanted = wanted;
            this.before = before;
            this.progress = progress;
            boolean floating = wanted.format.samples().floating() && !FileOutput.lossy(wanted.file);
            // Without limiting, the limiter's own gain does nothing either.
            double own = wanted.level instanceof Level.Unlimited ? 0 : chain.gain();
            search = GainSearch.of(
                    wanted.level, chain.ceiling(), floating, prepared.lufs() + own, prepared.truePeak() + own);
            limits = search.ceiling() != Double.POSITIVE_INFINITY;
        }

        Attempt run() throws IOException {
            for (int pass = 1; pass <= MAX_PASSES && search.gain() <= GainSearch.MOST_GAIN; pass++) {
                double gain = search.gain();
                double ceiling = search.ceiling();
                FileOutput output =
                        FileOutput.open(wanted.file, prepared.sound().format(), wanted.format);
                boolean kept = false;
                try {
                    LoudnessReport seen = output.readsBack() ? limitAndRead(gain, ceiling, output, pass) : null;
                    double lufs = seen == null ? limit(gain, ceiling, output, pass) : seen.integratedLufs();
                    if (!search.limited(lufs)) {
                        continue;
                    }
                    Path complete = output.complete(progress);
                    Written written = seen == null ? verify(complete) : known(complete, seen);
                    LoudnessReport after = written.report;
                    if (!search.written(lufs, after.integratedLufs(), after.truePeakDbtp())) {
                        continue;
                    }
                    if (wanted.format.broadcast()) {
                        LoudnessTags.write(complete, after, wanted.file);
                    }
                    if (seen != null && wanted.look != null) {
                        look(complete, wanted.look);
                    }
                    kept = true;
                    List<String> remarks = remarks(after, gain);
                    remarks.addAll(output.remarks());
                    return new Attempt(
                            new MasterFile(output, complete, written, done(), gain, ceiling, promised(), pass, remarks),
                            search.loudest());
                } finally {
                    if (!kept) {
                        output.discard();
                    }
                }
            }
            return new Attempt(null, search.loudest());
        }

        private OptionalDouble promised() {
            double asked = search.asked();
            return asked == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(asked);
        }

        private List<Insert> done() {
            return limits ? chain.all() : chain.front();
        }

        private List<String> remarks(LoudnessReport after, double gain) {
            double driven = wanted.level instanceof Level.Unlimited ? gain : gain + chain.gain();
            List<String> remarks = ListeningControls.leftOn(done());
            remarks.addAll(Remarks.of(before, after, driven, prepared.truePeak(), search.asked()));
            return remarks;
        }

        /// Decodes the whole file and measures it.
        private Written verify(Path complete) throws IOException {
            FileLook look = wanted.look;
            try (SampleStream stream = Sources.stream(complete)) {
                if (look == null) {
                    return measured(stream);
                }
                try (SampleSink sink =
                                look.begin(stream.format(), prepared.trim().length());
                        Relay relay = new Relay(sink)) {
                    return measured(new HeardStream(stream, relay::write));
                }
            }
        }

        private Written measured(SampleStream stream) throws IOException {
            return new Written(Measurement.of(stream, wanted.file.toString(), MEASURING, progress), stream.format());
        }

        /// Looks at a file that was measured before it was complete.
        private void look(Path complete, FileLook look) throws IOException {
            try (SampleStream stream = Sources.stream(complete);
                    SampleSink sink =
                            look.begin(stream.format(), prepared.trim().length())) {
                Conversion.copy(
                        stream, sink, MEASURING, Math.max(1, prepared.trim().length()), progress);
            }
        }

        /// What is known of a file that was measured while it was written: its header now says so too.
        private Written known(Path complete, LoudnessReport report) throws IOException {
            try (SampleStream stream = Sources.stream(complete)) {
                long frames = prepared.trim().length();
                if (stream.expectedFrames() != frames
                        || !stream.format().equals(prepared.sound().format())) {
                    throw new IOException("'" + wanted.file + "' was not written: it does not hold what was written to"
                            + " it. Is the disk all right?");
                }
                return new Written(report, stream.format());
            }
        }

        /// Renders the limiter into a file and measures that at the same time.
        private LoudnessReport limitAndRead(double gain, double ceiling, FileOutput output, int pass)
                throws IOException {
            ReadBack back = new ReadBack(output);
            try (Relay relay = new Relay(back)) {
                limitInto(relay, gain, ceiling, pass);
            }
            return back.report();
        }

        /// Renders the limiter into a file and says how loud it became on the way.
        private double limit(double gain, double ceiling, FileOutput output, int pass) throws IOException {
            try (Relay relay = new Relay(output)) {
                // Dither and coding take longer than the limiter, which therefore takes the meter along.
                MeteredSink meter = new MeteredSink(relay, false);
                limitInto(meter, gain, ceiling, pass);
                meter.finish();
                relay.close();
                return meter.integratedLufs();
            }
        }

        private void limitInto(SampleSink sink, double gain, double ceiling, int pass) throws IOException {
            String step = pass == 1 ? "Limiting" : "Limiting, pass " + pass;
            SampleSource sound = prepared.sound();
            List<Insert> limiter = limits ? List.of(limiter(ceiling)) : List.of();
            // Limited before it is cut and faded: a part has the samples of that part of the whole.
            Trim trim = prepared.trim();
            SampleSink part = trim.isWhole() ? sink : new TrimmedSink(sink, trim);
            ChainRender.run(sound, gain, limiter, trim.to(), part, step, progress);
        }

        private Insert limiter(double ceiling) {
            return wanted.level instanceof Level.Unlimited ? chain.idleAt(ceiling) : chain.limiterAt(ceiling);
        }
    }

    /// Why there is no file, in words.
    static String unreachable(Wanted wanted, double loudest) {
        String start = "'" + wanted.file + "' was not written: ";
        if (loudest == Double.NEGATIVE_INFINITY && wanted.level instanceof Level.Loud loud) {
            return start
                    + String.format(
                            Locale.ROOT,
                            "%.1f LUFS under %.1f dBTP are out of reach. Ask for less loudness, or look whether the chain"
                                    + " lets the sound through: for a mute, a gate, or a control that only listens.",
                            loud.lufs(),
                            loud.dbtp());
        }
        return wanted.level instanceof Level.Loud loud
                ? start
                        + String.format(
                                Locale.ROOT,
                                "%.1f LUFS were not reached under %.1f dBTP; the loudest that came out was %.1f."
                                        + " Ask for less loudness.",
                                loud.lufs(),
                                loud.dbtp(),
                                Math.floor(loudest * 10) / 10)
                : start
                        + String.format(
                                Locale.ROOT,
                                "no gain keeps its peaks under %.1f dBTP.",
                                wanted.level.ceiling().orElse(0));
    }

    void remark(String text) {
        remarks.addFirst(text);
    }

    /// Measured on the written file, as a player decodes it.
    public LoudnessReport report() {
        return written.report;
    }

    /// Of the written file.
    public AudioFormat format() {
        return written.format;
    }

    /// Where the complete file lies until it takes its place.
    public Path complete() {
        return complete;
    }

    /// What was done to the print, the final limiter as it is set.
    public List<Insert> chain() {
        return chain;
    }

    /// Between chain and limiter, in dB.
    public double gainDb() {
        return gainDb;
    }

    /// What the final limiter was set to, in dBTP; infinite where there was none.
    public double ceilingSet() {
        return ceilingSet;
    }

    /// What its true peaks stay at or under, in dBTP; empty where nothing is promised.
    public OptionalDouble ceiling() {
        return ceiling;
    }

    /// How often limiter and file were made.
    public int passes() {
        return passes;
    }

    /// What a listener should know, in words.
    public List<String> remarks() {
        return new ArrayList<>(remarks);
    }

    /// Puts it in its place.
    public void commit() throws IOException {
        output.commit();
        open = false;
    }

    /// Gives up what has not taken its place: nothing of it stays.
    @Override
    public void close() {
        if (open) {
            open = false;
            output.discard();
        }
    }
}
