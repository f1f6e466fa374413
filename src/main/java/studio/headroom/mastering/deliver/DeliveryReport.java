package studio.headroom.mastering.deliver;

import java.nio.file.Path;
import java.time.Instant;
import studio.headroom.files.Json;

/// What was measured on the files of a delivery, as a file for people or programs.
public enum DeliveryReport {
    JSON(".json"),
    HTML(".html");

    private final String ending;

    DeliveryReport(String ending) {
        this.ending = ending;
    }

    /// With its dot.
    public String ending() {
        return ending;
    }

    /// A report with its place.
    public record Place(DeliveryReport kind, Path file) {}

    /// @param title of the song
    String text(String title, Instant made, DeliveryJob.Result result) {
        return this == JSON
                ? Json.text(DeliveryFigures.of(title, made, result)) + "\n"
                : ReportPage.html(title, made, result);
    }
}
