package studio.headroom.mastering.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.Sha256;
import studio.headroom.mastering.ExportWatch.Stage;
import studio.headroom.mastering.MasterFile;
import studio.headroom.mastering.MasterSound;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.NewFolders;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.Trim;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Masters one print, or several versions of a song, into any number of files at once. The chain up to its final
/// limiter is
/// rendered once for each; from there each file gets its rate, then its limiter and gain, then dither and coding, and
/// is
/// measured and made again until it keeps its level. All files, and the reports on them, take their places when all of
/// them are complete: a delivery that fails or is called off changes nothing.
public final class DeliveryJob {
    /// A part of the whole that the render of a print takes, where a file takes 1.
    private static final double RENDER_WEIGHT = 1.5;
    /// A part of a file's work that is over when it was limited.
    private static final double MEASURING = 0.7;

    /// What is delivered, and how.
    ///
    /// @param title of the song, for the reports
    /// @param versions the song first; all have files of the same items
    /// @param level of the other versions
    /// @param read other files that are read, and so are not written over
    /// @param chain effects in order, or null for the gentle one
    /// @param ends what of the prints is delivered
    /// @param folders made where missing
    /// @param reports written with the files
    public record Order(
            String title,
            List<DeliveryVersion> versions,
            VersionLevel level,
            List<Path> read,
            @Nullable List<Insert> chain,
            Ends ends,
            Collection<Path> folders,
            List<DeliveryReport.Place> reports) {
        /// @throws IllegalArgumentException where there is no version, or one has files of other items
        public Order {
            versions = List.copyOf(versions);
            read = List.copyOf(read);
            folders = List.copyOf(folders);
            reports = List.copyOf(reports);
            if (versions.stream().map(Order::items).distinct().count() != 1) {
                throw new IllegalArgumentException("all versions have the same items");
            }
        }

        /// A song without other versions.
        ///
        /// @param print the sound
        public Order(
                String title,
                Path print,
                List<Path> read,
                @Nullable List<Insert> chain,
                Ends ends,
                List<DeliveryFile> files,
                Collection<Path> folders,
                List<DeliveryReport.Place> reports) {
            this(
                    title,
                    List.of(new DeliveryVersion("", print, files)),
                    VersionLevel.SONG,
                    read,
                    chain,
                    ends,
                    folders,
                    reports);
        }

        private static List<DeliveryItem> items(DeliveryVersion version) {
            return version.files().stream().map(DeliveryFile::item).toList();
        }

        /// Those of all versions, one version after the other.
        public List<DeliveryFile> files() {
            return versions.stream()
                    .flatMap(version -> version.files().stream())
                    .toList();
        }
    }

    /// What was delivered.
    ///
    /// @param versions the song first
    public record Result(List<DeliveredVersion> versions) {
        public Result {
            versions = List.copyOf(versions);
        }

        public DeliveredVersion song() {
            return versions.getFirst();
        }

        /// Those of all versions, one version after the other, in the order in which they were asked for.
        public List<Delivered> files() {
            return versions.stream()
                    .flatMap(version -> version.files().stream())
                    .toList();
        }

        /// The part of the song's print that its files hold.
        public Trim trim() {
            return song().trim();
        }
    }

    private final Order order;
    private final DeliveryWatch watch;
    private final List<DeliveryFile> files;
    /// Those that are complete, in the order of the files.
    private final @Nullable MasterFile[] made;
    private final @Nullable Delivered[] delivered;
    private final double allWeight;
    private double done;

