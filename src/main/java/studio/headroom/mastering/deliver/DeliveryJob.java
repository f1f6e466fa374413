package studio.headroom.mastering.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.Sha256;
import studio.headroom.mastering.ExportWatch.Stage;
import studio.headroom.mastering.MasterFile;
import studio.headroom.mastering.MasterSound;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.NewFolders;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.Trim;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Masters one print into any number of files at once. The chain up to its final limiter is rendered once; from there
/// each
/// file gets its rate, then its limiter and gain, then dither and coding, and is measured and made again until it keeps
/// its
/// level. All files, and the reports on them, take their places when all of them are complete: a delivery that fails or
/// is called off changes nothing.
public final class DeliveryJob {
    /// A part of the whole that the render takes, where a file takes 1.
    private static final double RENDER_WEIGHT = 1.5;
    /// A part of a file's work that is over when it was limited.
    private static final double MEASURING = 0.7;

    /// What is delivered, and how.
    ///
    /// @param title of the song, for the reports
    /// @param print the sound
    /// @param read other files that are read, and so are not written over
    /// @param chain effects in order, or null for the gentle one
    /// @param ends what of the print is delivered
    /// @param folders made where missing
    /// @param reports written with the files
    public record Order(
            String title,
            Path print,
            List<Path> read,
            @Nullable List<Insert> chain,
            Ends ends,
            List<DeliveryFile> files,
            Collection<Path> folders,
            List<DeliveryReport.Place> reports) {
        public Order {
            read = List.copyOf(read);
            files = List.copyOf(files);
            folders = List.copyOf(folders);
            reports = List.copyOf(reports);
        }
    }

    /// What was delivered.
    ///
    /// @param input measured on the print
    /// @param printSha256 checksum of the print's file
    /// @param trim the part of the print that the files hold
    /// @param mixHash of the song that it is a print of, or empty
    /// @param files in the order in which they were asked for
    public record Result(
            Path print, LoudnessReport input, Trim trim, String printSha256, String mixHash, List<Delivered> files) {
        public Result {
            files = List.copyOf(files);
        }
    }

    private final Order order;
    private final DeliveryWatch watch;
    private final double allWeight;
    private double done;

    private DeliveryJob(Order order, DeliveryWatch watch) {
        this.order = order;
        this.watch = watch;
        allWeight = RENDER_WEIGHT + order.files.size();
    }

    /// @throws OfflineRender.Canceled when the watch said so
    /// @throws IOException that names a file and the cure; nothing that existed before is changed then
    public static Result run(Order order, DeliveryWatch watch) throws IOException {
        Preflight.check(order);
        try (NewFolders folders = new NewFolders(order.folders)) {
            Preflight.prove(order);
            Result result = new DeliveryJob(order, watch).run();
            folders.keep();
            return result;
        }
    }

    private Result run() throws IOException {
        try (SampleSource source = Sources.randomAccess(order.print, within(-1));
                MasterSound sound = MasterSound.render(
                        order.print,
                        source,
                        order.chain,
                        order.ends,
                        rates(source.format().sampleRate()),
                        rendering())) {
            done = RENDER_WEIGHT;
            return deliver(source.format().sampleRate(), sound);
        }
    }

    private Set<Integer> rates(int printRate) {
        Set<Integer> rates = new TreeSet<>();
        order.files.forEach(file -> rates.add(file.item().rateOf(printRate)));
        return rates;
    }

