package studio.headroom.mastering.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;

/// The reports of a delivery: their places are proved before it begins, and taken when it is complete.
final class ReportFiles implements Closeable {
    private final List<DeliveryReport.Place> places;
    private final List<AtomicFile> files = new ArrayList<>();

    private ReportFiles(List<DeliveryReport.Place> places) {
        this.places = places;
    }

    /// @throws FileException when one cannot be written
    static ReportFiles begin(List<DeliveryReport.Place> places) throws FileException {
        ReportFiles reports = new ReportFiles(places);
        try {
            for (DeliveryReport.Place place : places) {
                reports.files.add(AtomicFile.create(place.file()));
            }
            return reports;
        } catch (FileException e) {
            reports.close();
            throw e;
        }
    }

    void write(String title, DeliveryJob.Result result) throws FileException {
        Instant made = Instant.now();
        for (int i = 0; i < files.size(); i++) {
            AtomicFile file = files.get(i);
            try {
                String text = places.get(i).kind().text(title, made, result);
                Files.writeString(file.temporary(), text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw FileException.writing(file.target(), e);
            }
        }
    }

    void commit() throws FileException {
        for (AtomicFile file : files) {
            file.commit();
        }
    }

    @Override
    public void close() {
        files.forEach(AtomicFile::close);
    }
}
