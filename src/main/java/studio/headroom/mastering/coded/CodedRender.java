package studio.headroom.mastering.coded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.dsp.resample.ResampledStream;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.MasterFile;
import studio.headroom.mastering.MasterSound;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Makes a master as a lossy format gives it back. The file is the one that a delivery of the same print, chain, ends
/// and format writes, with the level as set: by the same code, from its first frame on, so it is the same every time.
/// It is decoded as players decode it, without the encoder's delay and padding, which the file itself tells; so it lies
/// on the master to the sample, at the print's rate.
public final class CodedRender {
    private static final int BLOCK = 8192;
    /// Parts of the whole: the chain, the master to hold it against, the coded file, the difference.
    private static final double CHAIN = 0.2;

    private static final double MASTER = 0.3;
    private static final double FILE = 0.85;
    /// Of what is left for coded files, the first takes this much, and so does the next of the rest.
    private static final double PASS = 0.6;

    /// What is to be made.
    ///
    /// @param print mono or stereo
    /// @param chain effects in order; none of them: the print as it is
    /// @param ends what of it is delivered
    /// @param sound place of the coded sound: a WAV file, whose folder exists
    /// @param difference place of the difference, likewise; in the same folder
    public record Order(Path print, List<Insert> chain, Ends ends, CodedFormat format, Path sound, Path difference) {
        public Order {
            chain = List.copyOf(chain);
        }
    }

    private final Order order;
    private final Overs overs = new Overs();

    private CodedRender(Order order) {
        this.order = order;
    }

    /// @throws OfflineRender.Canceled when the progress said so; nothing is left then
    /// @throws IOException that names a file and the cure; nothing is left then
    public static CodedMaster make(Order order, Progress progress) throws IOException {
        return new CodedRender(order).make(progress);
    }

    private CodedMaster make(Progress progress) throws IOException {
        try (SampleSource source = Sources.randomAccess(order.print, progress)) {
            AudioFormat print = source.format();
            Sources.requireMonoOrStereo(print, order.print);
            Optional<String> problem = order.format.problem(print.sampleRate(), print.channels());
            if (problem.isPresent()) {
                throw new IOException("'" + order.print + "' cannot be coded: " + problem.get());
            }
            DeliveryItem item = order.format.item();
            Set<Integer> rates = Set.copyOf(List.of(print.sampleRate(), item.rateOf(print.sampleRate())));
            try (MasterSound sound = MasterSound.render(
                            order.print, source, order.chain, order.ends, rates, new Part(progress, 0, CHAIN));
                    MasterFile master = sound.file(
                            beside("master", ".wav"),
                            new Level.Exactly(),
                            OutputFormat.of(SampleFormat.FLOAT32),
                            new Part(progress, CHAIN, MASTER));
                    MasterFile coded = sound.file(
                            beside("coded", order.format.coding().ending()),
                            item.level(),
                            item.output(Tags.NONE),
                            overs,
                            new Passes(progress))) {
                return compared(sound, master, coded, new Part(progress, FILE, 1));
            }
        }
    }

