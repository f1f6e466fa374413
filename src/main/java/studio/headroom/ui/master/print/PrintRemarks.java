package studio.headroom.ui.master.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.MixRemarks;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.check.QualityCheck;
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

    /// One of them.
    ///
    /// @param text with its numbers and what helps
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
        List<Remark> remarks = new ArrayList<>();
        if (print.sampleRate() != songRate) {
            remarks.add(otherRate(print.sampleRate(), songRate));
        }
        Project printed = PrintShelf.madeOf(print).orElse(null);
        MixRemarks.of(printed != null ? printed : Project.empty("", print.sampleRate()), report)
                .forEach(text -> remarks.add(new Remark(text, -1)));
        Remark hot = hot(report);
        if (hot != null) {
            remarks.add(hot);
        }
        for (Finding finding :
                QualityCheck.of(print.file(), OptionalDouble.empty(), progress).findings()) {
            if (finding.severity() != Severity.INFO && remarks.size() < MOST) {
                remarks.add(new Remark(finding.reason() + " " + finding.advice(), finding.from()));
            }
        }
        return new PrintRemarks(report, sight.spectrum(), remarks);
    }

    /// A player has one rate at a time. Files that the program takes over are converted; one that was put into the folder
    /// by hand is not.
    private static Remark otherRate(int rate, int songRate) {
        return new Remark(
                "It has " + rate + " Hz and the song " + songRate
                        + " Hz, so the mix is heard in its place. Take the file"
                        + " over by “Master a stereo file…”, which converts it.",
                -1);
    }

    /// Floats keep what is over full scale; but a chain is set for mixes that leave some room.
    private static @Nullable Remark hot(LoudnessReport report) {
        if (report.clippedSamples() > 0 || report.truePeakDbtp() <= HOT) {
            return null;
        }
        return new Remark(
                String.format(
                        Locale.ROOT,
                        "Its peaks reach %.1f dBTP, which leaves the chain little room. Nothing is lost, for a print"
                                        + " holds floats; printed 3 to 6 dB softer it is easier to work on.",
                                report.truePeakDbtp()),
                -1);
    }
}
