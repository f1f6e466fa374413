package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.assist.Finding.Fault;
import studio.headroom.mastering.assist.PrintAnalysis.Band;

/// Finds what stands out about a print: against a corridor, and against what any print should be.
final class PrintFaults {
    /// A tone fault is named from this mean excess on, in dB.
    private static final double AUDIBLE_DB = 0.7;

    /// An octave that stands out by itself is named from this mean excess on, in dB, however its neighbors are.
    private static final double HUMP_DB = 1.5;
    /// In thirds of an octave.
    private static final int HUMP = 3;

    /// From here on one side is too loud, and what is measured as width comes from that.
    static final double BALANCE_DB = 1.5;
    /// -60 dBFS.
    private static final double DC = 0.001;

    private static final int FLAT_TOPS = 3;
    /// Hiss that lies less than this below the loudness is heard between the notes.
    private static final double HISS_BELOW_DB = 50;

    /// Noise keeps its level; what moves more is music.
    private static final double HISS_RANGE_DB = 2;

    private static final double TWIN_DB = 20;

    private final PrintAnalysis print;
    private final Corridor corridor;
    private final List<Finding> found = new ArrayList<>();

    private PrintFaults(PrintAnalysis print, Corridor corridor) {
        this.print = print;
        this.corridor = corridor;
    }

    static List<Finding> of(PrintAnalysis print, Corridor corridor) {
        PrintFaults faults = new PrintFaults(print, corridor);
        faults.tone();
        faults.width();
        faults.dynamics();
        faults.signal();
        faults.noise();
        return List.copyOf(faults.found);
    }

    private void tone() {
        double[] excess = corridor.excess(print.spectrum());
        band(excess, 50, 250, Fault.BOOMY, Fault.THIN, "the bass");
        band(excess, 2_000, 5_500, Fault.HARSH, null, "the presence");
        band(excess, 5_500, 17_000, Fault.BRIGHT, Fault.DULL, "the treble");
    }

    private void band(double[] excess, double fromHz, double toHz, Fault over, @Nullable Fault under, String what) {
        int first = bandFrom(fromHz);
        int end = bandFrom(toHz);
        double mean = mean(excess, first, end);
        if (mean <= -AUDIBLE_DB) {
            if (under != null) {
                tone(under, mean, what, fromHz, toHz);
            }
        } else if (mean >= AUDIBLE_DB) {
            tone(over, mean, what, fromHz, toHz);
        } else {
            int hump = first;
            for (int at = first; at + HUMP <= end; at++) {
                hump = mean(excess, at, at + HUMP) > mean(excess, hump, hump + HUMP) ? at : hump;
            }
            double highest = mean(excess, hump, hump + HUMP);
            if (highest >= HUMP_DB) {
                double from = ThirdOctaves.hertz(hump);
                tone(over, highest, "a hump in " + what, from, ThirdOctaves.hertz(hump + HUMP - 1));
            }
        }
    }

    /// The first band from a frequency on.
    private static int bandFrom(double hertz) {
        int band = Corridor.FIRST;
        while (band < Corridor.END && ThirdOctaves.hertz(band) < hertz) {
            band++;
        }
        return band;
    }

    private static double mean(double[] excess, int first, int end) {
        double sum = 0;
        for (int band = first; band < end; band++) {
            sum += excess[band];
        }
        return sum / (end - first);
    }

    private void tone(Fault fault, double mean, String what, double fromHz, double toHz) {
        add(
                fault,
                mean,
                "dB",
                "%s: %s (%s–%s) is on average %.1f dB %s what is usual for %s",
                word(fault),
                what,
                Words.hertz(fromHz),
                Words.hertz(toHz),
                Math.abs(mean),
                mean > 0 ? "above" : "below",
                corridor.label());
    }