    /// A file that never takes its place.
    private Path beside(String what, String ending) {
        String name = String.valueOf(order.sound.getFileName());
        int dot = name.lastIndexOf('.');
        return order.sound.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + " (" + what + ")" + ending);
    }

    /// Writes both files, measures the difference, and lets both take their places.
    private CodedMaster compared(MasterSound sound, MasterFile master, MasterFile coded, Progress progress)
            throws IOException {
        AudioFormat format = master.format();
        long frames = sound.trim().length();
        LateStart start = LateStart.of(
                sound.trim().from(), format.sampleRate(), coded.format().sampleRate());
        AudioFileWriter one = AudioFiles.create(order.sound, format, EncoderSettings.of(SampleFormat.FLOAT32));
        try {
            AudioFileWriter two = AudioFiles.create(order.difference, format, EncoderSettings.of(SampleFormat.FLOAT32));
            try (SampleStream was = Sources.stream(master.complete());
                    SampleStream is =
                            ResampledStream.of(start.lead(Sources.stream(coded.complete())), format.sampleRate())) {
                Comparison comparison = new Comparison(format);
                comparison.leaveOut(is, start.skip());
                comparison.run(was, is, frames, one, two, progress);
                one.complete();
                two.complete();
                CodedFigures figures = comparison.figures(master, coded, overs);
                one.close();
                two.close();
                return new CodedMaster(
                        order.format,
                        order.sound,
                        order.difference,
                        format.sampleRate(),
                        format.channels(),
                        sound.trim().from(),
                        frames,
                        figures);
            } finally {
                two.discard();
            }
        } finally {
            one.discard();
        }
    }

    /// The master, what became of it, and the difference, block by block.
    private static final class Comparison {
        private final AudioFormat format;
        private final ProgramMeter meter;
        private final BandPowers master;
        private final BandPowers coded;
        private final BandPowers difference;

        Comparison(AudioFormat format) {
            this.format = format;
            int rate = format.sampleRate();
            meter = new ProgramMeter(format);
            master = new BandPowers(rate, format.channels());
            coded = new BandPowers(rate, format.channels());
            difference = new BandPowers(rate, format.channels());
        }

        /// Leaves out what lies before the part.
        void leaveOut(SampleStream is, long frames) throws IOException {
            float[][] block = new float[format.channels()][BLOCK];
            for (long left = frames; left > 0; left -= Math.min(BLOCK, left)) {
                fill(is, block, (int) Math.min(BLOCK, left));
            }
        }

        void run(
                SampleStream was,
                SampleStream is,
                long frames,
                AudioFileWriter sound,
                AudioFileWriter lost,
                Progress progress)
                throws IOException {
            float[][] one = new float[format.channels()][BLOCK];
            float[][] two = new float[format.channels()][BLOCK];
            float[][] apart = new float[format.channels()][BLOCK];
            for (long at = 0; at < frames; ) {
                int count = (int) Math.min(BLOCK, frames - at);
                fill(was, one, count);
                fill(is, two, count);
                for (int ch = 0; ch < apart.length; ch++) {
                    for (int i = 0; i < count; i++) {
                        apart[ch][i] = two[ch][i] - one[ch][i];
                    }
                }
                sound.write(two, 0, count);
                lost.write(apart, 0, count);
                meter.makeRoom();
                meter.process(apart, 0, count);
                master.process(one, 0, count);
                coded.process(two, 0, count);
                difference.process(apart, 0, count);
                at += count;
                progress.at("Comparing", (double) at / frames);
                if (progress.canceled()) {
                    throw new OfflineRender.Canceled();
                }
            }
        }

        /// Reads so many frames; behind the end there is silence: rates that do not divide give a frame more or less.
        private static void fill(SampleStream stream, float[][] block, int count) throws IOException {
            int filled = 0;
            while (filled < count) {
                int read = stream.read(block, filled, count - filled);
                if (read < 0) {
                    for (float[] row : block) {
                        Arrays.fill(row, filled, count, 0f);
                    }
                    return;
                }
                filled += read;
            }
        }

        CodedFigures figures(MasterFile was, MasterFile is, Overs overs) {
            LoudnessReport apart = meter.finish();
            for (BandPowers powers : List.of(master, coded, difference)) {
                powers.finish(format.channels());
            }
            double[] before = master.thirdOctavesDb();
            double[] after = coded.thirdOctavesDb();
            double[] between = difference.thirdOctavesDb();
            List<CodedFigures.Third> thirds = new ArrayList<>();
            for (int band = 0; band < before.length; band++) {
                thirds.add(new CodedFigures.Third(ThirdOctaves.hertz(band), before[band], after[band], between[band]));
            }
            return new CodedFigures(
                    was.report(),
                    is.report(),
                    apart,
                    peaks(overs.first()),
                    peaks(overs.last()),
                    is.ceiling(),
                    is.ceilingSet(),
                    is.passes(),
                    thirds,
                    Cutoff.of(master, coded));
        }

        private static CodedFigures.Peaks peaks(Overs.Count count) {
            return new CodedFigures.Peaks(count.truePeakDbtp(), count.samples(), count.places());
        }
    }

    /// The progress of a step as one of the whole. It never goes back.
    private static class Part implements Progress {
        private final Progress whole;
        private final double from;
        private final double to;
        private double reached;

        Part(Progress whole, double from, double to) {
            this.whole = whole;
            this.from = from;
            this.to = to;
        }

        @Override
        public void at(String step, double share) {
            reached = Math.max(reached, Math.clamp(share, 0, 1));
            whole.at(step, from + (to - from) * reached);
        }

        @Override
        public boolean canceled() {
            return whole.canceled();
        }
    }

    /// The progress of a file that is made as often as it must be.
    private static final class Passes extends Part {
        private static final double CODING = 0.7;
        private static final String MEASURING = "Measuring";
        private static final String LIMITING = "Limiting";
        private int pass;
        private boolean limiting;

        Passes(Progress whole) {
            super(whole, MASTER, FILE);
        }

        @Override
        public void at(String step, double share) {
            boolean now = step.startsWith(LIMITING);
            if (now && !limiting) {
                pass++;
            }
            limiting = now;
            double left = Math.pow(1 - PASS, Math.max(0, pass - 1));
            double part = step.startsWith(MEASURING) ? CODING + (1 - CODING) * share : now ? CODING * share : 0;
            super.at(step, 1 - left + left * PASS * part);
        }
    }
}
