package studio.headroom.mastering.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.Target;

/// What a destination does to a file.
///
/// @param changeDb by how much it is turned, in dB
/// @param playsAt the loudness that listeners get, in LUFS
/// @param holds whether its peaks are at or under what the destination asks for
/// @param words all of it in a sentence
public record Playback(Target target, double changeDb, double playsAt, boolean holds, String words) {
    /// Less than this is no change.
    private static final double LEAST = 0.05;

    /// What each destination with a loudness does to a file of these figures. Only what is louder is turned down; whether
    /// services raise what is softer differs and changes, so that is not promised.
    public static List<Playback> of(LoudnessReport report) {
        List<Playback> all = new ArrayList<>();
        for (Target target : Target.all()) {
            if (target.lufs().isPresent() && Double.isFinite(report.integratedLufs())) {
                all.add(of(target, target.lufs().getAsDouble(), report));
            }
        }
        return all;
    }

    private static Playback of(Target target, double wanted, LoudnessReport report) {
        double change = wanted - report.integratedLufs();
        boolean holds = report.truePeakDbtp() <= target.ceiling();
        double down = change < -LEAST ? change : 0;
        String loudness = down < 0
                ? String.format(Locale.ROOT, "turned down by %.1f dB", -down)
                : change > LEAST
                        ? String.format(Locale.ROOT, "%.1f dB softer than %.0f LUFS", change, wanted)
                        : "as it is";
        String peaks = holds
                ? String.format(Locale.ROOT, "peaks under %.0f dBTP", target.ceiling())
                : String.format(
                        Locale.ROOT,
                        "peaks %.1f dB over the %.0f dBTP that are advised",
                        report.truePeakDbtp() - target.ceiling(),
                        target.ceiling());
        return new Playback(target, down, report.integratedLufs() + down, holds, loudness + ", " + peaks);
    }
}
