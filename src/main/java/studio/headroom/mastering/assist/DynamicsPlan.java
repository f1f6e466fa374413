package studio.headroom.mastering.assist;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.assist.Draft.Measure;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.Move.Change;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What is done about dynamics: a compressor where the loudness range is too large or peaks stand too high, and a touch
/// of tape on these.
final class DynamicsPlan {
    private static final double LEAST_REDUCTION_DB = 0.3;
    /// So gentle that it is not heard as distortion.
    private static final double TAPE_DRIVE_DB = 3;

    private static final double TAPE_PERCENT_A_DB = 10;
    private static final double LEAST_TAPE_PERCENT = 3;
    private static final double MOST_TAPE_PERCENT = 25;
    private static final String COMPRESSOR = "compressor";
    private static final String TAPE = "tape";

    private final PrintAnalysis print;
    private final Corridor corridor;
    private final Amounts amounts;
    private final Manner manner;
    private final Set<String> without;
    private final Draft draft;

    /// @param without keys of moves that are not made
    DynamicsPlan(
            PrintAnalysis print, Corridor corridor, Amounts amounts, Manner manner, Set<String> without, Draft draft) {
        this.print = print;
        this.corridor = corridor;
        this.amounts = amounts;
        this.manner = manner;
        this.without = without;
        this.draft = draft;
    }

    private Measure loudnessRange() {
        return new Measure(
                "Loudness range",
                "LU",
                sound -> sound.report().loudnessRangeLu(),
                sound -> Math.max(
                        0, corridor.loudnessRange().beyond(sound.report().loudnessRangeLu())));
    }

    private Measure peaks() {
        return new Measure(
                "Peaks over loudness",
                "dB",
                sound -> sound.report().plrDb(),
                sound -> Math.max(0, corridor.plr().beyond(sound.report().plrDb())));
    }

    void make() {
        compressor();
        tape();
    }

    private void compressor() {
        LoudnessReport report = print.report();
        double range = corridor.loudnessRange().beyond(report.loudnessRangeLu());
        double peaks = corridor.plr().beyond(report.plrDb());
        if (peaks < 0) {
            draft.note(String.format(
                    Locale.ROOT,
                    "nothing is compressed: the peaks stand only %.1f dB over the loudness, %.1f dB less than in %s",
                    report.plrDb(),
                    -peaks,
                    corridor.label()));
            return;
        }
        double most = Math.clamp(Math.max(range, peaks), 1, Manner.MOST_REDUCTION_DB) * amounts.dynamics();
        if (Math.max(range, peaks) <= 0 || most < LEAST_REDUCTION_DB || without.contains(COMPRESSOR)) {
            return;
        }
        String why;
        Values values;
        if (range >= peaks) {
            double threshold = report.integratedLufs() - 3;
            why = String.format(
                    Locale.ROOT,
                    "its loudness range is %.1f LU, %.1f LU more than %s has: what is louder than average is turned down"
                            + " slowly, by %.1f dB at most",
                    report.loudnessRangeLu(),
                    range,
                    corridor.label(),
                    most);
            values = settings(threshold, 2.5, 50, 400, most, "rms");
        } else {
            double ratio = 4;
            double threshold = report.samplePeakDbfs() - most * ratio / (ratio - 1) - 1;
            why = String.format(
                    Locale.ROOT,
                    "its peaks stand %.1f dB over its loudness, %.1f dB more than in %s: the highest are turned down"
                            + " fast, by %.1f dB at most",
                    report.plrDb(),
                    peaks,
                    corridor.label(),
                    most);
            values = settings(threshold, ratio, 0.5, 80, most, "peak");
        }
        Insert insert = new Insert("assist-compressor", "compressor", values, null);
        draft.effect(insert);
        List<Change> changes = values.asMap().keySet().stream()
                .map(id -> id.equals("range") ? reduction(values) : Draft.change("compressor", id, values, false))
                .toList();
        draft.move(COMPRESSOR, Aspect.DYNAMICS, insert, changes, why, range >= peaks ? loudnessRange() : peaks());
    }

    /// Taken in part, a compressor reduces by less; its control begins at "anything".
    private static Change reduction(Values values) {
        Change whole = Draft.change("compressor", "range", values, true);
        return new Change(whole.param(), 0, whole.to(), whole.text(), true);
    }

    /// Where peaks stand higher than is usual, and tape is customary: its curve rounds their tips beside the untouched
    /// sound.
    private void tape() {
        double peaks = corridor.plr().beyond(print.report().plrDb());
        double mix = Math.rint(Math.clamp(TAPE_PERCENT_A_DB * peaks, 0, MOST_TAPE_PERCENT) * amounts.dynamics());
        boolean usual = corridor.tape() && manner == Manner.ASSIST;
        if (!usual || mix < LEAST_TAPE_PERCENT || without.contains(TAPE)) {
            return;
        }
        ParamSet params = Draft.params("saturation");
        Values values = Values.INITIAL
                .with(Draft.param(params, "curve"), Draft.param(params, "curve").parse("tape"))
                .with(Draft.param(params, "drive"), TAPE_DRIVE_DB)
                .with(Draft.param(params, "mix"), mix);
        Insert insert = new Insert("assist-saturation", "saturation", values, null);
        draft.effect(insert);
        Change share = Draft.change("saturation", "mix", values, true);
        draft.move(
                TAPE,
                Aspect.DYNAMICS,
                insert,
                List.of(
                        Draft.change("saturation", "curve", values, false),
                        Draft.change("saturation", "drive", values, false),
                        new Change("mix", 0, mix, share.text(), true)),
                String.format(
                        Locale.ROOT,
                        "its peaks stand %.1f dB over its loudness, %.1f dB more than in %s: tape at %.0f dB of drive"
                                + " rounds their tips, %.0f %% of it beside %.0f %% of the untouched sound",
                        print.report().plrDb(),
                        peaks,
                        corridor.label(),
                        TAPE_DRIVE_DB,
                        mix,
                        100 - mix),
                peaks());
    }

    private static Values settings(
            double threshold, double ratio, double attack, double release, double range, String detector) {
        ParamSet params = Draft.params("compressor");
        Values values = Values.INITIAL
                .with(Draft.param(params, "threshold"), Math.rint(threshold * 10) / 10)
                .with(Draft.param(params, "ratio"), ratio)
                .with(Draft.param(params, "attack"), attack)
                .with(Draft.param(params, "release"), release)
                .with(Draft.param(params, "range"), Math.floor(range * 10 + 1e-6) / 10);
        return detector.equals("rms")
                ? values.with(
                                Draft.param(params, "detector"),
                                Draft.param(params, "detector").parse("rms"))
                        .with(Draft.param(params, "detector.window"), 100)
                : values.with(Draft.param(params, "lookahead"), 2);
    }
}
