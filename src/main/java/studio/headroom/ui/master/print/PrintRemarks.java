package studio.headroom.ui.master.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.MixRemarks;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.check.FindingKind;
import studio.headroom.mastering.check.QualityCheck;
import studio.headroom.mastering.check.QualityReport;
import studio.headroom.mastering.check.Severity;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.project.Project;

/// What whoever masters a print should know of it, and how loud it is.
///
/// @param report measured on the print
/// @param spectrum its average
/// @param remarks in order, the weightiest first
public record PrintRemarks(LoudnessReport report, ThirdOctaves spectrum, List<Remark> remarks) {
    /// Peaks closer to full scale leave the chain no room, in dBTP.
    private static final double HOT = -1;

    private static final int MOST = 12;
    private static final String CONVERTED = "If that is the rate of the file you brought, it was converted to the song's as"
            + " it came: mastered with no song open, it gets a song of its own rate. Else use the original.";

    /// One of them.
    ///
    /// @param text with its numbers, where it is worst, and what helps
    /// @param frame where it is worst, or -1 where it is everywhere
    public record Remark(String text, long frame) {
        private static final Pattern NEGATIVE = Pattern.compile("(?<=[ (])-(?=[0-9])");

        /// A number below 0 bears a true minus.
        public Remark {
            text = NEGATIVE.matcher(text).replaceAll("\u2212");
        }
    }

    public PrintRemarks {
        remarks = List.copyOf(remarks);
    }

    /// Measures and checks a print whole. Takes time; not for the UI thread.
    ///
    /// @param songRate of the song that it is to be the master of, in Hz
    /// @throws IOException when it cannot be read
    public static PrintRemarks of(Print print, int songRate, Progress progress) throws IOException {
        SoundSight sight;
        try (SampleSource source = Sources.randomAccess(print.file(), progress)) {
            sight = SoundSight.of(source, "Measuring the print", progress);
        }
        LoudnessReport report = sight.report();
        QualityReport check = QualityCheck.of(print.file(), OptionalDouble.of(HOT), progress);
        long peak = check.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.OVER_CEILING)
                .mapToLong(Finding::from)
                .findFirst()
                .orElse(-1);
        List<Remark> remarks = new ArrayList<>();
        if (print.sampleRate() != songRate) {
            remarks.add(otherRate(print.sampleRate(), songRate));
        }
        Project mix = PrintShelf.madeOf(print).orElseGet(() -> Project.empty("", print.sampleRate()));
        // What the check says of the same is not said again.
        Set<FindingKind> said = EnumSet.noneOf(FindingKind.class);
        boolean clips = report.clippedSamples() > 0;
        for (String text : print.foreign() ? MixRemarks.ofElsewhere(report) : MixRemarks.of(mix, report)) {
            // That it clips is said first.
            remarks.add(placed(text, clips ? peak : -1, print.sampleRate()));
            clips = false;
        }
        if (report.clippedSamples() > 0) {
            said.add(FindingKind.CLIPPED);
        }
        if (!print.foreign() && MixRemarks.hasOffset(report)) {
            said.add(FindingKind.DC_OFFSET);
        }
        if (report.clippedSamples() == 0 && report.truePeakDbtp() > HOT) {
            remarks.add(placed(hot(report, print.foreign()), peak, print.sampleRate()));
        }
        for (Finding finding : check.findings()) {
            if (remarks.size() < MOST && !said.contains(finding.kind()) && isWorthARemark(finding, mix)) {
                remarks.add(remark(finding, check, print.foreign()));
            }
        }
        return new PrintRemarks(report, sight.spectrum(), remarks);
    }

    /// Peaks have a remark of their own, and that a limiter was at work matters here, for a master is to be made of it.
    private static boolean isWorthARemark(Finding finding, Project mix) {
        return switch (finding.kind()) {
            case OVER_CEILING -> false;
            case LIMITED -> !MixRemarks.makesLoudness(mix);
            default -> finding.severity() != Severity.INFO;
        };
    }

    private static Remark remark(Finding finding, QualityReport check, boolean foreign) {
        // Taking a file over converts it, which is not to be told as a fault of the file.
        boolean converted = foreign && finding.kind() == FindingKind.UPSAMPLED;
        String text = finding.reason() + " " + (converted ? CONVERTED : finding.advice());
        boolean everywhere = finding.from() == 0 && finding.to() >= check.frames();
        return everywhere
                ? new Remark(text, -1)
                : placed(text, finding.from(), check.format().sampleRate());
    }

    private static Remark placed(String text, long frame, int sampleRate) {
        if (frame < 0) {
            return new Remark(text, -1);
        }
        long tenths = Math.round(10.0 * frame / sampleRate);
        return new Remark(
                String.format(Locale.ROOT, "At %d:%02d.%d: %s", tenths / 600, tenths / 10 % 60, tenths % 10, text),
                frame);
    }

    /// A player has one rate at a time. Files that the program takes over are converted; one that was put into the
    /// folder
    /// by hand is not.
    private static Remark otherRate(int rate, int songRate) {
        return new Remark(
                "It has " + rate + " Hz and the song " + songRate
                        + " Hz, so the mix is heard in its place. Take the file"
                        + " over by “Master a stereo file…”, which converts it.",
                -1);
    }

    /// Floats keep what is over full scale; but a chain is set for mixes that leave some room.
    private static String hot(LoudnessReport report, boolean foreign) {
        return String.format(
                Locale.ROOT,
                "Its peaks reach %.1f dBTP, which leaves the chain little room. Nothing is lost, for a print holds floats;"
                        + " %s 3 to 6 dB softer it is easier to work on.",
                report.truePeakDbtp(),
                foreign ? "exported" : "printed");
    }
}