    private DeliveryJob(Order order, DeliveryWatch watch) {
        this.order = order;
        this.watch = watch;
        files = order.files();
        made = new MasterFile[files.size()];
        delivered = new Delivered[files.size()];
        allWeight = RENDER_WEIGHT * order.versions.size() + files.size();
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
        try (ReportFiles reports = ReportFiles.begin(order.reports)) {
            List<DeliveredVersion> versions = new ArrayList<>();
            MasterSound.Manner song = null;
            for (DeliveryVersion version : order.versions) {
                try (SampleSource source = Sources.randomAccess(version.print(), within(-1));
                        MasterSound sound = render(version, song, source)) {
                    done += RENDER_WEIGHT;
                    versions.add(
                            deliver(version, versions.size(), source.format().sampleRate(), sound));
                    song = song == null ? sound.manner() : song;
                }
            }
            Result result = new Result(versions);
            reports.write(order.title, result);
            commit();
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

    /// @param song how the song was mastered, or null where this is the song
    private MasterSound render(DeliveryVersion version, MasterSound.@Nullable Manner song, SampleSource source)
            throws IOException {
        Set<Integer> rates = new TreeSet<>();
        version.files()
                .forEach(file -> rates.add(file.item().rateOf(source.format().sampleRate())));
        return song == null
                ? MasterSound.render(version.print(), source, order.chain, order.ends, rates, rendering())
                : MasterSound.version(song, version.print(), source, order.ends, rates, rendering());
    }

    /// @param number of the version, 0 for the song
    private DeliveredVersion deliver(DeliveryVersion version, int number, int printRate, MasterSound sound)
            throws IOException {
        int count = version.files().size();
        int first = number * count;
        for (int file : byRate(version, printRate)) {
            int index = first + file;
            DeliveryLook look =
                    new DeliveryLook(Target.find(files.get(index).item().target())
                            .filter(Target::cut)
                            .isPresent());
            MasterFile leader = number > 0 && order.level == VersionLevel.SONG ? made[file] : null;
            MasterFile complete = make(index, leader, sound, look);
            made[index] = complete;
            Delivered judged = judged(index, leader, complete, look);
            delivered[index] = judged;
            watch.measured(index, judged);
            watch.file(index, Stage.READY);
            done++;
            watch.whole(done / allWeight);
            if (watch.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        List<Delivered> all = new ArrayList<>();
        for (int index = first; index < first + count; index++) {
            all.add(Objects.requireNonNull(delivered[index]));
        }
        return new DeliveredVersion(
                version.name(),
                version.print(),
                sound.print(),
                sound.trim(),
                Sha256.of(version.print()),
                mixHash(version.print()),
                all);
    }

    /// Files of one rate follow each other, those of the print's rate first: each conversion is made once.
    private static List<Integer> byRate(DeliveryVersion version, int printRate) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < version.files().size(); i++) {
            indexes.add(i);
        }
        indexes.sort(Comparator.comparingInt(index -> {
            int rate = version.files().get(index).item().rateOf(printRate);
            return rate == printRate ? 0 : rate;
        }));
        return indexes;
    }

    /// @param leader the song's file whose gain and limiter it gets, or null where its level is its own
    private MasterFile make(int index, @Nullable MasterFile leader, MasterSound sound, DeliveryLook look)
            throws IOException {
        DeliveryFile file = files.get(index);
        OutputFormat format = file.item().output(file.tags());
        watch.file(index, Stage.WRITING);
        return leader == null
                ? sound.file(file.path(), file.item().level(), format, look, within(index))
                : sound.fileLike(leader, file.path(), file.item().level(), format, look, within(index));
    }

    private void commit() throws IOException {
        for (int i = 0; i < made.length; i++) {
            MasterFile file = made[i];
            if (file != null) {
                file.commit();
                watch.file(i, Stage.DONE);
            }
        }
    }

    // ---- looking at a file ----

    private Delivered judged(int index, @Nullable MasterFile leader, MasterFile made, DeliveryLook look)
            throws IOException {
        DeliveryFile file = files.get(index);
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
                leader == null || made.gainDb() != leader.gainDb()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                made.report().integratedLufs() - leader.report().integratedLufs()),
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
                watch.whole((done + RENDER_WEIGHT * part) / allWeight);
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
