package studio.headroom.mastering.sight;

import java.util.Locale;

/// What a service will do to a master. Pure functions of its loudness and true peak.
///
/// @param playsAt the loudness at which it is heard, in LUFS
/// @param changeDb by how much it is turned up or, below 0, down
/// @param shortDb by how much it stays softer than what the service plays everything at, because its peaks have no more
///     room or because the service does not raise; 0 or more
/// @param limitedDb how far its highest peak is limited, 0 or more
/// @param advisedDbtp the highest true peak that is advised for it
/// @param peakHolds whether its true peak is no higher
public record PlaybackForecast(
        PlaybackService service,
        double playsAt,
        double changeDb,
        double shortDb,
        double limitedDb,
        double advisedDbtp,
        boolean peakHolds) {
    /// Figures are shown to a tenth.
    private static final double SHOWN = 0.05;

    /// @param lufs integrated loudness of the master; -∞ for none, which nobody changes
    /// @param truePeakDbtp its true peak; -∞ for silence
    public static PlaybackForecast of(PlaybackService service, double lufs, double truePeakDbtp) {
        boolean changes = service.lufs().isPresent() && Double.isFinite(lufs);
        double wanted = changes ? service.lufs().getAsDouble() - lufs : 0;
        double room = service.headroomDbtp().orElse(0) - truePeakDbtp;
        double change = wanted <= 0
                ? wanted
                : switch (service.change()) {
                    case NONE, DOWN -> 0;
                    case RAISE -> Math.clamp(room, 0, wanted);
                    case LIMIT -> wanted;
                };
        boolean limits = service.change() == PlaybackService.Change.LIMIT && change > 0;
        double limited = limits && Double.isFinite(room) ? Math.max(0, change - room) : 0;
        boolean louder = wanted < -SHOWN;
        double advised = louder ? service.loudPeakDbtp() : service.peakDbtp();
        return new PlaybackForecast(
                service,
                lufs + change,
                change,
                Math.max(0, wanted - change),
                limited,
                advised,
                truePeakDbtp <= advised + SHOWN);
    }

    /// What happens, in a sentence.
    public String words() {
        if (service.change() == PlaybackService.Change.NONE) {
            return service.label() + " leaves the level as it is.";
        }
        if (!Double.isFinite(playsAt)) {
            return "Without a loudness there is nothing to tell.";
        }
        String what;
        if (changeDb < -SHOWN) {
            what = "turns it down by " + db(-changeDb);
        } else if (changeDb > SHOWN) {
            what = "raises it by " + db(changeDb);
        } else {
            what = "leaves it as it is";
        }
        String how = "";
        if (limitedDb > SHOWN) {
            how = " and limits its peaks by up to " + db(limitedDb);
        } else if (shortDb > SHOWN && changeDb > SHOWN) {
            how = ", until its peaks have no more room: it stays " + db(shortDb) + " softer than others";
        } else if (shortDb > SHOWN) {
            how = ", though it is " + db(shortDb) + " softer than others: "
                    + (service.change() == PlaybackService.Change.DOWN
                            ? "quiet music is not raised"
                            : "its peaks have no room");
        }
        return service.label() + " " + what + how + ".";
    }

    private static String db(double value) {
        return String.format(Locale.ROOT, "%.1f dB", value);
    }
}
