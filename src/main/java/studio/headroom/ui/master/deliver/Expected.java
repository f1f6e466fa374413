package studio.headroom.ui.master.deliver;

import studio.headroom.mastering.Level;
import studio.headroom.mastering.deliver.DeliveryItem;

/// What the master measures as the chain is set, of which follows what its files will be like.
///
/// @param lufs integrated loudness
/// @param truePeakDbtp its true peak
public record Expected(double lufs, double truePeakDbtp) {
    /// What a file will be like, in a few words.
    String of(DeliveryItem item) {
        if (!Double.isFinite(lufs)) {
            return "";
        }
        return switch (item.level()) {
            case Level.AsSet set -> {
                boolean over = set.ceiling().isPresent()
                        && truePeakDbtp > set.ceiling().getAsDouble();
                yield "about " + LevelChoice.number(lufs, 1) + " LUFS"
                        + (over ? ", the limiter a little lower for its ceiling" : "");
            }
            case Level.Exactly exactly ->
                LevelChoice.number(lufs, 1) + " LUFS, " + LevelChoice.number(truePeakDbtp, 1) + " dBTP";
            case Level.Unlimited unlimited -> "as loud as its peaks allow without the limiter";
            case Level.Loud loud -> {
                double change = loud.lufs() - lufs;
                yield Math.abs(change) < 0.05
                        ? "as loud as the master"
                        : LevelChoice.number(Math.abs(change), 1) + " LU "
                                + (change < 0 ? "softer than the master" : "louder: more into the limiter");
            }
        };
    }
}
