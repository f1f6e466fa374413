package studio.headroom.mastering.deliver;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.sight.PlaybackForecast;
import studio.headroom.mastering.sight.PlaybackService;
import studio.headroom.project.Insert;

/// A file that was delivered, and what was measured on it after it was written.
///
/// @param format of the file
/// @param report measured on the file as a player decodes it
/// @param sight curves of it
/// @param vinyl what a cutting house looks at, or null where it is not for one
/// @param chain what was done to the print, the final limiter as it is set
/// @param gainDb between chain and limiter
/// @param ceilingSet of the limiter, in dBTP; infinite where there was none
/// @param ceiling that the file keeps, in dBTP, where one holds
/// @param passes how often limiter and file were made
/// @param bytes of the file
/// @param sha256 its checksum, in 64 digits
/// @param againstSong by how much it is louder than the song's file whose gain and limiter it has, in LU; empty where
/// its level is its own, or its gain had to be less
/// @param remarks what should be known of it, in words
public record Delivered(
        DeliveryFile file,
        AudioFormat format,
        LoudnessReport report,
        FileSight sight,
        @Nullable VinylFigures vinyl,
        List<Insert> chain,
        double gainDb,
        double ceilingSet,
        OptionalDouble ceiling,
        int passes,
        long bytes,
        String sha256,
        OptionalDouble againstSong,
        List<String> remarks) {
    /// Less is equally loud, in LU.
    private static final double LEAST = 0.05;

    public Delivered {
        chain = List.copyOf(chain);
        remarks = List.copyOf(remarks);
    }

    /// Whether its true peaks stay at or under the ceiling that holds for it.
    public boolean holds() {
        return ceiling.isEmpty() || report.truePeakDbtp() <= ceiling.getAsDouble();
    }

    /// How its level came about, in words; empty where it is its own.
    public String levelWords() {
        if (againstSong.isEmpty()) {
            return "";
        }
        double louder = againstSong.getAsDouble();
        String start = "gain and limiter as the song’s";
        return !Double.isFinite(louder) || Math.abs(louder) < LEAST
                ? start
                : start + ", which makes it "
                        + String.format(Locale.ROOT, "%.1f LU ", Math.abs(louder))
                        + (louder < 0 ? "softer" : "louder");
    }

    /// What each service will do to it.
    public List<PlaybackForecast> playback() {
        return PlaybackService.all().stream()
                .map(service -> PlaybackForecast.of(service, report.integratedLufs(), report.truePeakDbtp()))
                .toList();
    }

    public double seconds() {
        return (double) report.frames() / format.sampleRate();
    }
}
