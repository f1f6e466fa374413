package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.ExportWatch;
import studio.headroom.mastering.deliver.Delivered;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.mastering.deliver.DeliveryReport;
import studio.headroom.mastering.deliver.DeliveryWatch;
import studio.headroom.ui.export.Figures;
import studio.headroom.ui.export.FileRows;
import studio.headroom.ui.export.LongJob;

/// A delivery under way, of the master as it was when it began.
final class DeliverRun extends LongJob implements FileRows.Source {
    private final DeliveryJob.Order order;
    private final List<String> names;
    private final AtomicReferenceArray<ExportWatch.@Nullable Stage> stages;
    private final AtomicReferenceArray<FileRows.@Nullable Done> done;
    private final AtomicReferenceArray<@Nullable Double> shares;
    private volatile DeliveryJob.@Nullable Result result;

    /// @param names of the files, relative to their folder
    DeliverRun(DeliveryJob.Order order, List<String> names) {
        this.order = order;
        this.names = List.copyOf(names);
        stages = new AtomicReferenceArray<>(names.size());
        done = new AtomicReferenceArray<>(names.size());
        shares = new AtomicReferenceArray<>(names.size());
    }

    @Override
    protected void work() throws IOException {
        result = DeliveryJob.run(order, new DeliveryWatch() {
            @Override
            public void at(String step, double share) {
                say(step);
            }

            @Override
            public void whole(double share) {
                setShare(share);
            }

            @Override
            public void file(int index, ExportWatch.Stage stage) {
                stages.set(index, stage);
            }

            @Override
            public void within(int index, double share) {
                shares.set(index, share);
            }

            @Override
            public void measured(int index, Delivered written) {
                done.set(index, said(written));
            }

            @Override
            public boolean canceled() {
                return isCanceled();
            }
        });
    }

    private static FileRows.Done said(Delivered file) {
        List<String> parts = new ArrayList<>();
        file.ceiling()
                .ifPresent(dbtp -> parts.add((file.holds() ? "ceiling of " : "above its ceiling of ")
                        + LevelChoice.number(dbtp, 1) + " dBTP" + (file.holds() ? " holds" : "")));
        parts.add("range " + Figures.level(file.report().loudnessRangeLu()) + " LU");
        parts.add("PLR " + Figures.level(file.report().plrDb()) + " dB");
        if (file.passes() > 1) {
            parts.add("made " + file.passes() + " times until it held");
        }
        StringBuilder details = new StringBuilder(String.join(" · ", parts));
        file.remarks().forEach(remark -> details.append('\n').append(remark.replaceAll("(?<= )-(?=\\d)", "−")));
        return new FileRows.Done(
                file.remarks().isEmpty() && file.holds(), Figures.first(file.report()), details.toString());
    }

    String title() {
        return order.title();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Path file(int index) {
        return order.files().get(index).path();
    }

    @Override
    public ExportWatch.@Nullable Stage stage(int index) {
        return stages.get(index);
    }

    @Override
    public double share(int index) {
        Double share = shares.get(index);
        return share == null ? -1 : share;
    }

    @Override
    public FileRows.@Nullable Done done(int index) {
        return done.get(index);
    }

    /// How many files are complete.
    int ready() {
        int ready = 0;
        for (int i = 0; i < done.length(); i++) {
            ready += done.get(i) != null ? 1 : 0;
        }
        return ready;
    }

    /// What came of it, or null.
    DeliveryJob.@Nullable Result result() {
        return result;
    }

    /// The page of figures, or null where none was asked for.
    @Nullable
    Path report() {
        return order.reports().stream()
                .filter(place -> place.kind() == DeliveryReport.HTML)
                .map(DeliveryReport.Place::file)
                .findFirst()
                .orElse(null);
    }
}