    private static String word(Fault fault) {
        return fault.name().charAt(0) + fault.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private void width() {
        if (Math.abs(print.report().balanceDb()) <= BALANCE_DB) {
            sides();
        }
        double correlation = 1;
        for (Band band : print.bands()) {
            correlation = Math.min(correlation, band.correlation());
        }
        if (print.report().correlation() < 0 || print.bands().getFirst().correlation() < 0) {
            add(
                    Fault.OUT_OF_PHASE,
                    correlation,
                    "",
                    "Out of phase: the correlation of left and right goes down to %.2f, so much is lost in mono."
                            + " Look for a channel with its polarity turned over, in the mix",
                    correlation);
        }
    }

    private void sides() {
        double narrow = 0;
        double wide = 0;
        int narrowest = 0;
        int widest = 0;
        for (int i = 0; i < print.bands().size(); i++) {
            double beyond = corridor.beyond(print.bands().get(i), i);
            if (beyond < narrow) {
                narrow = beyond;
                narrowest = i;
            }
            if (beyond > wide) {
                wide = beyond;
                widest = i;
            }
        }
        if (narrow < -1) {
            side(Fault.NARROW, narrow, narrowest, "under");
        }
        if (wide > 1) {
            side(Fault.WIDE, wide, widest, "over");
        }
    }

    private void side(Fault fault, double beyond, int index, String way) {
        Band band = print.bands().get(index);
        add(
                fault,
                beyond,
                "dB",
                "%s: %s the sides are %s, %.1f dB %s what is usual for %s",
                fault == Fault.NARROW ? "Narrow" : "Wide",
                Words.range(band.fromHz(), band.toHz()),
                band.sideDb() <= PrintAnalysis.NO_SIDES_DB
                        ? "silent"
                        : Words.level(band.sideDb()) + " against the middle",
                Math.abs(beyond),
                way,
                corridor.label());
    }

    private void dynamics() {
        LoudnessReport report = print.report();
        double range = corridor.loudnessRange().beyond(report.loudnessRangeLu());
        double peaks = corridor.plr().beyond(report.plrDb());
        if (range > 0 || peaks > 0) {
            boolean byRange = range >= peaks;
            add(
                    Fault.TOO_DYNAMIC,
                    byRange ? range : peaks,
                    byRange ? "LU" : "dB",
                    "Too dynamic: %s, %.1f %s more than is usual for %s",
                    byRange
                            ? "its loudness range is " + Words.number(report.loudnessRangeLu()) + " LU"
                            : "its peaks stand " + Words.number(report.plrDb()) + " dB over its loudness",
                    byRange ? range : peaks,
                    byRange ? "LU" : "dB",
                    corridor.label());
        }
        if (peaks < 0) {
            add(
                    Fault.OVER_COMPRESSED,
                    peaks,
                    "dB",
                    "Over-compressed: its peaks stand only %.1f dB over its loudness, %.1f dB less than is usual for %s."
                            + " Nothing brings back what was pressed: take compressors or a limiter off the mix",
                    report.plrDb(),
                    -peaks,
                    corridor.label());
        }
    }

    private void signal() {
        LoudnessReport report = print.report();
        double balance = report.balanceDb();
        if (Math.abs(balance) > BALANCE_DB) {
            boolean left = balance > 0;
            add(
                    left ? Fault.LEFT_HEAVY : Fault.RIGHT_HEAVY,
                    Math.min(Math.abs(balance), 99),
                    "dB",
                    "%s-heavy: the %s channel is %.1f dB louder than the other. Look at the panning of the mix; turning one"
                            + " side down here would move the voice off the middle",
                    left ? "Left" : "Right",
                    left ? "left" : "right",
                    Math.min(Math.abs(balance), 99));
        }
        if (Math.abs(report.dcOffset()) > DC) {
            add(
                    Fault.DC,
                    report.dcOffset() * 100,
                    "%",
                    "DC offset: the wave lies %.2f %% of full scale off the center, which takes headroom."
                            + " Find the track that brings it and switch on 'dc' of a utility there",
                    report.dcOffset() * 100);
        }
        if (print.flatTops() >= FLAT_TOPS) {
            add(
                    Fault.CLIPPED,
                    print.flatTops(),
                    "peaks",
                    "Clipped: %d peaks are cut off flat at %.1f dBFS. Turn the mix down before what clips it, and print it"
                            + " again",
                    print.flatTops(),
                    print.flatTopDbfs());
        }
    }

    private void noise() {
        double below = print.report().integratedLufs() - print.hissDbfs();
        if (below < HISS_BELOW_DB && below > TWIN_DB && print.hissRangeDb() < HISS_RANGE_DB) {
            add(
                    Fault.NOISY,
                    print.hissDbfs(),
                    "dBFS",
                    "Noisy: above 6 kHz a steady hiss of %.1f dBFS stays between the notes, only %.1f dB below the music."
                            + " Find the track that brings it; mastering lifts it together with the music",
                    print.hissDbfs(),
                    below);
        }
    }

    private void add(Fault fault, double figure, String unit, String text, Object... numbers) {
        found.add(new Finding(
                fault, figure, unit, String.format(Locale.ROOT, text, numbers), FaultPlace.of(fault, print)));
    }
}
