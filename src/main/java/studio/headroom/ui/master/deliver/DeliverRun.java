package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.ExportWatch;
import studio.headroom.mastering.deliver.Delivered;
import studio.headroom.mastering.deliver.DeliveryFile;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.mastering.deliver.DeliveryReport;
import studio.headroom.mastering.deliver.DeliveryWatch;
import studio.headroom.ui.export.Figures;
import studio.headroom.ui.export.FileRows;
import studio.headroom.ui.export.FilesRun;

/// A delivery under way, of the master as it was when it began.
final class DeliverRun extends FilesRun {
    private final DeliveryJob.Order order;
    private volatile DeliveryJob.@Nullable Result result;

    /// @param names of the files, relative to their folder
    DeliverRun(DeliveryJob.Order order, List<String> names) {
        super(names, order.files().stream().map(DeliveryFile::path).toList());
        this.order = order;
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
                setStage(index, stage);
            }

            @Override
            public void within(int index, double share) {
                setShare(index, share);
            }

            @Override
            public void measured(int index, Delivered written) {
                setDone(index, said(written));
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
        if (!file.levelWords().isEmpty()) {
            parts.add(file.levelWords());
        }
        if (file.passes() > 1) {
            parts.add("made " + file.passes() + " times until it held");
        }
        StringBuilder details = new StringBuilder(String.join(" · ", parts));
        file.remarks().forEach(remark -> details.append('\n').append(remark.replaceAll("(?<= )-(?=\\d)", "−")));
        return new FileRows.Done(
                file.remarks().isEmpty() && file.holds(), Figures.first(file.report()), details.toString());
    }

    /// Names of the prints that it reads.
    Set<String> prints() {
        return order.versions().stream()
                .map(version -> String.valueOf(version.print().getFileName()))
                .collect(Collectors.toSet());
    }

    String title() {
        return order.title();
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