    private Result deliver(int printRate, MasterSound sound) throws IOException {
        @Nullable MasterFile[] made = new MasterFile[order.files.size()];
        @Nullable Delivered[] delivered = new Delivered[made.length];
        try (ReportFiles reports = ReportFiles.begin(order.reports)) {
            for (int index : byRate(printRate)) {
                DeliveryLook look = new DeliveryLook(
                        Target.find(order.files.get(index).item().target())
                                .filter(Target::cut)
                                .isPresent());
                made[index] = make(index, sound, look);
                delivered[index] = judged(index, made[index], look);
                watch.measured(index, delivered[index]);
                watch.file(index, Stage.READY);
                done++;
                watch.whole(done / allWeight);
                if (watch.canceled()) {
                    throw new OfflineRender.Canceled();
                }
            }
            List<Delivered> all = new ArrayList<>();
            for (Delivered each : delivered) {
                if (each != null) {
                    all.add(each);
                }
            }
            Result result = new Result(
                    order.print, sound.print(), sound.trim(), Sha256.of(order.print), mixHash(order.print), all);
            reports.write(order.title, result);
            commit(made);
            reports.commit();
            watch.whole(1);
            return result;
        } finally {
            for (MasterFile file : made) {
                if (file != null) {
                    file.close();
                }
            }
        }
    }

    /// Files of one rate follow each other, those of the print's rate first: each conversion is made once.
    private List<Integer> byRate(int printRate) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < order.files.size(); i++) {
            indexes.add(i);
        }
        indexes.sort(Comparator.comparingInt(index -> {
            int rate = order.files.get(index).item().rateOf(printRate);
            return rate == printRate ? 0 : rate;
        }));
        return indexes;
    }

    private MasterFile make(int index, MasterSound sound, DeliveryLook look) throws IOException {
        DeliveryFile file = order.files.get(index);
        watch.file(index, Stage.WRITING);
        return sound.file(file.path(), file.item().level(), file.item().output(file.tags()), look, within(index));
    }

    private void commit(@Nullable MasterFile[] made) throws IOException {
        for (int i = 0; i < made.length; i++) {
            MasterFile file = made[i];
            if (file != null) {
                file.commit();
                watch.file(i, Stage.DONE);
            }
        }
    }

    // ---- looking at a file ----

    private Delivered judged(int index, MasterFile made, DeliveryLook look) throws IOException {
        DeliveryFile file = order.files.get(index);
        Path complete = made.complete();
        VinylFigures vinyl = look.vinyl();
        List<String> remarks = made.remarks();
        if (vinyl != null) {
            remarks.addAll(vinyl.remarks());
        }
        return new Delivered(
                file,
                made.format(),
                made.report(),
                look.sight(),
                vinyl,
                made.chain(),
                made.gainDb(),
                made.ceilingSet(),
                made.ceiling(),
                made.passes(),
                Files.size(complete),
                Sha256.of(complete),
                remarks);
    }

    private static String mixHash(Path print) {
        try {
            Tags tags = AudioFiles.tags(print);
            return MixPrint.hash(tags).orElse("");
        } catch (IOException e) {
            return ""; // Its sound could be read; what it says of itself need not be.
        }
    }

    // ---- progress ----

    private Progress rendering() {
        return new Progress() {
            @Override
            public void at(String step, double share) {
                watch.at(step, share);
                double part = step.startsWith("Rendering") ? 0.3 + 0.7 * share : 0.3 * share;
                watch.whole(RENDER_WEIGHT * part / allWeight);
            }

            @Override
            public boolean canceled() {
                return watch.canceled();
            }
        };
    }

    /// The progress of one step of one file as one of the whole.
    ///
    /// @param index of the file, or -1 for what comes before the first
    private Progress within(int index) {
        return new Progress() {
            private double reached;
            private boolean measured;

            @Override
            public void at(String step, double share) {
                watch.at(step, share);
                if (index < 0) {
                    return;
                }
                boolean measuring = step.startsWith("Measuring the file");
                if (measuring != measured) {
                    measured = measuring;
                    watch.file(index, measuring ? Stage.MEASURING : Stage.WRITING);
                }
                double part = measuring
                        ? MEASURING + (1 - MEASURING) * share
                        : step.startsWith("Converting") ? 0.2 * share : 0.2 + (MEASURING - 0.2) * share;
                reached = Math.max(reached, Math.clamp(part, 0, 1));
                watch.within(index, reached);
                watch.whole((done + reached) / allWeight);
            }

            @Override
            public boolean canceled() {
                return watch.canceled();
            }
        };
    }
}
