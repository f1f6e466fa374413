package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.effects.Catalogue;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

/// What a mastering engineer would say of a mix that is handed over: each with its number and its cure.
public final class MixRemarks {
    private static final List<String> LOUDNESS_MAKERS = List.of("limiter", "clipper");
    /// Below this left and right work against each other; what has nothing in common lies around 0.
    private static final double WIDE = -0.05;

    private static final double DC = 0.002;

    private MixRemarks() {}

    /// Whether an effect on the master strip makes it loud, which [#of] then says.
    public static boolean makesLoudness(Project project) {
        return project.master().inserts().stream()
                .anyMatch(insert -> !insert.bypassed() && LOUDNESS_MAKERS.contains(insert.type()));
    }

    /// Whether there is a DC offset worth a remark, which [#of] then says.
    public static boolean hasOffset(LoudnessReport report) {
        return Math.abs(report.dcOffset()) > DC;
    }

    /// @param report measured on the mix
    public static List<String> of(Project project, LoudnessReport report) {
        List<String> remarks = new ArrayList<>();
        if (report.clippedSamples() > 0) {
            remarks.add(clipping(report)
                    + String.format(
                            Locale.ROOT,
                            "The print keeps them; turn the master's fader down by %.1f dB to have them below it.",
                            over(report)));
        }
        for (Insert insert : project.master().inserts()) {
            if (!insert.bypassed() && LOUDNESS_MAKERS.contains(insert.type())) {
                String name = Catalogue.find(insert.type()).orElseThrow().label();
                remarks.add(String.format(
                        Locale.ROOT,
                        "A %s is on the master strip; peaks stand %.1f dB above the loudness. Loudness is made after"
                                + " the print: bypass it and print again, unless it belongs to the sound.",
                        name.toLowerCase(Locale.ROOT),
                        report.plrDb()));
            }
        }
        if (report.correlation() < WIDE) {
            remarks.add(wide(report));
        }
        if (hasOffset(report)) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "There is a DC offset of %.2f %% of full scale: a high-pass on the track that has it takes it away.",
                    report.dcOffset() * 100));
        }
        return remarks;
    }

    /// The same of a mix that was made elsewhere, where its faders are, but for a DC offset.
    ///
    /// @param report measured on the file
    public static List<String> ofElsewhere(LoudnessReport report) {
        List<String> remarks = new ArrayList<>();
        if (report.clippedSamples() > 0) {
            remarks.add(clipping(report)
                    + String.format(
                            Locale.ROOT,
                            "Where their tops were cut off they stay so: export it again %.1f dB softer from where it"
                                    + " was mixed.",
                            over(report)));
        }
        if (report.correlation() < WIDE) {
            remarks.add(wide(report));
        }
        return remarks;
    }

    private static String clipping(LoudnessReport report) {
        return String.format(
                Locale.ROOT,
                "%s at or over full scale, the highest at %+.1f dBTP. ",
                report.clippedSamples() == 1
                        ? "One sample is"
                        : String.format(Locale.ROOT, "%,d samples are", report.clippedSamples()),
                report.truePeakDbtp());
    }

    /// By how much it is to be softer, to have its true peak at -1 dBTP.
    private static double over(LoudnessReport report) {
        return Math.max(0.1, report.truePeakDbtp() + 1);
    }

    private static String wide(LoudnessReport report) {
        return String.format(
                Locale.ROOT,
                "Left and right work against each other (correlation %+.2f): much of it disappears in mono. Listen"
                        + " in mono and look at widths and polarities.",
                report.correlation());
    }
}
