package studio.headroom.mastering.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.mastering.OutputPlaces;

/// Looks before the first file is rendered whether all of them can be written, and says all that stands against it at
/// once.
final class Preflight {
    private Preflight() {}

    /// @throws FileException with a line for each problem
    static void check(DeliveryJob.Order order) throws FileException {
        List<String> problems = new ArrayList<>();
        List<Path> read = new ArrayList<>(order.read());
        long bytes = 0;
        long scratch = 0;
        for (DeliveryVersion version : order.versions()) {
            AudioFileInfo print = AudioFiles.info(version.print());
            AudioFormat format = print.format();
            List<DeliveryItem> items =
                    version.files().stream().map(DeliveryFile::item).toList();
            for (DeliveryFile file : version.files()) {
                file.item()
                        .problem(format.sampleRate(), format.channels())
                        .ifPresent(problem -> problems.add("'" + file.path() + "' cannot be made: " + problem));
            }
            DeliveryPlan.Sound sound =
                    new DeliveryPlan.Sound(format.sampleRate(), format.channels(), Math.max(0, print.seconds()));
            bytes += sound.bytes(items);
            // One version is rendered after the other.
            scratch = Math.max(scratch, sound.scratchBytes(items));
            read.add(version.print());
        }
        List<Path> outputs =
                new ArrayList<>(order.files().stream().map(DeliveryFile::path).toList());
        order.reports().forEach(report -> outputs.add(report.file()));
        Path folder = order.folders().stream()
                .findFirst()
                .orElseGet(() -> outputs.isEmpty()
                        ? read.getLast().toAbsolutePath().getParent()
                        : outputs.getFirst().toAbsolutePath().getParent());
        problems.addAll(OutputPlaces.of(new OutputPlaces.Wanted(folder, outputs, read, bytes, scratch))
                .problems());
        OutputPlaces.require(problems);
    }

    /// Proves that the folders, which exist by now, take files; permissions alone do not tell on every disk.
    ///
    /// @throws FileException with a line for each folder that does not
    static void prove(DeliveryJob.Order order) throws FileException {
        Set<Path> folders = new LinkedHashSet<>();
        order.files().forEach(file -> folders.add(file.path().toAbsolutePath().getParent()));
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Files.delete(Files.createTempFile(folder, ".headroom-", ".part"));
            } catch (IOException e) {
                problems.add(String.valueOf(FileException.writing(folder, e).getMessage()));
            }
        }
        OutputPlaces.require(problems);
    }
}
