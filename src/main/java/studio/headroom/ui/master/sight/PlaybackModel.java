package studio.headroom.ui.master.sight;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.PlaybackForecast;
import studio.headroom.mastering.sight.PlaybackService;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.ui.master.Hearing;

/// What services will do to the master, and which of them one listens with. UI thread.
public final class PlaybackModel {
    private final Hearing hearing;
    private final ReadOnlyObjectWrapper<List<PlaybackForecast>> forecasts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper heard = new ReadOnlyStringWrapper("");
    private final ChangeListener<Number> outside = (_, _, now) -> changedOutside(now.doubleValue());
    private boolean setting;

    PlaybackModel(Hearing hearing) {
        this.hearing = hearing;
        hearing.playbackDb().addListener(outside);
    }

    /// One for each service, in the order of the data file; empty while there is no master.
    public ReadOnlyObjectProperty<List<PlaybackForecast>> forecasts() {
        return forecasts.getReadOnlyProperty();
    }

    /// The name of the service that one listens with, or empty.
    public ReadOnlyStringProperty heard() {
        return heard.getReadOnlyProperty();
    }

    /// Hears the master as a service plays it, or, where it is heard so already, as it is.
    public void toggle(String service) {
        hear(service.equals(heard.get()) ? "" : service);
    }

    private void hear(String service) {
        heard.set(service);
        Optional<PlaybackForecast> wanted = forecasts.get().stream()
                .filter(forecast -> forecast.service().name().equals(service))
                .findFirst();
        setting = true;
        hearing.playbackCeiling().set(wanted.map(PlaybackModel::ceiling).orElse(Double.NaN));
        hearing.playbackDb().set(wanted.map(PlaybackForecast::changeDb).orElse(0.0));
        setting = false;
    }

    /// Where a service limits what it raises, in dBFS; NaN where it does not.
    private static double ceiling(PlaybackForecast forecast) {
        return forecast.limitedDb() > 0 ? forecast.service().headroomDbtp().orElse(0) : Double.NaN;
    }

    private void changedOutside(double db) {
        if (!setting && !heard.get().isEmpty()) {
            heard.set("");
            hearing.playbackCeiling().set(Double.NaN);
        }
    }

    /// @param sight of the master, or null
    void show(@Nullable Sight sight) {
        if (sight == null) {
            forecasts.set(List.of());
        } else {
            double lufs = sight.master().report().integratedLufs();
            double peak = sight.master().report().truePeakDbtp();
            forecasts.set(PlaybackService.all().stream()
                    .map(service -> PlaybackForecast.of(service, lufs, peak))
                    .toList());
        }
        if (!heard.get().isEmpty()) {
            hear(heard.get());
        }
    }

    void close() {
        hearing.playbackDb().removeListener(outside);
    }
}
